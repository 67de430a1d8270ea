import { asc, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import { MOST_NAMED, organization, statement, statements } from '../../db/statement.ts';
import { dealerClassAssignments, dealers } from '../../db/tables/network.ts';
import { organizations } from '../../db/tables/organizations.ts';
import { rubrics, rubricVersions } from '../../db/tables/rubrics.ts';
import { openTestDatabase, testDatabase } from '../kit/database.ts';

let database: Database;
let organizationId: string;

beforeEach(async () => {
  database = await testDatabase();
  organizationId = uuid();
  const brand = { id: organizationId, code: organizationId, name: 'Brand', defaultLocale: 'en' as const };
  await database.asOwner((tx) => tx.run((db) => db.insert(organizations).values({ ...brand, createdAt: new Date() })));
});

const write = () => ({ organizationId, mode: 'write' }) as const;
const at = new Date('2026-11-22T08:09:10.123Z');
const value = sql.placeholder;

const insertDealer = statement('test_insert_dealer', (db) =>
  db.insert(dealers).values({
    organizationId: organization,
    id: value('id'),
    code: value('code'),
    name: 'Dealer',
    searchText: '',
    roles: value('roles'),
    status: 'ACTIVE',
    channel: 'PHYSICAL',
    industries: value('industries'),
    territoryId: value('territoryId'),
    score: value('score'),
    version: 1,
    createdAt: value('at'),
    updatedAt: value('at'),
  }),
);
const dealersByIds = statement('test_dealers_by_ids', (db) =>
  db
    .select()
    .from(dealers)
    .where(sql`${dealers.organizationId} = ${organization} and ${dealers.id} = any(${value('ids')})`)
    .orderBy(asc(dealers.code)),
);

function dealer(more: Record<string, unknown> = {}) {
  const plain = {
    id: uuid(),
    code: uuid(),
    roles: ['DEALER'],
    industries: ['fmcg'],
    territoryId: null,
    score: null,
    at,
  };
  return { ...plain, ...more };
}

test('every kind of value comes back as it was given', async () => {
  const industries = ['a "quoted" one', 'back\\slash', 'comma, brace}', '', 'NULL', '彩票'];
  const given = dealer({ code: `D'1";{`, industries, score: 87.5 });
  await database.unit(write(), async (tx) => {
    await insertDealer(tx, given);
    expect(await dealersByIds(tx, { ids: [given.id] })).toEqual([
      {
        organizationId,
        id: given.id,
        code: `D'1";{`,
        name: 'Dealer',
        searchText: '',
        roles: ['DEALER'],
        status: 'ACTIVE',
        channel: 'PHYSICAL',
        industries,
        territoryId: null,
        upstreamId: null,
        tierCode: null,
        score: 87.5,
        version: 1,
        createdAt: at,
        updatedAt: at,
      },
    ]);
  });
});

test('a list may be empty, long, or hold what is not there', async () => {
  const given = Array.from({ length: 30 }, (_, i) => dealer({ code: String(i).padStart(2, '0') }));
  await database.unit(write(), async (tx) => {
    for (const one of given) await insertDealer(tx, one);
    const ids = given.map(({ id }) => id);
    expect((await dealersByIds(tx, { ids })).map(({ id }) => id)).toEqual(ids);
    expect((await dealersByIds(tx, { ids: [uuid(), ids[3]] })).map(({ id }) => id)).toEqual([ids[3]]);
    expect(await dealersByIds(tx, { ids: [] })).toEqual([]);
  });
});

test("the organization is the unit's, whatever the caller says", async () => {
  const given = dealer();
  await database.unit(write(), async (tx) => {
    await insertDealer(tx, { ...given, organizationId: uuid() });
    expect(await dealersByIds(tx, { ids: [given.id], organizationId: uuid() })).toHaveLength(1);
  });
});

test('a statement is run again and again, also side by side', async () => {
  const given = Array.from({ length: 12 }, () => dealer());
  await database.unit(write(), (tx) => Promise.all(given.map((one) => insertDealer(tx, one))));
  const found = await Promise.all(
    given.map(({ id }) => database.unit({ organizationId, mode: 'read' }, (tx) => dealersByIds(tx, { ids: [id] }))),
  );
  expect(found.map(([row]) => row?.id)).toEqual(given.map(({ id }) => id));
});

test('codes are in the order of their bytes', async () => {
  const codes = ['a', 'B', '_', 'Z', '中', '1', 'é', 'b'];
  const given = codes.map((code) => dealer({ code }));
  await database.unit(write(), async (tx) => {
    for (const one of given) await insertDealer(tx, one);
    const found = await dealersByIds(tx, { ids: given.map(({ id }) => id) });
    expect(found.map(({ code }) => code)).toEqual(['1', 'B', 'Z', '_', 'a', 'b', 'é', '中']);
  });
});

test('a value that is missing is told by its name', async () => {
  await expect(database.unit(write(), (tx) => dealersByIds(tx))).rejects.toThrow('No value for placeholder "ids"');
});

test('a value that cannot be one is refused without being told', async () => {
  const deed = database.unit(write(), (tx) => dealersByIds(tx, { ids: ['CANARY'] }));
  const error = await deed.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'DatabaseError', kind: 'INTERNAL', sqlState: '22P02' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('CANARY');
});

test('days, documents and lists of documents keep their shape', async () => {
  const [rubricId, dealerId] = [uuid(), uuid()];
  const label = { en: 'Rubric "x"', zhHans: '标准' };
  const content = { items: [{ weight: '0.10', on: true, none: null, deep: [['"', '\\', '}']] }] };
  const composition = [{ source: 'core', version: '1.0.0', items: 9 }];
  const insertVersion = statement('test_insert_version', (db) =>
    db.insert(rubricVersions).values({
      organizationId: organization,
      id: value('id'),
      rubricId: value('rubricId'),
      number: value('number'),
      status: 'DRAFT',
      effectiveFrom: value('effectiveFrom'),
      content: value('content'),
      composition: value('composition'),
      contentHash: '',
      createdAt: at,
    }),
  );
  await database
    .unit(write(), async (tx) => {
      await insertDealer(tx, dealer({ id: dealerId }));
      await tx.run((db) =>
        db
          .insert(rubrics)
          .values({ organizationId, id: rubricId, key: 'k', label, direction: 'DEALER_PROVIDES', createdAt: at }),
      );
      await insertVersion(tx, { id: uuid(), rubricId, number: 1, effectiveFrom: '2026-02-28', content, composition });
      await insertVersion(tx, { id: uuid(), rubricId, number: 2, effectiveFrom: null, content: [], composition: [] });
      const version = { number: rubricVersions.number, effectiveFrom: rubricVersions.effectiveFrom };
      const documents = { content: rubricVersions.content, composition: rubricVersions.composition };
      const found = await tx.run((db) =>
        db
          .select({ ...version, ...documents })
          .from(rubricVersions)
          .where(eq(rubricVersions.rubricId, rubricId))
          .orderBy(asc(rubricVersions.number)),
      );
      expect(found).toEqual([
        { number: 1, effectiveFrom: '2026-02-28', content, composition },
        { number: 2, effectiveFrom: null, content: [], composition: [] },
      ]);
      const assigned = { dealerId, class: 'A', validFrom: '2026-01-01', validTo: '2026-01-01' } as const;
      const decided = { reason: '', decidedBy: 'Ann', decidedByKey: uuid(), decidedAt: at };
      await expect(
        tx.run((db) =>
          db.insert(dealerClassAssignments).values({ organizationId, id: uuid(), ...assigned, ...decided }),
        ),
      ).rejects.toMatchObject({ kind: 'CHECK', constraint: 'dealer_class_assignments_valid_to_after_from' });
    })
    .catch((error: { kind?: string }) => {
      if (error.kind !== 'CHECK') throw error;
    });
});

test('what SQL computes comes as the same values from both databases', async () => {
  const [row] = await database.unit({ organizationId, mode: 'read' }, (tx) =>
    tx.run((db) =>
      db.execute(sql`
        select count(*) as count, 1.50::numeric as exact, 0.5::float8 as float, true as yes, null::text as nothing,
          date '2026-11-22' as day, timestamptz '2026-11-22 08:09:10.123+08' as instant, '{"a":[1]}'::jsonb as document,
          array['x', 'y, z', null] as texts, array['00000000-0000-0000-0000-000000000001'::uuid] as ids, 7::int as number,
          '"text"'::jsonb as scalar
        from organizations`),
    ),
  );
  expect(row).toEqual({
    count: 1,
    exact: '1.50',
    float: 0.5,
    yes: true,
    nothing: null,
    day: '2026-11-22',
    instant: new Date('2026-11-22T00:09:10.123Z'),
    document: { a: [1] },
    texts: ['x', 'y, z', null],
    ids: ['00000000-0000-0000-0000-000000000001'],
    number: 7,
    scalar: 'text',
  });
});

test('a name stands for one statement', () => {
  expect(() => statement('test_dealers_by_ids', (db) => db.select().from(rubrics))).toThrow('two statements are named');
});

test('a name longer than PostgreSQL keeps is refused', () => {
  expect(() => statement('x'.repeat(64), (db) => db.select().from(dealers))).toThrow('longer than 63');
});

test('of a family of statements the shapes met first are prepared by name, and all answer', async () => {
  const names: (string | undefined)[] = [];
  const watching = await openTestDatabase(({ name }) => names.push(name));
  const brand = { id: organizationId, code: uuid(), name: 'Brand', defaultLocale: 'en' as const, createdAt: at };
  await watching.asOwner((tx) => tx.run((db) => db.insert(organizations).values(brand).onConflictDoNothing()));
  const family = statements('test_family', (db, { add }: { add: number }) =>
    db
      .select({ sum: sql<number>`${dealers.version} + ${sql.raw(String(add))}` })
      .from(dealers)
      .where(eq(dealers.organizationId, organization)),
  );
  await watching.unit(write(), (tx) => insertDealer(tx, dealer()));
  const shapes = Array.from({ length: MOST_NAMED + 2 }, (_, add) => ({ add }));
  const ask = async () => {
    names.length = 0;
    return watching.unit({ organizationId, mode: 'read' }, async (tx) => {
      const found = [];
      for (const shape of shapes) found.push(...(await family(tx, shape)));
      return found.map(({ sum }) => sum);
    });
  };
  for (const _ of ['compiled', 'known']) {
    expect(await ask()).toEqual(shapes.map(({ add }) => 1 + add));
    expect(names.filter((name) => name !== undefined)).toEqual(
      shapes.slice(0, MOST_NAMED).map((_, at) => `test_family ${at + 1}`),
    );
  }
  await watching.close();
});
