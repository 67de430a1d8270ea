import { and, count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { conflictCases, conflictParties } from '../../db/tables/conflicts.ts';
import { oneOf } from '../network/conditions.queries.ts';
import { type Keyset, type PageArguments, windowOf } from '../shared/keyset.ts';
import { groupBy } from '../shared/loading.ts';
import { type CaseRow, hasParty } from './case.queries.ts';

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
const partyKeyset: Keyset<CaseRow> = {
  ...caseKeyset,
  keys: [
    { by: conflictParties.openedAt, type: 'timestamptz', of: (row) => row.openedAt.toISOString() },
    { by: conflictParties.caseId, type: 'uuid', of: (row) => row.id },
  ],
};

const isOverdue = (now: Date): SQL => sql`(${conflictCases.dueAt} is not null and ${conflictCases.dueAt} < ${now})`;

/** What a filter asks of cases themselves; undefined where it asks nothing. */
const criteria = ({ structure, subject, status, overdue, now }: CaseListFilter): SQL | undefined =>
  and(
    structure ? oneOf(conflictCases.structure, structure) : undefined,
    subject ? oneOf(conflictCases.subject, subject) : undefined,
    status ? oneOf(conflictCases.status, status) : undefined,
    overdue == null ? undefined : sql`${isOverdue(now)} = ${overdue}`,
  );

const partyOfCase = and(
  eq(conflictCases.organizationId, conflictParties.organizationId),
  eq(conflictCases.id, conflictParties.caseId),
);

const every = ({ organizationId }: Unit, filter: CaseListFilter): SQL | undefined =>
  and(eq(conflictCases.organizationId, organizationId), criteria(filter));

/** The cases that a dealer is a party to, and where the caller is another one, that one too. */
const dealers = ({ organizationId }: Unit, { dealerId, only }: CaseListFilter): SQL | undefined =>
  and(
    eq(conflictParties.organizationId, organizationId),
    eq(conflictParties.dealerId, dealerId ?? only ?? ''),
    dealerId && only && dealerId !== only ? hasParty(conflictParties.caseId, organizationId, only) : undefined,
  );

const isOfDealer = ({ dealerId, only }: CaseListFilter): boolean => Boolean(dealerId ?? only);

/** A page of cases; of one dealer's, where a filter names it or the caller is one. */
export function casesPage(tx: Unit, filter: CaseListFilter, args: PageArguments): Promise<CaseRow[]> {
  const window = windowOf(isOfDealer(filter) ? partyKeyset : caseKeyset, args);
  return tx.run((db) => {
    const all = db.select(getTableColumns(conflictCases)).from(conflictCases);
    const found = isOfDealer(filter)
      ? all.innerJoin(conflictParties, partyOfCase).where(and(dealers(tx, filter), criteria(filter), window.where))
      : all.where(and(every(tx, filter), window.where));
    return found.orderBy(...window.orderBy).limit(window.limit);
  });
}

/** Of one dealer's cases those that stand in its own index, unless a filter asks more of them. */
export function countCases(tx: Unit, filter: CaseListFilter): Promise<number> {
  const asked = criteria(filter);
  return tx.run(async (db) => {
    if (!isOfDealer(filter)) return db.$count(conflictCases, every(tx, filter));
    if (!asked) return db.$count(conflictParties, dealers(tx, filter));
    const joined = db.select({ count: count() }).from(conflictParties).innerJoin(conflictCases, partyOfCase);
    const [row] = await joined.where(and(dealers(tx, filter), asked));
    return row?.count ?? 0;
  });
}

interface CasesOfDealer {
  readonly status: readonly string[] | null | undefined;
  /** The only dealer whose cases the caller sees. */
  readonly only: string | null;
}

const ofDealers = (organizationId: string, { status, only }: CasesOfDealer): SQL | undefined =>
  and(
    eq(conflictParties.organizationId, organizationId),
    status ? oneOf(conflictCases.status, status) : undefined,
    only ? hasParty(conflictParties.caseId, organizationId, only) : undefined,
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
  const those = sql`${conflictParties.dealerId} = any(${sql.param([...dealerIds])}::uuid[])`;
  const rows = await tx.run((db) => {
    const all = db.select({ dealerId: conflictParties.dealerId, count: count() }).from(conflictParties);
    const found = asked.status ? all.innerJoin(conflictCases, partyOfCase) : all;
    return found.where(and(ofDealers(tx.organizationId, asked), those)).groupBy(conflictParties.dealerId);
  });
  return new Map(rows.map((row) => [row.dealerId, row.count]));
}
