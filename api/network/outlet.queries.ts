import { and, count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement, statements } from '../../db/statement.ts';
import { outlets } from '../../db/tables/network.ts';
import { storable } from '../shared/checks.ts';
import { allOf, type Conditions, each, given, oneOf, picked } from '../shared/filters.ts';
import { type Keyset, type Sides, type Window, within } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';
import { belowTerritory, like, overlaps, searchPattern } from './conditions.queries.ts';

export type OutletRow = typeof outlets.$inferSelect;
export type OutletColumn = keyof OutletRow;

const columns = getTableColumns(outlets);
export const outletColumns = Object.keys(columns) as OutletColumn[];

export interface OutletListFilter {
  readonly search?: string | null | undefined;
  readonly kind?: readonly string[] | null | undefined;
  readonly industry?: readonly string[] | null | undefined;
  readonly territoryId?: string | undefined;
  readonly dealerId?: string | undefined;
  /** The only dealer whose outlets the caller sees. */
  readonly only?: string | null | undefined;
}

export const outletKeyset: Keyset<OutletRow> = {
  name: 'outlets',
  descending: false,
  keys: [
    { by: outlets.code, type: 'text', reads: 'code', of: (row) => row.code },
    { by: outlets.id, type: 'uuid', reads: 'id', of: (row) => row.id },
  ],
};

const conditions: Conditions<OutletListFilter> = {
  only: eq(outlets.dealerId, sql.placeholder('only')),
  dealerId: eq(outlets.dealerId, sql.placeholder('dealerId')),
  search: like(outlets.searchText, 'search'),
  kind: oneOf(outlets.kind, 'kind'),
  industry: overlaps(outlets.industries, 'industry'),
  territoryId: belowTerritory(outlets.territoryId, 'territoryId'),
};

const matching = (names: readonly string[]): SQL | undefined =>
  and(eq(outlets.organizationId, organization), allOf(conditions, names));

const asked = (filter: OutletListFilter): OutletListFilter => ({ ...filter, search: searchPattern(filter.search) });

interface OutletsShape {
  readonly sides: Sides;
  readonly given: readonly string[];
  readonly columns: readonly OutletColumn[];
}

const page = statements('outletsPage', (db, shape: OutletsShape) => {
  const { where, orderBy, limit } = within(outletKeyset, shape.sides);
  return db
    .select(picked(columns, shape.columns))
    .from(outlets)
    .where(and(matching(shape.given), where))
    .orderBy(...orderBy)
    .limit(limit);
});

/** A page of outlets, with the columns that are to be read. */
export function outletsPage(
  tx: Unit,
  filter: OutletListFilter,
  { sides, values }: Window<OutletRow>,
  read: readonly OutletColumn[],
): Promise<OutletRow[]> {
  const own = asked(filter);
  return page(tx, { sides, given: given(conditions, own), columns: read }, { ...own, ...values });
}

const counted = statements('countOutlets', (db, shape: { readonly given: readonly string[] }) =>
  db.select({ count: count() }).from(outlets).where(matching(shape.given)),
);

export async function countOutlets(tx: Unit, filter: OutletListFilter): Promise<number> {
  const own = asked(filter);
  const [row] = await counted(tx, { given: given(conditions, own) }, { ...own });
  return row?.count ?? 0;
}

const byIds = statement('outletsByIds', (db) =>
  db
    .select()
    .from(outlets)
    .where(and(eq(outlets.organizationId, organization), sql`${outlets.id} = any(${sql.placeholder('ids')})`)),
);

export const outletsByIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, OutletRow>> =>
  indexBy(await byIds(tx, { ids }), (row) => row.id);

const byCodes = statement('outletsByCodes', (db) =>
  db
    .select()
    .from(outlets)
    .where(
      and(
        eq(outlets.organizationId, organization),
        eq(outlets.dealerId, sql.placeholder('dealerId')),
        sql`${outlets.code} = any(${sql.placeholder('codes')})`,
      ),
    ),
);

/** Outlets of one dealer by their codes. */
export const outletsByCodes = async (
  tx: Unit,
  codes: readonly string[],
  dealerId: string,
): Promise<Map<string, OutletRow>> =>
  indexBy(await byCodes(tx, { dealerId, codes: codes.filter(storable) }), (row) => row.code);

interface OutletsOfShape {
  readonly sides: Sides;
  readonly columns: readonly OutletColumn[];
}

const ofDealers = statements('outletsOf', (db, shape: OutletsOfShape) => {
  const { where, orderBy, limit } = within(outletKeyset, shape.sides);
  const one = db
    .select(picked(columns, shape.columns))
    .from(outlets)
    .where(and(eq(outlets.organizationId, organization), sql`${outlets.dealerId} = dealer.id`, where))
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  return db.select(one._.selectedFields).from(each('dealer')).crossJoinLateral(one);
});

/** One page of the outlets of each of several dealers. */
export async function outletsOf(
  tx: Unit,
  dealerIds: readonly string[],
  { sides, values }: Window<OutletRow>,
  read: readonly OutletColumn[],
): Promise<Map<string, OutletRow[]>> {
  const rows = await ofDealers(tx, { sides, columns: read }, { ids: dealerIds, ...values });
  return groupBy(rows as OutletRow[], (row) => row.dealerId);
}

const countOf = statement('countOutletsOf', (db) =>
  db
    .select({ dealerId: outlets.dealerId, count: count() })
    .from(outlets)
    .where(
      and(eq(outlets.organizationId, organization), sql`${outlets.dealerId} = any(${sql.placeholder('ids')}::uuid[])`),
    )
    .groupBy(outlets.dealerId),
);

export const countOutletsOf = async (tx: Unit, dealerIds: readonly string[]): Promise<Map<string, number>> =>
  new Map((await countOf(tx, { ids: dealerIds })).map((row) => [row.dealerId, row.count]));

export async function lockOutlet(tx: Unit, outletId: string): Promise<OutletRow | undefined> {
  const [row] = await tx.run((db) =>
    db
      .select()
      .from(outlets)
      .where(and(eq(outlets.organizationId, tx.organizationId), eq(outlets.id, outletId)))
      .for('update'),
  );
  return row;
}

export async function insertOutlet(tx: Unit, row: typeof outlets.$inferInsert): Promise<OutletRow | undefined> {
  const [inserted] = await tx.run((db) =>
    db
      .insert(outlets)
      .values(row)
      .onConflictDoNothing({ target: [outlets.organizationId, outlets.dealerId, outlets.code] })
      .returning(),
  );
  return inserted;
}

/** Changes an outlet and makes its version grow by one. */
export async function updateOutletRow(
  tx: Unit,
  outlet: OutletRow,
  values: Partial<OutletRow>,
  at: Date,
): Promise<OutletRow> {
  const [updated] = await tx.run((db) =>
    db
      .update(outlets)
      .set({ ...values, version: outlet.version + 1, updatedAt: at })
      .where(and(eq(outlets.organizationId, tx.organizationId), eq(outlets.id, outlet.id)))
      .returning(),
  );
  return updated ?? outlet;
}
