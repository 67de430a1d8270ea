import { and, asc, eq, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { territories } from '../../db/tables/network.ts';
import { groupBy, indexBy } from '../shared/loading.ts';

export type TerritoryRow = typeof territories.$inferSelect;

export const allTerritories = statement('allTerritories', (db) =>
  db.select().from(territories).where(eq(territories.organizationId, organization)).orderBy(asc(territories.code)),
);

const byIds = statement('territoriesByIds', (db) =>
  db
    .select()
    .from(territories)
    .where(and(eq(territories.organizationId, organization), sql`${territories.id} = any(${sql.placeholder('ids')})`)),
);

export const territoriesByIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, TerritoryRow>> =>
  indexBy(await byIds(tx, { ids }), (row) => row.id);

const byParents = statement('territoriesByParents', (db) =>
  db
    .select()
    .from(territories)
    .where(
      and(eq(territories.organizationId, organization), sql`${territories.parentId} = any(${sql.placeholder('ids')})`),
    )
    .orderBy(asc(territories.code)),
);

/** The territories directly below each of several, by code. */
export const childrenOf = async (tx: Unit, ids: readonly string[]): Promise<Map<string, TerritoryRow[]>> =>
  groupBy(await byParents(tx, { ids }), (row) => row.parentId ?? '');

export async function insertTerritory(
  tx: Unit,
  row: typeof territories.$inferInsert,
): Promise<TerritoryRow | undefined> {
  const [inserted] = await tx.run((db) =>
    db
      .insert(territories)
      .values(row)
      .onConflictDoNothing({ target: [territories.organizationId, territories.code] })
      .returning(),
  );
  return inserted;
}
