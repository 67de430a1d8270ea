import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import { createTestApi } from '../kit/api.ts';
import { ownedTables, type Print, printsOf } from './rows.ts';
import { brandPlugins, wholeBrand } from './whole-brand.ts';

let database: Database;
let tables: string[];
/** Whose unit it is, and whose rows it goes for. */
let ours: string;
let theirs: string;
let before: [Print, Print];

beforeAll(async () => {
  const api = await createTestApi({ plugins: brandPlugins });
  database = api.database;
  tables = await ownedTables(database);
  const brands = [await wholeBrand(api, { own: 'OURS' }), await wholeBrand(api, { own: 'THEIRS' })];
  [ours = '', theirs = ''] = brands.map(({ organization }) => organization.id);
  for (const { organization } of brands) {
    const document = 'mutation { setPluginEnabled(input: { name: "lottery", enabled: true }) { __typename } }';
    await organization.admin.send(document);
    const parameters = '{ item: "tuned/scored", values: [{ name: "pace", value: { number: "1" } }] }';
    await organization.admin.send(`mutation { setScoreParameters(input: ${parameters}) { __typename } }`);
  }
  before = await printsOf(database, tables, [ours, theirs]);
}, 60_000);

type Row = Record<string, unknown>;

/** Runs as an operation of ours would; what was done is undone unless it is refused before. */
async function asOurs(statement: SQL): Promise<Row[] | string> {
  const undone = new Error('undone');
  let rows: Row[] = [];
  const unit = database.unit({ organizationId: ours, mode: 'write' }, async (tx) => {
    rows = [...(await tx.run((db) => db.execute<Row>(statement)))];
    throw undone;
  });
  return unit.catch((error) => (error === undone ? rows : String(error.sqlState)));
}

const asOwner = async (statement: SQL): Promise<Row[]> => [
  ...(await database.asOwner((tx) => tx.run((db) => db.execute<Row>(statement)))),
];
const columnsOf = async (table: string): Promise<string[]> =>
  (
    await asOwner(sql`select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped`)
  ).map(({ name }) => String(name));

const deniedOrNothing = (result: Row[] | string) => result === '42501' || result.length === 0;

test('every table that the role can touch in any way is known here, and bound, and has rows of both brands', async () => {
  const touched = await asOwner(sql`
    select c.relname as name, c.relkind as kind, c.relrowsecurity and c.relowner <> 'tierwise_app'::regrole as bound
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and (has_any_column_privilege('tierwise_app', c.oid, 'select, insert, update, references')
        or has_table_privilege('tierwise_app', c.oid, 'delete, truncate, trigger'))
    order by 1`);
  const keys = 'access_keys';
  const expected = ['organizations', ...tables].filter((table) => table !== keys).sort();
  expect(touched).toEqual(expected.map((name) => ({ name, kind: 'r', bound: true })));
  for (const print of before) expect(Object.keys(print).sort()).toEqual([...tables].sort());
});

test('the role calls no function that looks across brands but the one that finds a key', async () => {
  const functions = await asOwner(sql`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      and has_function_privilege('tierwise_app', p.oid, 'execute')`);
  expect(functions).toEqual([{ name: 'tierwise_find_key' }]);
});

test('the role is in no other, and can set aside no rule', async () => {
  const [role] = await asOwner(sql`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
      exists (select from pg_auth_members where member = r.oid) as is_member
    from pg_roles r where rolname = 'tierwise_app'`);
  expect(Object.values(role ?? { none: true }).filter(Boolean)).toEqual([]);
});

/** Rows of theirs, asked for in every way a table allows, by a unit of ours. */
describe('in every table, a unit of one brand', () => {
  const eachTable = async (attempt: (table: string, name: SQL) => Promise<void>) => {
    for (const table of tables) await attempt(table, sql`${sql.identifier(table)}`);
    expect(await printsOf(database, tables, [ours, theirs])).toEqual(before);
  };

  test('reads no row of another', () =>
    eachTable(async (table, name) => {
      const all = await asOurs(sql`select distinct organization_id::text as id from ${name}`);
      expect(all, table).toEqual(table === 'access_keys' ? '42501' : [{ id: ours }]);
      expect(deniedOrNothing(await asOurs(sql`select from ${name} where organization_id = ${theirs}`)), table).toBe(
        true,
      );
    }));

  test('changes no row of another, column by column', () =>
    eachTable(async (table, name) => {
      for (const column of await columnsOf(table)) {
        const set = sql`${sql.identifier(column)} = ${sql.identifier(column)}`;
        const changed = await asOurs(sql`update ${name} set ${set} where organization_id = ${theirs} returning 1`);
        expect(deniedOrNothing(changed), `${table}.${column}`).toBe(true);
      }
    }));

  test('deletes no row, and locks none of another', () =>
    eachTable(async (table, name) => {
      expect(await asOurs(sql`delete from ${name} where organization_id = ${theirs}`), table).toBe('42501');
      expect(await asOurs(sql`truncate ${name}`), table).toBe('42501');
      const locked = await asOurs(sql`select from ${name} where organization_id = ${theirs} for update`);
      expect(deniedOrNothing(locked), table).toBe(true);
    }));

  test('gives another none of its rows', () =>
    eachTable(async (table, name) => {
      const given = await asOurs(sql`update ${name} set organization_id = ${theirs} where organization_id = ${ours}`);
      expect(given, table).toBe('42501');
    }));

  test('adds no row to another', () =>
    eachTable(async (table, name) => {
      const [row] = await asOwner(
        sql`select to_jsonb(t) as row from ${name} t where organization_id = ${theirs} limit 1`,
      );
      const copy = sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${JSON.stringify(row?.row)}::jsonb)`;
      expect(await asOurs(copy), table).toBe('42501');
      expect(await asOurs(sql`${copy} on conflict do nothing`), table).toBe('42501');
    }));

  test('refers to nothing of another: every link leads from brand to the same brand', async () => {
    const links = await asOwner(sql`
      select k.conname as name,
        (select (array_agg(a.attname::text order by p.n))[1] from unnest(k.conkey) with ordinality p(key, n)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.key) as own,
        (select (array_agg(a.attname::text order by p.n))[1] from unnest(k.confkey) with ordinality p(key, n)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.key) as others,
        k.confrelid::regclass::text as target
      from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`);
    expect(links.length).toBeGreaterThan(20);
    const astray = links.filter(({ own, others, target }) => {
      return own !== 'organization_id' || others !== (target === 'organizations' ? 'id' : 'organization_id');
    });
    expect(astray).toEqual([]);
  });

  test('learns from a refusal nothing of another: its own row with an id of theirs is as good as with any', () =>
    eachTable(async (table, name) => {
      if (table === 'access_keys' || !(await columnsOf(table)).includes('id')) return;
      const [mine] = await asOwner(
        sql`select to_jsonb(t) as row from ${name} t where organization_id = ${ours} limit 1`,
      );
      const [foreign] = await asOwner(sql`select id::text from ${name} where organization_id = ${theirs} limit 1`);
      const withId = (id: SQL) => sql`insert into ${name}
        select * from jsonb_populate_record(null::${name}, ${JSON.stringify(mine?.row)}::jsonb || jsonb_build_object('id', ${id}))`;
      const [taken, free] = [
        await asOurs(withId(sql`${foreign?.id}::text`)),
        await asOurs(withId(sql`gen_random_uuid()`)),
      ];
      expect(taken, table).toEqual(free);
    }));
});
