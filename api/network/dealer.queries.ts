import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { dealerClassAssignments, dealers } from '../../db/tables/network.ts';
import { storable } from '../shared/checks.ts';
import type { Keyset, Window } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';
import { belowTerritory, like, oneOf, overlaps } from './conditions.queries.ts';

export type DealerRow = typeof dealers.$inferSelect;

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

const id = { by: dealers.id, type: 'uuid', of: (row: DealerRow) => row.id } as const;

const sortKeys = {
  CODE: { by: dealers.code, type: 'text', of: (row: DealerRow) => row.code },
  NAME: { by: dealers.name, type: 'text', of: (row: DealerRow) => row.name },
  CREATED_AT: { by: dealers.createdAt, type: 'timestamptz', of: (row: DealerRow) => row.createdAt.toISOString() },
} as const;

// The ungraded come last in both directions: below every score when descending, above it when ascending.
const score = {
  ASC: { by: sql`coalesce(${dealers.score}, 101)`, type: 'float8', of: (row: DealerRow) => String(row.score ?? 101) },
  DESC: { by: sql`coalesce(${dealers.score}, -1)`, type: 'float8', of: (row: DealerRow) => String(row.score ?? -1) },
} as const;

export type DealerOrderField = keyof typeof sortKeys | 'SCORE';

export function dealerKeyset(field: DealerOrderField, direction: 'ASC' | 'DESC'): Keyset<DealerRow> {
  const first = field === 'SCORE' ? score[direction] : sortKeys[field];
  return { name: `dealers ${field} ${direction}`, descending: direction === 'DESC', keys: [first, id] };
}

/** The second tier of a dealer stands by code. */
export const secondTierKeyset: Keyset<DealerRow> = {
  name: 'secondTier',
  descending: false,
  keys: [sortKeys.CODE, id],
};

function inTier(codes: readonly string[]): SQL {
  const ungraded = codes.includes('UNGRADED') ? sql`${dealers.tierCode} is null` : sql`false`;
  return sql`(${oneOf(dealers.tierCode, codes)} or ${ungraded})`;
}

const inClass = (organizationId: string, classes: readonly string[], today: string): SQL => sql`exists (
  select from ${dealerClassAssignments} c
  where c.organization_id = ${organizationId} and c.dealer_id = ${dealers.id}
    and c.class = any(${sql.param([...classes])}::text[])
    and c.valid_from <= ${today}::date and (c.valid_to is null or c.valid_to > ${today}::date)
)`;

function matching(organizationId: string, filter: DealerListFilter): SQL | undefined {
  return and(
    eq(dealers.organizationId, organizationId),
    filter.only ? eq(dealers.id, filter.only) : undefined,
    filter.search ? like(dealers.searchText, filter.search) : undefined,
    filter.class ? inClass(organizationId, filter.class, filter.today) : undefined,
    filter.status ? oneOf(dealers.status, filter.status) : undefined,
    filter.channel ? oneOf(dealers.channel, filter.channel) : undefined,
    filter.industry ? overlaps(dealers.industries, filter.industry) : undefined,
    filter.territoryId ? belowTerritory(dealers.territoryId, organizationId, filter.territoryId) : undefined,
    filter.tier ? inTier(filter.tier) : undefined,
  );
}

export const dealersPage = (tx: Unit, filter: DealerListFilter, window: Window<DealerRow>): Promise<DealerRow[]> =>
  tx.run((db) =>
    db
      .select()
      .from(dealers)
      .where(and(matching(tx.organizationId, filter), window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit),
  );

export const countDealers = (tx: Unit, filter: DealerListFilter): Promise<number> =>
  tx.run((db) => db.$count(dealers, matching(tx.organizationId, filter)));

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

/** One page of the second tier of each of several dealers. */
export async function secondTierOf(
  tx: Unit,
  upstreamIds: readonly string[],
  window: Window<DealerRow>,
): Promise<Map<string, DealerRow[]>> {
  const rows = await tx.run((db) => {
    const page = db
      .select(getTableColumns(dealers))
      .from(dealers)
      .where(and(eq(dealers.organizationId, tx.organizationId), sql`${dealers.upstreamId} = upstream.id`, window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param([...upstreamIds])}::uuid[]) as upstream(id)`)
      .crossJoinLateral(page);
  });
  return groupBy(rows as DealerRow[], (row) => row.upstreamId ?? '');
}

export async function countSecondTierOf(tx: Unit, upstreamIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.run((db) =>
    db
      .select({ upstreamId: dealers.upstreamId, count: sql<number>`count(*)::int` })
      .from(dealers)
      .where(
        and(
          eq(dealers.organizationId, tx.organizationId),
          sql`${dealers.upstreamId} = any(${sql.param([...upstreamIds])}::uuid[])`,
        ),
      )
      .groupBy(dealers.upstreamId),
  );
  return new Map(rows.map((row) => [row.upstreamId ?? '', row.count]));
}

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
