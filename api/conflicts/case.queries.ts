import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { conflictCases, conflictParties } from '../../db/tables/conflicts.ts';
import { oneOf } from '../network/conditions.queries.ts';
import type { Keyset, Window } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';

export type CaseRow = typeof conflictCases.$inferSelect;
export type ConflictStatus = CaseRow['status'];

export interface CaseListFilter {
  readonly structure?: readonly string[] | null | undefined;
  readonly subject?: readonly string[] | null | undefined;
  readonly status?: readonly string[] | null | undefined;
  /** A dealer that is a party. */
  readonly dealerId?: string | undefined;
  readonly overdue?: boolean | null | undefined;
  /** The only dealer whose cases the caller sees. */
  readonly only?: string | null | undefined;
  /** The moment that due times are held against. */
  readonly now: Date;
}

/** The newest first. */
export const caseKeyset: Keyset<CaseRow> = {
  name: 'conflictCases',
  descending: true,
  keys: [
    { by: conflictCases.openedAt, type: 'timestamptz', of: (row) => row.openedAt.toISOString() },
    { by: conflictCases.id, type: 'uuid', of: (row) => row.id },
  ],
};

const hasParty = (organizationId: string, dealerId: string): SQL => sql`exists (
  select from ${conflictParties} p
  where p.organization_id = ${organizationId} and p.case_id = ${conflictCases.id} and p.dealer_id = ${dealerId}
)`;

const isOverdue = (now: Date): SQL => sql`(${conflictCases.dueAt} is not null and ${conflictCases.dueAt} < ${now})`;

const matching = (organizationId: string, filter: CaseListFilter): SQL | undefined =>
  and(
    eq(conflictCases.organizationId, organizationId),
    filter.only ? hasParty(organizationId, filter.only) : undefined,
    filter.dealerId ? hasParty(organizationId, filter.dealerId) : undefined,
    filter.structure ? oneOf(conflictCases.structure, filter.structure) : undefined,
    filter.subject ? oneOf(conflictCases.subject, filter.subject) : undefined,
    filter.status ? oneOf(conflictCases.status, filter.status) : undefined,
    filter.overdue == null ? undefined : sql`${isOverdue(filter.now)} = ${filter.overdue}`,
  );

export const casesPage = (tx: Unit, filter: CaseListFilter, window: Window<CaseRow>): Promise<CaseRow[]> =>
  tx.run((db) =>
    db
      .select()
      .from(conflictCases)
      .where(and(matching(tx.organizationId, filter), window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit),
  );

export const countCases = (tx: Unit, filter: CaseListFilter): Promise<number> =>
  tx.run((db) => db.$count(conflictCases, matching(tx.organizationId, filter)));

const seen = sql`(${sql.placeholder('only')}::uuid is null or exists (
  select from ${conflictParties} p
  where p.organization_id = ${organization} and p.case_id = ${conflictCases.id} and p.dealer_id = ${sql.placeholder('only')}::uuid
))`;

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

interface CasesOfDealer {
  readonly status: readonly string[] | null | undefined;
  /** The only dealer whose cases the caller sees. */
  readonly only: string | null;
}

const ofDealer = (organizationId: string, { status, only }: CasesOfDealer): SQL | undefined =>
  and(
    eq(conflictCases.organizationId, organizationId),
    status ? oneOf(conflictCases.status, status) : undefined,
    only ? hasParty(organizationId, only) : undefined,
  );

const dealersAsked = (dealerIds: readonly string[]): SQL =>
  sql`unnest(${sql.param([...dealerIds])}::uuid[]) as dealer(id)`;

/** One page of the cases of each of several dealers. */
export async function casesOf(
  tx: Unit,
  dealerIds: readonly string[],
  asked: CasesOfDealer,
  window: Window<CaseRow>,
): Promise<Map<string, CaseRow[]>> {
  const rows = await tx.run((db) => {
    const page = db
      .select(getTableColumns(conflictCases))
      .from(conflictCases)
      .where(
        and(
          ofDealer(tx.organizationId, asked),
          sql`exists (
            select from ${conflictParties} own
            where own.organization_id = ${tx.organizationId} and own.case_id = ${conflictCases.id}
              and own.dealer_id = dealer.id
          )`,
          window.where,
        ),
      )
      .orderBy(...window.orderBy)
      .limit(window.limit)
      .as('page');
    return db
      .select({ dealerId: sql<string>`dealer.id`.as('dealer_id'), ...page._.selectedFields })
      .from(dealersAsked(dealerIds))
      .crossJoinLateral(page);
  });
  return groupBy(rows as unknown as (CaseRow & { dealerId: string })[], (row) => row.dealerId);
}

export async function countCasesOf(
  tx: Unit,
  dealerIds: readonly string[],
  asked: CasesOfDealer,
): Promise<Map<string, number>> {
  const rows = await tx.run((db) =>
    db
      .select({ dealerId: conflictParties.dealerId, count: sql<number>`count(*)::int` })
      .from(conflictParties)
      .innerJoin(
        conflictCases,
        and(
          eq(conflictCases.organizationId, conflictParties.organizationId),
          eq(conflictCases.id, conflictParties.caseId),
        ),
      )
      .where(
        and(
          eq(conflictParties.organizationId, tx.organizationId),
          sql`${conflictParties.dealerId} = any(${sql.param([...dealerIds])}::uuid[])`,
          ofDealer(tx.organizationId, asked),
        ),
      )
      .groupBy(conflictParties.dealerId),
  );
  return new Map(rows.map((row) => [row.dealerId, row.count]));
}
