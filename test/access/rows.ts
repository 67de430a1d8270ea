import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';

/** The tables that belong to organizations, as the catalog has them, so that a new one cannot be left out. */
export async function ownedTables(database: Database): Promise<string[]> {
  const rows = await database.asOwner((tx) =>
    tx.run((db) =>
      db.execute<{ name: string }>(sql`
        select c.relname as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`),
    ),
  );
  return [...rows].map(({ name }) => name);
}

export type Print = Readonly<Record<string, { readonly rows: number; readonly print: string }>>;

/** How many rows each of two organizations has in each table, and a print of where they stand and who wrote them, which no write leaves as it was. */
export async function printsOf(
  database: Database,
  tables: readonly string[],
  organizationIds: readonly [string, string],
): Promise<[Print, Print]> {
  const each = tables.map(
    (table) => sql`select ${table}::text as name, organization_id, count(*)::int as rows,
      md5(string_agg(concat(ctid, xmin), ',' order by ctid)) as print
      from ${sql.identifier(table)} t where organization_id = any(${sql.param([...organizationIds])}::uuid[])
      group by organization_id`,
  );
  type Row = { name: string; organization_id: string; rows: number; print: string };
  const found = await database.asOwner((tx) => tx.run((db) => db.execute<Row>(sql.join(each, sql` union all `))));
  const printOf = (id: string): Print =>
    Object.fromEntries(
      [...found]
        .filter((row) => row.organization_id === id)
        .map(({ name, rows, print }) => [name, { rows, print }])
        .sort(),
    );
  return [printOf(organizationIds[0]), printOf(organizationIds[1])];
}
