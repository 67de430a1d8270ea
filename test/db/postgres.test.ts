import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase, type Unit } from '../../db/database.ts';
import { DEADLINES, type Session } from '../../db/driver.ts';
import { openPostgres } from '../../db/postgres.ts';
import { dealers } from '../../db/tables/network.ts';
import { beginAs } from '../../db/unit.ts';
import { cuttableLine } from '../kit/cuttable-line.ts';

const place = inject('place');
const url = 'url' in place ? place.url : '';
const organizationId = uuid();
const write = { organizationId, mode: 'write' } as const;
const read = { organizationId, mode: 'read' } as const;

const opened: Database[] = [];
async function open(options: DatabaseOptions = {}): Promise<Database> {
  const database = await openDatabase({ url, ...options });
  opened.push(database);
  return database;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

const execute = async (tx: Unit, text: string) => tx.run((db) => db.execute(sql.raw(text)));
const pidOf = async (tx: Unit) => Number((await execute(tx, 'select pg_backend_pid() as pid'))[0]?.pid);

describe.runIf(url)('PostgreSQL', () => {
  test('shows where it is, but not its password', async () => {
    const shown = new URL((await open()).location);
    expect(shown.password).toBe('');
    expect(shown.port).toBe(new URL(url).port);
  });

  test('that cannot be reached is told in a sentence without its password', async () => {
    const closed = 'postgres://someone:CANARY@127.0.0.1:1/nowhere';
    const error = await openDatabase({ url: closed }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({
      name: 'StartRefused',
      code: 'DATABASE_UNREACHABLE',
      text: {
        en: 'PostgreSQL at DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
        zhHans: '无法连接 DATABASE_URL 所指的 PostgreSQL：connect ECONNREFUSED 127.0.0.1:1。',
      },
    });
    expect(String(error)).not.toContain('CANARY');
  });

  test('is asked for its answer to BEGIN together with the first statement', async () => {
    const driver = openPostgres(url, 1, DEADLINES);
    const session = await driver.open('begin; select pg_sleep(0.3)');
    const started = performance.now();
    const asked = session.execute({ sql: 'select 1 as one', params: [], rows: 'object' });
    expect(performance.now() - started).toBeLessThan(100);
    expect(await asked).toEqual([{ one: 1 }]);
    await session.end('commit');
    await driver.close();
  });

  describe('gives the connection of a reader back at once', () => {
    const stateOf = `select state from pg_stat_activity where pid = $1`;
    const ask = (session: Session, text: string) => session.execute({ sql: text, params: [], rows: 'array' });

    test('and what comes next on it sees all that was committed before', async () => {
      const driver = openPostgres(url, 1, DEADLINES);
      const session = await driver.open(beginAs(read), 'read');
      await ask(session, 'select 1');
      const database = await open();
      const code = uuid();
      await database.asOwner((tx) =>
        execute(
          tx,
          `insert into organizations (id, code, name, default_locale, created_at) values ('${uuid()}', '${code}', '', 'en', now())`,
        ),
      );
      await session.end('commit');
      const next = await driver.open('begin; set local role none', 'read');
      expect(await ask(next, `select code from organizations where code = '${code}'`)).toEqual([[code]]);
      await next.end('commit');
      const found = { sql: `select current_setting('transaction_isolation')`, params: [], rows: 'array' } as const;
      expect(await driver.query(found)).toEqual([['read committed']]);
      await driver.close();
    });

    test('and ends its transaction alone where nothing comes', async () => {
      const driver = openPostgres(url, 1, DEADLINES);
      const session = await driver.open(beginAs(read), 'read');
      const [[pid] = []] = (await ask(session, 'select pg_backend_pid()')) as number[][];
      await session.end('commit');
      const database = await open();
      const states = async () =>
        database.asOwner((tx) => tx.rows({ sql: stateOf, params: [pid], rows: 'array' })) as Promise<string[][]>;
      await expect.poll(states, { interval: 5 }).toEqual([['idle']]);
      await driver.close();
    });

    test('even where its BEGIN failed and nothing was asked', async () => {
      const driver = openPostgres(url, 1, DEADLINES);
      const session = await driver.open('begin; select 1/0', 'read');
      await expect(session.end('commit')).rejects.toMatchObject({ code: '22012' });
      const next = await driver.open(beginAs(read), 'read');
      expect(await ask(next, 'select 1')).toEqual([[1]]);
      await next.end('commit');
      await driver.close();
    });
  });

  test.for([
    ['does not start', 'begun nonsense', '42601'],
    ['starts and fails', 'begin; select 1/0', '22012'],
  ])('a unit whose BEGIN %s fails, and no statement runs outside it', async ([, begin, sqlState]) => {
    const database = await open();
    const add = `insert into organizations (id, code, name, default_locale, created_at)
      values ('${uuid()}', 'outside ${sqlState}', '', 'en', now())`;
    const driver = openPostgres(url, 1, DEADLINES);
    const session = await driver.open(begin ?? '');
    const tries = ['select code from organizations', add].map((text) =>
      session.execute({ sql: text, params: [], rows: 'object' }),
    );
    for (const tried of tries) await expect(tried).rejects.toMatchObject({ code: sqlState });
    await expect(session.end('commit')).rejects.toMatchObject({ code: sqlState });
    const found = await database.asOwner((tx) => execute(tx, `select from organizations where code like 'outside%'`));
    expect(found).toEqual([]);
    await driver.close();
  });

  test('gives a statement outside any unit no row to see', async () => {
    const database = await open();
    await database.asOwner((tx) =>
      execute(
        tx,
        `insert into organizations (id, code, name, default_locale, created_at)
        values ('${uuid()}', '${uuid()}', '', 'en', now())`,
      ),
    );
    const driver = openPostgres(`${url}?options=-c%20work_mem%3D8MB`, 1, DEADLINES);
    const ask = (text: string) => driver.query({ sql: text, params: [], rows: 'array' });
    expect(await ask('select id from organizations')).toEqual([]);
    expect(await ask('select current_user::text')).toEqual([['tierwise_app']]);
    expect(await ask(`select current_setting('work_mem')`)).toEqual([['8MB']]);
    await driver.close();
  });
});

describe.runIf(url)('a deadline', () => {
  test('of a statement', async () => {
    const database = await open({ deadlines: { statementMs: 100 } });
    const slow = database.unit(read, (tx) => execute(tx, 'select pg_sleep(5)'));
    await expect(slow).rejects.toMatchObject({ kind: 'TIMEOUT', sqlState: '57014' });
  });

  test('of a lock', async () => {
    // The holder waits as long as it must: other suites write to this table at the same time.
    const database = await open();
    await database.asOwner(async (holder) => {
      await execute(holder, 'lock table audit_entries in access exclusive mode');
      const other = await open({ deadlines: { lockMs: 100 } });
      const waiting = other.unit(read, (tx) => execute(tx, 'select from audit_entries'));
      await expect(waiting).rejects.toMatchObject({ kind: 'TIMEOUT', sqlState: '55P03' });
    });
  });

  test('of a connection from the pool, which readiness does not wait for', async () => {
    const database = await open({ connections: 1, deadlines: { acquireMs: 200 } });
    const holder = await database.begin(read);
    await expect(database.unit(read, pidOf)).rejects.toMatchObject({ kind: 'BUSY' });
    await expect(database.findKey('x')).rejects.toMatchObject({ kind: 'BUSY' });
    await database.ping();
    await holder.commit();
    expect(await database.unit(read, pidOf)).toBeGreaterThan(0);
  });

  test('of a unit that rests too long, whose connection is then given up', async () => {
    const database = await open({ connections: 1, deadlines: { idleInUnitMs: 100 } });
    const resting = await database.begin(write);
    await execute(resting, 'select 1');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect(execute(resting, 'select 1')).rejects.toMatchObject({
      kind: expect.stringMatching(/^(TIMEOUT|UNAVAILABLE)$/),
    });
    await expect(resting.commit()).rejects.toMatchObject({ name: 'DatabaseError' });
    expect(await database.unit(read, pidOf)).toBeGreaterThan(0);
  });

  test('of a server that has fallen silent', async () => {
    const line = await cuttableLine(new URL(url));
    const database = await open({ url: line.url, connections: 1, deadlines: { statementMs: 100, acquireMs: 200 } });
    const tx = await database.begin(read);
    await pidOf(tx);
    line.fallSilent();
    await expect(pidOf(tx)).rejects.toMatchObject({ kind: 'TIMEOUT' });
    await tx.rollback();
    await expect(database.unit(read, pidOf)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    line.speakAgain();
    expect(await database.unit(read, pidOf)).toBeGreaterThan(0);
    await database.close();
    opened.pop();
    line.close();
  });
});

describe.runIf(url)('a backend that is killed', () => {
  const kill = (database: Database, pid: number) =>
    database.asOwner((tx) => execute(tx, `select pg_terminate_backend(${pid}, 5000)`));

  test('while its unit thinks ends that unit, and the pool recovers', async () => {
    const [database, other] = [await open({ connections: 1 }), await open()];
    const tx = await database.begin(write);
    await kill(other, await pidOf(tx));
    await expect(pidOf(tx)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    await expect(tx.commit()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(await database.unit(read, pidOf)).toBeGreaterThan(0);
  });

  test('while it works fails all that was asked of it', async () => {
    const [database, other] = [await open({ connections: 1 }), await open()];
    const tx = await database.begin(write);
    const pid = await pidOf(tx);
    const asked = [execute(tx, 'select pg_sleep(4)'), pidOf(tx), tx.run((db) => db.select().from(dealers))];
    const settled = Promise.allSettled(asked);
    await kill(other, pid);
    expect((await settled).map((one) => one.status === 'rejected' && one.reason.kind)).toEqual(
      Array(3).fill('UNAVAILABLE'),
    );
    await tx.rollback();
    expect(await database.unit(read, pidOf)).toBeGreaterThan(0);
  });

  test('while it commits leaves the outcome open, so nothing is done again', async () => {
    const [database, other] = [await open({ connections: 1 }), await open()];
    let tries = 0;
    const deed = database.unit(write, async (tx) => {
      tries += 1;
      await kill(other, await pidOf(tx));
    });
    await expect(deed).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(tries).toBe(1);
  });

  test('while it rests in the pool is replaced', async () => {
    const [database, other] = [await open({ connections: 1 }), await open()];
    const pid = await database.unit(read, pidOf);
    await kill(other, pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await database.unit(read, pidOf)).not.toBe(pid);
  });
});

test.runIf(url)('two writes that block each other both come to their end', async () => {
  const database = await open();
  const locks = ['1', '2'].map((name) => `select pg_advisory_xact_lock(77, ${name})`);
  let tries = 0;
  const deed = (order: string[]) =>
    database.unit(write, async (tx) => {
      tries += 1;
      for (const lock of order) {
        await execute(tx, lock);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
  await Promise.all([deed(locks), deed(locks.toReversed())]);
  expect(tries).toBe(3);
});
