import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { conflictCases, conflictParties } from '../../db/tables/conflicts.ts';
import { oneOf } from '../network/conditions.queries.ts';
import { type Keyset, type PageArguments, windowOf } from '../shared/keyset.ts';
import { groupBy } from '../shared/loading.ts';
import type { CaseRow } from './case.queries.ts';

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

/** The same order, by the index of a dealer's cases. */
export const partyKeyset: Keyset<CaseRow> = {
  ...caseKeyset,
  keys: [
    { by: conflictParties.openedAt, type: 'timestamptz', of: (row) => row.openedAt.toISOString() },
    { by: conflictParties.caseId, type: 'uuid', of: (row) => row.id },
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

const partyOfCase = and(
  eq(conflictCases.organizationId, conflictParties.organizationId),
  eq(conflictCases.id, conflictParties.caseId),
);

/** A page of cases; of one dealer's, where a filter names it or the caller is one. */
export function casesPage(tx: Unit, filter: CaseListFilter, args: PageArguments): Promise<CaseRow[]> {
  const dealerId = filter.dealerId ?? filter.only;
  const window = windowOf(dealerId ? partyKeyset : caseKeyset, args);
  const { organizationId } = tx;
  const found = and(matching(organizationId, filter), window.where);
  return tx.run((db) => {
    const all = db.select(getTableColumns(conflictCases)).from(conflictCases);
    if (!dealerId)
      return all
        .where(found)
        .orderBy(...window.orderBy)
        .limit(window.limit);
    const own = and(eq(conflictParties.organizationId, organizationId), eq(conflictParties.dealerId, dealerId));
    return all
      .innerJoin(conflictParties, partyOfCase)
      .where(and(own, found))
      .orderBy(...window.orderBy)
      .limit(window.limit);
  });
}

export const countCases = (tx: Unit, filter: CaseListFilter): Promise<number> =>
  tx.run((db) => db.$count(conflictCases, matching(tx.organizationId, filter)));

interface CasesOfDealer {
  readonly status: readonly string[] | null | undefined;
  /** The only dealer whose cases the caller sees. */
  readonly only: string | null;
}

const ofDealers = (organizationId: string, { status, only }: CasesOfDealer): SQL | undefined =>
  and(
    eq(conflictParties.organizationId, organizationId),
    status ? oneOf(conflictCases.status, status) : undefined,
    only ? hasParty(organizationId, only) : undefined,
  );

/** One page of the cases of each of several dealers. */
export async function casesOf(
  tx: Unit,
  dealerIds: readonly string[],
  asked: CasesOfDealer,
  args: PageArguments,
): Promise<Map<string, CaseRow[]>> {
  const window = windowOf(partyKeyset, args);
  const rows = await tx.run((db) => {
    const page = db
      .select({ ...getTableColumns(conflictCases), dealerId: conflictParties.dealerId })
      .from(conflictParties)
      .innerJoin(conflictCases, partyOfCase)
      .where(and(ofDealers(tx.organizationId, asked), sql`${conflictParties.dealerId} = dealer.id`, window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param([...dealerIds])}::uuid[]) as dealer(id)`)
      .crossJoinLateral(page);
  });
  return groupBy(rows as (CaseRow & { dealerId: string })[], (row) => row.dealerId);
}

export async function countCasesOf(
  tx: Unit,
  dealerIds: readonly string[],
  asked: CasesOfDealer,
): Promise<Map<string, number>> {
  const ids = sql.param([...dealerIds]);
  const rows = await tx.run((db) =>
    db
      .select({ dealerId: conflictParties.dealerId, count: sql<number>`count(*)::int` })
      .from(conflictParties)
      .innerJoin(conflictCases, partyOfCase)
      .where(and(ofDealers(tx.organizationId, asked), sql`${conflictParties.dealerId} = any(${ids}::uuid[])`))
      .groupBy(conflictParties.dealerId),
  );
  return new Map(rows.map((row) => [row.dealerId, row.count]));
}
