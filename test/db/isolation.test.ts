import { eq, getTableName, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import { auditEntries } from '../../db/tables/audit.ts';
import { dealers, territories } from '../../db/tables/network.ts';
import { organizations } from '../../db/tables/organizations.ts';
import { testDatabase } from '../kit/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

async function organization(): Promise<string> {
  const id = uuid();
  const row = { id, code: id, name: 'Brand', defaultLocale: 'en' as const, createdAt: new Date() };
  await database.asOwner((tx) => tx.run((db) => db.insert(organizations).values(row)));
  return id;
}

const write = (organizationId: string) => ({ organizationId, mode: 'write' }) as const;
const read = (organizationId: string) => ({ organizationId, mode: 'read' }) as const;
const territory = (organizationId: string) => ({
  organizationId,
  id: uuid(),
  code: 'N',
  name: 'North',
  createdAt: new Date(),
});
const dealer = (organizationId: string): typeof dealers.$inferInsert => ({
  organizationId,
  id: uuid(),
  code: 'D1',
  name: 'Dealer',
  searchText: 'd1 dealer',
  roles: ['DEALER'],
  status: 'ACTIVE',
  channel: 'PHYSICAL',
  industries: ['lottery'],
  version: 1,
  createdAt: new Date(),
  updatedAt: new Date(),
});

async function namesAsOwner(organizationId: string): Promise<string[]> {
  const rows = await database.asOwner((tx) =>
    tx.run((db) => db.select().from(dealers).where(eq(dealers.organizationId, organizationId))),
  );
  return rows.map(({ name }) => name);
}

describe('a unit of one organization', () => {
  test('sees no row of another, whatever it asks for', async () => {
    const [ours, theirs] = [await organization(), await organization()];
    for (const id of [ours, theirs]) {
      await database.unit(write(id), (tx) => tx.run((db) => db.insert(dealers).values(dealer(id))));
    }
    const seen = await database.unit(read(ours), (tx) => tx.run((db) => db.select().from(dealers)));
    expect(seen.map(({ organizationId }) => organizationId)).toEqual([ours]);
    const known = await database.unit(read(ours), (tx) => tx.run((db) => db.select().from(organizations)));
    expect(known.map(({ id }) => id)).toEqual([ours]);
  });

  test('adds no row to another', async () => {
    const [ours, theirs] = [await organization(), await organization()];
    const smuggle = database.unit(write(ours), (tx) => tx.run((db) => db.insert(dealers).values(dealer(theirs))));
    await expect(smuggle).rejects.toMatchObject({ kind: 'INTERNAL', sqlState: '42501' });
    expect(await namesAsOwner(theirs)).toEqual([]);
  });

  test('changes no row of another', async () => {
    const [ours, theirs] = [await organization(), await organization()];
    await database.unit(write(theirs), (tx) => tx.run((db) => db.insert(dealers).values(dealer(theirs))));
    const changed = await database.unit(write(ours), (tx) =>
      tx.run((db) => db.update(dealers).set({ name: 'Taken' }).returning({ id: dealers.id })),
    );
    expect(changed).toEqual([]);
    expect(await namesAsOwner(theirs)).toEqual(['Dealer']);
  });

  test('refers to no row of another', async () => {
    const [ours, theirs] = [await organization(), await organization()];
    const north = territory(theirs);
    await database.unit(write(theirs), (tx) => tx.run((db) => db.insert(territories).values(north)));
    const borrow = database.unit(write(ours), (tx) =>
      tx.run((db) => db.insert(dealers).values({ ...dealer(ours), territoryId: north.id })),
    );
    await expect(borrow).rejects.toMatchObject({ kind: 'FOREIGN_KEY', constraint: 'dealers_territory_fk' });
  });

  test('reads no key, not even its own', async () => {
    const ours = await organization();
    const peek = database.unit(read(ours), (tx) => tx.run((db) => db.execute(sql`select hash from access_keys`)));
    await expect(peek).rejects.toMatchObject({ sqlState: '42501' });
  });

  test('cannot become the owner by asking for the same code twice', async () => {
    const [ours, theirs] = [await organization(), await organization()];
    for (const id of [ours, theirs]) {
      await database.unit(write(id), (tx) => tx.run((db) => db.insert(dealers).values(dealer(id))));
    }
    const again = database.unit(write(ours), (tx) => tx.run((db) => db.insert(dealers).values(dealer(ours))));
    await expect(again).rejects.toMatchObject({ kind: 'UNIQUE', constraint: 'dealers_code', table: 'dealers' });
  });
});

test('where no organization is set, the role sees nothing and adds nothing', async () => {
  const ours = await organization();
  await database.unit(write(ours), (tx) => tx.run((db) => db.insert(dealers).values(dealer(ours))));
  await database.asOwner(async (tx) => {
    await tx.run((db) => db.execute(sql`set local role tierwise_app`));
    for (const table of [organizations, dealers, territories, auditEntries]) {
      expect(await tx.run((db) => db.select().from(table)), getTableName(table)).toEqual([]);
    }
  });
  const add = database.asOwner(async (tx) => {
    await tx.run((db) => db.execute(sql`set local role tierwise_app`));
    await tx.run((db) => db.insert(dealers).values(dealer(ours)));
  });
  await expect(add).rejects.toMatchObject({ sqlState: '42501' });
});

test('every table that belongs to organizations is bound, keyed by organization first, and referred to so', async () => {
  const rows = await database.asOwner((tx) =>
    tx.run((db) =>
      db.execute<{ name: string; bound: boolean; led: boolean }>(sql`
        select c.relname as name,
          c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as bound,
          (select bool_and(a.attname = 'organization_id') from pg_constraint k
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
            where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')) as led
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname not in ('organizations', 'tierwise_migrations')
        order by 1`),
    ),
  );
  const names = [
    'access_keys',
    'assessments',
    'audit_entries',
    'conflict_cases',
    'conflict_events',
    'conflict_parties',
  ];
  const more = ['customer_segments', 'dealer_class_assignments', 'dealers', 'grades', 'key_writes', 'outlets'];
  const rest = ['playbook_texts', 'plugin_settings', 'rubric_versions', 'rubrics', 'score_parameters', 'territories'];
  const all = [...names, ...more, ...rest];
  expect(rows).toEqual(all.map((name) => ({ name, bound: true, led: true })));
});

describe('history stays as it was written', () => {
  const forbidden = [
    ['delete from audit_entries', 'audit'],
    [`update audit_entries set action = 'other'`, 'audit'],
    ['truncate audit_entries', 'audit'],
    [`update grades set score = 100`, 'grades'],
    [`update grades set outcome = '{}'`, 'grades'],
    ['delete from grades', 'grades'],
    [`update rubric_versions set content = '{}'`, 'rubrics'],
    ['delete from rubric_versions', 'rubrics'],
    [`update assessments set started_at = now()`, 'assessments'],
    ['delete from assessments', 'assessments'],
    [`update dealers set code = 'other'`, 'dealers'],
    ['delete from dealers', 'dealers'],
    [`update organizations set name = 'other'`, 'organizations'],
    ['drop table dealers', 'tables'],
    ['alter table dealers disable row level security', 'tables'],
  ] as const;

  test.for(forbidden)('%s is refused', async ([statement]) => {
    const ours = await organization();
    const deed = database.unit(write(ours), (tx) => tx.run((db) => db.execute(sql.raw(statement))));
    await expect(deed).rejects.toMatchObject({ name: 'DatabaseError', kind: 'INTERNAL', sqlState: '42501' });
  });

  test.for([
    `update grades set status = 'EXPIRED', valid_to = now()`,
    `update rubric_versions set status = 'RETIRED', effective_from = null`,
    `update dealer_class_assignments set valid_to = null`,
  ])('%s is allowed', async (statement) => {
    const ours = await organization();
    await database.unit(write(ours), (tx) => tx.run((db) => db.execute(sql.raw(statement))));
  });
});
