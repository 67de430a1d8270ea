import { and, type Column, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { conflictCases, conflictParties } from '../../db/tables/conflicts.ts';
import { indexBy } from '../shared/loading.ts';
import type { Traits } from './precedents.rules.ts';

export type CaseRow = typeof conflictCases.$inferSelect;
export type ConflictStatus = CaseRow['status'];

/** That a dealer is a party to the case that a column names. */
export const hasParty = (caseId: Column, organizationId: unknown, dealerId: unknown): SQL => sql`exists (
  select from ${conflictParties} p
  where p.organization_id = ${organizationId} and p.case_id = ${caseId} and p.dealer_id = ${dealerId}::uuid
)`;

const only = sql.placeholder('only');
const seen = sql`(${only}::uuid is null or ${hasParty(conflictCases.id, organization, only)})`;

const byIds = statement('conflictCasesByIds', (db) =>
  db
    .select()
    .from(conflictCases)
    .where(
      and(
        eq(conflictCases.organizationId, organization),
        sql`${conflictCases.id} = any(${sql.placeholder('ids')})`,
        seen,
      ),
    ),
);

/** Cases by their ids; where `only` names a dealer, those that it is a party to. */
export const casesByIds = async (
  tx: Unit,
  ids: readonly string[],
  only: string | null,
): Promise<Map<string, CaseRow>> => indexBy(await byIds(tx, { ids, only }), (row) => row.id);

const locked = statement('lockConflictCase', (db) =>
  db
    .select()
    .from(conflictCases)
    .where(and(eq(conflictCases.organizationId, organization), eq(conflictCases.id, sql.placeholder('id')), seen))
    .for('update'),
);

/** A case that is seen, held until the unit of work ends, so that its steps follow one another. */
export const lockCase = async (tx: Unit, id: string, only: string | null): Promise<CaseRow | undefined> =>
  (await locked(tx, { id, only }))[0];

/** The number that the organization's next case gets; whoever asks next waits until this unit of work ends. */
export async function nextCaseNumber(tx: Unit): Promise<number> {
  const { organizationId } = tx;
  await tx.run((db) =>
    db.execute(sql`select pg_advisory_xact_lock(hashtextextended('conflicts ' || ${organizationId}, 0))`),
  );
  const [row] = await tx.run((db) =>
    db
      .select({ next: sql<number>`coalesce(max(${conflictCases.number}), 0) + 1` })
      .from(conflictCases)
      .where(eq(conflictCases.organizationId, organizationId)),
  );
  return row?.next ?? 1;
}

export async function insertCase(tx: Unit, row: typeof conflictCases.$inferInsert): Promise<CaseRow> {
  const [inserted] = await tx.run((db) => db.insert(conflictCases).values(row).returning());
  if (!inserted) throw new Error('A conflict case cannot be read back.');
  return inserted;
}

/** Changes a case and makes its version grow by one, to the number of the event that goes with the change. */
export async function updateCaseRow(tx: Unit, row: CaseRow, values: Partial<CaseRow>): Promise<CaseRow> {
  const [updated] = await tx.run((db) =>
    db
      .update(conflictCases)
      .set({ ...values, version: row.version + 1 })
      .where(and(eq(conflictCases.organizationId, tx.organizationId), eq(conflictCases.id, row.id)))
      .returning(),
  );
  return updated ?? row;
}

const mostLookedAt = 5000;

const closed = statement('closedConflictCases', (db) =>
  db
    .select({
      id: conflictCases.id,
      subject: conflictCases.subject,
      structure: conflictCases.structure,
      causes: conflictCases.causes,
    })
    .from(conflictCases)
    .where(and(eq(conflictCases.organizationId, organization), eq(conflictCases.status, 'CLOSED'), seen))
    .orderBy(desc(conflictCases.closedAt), desc(conflictCases.id))
    .limit(mostLookedAt),
);

/** What the cases closed last are alike by, the latest first; where `only` names a dealer, of those that it is a party to. */
export const closedCases = (tx: Unit, only: string | null): Promise<Traits[]> => closed(tx, { only });
