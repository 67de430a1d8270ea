import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { outlets } from '../../db/tables/network.ts';
import { storable } from '../shared/checks.ts';
import type { Keyset, Window } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';
import { belowTerritory, like, oneOf, overlaps } from './conditions.queries.ts';

export type OutletRow = typeof outlets.$inferSelect;

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
    { by: outlets.code, type: 'text', of: (row) => row.code },
    { by: outlets.id, type: 'uuid', of: (row) => row.id },
  ],
};

const matching = (organizationId: string, filter: OutletListFilter) =>
  and(
    eq(outlets.organizationId, organizationId),
    filter.only ? eq(outlets.dealerId, filter.only) : undefined,
    filter.dealerId ? eq(outlets.dealerId, filter.dealerId) : undefined,
    filter.search ? like(outlets.searchText, filter.search) : undefined,
    filter.kind ? oneOf(outlets.kind, filter.kind) : undefined,
    filter.industry ? overlaps(outlets.industries, filter.industry) : undefined,
    filter.territoryId ? belowTerritory(outlets.territoryId, organizationId, filter.territoryId) : undefined,
  );

export const outletsPage = (tx: Unit, filter: OutletListFilter, window: Window<OutletRow>): Promise<OutletRow[]> =>
  tx.run((db) =>
    db
      .select()
      .from(outlets)
      .where(and(matching(tx.organizationId, filter), window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit),
  );

export const countOutlets = (tx: Unit, filter: OutletListFilter): Promise<number> =>
  tx.run((db) => db.$count(outlets, matching(tx.organizationId, filter)));

const byIds = statement('outletsByIds', (db) =>
  db
    .select()
    .from(outlets)
    .where(and(eq(outlets.organizationId, organization), sql`${outlets.id} = any(${sql.placeholder('ids')})`)),
);

export const outletsByIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, OutletRow>> =>
  indexBy(await byIds(tx, { ids }), (row) => row.id);

/** Outlets of one dealer by their codes. */
export async function outletsByCodes(
  tx: Unit,
  codes: readonly string[],
  dealerId: string,
): Promise<Map<string, OutletRow>> {
  const rows = await tx.run((db) =>
    db
      .select()
      .from(outlets)
      .where(
        and(
          eq(outlets.organizationId, tx.organizationId),
          eq(outlets.dealerId, dealerId),
          sql`${outlets.code} = any(${sql.param(codes.filter(storable))}::text[])`,
        ),
      ),
  );
  return indexBy(rows, (row) => row.code);
}

/** One page of the outlets of each of several dealers. */
export async function outletsOf(
  tx: Unit,
  dealerIds: readonly string[],
  window: Window<OutletRow>,
): Promise<Map<string, OutletRow[]>> {
  const rows = await tx.run((db) => {
    const page = db
      .select(getTableColumns(outlets))
      .from(outlets)
      .where(and(eq(outlets.organizationId, tx.organizationId), sql`${outlets.dealerId} = dealer.id`, window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param([...dealerIds])}::uuid[]) as dealer(id)`)
      .crossJoinLateral(page);
  });
  return groupBy(rows as OutletRow[], (row) => row.dealerId);
}

export async function countOutletsOf(tx: Unit, dealerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.run((db) =>
    db
      .select({ dealerId: outlets.dealerId, count: sql<number>`count(*)::int` })
      .from(outlets)
      .where(
        and(
          eq(outlets.organizationId, tx.organizationId),
          sql`${outlets.dealerId} = any(${sql.param([...dealerIds])}::uuid[])`,
        ),
      )
      .groupBy(outlets.dealerId),
  );
  return new Map(rows.map((row) => [row.dealerId, row.count]));
}

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
