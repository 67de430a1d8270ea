import { and, count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement, statements } from '../../db/statement.ts';
import { dealerClassAssignments, dealers } from '../../db/tables/network.ts';
import { storable } from '../shared/checks.ts';
import { allOf, type Conditions, each, given, oneOf, picked } from '../shared/filters.ts';
import { type Keyset, type Sides, type Window, within } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';
import { belowTerritory, like, overlaps, searchPattern } from './conditions.queries.ts';

export type DealerRow = typeof dealers.$inferSelect;
export type DealerColumn = keyof DealerRow;

const columns = getTableColumns(dealers);
export const dealerColumns = Object.keys(columns) as DealerColumn[];

export interface DealerListFilter {
  readonly search?: string | null | undefined;
  readonly class?: readonly string[] | null | undefined;
  readonly status?: readonly string[] | null | undefined;
  readonly channel?: readonly string[] | null | undefined;
  readonly industry?: readonly string[] | null | undefined;
  readonly territoryId?: string | undefined;
  /** Codes of tiers; UNGRADED for no grade in force. */
  readonly tier?: readonly string[] | null | undefined;
  /** The only dealer that the caller sees. */
  readonly only?: string | null | undefined;
  /** The day on which a class counts. */
  readonly today: string;
}

const id = { by: dealers.id, type: 'uuid', reads: 'id', of: (row: DealerRow) => row.id } as const;

const sortKeys = {
  CODE: { by: dealers.code, type: 'text', reads: 'code', of: (row: DealerRow) => row.code },
  NAME: { by: dealers.name, type: 'text', reads: 'name', of: (row: DealerRow) => row.name },
  CREATED_AT: {
    by: dealers.createdAt,
    type: 'timestamptz',
    reads: 'createdAt',
    of: (row: DealerRow) => row.createdAt.toISOString(),
  },
} as const;

// The ungraded come last in both directions: below every score when descending, above it when ascending.
const score = {
  ASC: {
    by: sql`coalesce(${dealers.score}, 101)`,
    type: 'float8',
    reads: 'score',
    of: (row: DealerRow) => String(row.score ?? 101),
  },
  DESC: {
    by: sql`coalesce(${dealers.score}, -1)`,
    type: 'float8',
    reads: 'score',
    of: (row: DealerRow) => String(row.score ?? -1),
  },
} as const;

export interface DealerOrder {
  readonly field: keyof typeof sortKeys | 'SCORE';
  readonly direction: 'ASC' | 'DESC';
}

export function dealerKeyset({ field, direction }: DealerOrder): Keyset<DealerRow> {
  const first = field === 'SCORE' ? score[direction] : sortKeys[field];
  return { name: `dealers ${field} ${direction}`, descending: direction === 'DESC', keys: [first, id] };
}

/** The second tier of a dealer stands by code. */
export const secondTierKeyset: Keyset<DealerRow> = {
  name: 'secondTier',
  descending: false,
  keys: [sortKeys.CODE, id],
};

const inTier: SQL = sql`(
  ${oneOf(dealers.tierCode, 'tier')} or ('UNGRADED' = any(${sql.placeholder('tier')}::text[]) and ${dealers.tierCode} is null)
)`;

const inClass: SQL = sql`exists (
  select from ${dealerClassAssignments} c
  where c.organization_id = ${organization} and c.dealer_id = ${dealers.id} and c.class = any(${sql.placeholder('class')}::text[])
    and c.valid_from <= ${sql.placeholder('today')}::date
    and (c.valid_to is null or c.valid_to > ${sql.placeholder('today')}::date)
)`;

const conditions: Conditions<DealerListFilter> = {
  only: eq(dealers.id, sql.placeholder('only')),
  search: like(dealers.searchText, 'search'),
  class: inClass,
  status: oneOf(dealers.status, 'status'),
  channel: oneOf(dealers.channel, 'channel'),
  industry: overlaps(dealers.industries, 'industry'),
  territoryId: belowTerritory(dealers.territoryId, 'territoryId'),
  tier: inTier,
};

const matching = (names: readonly string[]): SQL | undefined =>
  and(eq(dealers.organizationId, organization), allOf(conditions, names));

const asked = (filter: DealerListFilter): DealerListFilter => ({ ...filter, search: searchPattern(filter.search) });

interface DealersShape {
  readonly order: DealerOrder;
  readonly sides: Sides;
  readonly given: readonly string[];
  readonly columns: readonly DealerColumn[];
}

const page = statements('dealersPage', (db, shape: DealersShape) => {
  const { where, orderBy, limit } = within(dealerKeyset(shape.order), shape.sides);
  return db
    .select(picked(columns, shape.columns))
    .from(dealers)
    .where(and(matching(shape.given), where))
    .orderBy(...orderBy)
    .limit(limit);
});

/** A page of dealers; of their columns, those that are asked for and those that the order and every object needs. */
export function dealersPage(
  tx: Unit,
  filter: DealerListFilter,
  order: DealerOrder,
  window: Window<DealerRow>,
  read: readonly DealerColumn[],
): Promise<DealerRow[]> {
  const values = asked(filter);
  const shape = { order, sides: window.sides, given: given(conditions, values), columns: read };
  return page(tx, shape, { ...values, ...window.values });
}

const counted = statements('countDealers', (db, shape: { readonly given: readonly string[] }) =>
  db.select({ count: count() }).from(dealers).where(matching(shape.given)),
);

export async function countDealers(tx: Unit, filter: DealerListFilter): Promise<number> {
  const values = asked(filter);
  const [row] = await counted(tx, { given: given(conditions, values) }, { ...values });
  return row?.count ?? 0;
}

const byIds = statement('dealersByIds', (db) =>
  db
    .select()
    .from(dealers)
    .where(and(eq(dealers.organizationId, organization), sql`${dealers.id} = any(${sql.placeholder('ids')})`)),
);

export const dealersByIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, DealerRow>> =>
  indexBy(await byIds(tx, { ids }), (row) => row.id);

const byCodes = statement('dealersByCodes', (db) =>
  db
    .select()
    .from(dealers)
    .where(and(eq(dealers.organizationId, organization), sql`${dealers.code} = any(${sql.placeholder('codes')})`)),
);

export const dealersByCodes = async (tx: Unit, codes: readonly string[]): Promise<Map<string, DealerRow>> =>
  indexBy(await byCodes(tx, { codes: codes.filter(storable) }), (row) => row.code);

interface SecondTierShape {
  readonly sides: Sides;
  readonly columns: readonly DealerColumn[];
}

const secondTier = statements('secondTierOf', (db, shape: SecondTierShape) => {
  const { where, orderBy, limit } = within(secondTierKeyset, shape.sides);
  const one = db
    .select(picked(columns, shape.columns))
    .from(dealers)
    .where(and(eq(dealers.organizationId, organization), sql`${dealers.upstreamId} = upstream.id`, where))
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  return db.select(one._.selectedFields).from(each('upstream')).crossJoinLateral(one);
});

/** One page of the second tier of each of several dealers. */
export const secondTierOf = async (
  tx: Unit,
  upstreamIds: readonly string[],
  { sides, values }: Window<DealerRow>,
  read: readonly DealerColumn[],
): Promise<Map<string, DealerRow[]>> => {
  const rows = await secondTier(tx, { sides, columns: read }, { ids: upstreamIds, ...values });
  return groupBy(rows as DealerRow[], (row) => row.upstreamId ?? '');
};

const secondTierCount = statement('countSecondTierOf', (db) =>
  db
    .select({ upstreamId: dealers.upstreamId, count: count() })
    .from(dealers)
    .where(
      and(
        eq(dealers.organizationId, organization),
        sql`${dealers.upstreamId} = any(${sql.placeholder('ids')}::uuid[])`,
      ),
    )
    .groupBy(dealers.upstreamId),
);

export const countSecondTierOf = async (tx: Unit, upstreamIds: readonly string[]): Promise<Map<string, number>> =>
  new Map((await secondTierCount(tx, { ids: upstreamIds })).map((row) => [row.upstreamId ?? '', row.count]));

/** The dealer itself, held until the unit of work ends, so that changes to it follow one another. */
export async function lockDealer(tx: Unit, dealerId: string): Promise<DealerRow | undefined> {
  const [row] = await tx.run((db) =>
    db
      .select()
      .from(dealers)
      .where(and(eq(dealers.organizationId, tx.organizationId), eq(dealers.id, dealerId)))
      .for('update'),
  );
  return row;
}

export async function insertDealer(tx: Unit, row: typeof dealers.$inferInsert): Promise<DealerRow | undefined> {
  const [inserted] = await tx.run((db) =>
    db
      .insert(dealers)
      .values(row)
      .onConflictDoNothing({ target: [dealers.organizationId, dealers.code] })
      .returning(),
  );
  return inserted;
}

/** Changes a dealer and makes its version grow by one. */
export async function updateDealerRow(
  tx: Unit,
  dealer: DealerRow,
  values: Partial<DealerRow>,
  at: Date,
): Promise<DealerRow> {
  const [updated] = await tx.run((db) =>
    db
      .update(dealers)
      .set({ ...values, version: dealer.version + 1, updatedAt: at })
      .where(and(eq(dealers.organizationId, tx.organizationId), eq(dealers.id, dealer.id)))
      .returning(),
  );
  return updated ?? dealer;
}

/** Whether `upstreamId` is `dealerId` or buys, directly or not, through it. */
export async function buysThrough(tx: Unit, upstreamId: string, dealerId: string): Promise<boolean> {
  const rows = await tx.run((db) =>
    db
      .select({ id: dealers.id })
      .from(dealers)
      .where(
        and(
          eq(dealers.organizationId, tx.organizationId),
          eq(dealers.id, dealerId),
          sql`${dealers.id} in (
            with recursive above(id) as (
              select ${upstreamId}::uuid
              union
              select d.upstream_id from dealers d
              join above on d.organization_id = ${tx.organizationId} and d.id = above.id
              where d.upstream_id is not null
            )
            select id from above
          )`,
        ),
      ),
  );
  return rows.length > 0;
}

/** Links follow one another within an organization, so that two of them cannot close a circle together. */
export const lockLinks = (tx: Unit): Promise<unknown> =>
  tx.run((db) => db.execute(sql`select pg_advisory_xact_lock(hashtextextended('links ' || ${tx.organizationId}, 0))`));
