import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { conflictEvents } from '../../db/tables/conflicts.ts';
import type { Keyset, Window } from '../shared/keyset.ts';
import { groupBy } from '../shared/loading.ts';

export type EventRow = typeof conflictEvents.$inferSelect;
export type NewEvent = typeof conflictEvents.$inferInsert;

/** The oldest first. */
export const eventKeyset: Keyset<EventRow> = {
  name: 'conflictEvents',
  descending: false,
  keys: [{ by: conflictEvents.number, type: 'int4', of: (row) => String(row.number) }],
};

/** Evidence for the brand alone is not even known of by other dealers than the one that gave it. */
const seenBy = (only: string): SQL => sql`(
  ${conflictEvents.visibility} = 'ALL' or ${conflictEvents.kind} <> 'EVIDENCE_ADDED'
  or ${conflictEvents.actorDealerId} = ${only}
)`;

const ofCase = (organizationId: string, only: string | null): SQL | undefined =>
  and(eq(conflictEvents.organizationId, organizationId), only ? seenBy(only) : undefined);

/** One page of the events of each of several cases; where `only` names a dealer, within what it may see. */
export async function eventsOf(
  tx: Unit,
  caseIds: readonly string[],
  only: string | null,
  window: Window<EventRow>,
): Promise<Map<string, EventRow[]>> {
  const rows = await tx.run((db) => {
    const page = db
      .select()
      .from(conflictEvents)
      .where(and(ofCase(tx.organizationId, only), sql`${conflictEvents.caseId} = conflict.id`, window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param([...caseIds])}::uuid[]) as conflict(id)`)
      .crossJoinLateral(page);
  });
  return groupBy(rows as EventRow[], (row) => row.caseId);
}

export async function countEventsOf(
  tx: Unit,
  caseIds: readonly string[],
  only: string | null,
): Promise<Map<string, number>> {
  const rows = await tx.run((db) =>
    db
      .select({ caseId: conflictEvents.caseId, count: sql<number>`count(*)::int` })
      .from(conflictEvents)
      .where(
        and(ofCase(tx.organizationId, only), sql`${conflictEvents.caseId} = any(${sql.param([...caseIds])}::uuid[])`),
      )
      .groupBy(conflictEvents.caseId),
  );
  return new Map(rows.map((row) => [row.caseId, row.count]));
}

const proceedings = statement('conflictProceedingsOf', (db) =>
  db
    .select()
    .from(conflictEvents)
    .where(
      and(
        eq(conflictEvents.organizationId, organization),
        sql`${conflictEvents.caseId} = any(${sql.placeholder('ids')})`,
        sql`${conflictEvents.kind} in ('RESOLVED', 'TERMS_PROPOSED', 'PROPOSAL_ANSWERED', 'ORDER_RECORDED')`,
      ),
    )
    .orderBy(asc(conflictEvents.caseId), asc(conflictEvents.number)),
);

/** The events of each of several cases from which its proposals and its resolution are read, the oldest first. */
export const proceedingsOf = async (tx: Unit, caseIds: readonly string[]): Promise<Map<string, EventRow[]>> =>
  groupBy(await proceedings(tx, { ids: caseIds }), (row) => row.caseId);

const evidence = statement('countConflictEvidence', (db) =>
  db
    .select({ count: count() })
    .from(conflictEvents)
    .where(
      and(
        eq(conflictEvents.organizationId, organization),
        eq(conflictEvents.caseId, sql.placeholder('caseId')),
        eq(conflictEvents.kind, 'EVIDENCE_ADDED'),
        sql`${conflictEvents.actorDealerId} is not distinct from ${sql.placeholder('dealerId')}::uuid`,
      ),
    ),
);

/** How often a dealer, or with null the brand, has added evidence to a case. */
export const countEvidence = async (tx: Unit, caseId: string, dealerId: string | null): Promise<number> =>
  (await evidence(tx, { caseId, dealerId }))[0]?.count ?? 0;

export const insertEvent = (tx: Unit, row: NewEvent): Promise<unknown> =>
  tx.run((db) => db.insert(conflictEvents).values(row));
