import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement, statements } from '../../db/statement.ts';
import { conflictEvents } from '../../db/tables/conflicts.ts';
import { each } from '../shared/filters.ts';
import { type Keyset, type Sides, type Window, within } from '../shared/keyset.ts';
import { groupBy } from '../shared/loading.ts';

export type EventRow = typeof conflictEvents.$inferSelect;
export type NewEvent = typeof conflictEvents.$inferInsert;

/** The oldest first. */
export const eventKeyset: Keyset<EventRow> = {
  name: 'conflictEvents',
  descending: false,
  keys: [{ by: conflictEvents.number, type: 'int4', reads: 'number', of: (row) => String(row.number) }],
};

/** Evidence for the brand alone is not even known of by other dealers than the one that gave it. */
const seen: SQL = sql`(
  ${conflictEvents.visibility} = 'ALL' or ${conflictEvents.kind} <> 'EVIDENCE_ADDED'
  or ${conflictEvents.actorDealerId} = ${sql.placeholder('only')}::uuid
)`;

interface EventsShape {
  /** Whether a dealer asks, who may not see all. */
  readonly isByDealer: boolean;
}

const ofCase = ({ isByDealer }: EventsShape): SQL | undefined =>
  and(eq(conflictEvents.organizationId, organization), isByDealer ? seen : undefined);

const ofEach = statements('conflictEventsOf', (db, shape: EventsShape & { readonly sides: Sides }) => {
  const { where, orderBy, limit } = within(eventKeyset, shape.sides);
  const one = db
    .select()
    .from(conflictEvents)
    .where(and(ofCase(shape), sql`${conflictEvents.caseId} = conflict.id`, where))
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  return db.select(one._.selectedFields).from(each('conflict')).crossJoinLateral(one);
});

/** One page of the events of each of several cases; where `only` names a dealer, within what it may see. */
export async function eventsOf(
  tx: Unit,
  caseIds: readonly string[],
  only: string | null,
  { sides, values }: Window<EventRow>,
): Promise<Map<string, EventRow[]>> {
  const rows = await ofEach(tx, { isByDealer: only !== null, sides }, { ids: caseIds, only, ...values });
  return groupBy(rows as EventRow[], (row) => row.caseId);
}

const countOfEach = statements('countConflictEventsOf', (db, shape: EventsShape) =>
  db
    .select({ caseId: conflictEvents.caseId, count: count() })
    .from(conflictEvents)
    .where(and(ofCase(shape), sql`${conflictEvents.caseId} = any(${sql.placeholder('ids')}::uuid[])`))
    .groupBy(conflictEvents.caseId),
);

export async function countEventsOf(
  tx: Unit,
  caseIds: readonly string[],
  only: string | null,
): Promise<Map<string, number>> {
  const rows = await countOfEach(tx, { isByDealer: only !== null }, { ids: caseIds, only });
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
