import { and, count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statements } from '../../db/statement.ts';
import { conflictCases, conflictParties } from '../../db/tables/conflicts.ts';
import { allOf, type Conditions, each, given, oneOf, picked } from '../shared/filters.ts';
import { type Keyset, type Sides, type Window, within } from '../shared/keyset.ts';
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

export type CaseColumn = keyof CaseRow;
const columns = getTableColumns(conflictCases);
export const caseColumns = Object.keys(columns) as CaseColumn[];

/** The newest first. */
export const caseKeyset: Keyset<CaseRow> = {
  name: 'conflictCases',
  descending: true,
  keys: [
    { by: conflictCases.openedAt, type: 'timestamptz', reads: 'openedAt', of: (row) => row.openedAt.toISOString() },
    { by: conflictCases.id, type: 'uuid', reads: 'id', of: (row) => row.id },
  ],
};

/** The same order, by the index of a dealer's cases. */
const partyKeyset: Keyset<CaseRow> = {
  ...caseKeyset,
  keys: [
    { by: conflictParties.openedAt, type: 'timestamptz', reads: 'openedAt', of: (row) => row.openedAt.toISOString() },
    { by: conflictParties.caseId, type: 'uuid', reads: 'id', of: (row) => row.id },
  ],
};

const isOverdue = sql`(${conflictCases.dueAt} is not null and ${conflictCases.dueAt} < ${sql.placeholder('now')}::timestamptz)`;

/** What a filter asks of cases themselves. */
const criteria: Conditions<CaseListFilter> = {
  structure: oneOf(conflictCases.structure, 'structure'),
  subject: oneOf(conflictCases.subject, 'subject'),
  status: oneOf(conflictCases.status, 'status'),
  overdue: sql`${isOverdue} = ${sql.placeholder('overdue')}::boolean`,
};

const partyOfCase = and(
  eq(conflictCases.organizationId, conflictParties.organizationId),
  eq(conflictCases.id, conflictParties.caseId),
);

const hasOther = hasParty(conflictParties.caseId, organization, sql.placeholder('other'));

/** What is asked of a list of cases: of which dealer's, whether of those that a second one is a party to as well, and by what criteria. */
interface CasesAsked {
  readonly isOfDealer: boolean;
  readonly isOfOther: boolean;
  readonly given: readonly string[];
}

/** The cases that a dealer is a party to, and where the caller is another one, that one too. */
function askedBy(filter: CaseListFilter): { shape: CasesAsked; values: Record<string, unknown> } {
  const { dealerId, only } = filter;
  const other = dealerId && only && dealerId !== only ? only : null;
  const shape = {
    isOfDealer: Boolean(dealerId ?? only),
    isOfOther: other !== null,
    given: given(criteria, filter),
  };
  return { shape, values: { ...filter, dealer: dealerId ?? only, other, now: filter.now.toISOString() } };
}

const every = ({ given: names }: CasesAsked): SQL | undefined =>
  and(eq(conflictCases.organizationId, organization), allOf(criteria, names));

const ofDealer = ({ isOfOther }: CasesAsked): SQL | undefined =>
  and(
    eq(conflictParties.organizationId, organization),
    eq(conflictParties.dealerId, sql.placeholder('dealer')),
    isOfOther ? hasOther : undefined,
  );

interface CasesShape extends CasesAsked {
  readonly sides: Sides;
  readonly columns: readonly CaseColumn[];
}

const page = statements('conflictCasesPage', (db, shape: CasesShape) => {
  const { where, orderBy, limit } = within(shape.isOfDealer ? partyKeyset : caseKeyset, shape.sides);
  const all = db.select(picked(columns, shape.columns)).from(conflictCases);
  const found = shape.isOfDealer
    ? all.innerJoin(conflictParties, partyOfCase).where(and(ofDealer(shape), allOf(criteria, shape.given), where))
    : all.where(and(every(shape), where));
  return found.orderBy(...orderBy).limit(limit);
});

/** A page of cases, with the columns that are to be read; of one dealer's, where a filter names it or the caller is one. */
export function casesPage(
  tx: Unit,
  filter: CaseListFilter,
  { sides, values }: Window<CaseRow>,
  read: readonly CaseColumn[],
): Promise<CaseRow[]> {
  const asked = askedBy(filter);
  return page(tx, { ...asked.shape, sides, columns: read }, { ...asked.values, ...values });
}

/** Of one dealer's cases those that stand in its own index, unless a filter asks more of them. */
const counted = statements('countConflictCases', (db, shape: CasesAsked) => {
  const counts = db.select({ count: count() });
  if (!shape.isOfDealer) return counts.from(conflictCases).where(every(shape));
  if (shape.given.length === 0) return counts.from(conflictParties).where(ofDealer(shape));
  const joined = counts.from(conflictParties).innerJoin(conflictCases, partyOfCase);
  return joined.where(and(ofDealer(shape), allOf(criteria, shape.given)));
});

export async function countCases(tx: Unit, filter: CaseListFilter): Promise<number> {
  const { shape, values } = askedBy(filter);
  const [row] = await counted(tx, shape, values);
  return row?.count ?? 0;
}

interface CasesOfDealer {
  readonly status: readonly string[] | null | undefined;
  /** The only dealer whose cases the caller sees. */
  readonly only: string | null;
}

interface CasesOfShape {
  readonly isOfStatus: boolean;
  readonly isOfOther: boolean;
}

const shapeOf = ({ status, only }: CasesOfDealer): CasesOfShape => ({
  isOfStatus: status != null,
  isOfOther: only !== null,
});

const ofDealers = ({ isOfStatus, isOfOther }: CasesOfShape): SQL | undefined =>
  and(
    eq(conflictParties.organizationId, organization),
    isOfStatus ? criteria.status : undefined,
    isOfOther ? hasOther : undefined,
  );

const casesOfEach = statements(
  'conflictCasesOf',
  (db, shape: CasesOfShape & { readonly sides: Sides; readonly columns: readonly CaseColumn[] }) => {
    const { where, orderBy, limit } = within(partyKeyset, shape.sides);
    const one = db
      .select({ ...picked(columns, shape.columns), dealerId: conflictParties.dealerId })
      .from(conflictParties)
      .innerJoin(conflictCases, partyOfCase)
      .where(and(ofDealers(shape), sql`${conflictParties.dealerId} = dealer.id`, where))
      .orderBy(...orderBy)
      .limit(limit)
      .as('page');
    return db.select(one._.selectedFields).from(each('dealer')).crossJoinLateral(one);
  },
);

/** One page of the cases of each of several dealers, with the columns that are to be read. */
export async function casesOf(
  tx: Unit,
  dealerIds: readonly string[],
  asked: CasesOfDealer,
  { sides, values }: Window<CaseRow>,
  read: readonly CaseColumn[],
): Promise<Map<string, CaseRow[]>> {
  const filled = { ids: dealerIds, status: asked.status, other: asked.only, ...values };
  const rows = await casesOfEach(tx, { ...shapeOf(asked), sides, columns: read }, filled);
  return groupBy(rows as (CaseRow & { dealerId: string })[], (row) => row.dealerId);
}

const countOfEach = statements('countConflictCasesOf', (db, shape: CasesOfShape) => {
  const all = db.select({ dealerId: conflictParties.dealerId, count: count() }).from(conflictParties);
  const found = shape.isOfStatus ? all.innerJoin(conflictCases, partyOfCase) : all;
  const those = sql`${conflictParties.dealerId} = any(${sql.placeholder('ids')}::uuid[])`;
  return found.where(and(ofDealers(shape), those)).groupBy(conflictParties.dealerId);
});

export async function countCasesOf(
  tx: Unit,
  dealerIds: readonly string[],
  asked: CasesOfDealer,
): Promise<Map<string, number>> {
  const filled = { ids: dealerIds, status: asked.status, other: asked.only };
  const rows = await countOfEach(tx, shapeOf(asked), filled);
  return new Map(rows.map((row) => [row.dealerId, row.count]));
}
