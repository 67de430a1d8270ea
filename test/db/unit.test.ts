import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database, Unit } from '../../db/database.ts';
import { territories } from '../../db/tables/network.ts';
import { organizations } from '../../db/tables/organizations.ts';
import { testDatabase } from '../kit/database.ts';
import { record } from '../kit/statements.ts';

let database: Database;
let organizationId: string;

beforeEach(async () => {
  database = await testDatabase();
  organizationId = uuid();
  const brand = { id: organizationId, code: organizationId, name: 'Brand', defaultLocale: 'en' as const };
  await database.asOwner((tx) => tx.run((db) => db.insert(organizations).values({ ...brand, createdAt: new Date() })));
});

const write = () => ({ organizationId, mode: 'write' }) as const;
const read = () => ({ organizationId, mode: 'read' }) as const;

const add = (tx: Unit, code: string) =>
  tx.run((db) =>
    db.insert(territories).values({ organizationId, id: uuid(), code, name: code, createdAt: new Date() }),
  );
const codes = async (tx: Unit) =>
  (await tx.run((db) => db.select({ code: territories.code }).from(territories).orderBy(territories.code))).map(
    ({ code }) => code,
  );
const kept = () => database.unit(read(), codes);
const raise = (tx: Unit, sqlState: string) =>
  tx.run((db) => db.execute(sql.raw(`do $$ begin raise exception using errcode = '${sqlState}'; end $$`)));

describe('a unit', () => {
  test('keeps all of what it did', async () => {
    const result = await database.unit(write(), async (tx) => {
      await add(tx, 'A');
      await add(tx, 'B');
      return codes(tx);
    });
    expect(result).toEqual(['A', 'B']);
    expect(await kept()).toEqual(['A', 'B']);
  });

  test('keeps nothing where it throws, and hands on what was thrown', async () => {
    const reason = new Error('changed my mind');
    const deed = database.unit(write(), async (tx) => {
      await add(tx, 'A');
      throw reason;
    });
    await expect(deed).rejects.toBe(reason);
    expect(await kept()).toEqual([]);
  });

  test('keeps nothing where a statement failed, even if its caller looked away', async () => {
    const deed = database.unit(write(), async (tx) => {
      await add(tx, 'A');
      await add(tx, 'A').catch(() => {});
    });
    await expect(deed).rejects.toMatchObject({ kind: 'UNIQUE', constraint: 'territories_code' });
    expect(await kept()).toEqual([]);
  });

  test('tells its first failure from then on, not that the transaction is aborted', async () => {
    const deed = database.unit(write(), async (tx) => {
      const tries = await Promise.allSettled([add(tx, 'A'), add(tx, 'A'), add(tx, 'B'), codes(tx)]);
      return tries.map((tried) => (tried.status === 'rejected' ? tried.reason.kind : 'done'));
    });
    await expect(deed).rejects.toMatchObject({ kind: 'UNIQUE' });
  });

  test('for reading changes nothing', async () => {
    await expect(database.unit(read(), (tx) => add(tx, 'A'))).rejects.toMatchObject({ sqlState: '25006' });
  });

  test('for reading sees one state of the data throughout', async () => {
    const reading = await database.begin(read());
    expect(await codes(reading)).toEqual([]);
    if (database.kind === 'postgres') await database.unit(write(), (tx) => add(tx, 'A'));
    expect(await codes(reading)).toEqual([]);
    await reading.commit();
  });

  test('refuses an organization that is no UUID before anything is asked', async () => {
    const { statements } = await record(async () => {
      const scope = { organizationId: `'; drop table dealers; --`, mode: 'write' } as const;
      await expect(database.unit(scope, codes)).rejects.toThrow(TypeError);
      await expect(database.begin(scope)).rejects.toThrow(TypeError);
    });
    expect(statements).toEqual([]);
  });

  test('shows each statement to whoever watches, but not its own begin and end', async () => {
    const { statements } = await record(() => database.unit(write(), (tx) => add(tx, 'A')));
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatch(/^insert into "territories"/);
  });
});

describe('an open unit', () => {
  test('keeps what it did when it is committed', async () => {
    const tx = await database.begin(write());
    await add(tx, 'A');
    await tx.commit();
    expect(await kept()).toEqual(['A']);
  });

  test('keeps nothing when it is rolled back', async () => {
    const tx = await database.begin(write());
    await add(tx, 'A');
    await tx.rollback();
    expect(await kept()).toEqual([]);
  });

  test('does not pretend to commit what the database has aborted', async () => {
    const tx = await database.begin(write());
    await add(tx, 'A');
    await add(tx, 'A').catch(() => {});
    await expect(tx.commit()).rejects.toMatchObject({ kind: 'UNIQUE' });
    expect(await kept()).toEqual([]);
  });

  test.for(['commit', 'rollback'] as const)('is of no use after its %s', async (how) => {
    const tx = await database.begin(write());
    await tx[how]();
    const over = { name: 'UnitError', code: 'UNIT_ENDED' };
    await expect(add(tx, 'A')).rejects.toMatchObject(over);
    await expect(tx.commit()).rejects.toMatchObject(over);
    await expect(tx.rollback()).rejects.toMatchObject(over);
    expect(await kept()).toEqual([]);
  });

  test('refuses a query that was built inside and runs after its end', async () => {
    let late: PromiseLike<unknown> | undefined;
    await database.unit(write(), (tx) =>
      tx.run(async (db) => {
        late = db.select().from(territories);
      }),
    );
    await expect(Promise.resolve(late)).rejects.toMatchObject({ cause: { code: 'UNIT_MISSING' } });
  });
});

describe('a unit inside an open one is refused at once', () => {
  const nested = { name: 'UnitError', code: 'UNIT_NESTED' };

  test.for<readonly [string, () => Promise<unknown>]>([
    ['unit', () => database.unit(read(), codes)],
    ['begin', () => database.begin(read())],
    ['asOwner', () => database.asOwner(codes)],
    ['findKey', () => database.findKey('x')],
    ['unit of a request inside', () => database.bounded(() => database.unit(read(), codes))],
  ])('%s', async ([, inside]) => {
    await expect(database.unit(write(), inside)).rejects.toMatchObject(nested);
    await expect(database.asOwner(inside)).rejects.toMatchObject(nested);
  });

  test('in a request, whichever of its branches asks', async () => {
    await database.bounded(async () => {
      const branch = async () => {
        await Promise.resolve();
        return database.begin(read());
      };
      const tx = await branch();
      await expect(Promise.all([1, 2].map(() => database.unit(read(), codes)))).rejects.toMatchObject(nested);
      await tx.commit();
      expect(await database.unit(read(), codes)).toEqual([]);
    });
  });

  test('but one request does not hinder another', async () => {
    const request = () =>
      database.bounded(async () => {
        const tx = await database.begin(read());
        const found = await codes(tx);
        await tx.commit();
        return found;
      });
    expect(await Promise.all([request(), request(), request()])).toEqual([[], [], []]);
  });
});

describe('a write that met another change', () => {
  test.for(['40001', '40P01'])('(%s) is done again from the start', async (sqlState) => {
    let tries = 0;
    await database.unit(write(), async (tx) => {
      tries += 1;
      await add(tx, `T${tries}`);
      if (tries < 3) await raise(tx, sqlState);
    });
    expect(tries).toBe(3);
    expect(await kept()).toEqual(['T3']);
  });

  test('is given up after the third try', async () => {
    let tries = 0;
    const deed = database.unit(write(), async (tx) => {
      tries += 1;
      await raise(tx, '40001');
    });
    await expect(deed).rejects.toMatchObject({ kind: 'SERIALIZATION', sqlState: '40001' });
    expect(tries).toBe(3);
  });

  test.for([
    ['another failure', '23514', 'write'],
    ['a reading unit', '40001', 'read'],
  ] as const)('is the only thing done again: not %s', async ([, sqlState, mode]) => {
    let tries = 0;
    const deed = database.unit({ organizationId, mode }, async (tx) => {
      tries += 1;
      await raise(tx, sqlState);
    });
    await expect(deed).rejects.toMatchObject({ sqlState });
    expect(tries).toBe(1);
  });
});

test('organizations are unique by code, and the owner sees them all', async () => {
  const twice = database.asOwner((tx) =>
    tx.run((db) =>
      db
        .insert(organizations)
        .values({ id: uuid(), code: organizationId, name: 'x', defaultLocale: 'en', createdAt: new Date() }),
    ),
  );
  await expect(twice).rejects.toMatchObject({ kind: 'UNIQUE', constraint: 'organizations_code' });
  const found = await database.asOwner((tx) =>
    tx.run((db) => db.select().from(organizations).where(eq(organizations.code, organizationId))),
  );
  expect(found).toHaveLength(1);
});
