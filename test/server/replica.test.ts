import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { authenticate, takeBackKey } from '../../api/access/keys.ts';
import { createWork } from '../../api/shared/work.ts';
import { type Database, type DatabaseOptions, openDatabase, type Unit } from '../../db/database.ts';
import { territories } from '../../db/tables/network.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { type CuttableLine, cuttableLine } from '../kit/cuttable-line.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { type ReplicatedPostgres, startReplicatedPostgres } from '../kit/postgres.ts';
import { CreateDealer, UpdateDealer } from '../network/documents.ts';

const CodesInSight = graphql(`
  query CodesInSight {
    viewer { organization { code } }
    dealers(first: 100) { nodes { code } }
  }
`);

const at = new Date('2026-11-22T08:00:00.000Z');
let servers: ReplicatedPostgres;
let line: CuttableLine;
let replica: pg.Client;
let primary: pg.Client;
/** Two processes of one installation. */
let first: TestApi;
let second: TestApi;
let news: string[] = [];
const opened: Database[] = [];

async function open(options: DatabaseOptions = {}): Promise<Database> {
  const onReplica = ({ what }: { what: string }) => void news.push(what);
  const database = await openDatabase({ url: servers.url, replicaUrl: line.url, onReplica, ...options });
  opened.push(database);
  return database;
}

async function admin(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 1_000) throw new Error('not within ten seconds');
    await wait(10);
  }
}

const answers = async (client: pg.Client, text: string) => (await client.query(text)).rows[0]?.answer;

async function caughtUp(): Promise<void> {
  const lsn = await answers(primary, 'select pg_current_wal_insert_lsn() as answer');
  await until(() => answers(replica, `select pg_last_wal_replay_lsn() >= '${lsn}' as answer`));
}

/** Lets the replica fall behind until the test ends. */
async function fallBehind(): Promise<void> {
  await caughtUp();
  await replica.query('select pg_wal_replay_pause()');
  await until(() => answers(replica, `select pg_get_wal_replay_pause_state() = 'paused' as answer`));
}

const onReplica = async (tx: Unit): Promise<boolean> => {
  const [row] = await tx.run((db) => db.execute<{ it: boolean }>(sql`select pg_is_in_recovery() as it`));
  return row?.it === true;
};

/** A person of a new organization, to read as. */
async function someone(database: Database) {
  const { auditor } = await first.seed.organization();
  const caller = await authenticate(database)(auditor.key ?? '');
  if (!caller) throw new Error('a key that was just given is known');
  await caughtUp();
  return { organizationId: caller.organizationId, mode: 'read', caller } as const;
}

const codes = (result: Parameters<typeof expectData<{ dealers: { nodes: { code: string }[] } }>>[0]) =>
  expectData(result)
    .dealers.nodes.map(({ code }) => code)
    .sort();

describe.runIf('url' in inject('place'))('with a replica', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    servers = await startReplicatedPostgres();
    line = await cuttableLine(new URL(servers.replicaUrl));
    [primary, replica] = [await admin(servers.url), await admin(servers.replicaUrl)];
    await fallBehind();
    first = await createTestApi({ database: await open() });
    await replica.query('select pg_wal_replay_resume()');
    await until(() => news.includes('BACK'));
    second = await createTestApi({ database: await open() });
  }, 60_000);
  afterEach(async () => {
    await replica.query('select pg_wal_replay_resume()');
    for (const database of opened.splice(2)) await database.close();
    news = [];
  });
  afterAll(async () => {
    await Promise.all([...opened.map((database) => database.close()), primary.end(), replica.end()]);
    line.close();
    await servers.stop();
  });

  const dealer = (code: string) => ({ input: { code, name: code, roles: ['DEALER' as const], industries: ['fmcg'] } });

  test('that has not even the tables yet, the primary answers', () => {
    expect(news).toEqual(['AWAY', 'BACK']);
    expect(new URL(first.database.replicaLocation ?? '').password).toBe('');
  });

  test('queries are answered there, changes and what they return by the primary', async () => {
    const { manager, auditor } = await first.seed.organization();
    await fallBehind();
    const made = expectPayload(await manager.run(CreateDealer, dealer('D1')));
    expect(made.dealer.code).toBe('D1');
    expect(codes(await auditor.run(CodesInSight))).toEqual([]);
    await replica.query('select pg_wal_replay_resume()');
    await caughtUp();
    expect(codes(await auditor.run(CodesInSight))).toEqual(['D1']);
  });

  test('whoever has changed something sees it at once, by any process, and nobody else must', async () => {
    const { manager, auditor } = await first.seed.organization();
    await fallBehind();
    expectPayload(await manager.run(CreateDealer, dealer('D1')));
    expect(codes(await second.as(manager.key).run(CodesInSight))).toEqual(['D1']);
    expect(codes(await manager.run(CodesInSight))).toEqual(['D1']);
    expect(news).toEqual(['BEHIND', 'BEHIND']);
    expect(codes(await second.as(auditor.key).run(CodesInSight))).toEqual([]);
  });

  test('whoever changes much at once, by several processes, sees each of it once it is told', async () => {
    const { manager } = await first.seed.organization();
    const clients = [manager, second.as(manager.key)];
    const made = Array.from({ length: 24 }, async (_, i) => {
      const code = `D${i}`;
      expectPayload(await (clients[i % 2] ?? manager).run(CreateDealer, dealer(code)));
      expect(codes(await (clients[(i >> 1) % 2] ?? manager).run(CodesInSight))).toContain(code);
    });
    await Promise.all(made);
    await fallBehind();
    expectPayload(await manager.run(CreateDealer, dealer('E')));
    expect(codes(await second.as(manager.key).run(CodesInSight))).toHaveLength(25);
  });

  test('the replica answers again as soon as it has caught up', async () => {
    const { manager } = await first.seed.organization();
    await fallBehind();
    expectPayload(await manager.run(CreateDealer, dealer('D1')));
    const caller = await authenticate(second.database)(manager.key ?? '');
    const scope = { organizationId: caller?.organizationId ?? '', mode: 'read', caller: caller ?? undefined } as const;
    expect(await second.database.unit(scope, onReplica)).toBe(false);
    await replica.query('select pg_wal_replay_resume()');
    await caughtUp();
    expect(await second.database.unit(scope, onReplica)).toBe(true);
  });

  test('a change is made to what is true now', async () => {
    const { manager, person } = await first.seed.organization();
    const other = second.as((await person('CHANNEL_MANAGER')).key);
    await fallBehind();
    const { id } = expectPayload(await manager.run(CreateDealer, dealer('D1'))).dealer;
    const changed = await other.run(UpdateDealer, { input: { id, expectedVersion: 1, name: 'New' } });
    expect(expectPayload(changed).dealer).toMatchObject({ name: 'New', version: 2 });
  });

  test('whoever is about to change something reads what is true now', async () => {
    const { caller } = await someone(second.database);
    const work = createWork(second.database, caller, new AbortController().signal);
    expect(await onReplica(await work.read())).toBe(true);
    await work.end();
    work.readLatest();
    expect(await onReplica(await work.read())).toBe(false);
    await work.end();
  });

  test('a key that the replica has not heard of opens its organization', async () => {
    await fallBehind();
    const { code, auditor } = await first.seed.organization();
    expect(expectData(await auditor.run(CodesInSight)).viewer.organization.code).toBe(code);
  });

  test('a key that was taken back is refused at once', async () => {
    const { auditor } = await first.seed.organization();
    await fallBehind();
    await takeBackKey(first.database, auditor.key ?? '', new Date());
    expectError(await second.as(auditor.key).run(CodesInSight), 'UNAUTHENTICATED');
  });

  describe('a change is counted', () => {
    const counts = async (keyId: string) =>
      answers(primary, `select sum(count)::int as answer from key_writes where key_id = '${keyId}'`);

    test('once where it is made, and not where it is undone', async () => {
      const { caller, organizationId } = await someone(first.database);
      const scope = { organizationId, mode: 'write', caller } as const;
      const before = await counts(caller.keyId);
      await first.database.unit(scope, async () => {});
      await expect(first.database.unit(scope, () => Promise.reject(new Error('undone')))).rejects.toThrow('undone');
      expect(await counts(caller.keyId)).toBe(before + 1);
    });

    test('or not made', async () => {
      const { caller, organizationId } = await someone(first.database);
      const database = await open({ deadlines: { lockMs: 100 } });
      const name = `waits-${caller.keyId}`;
      await primary.query(`begin; select from key_writes where key_id = '${caller.keyId}' for update`);
      const change = database.unit({ organizationId, mode: 'write', caller }, (tx) =>
        tx.run((db) => db.insert(territories).values({ organizationId, id: uuid(), code: name, name, createdAt: at })),
      );
      await expect(change).rejects.toMatchObject({ kind: 'TIMEOUT', sqlState: '55P03' });
      await primary.query('rollback');
      expect(await answers(primary, `select count(*)::int as answer from territories where code = '${name}'`)).toBe(0);
      expect(await database.unit({ organizationId, mode: 'write', caller }, onReplica)).toBe(false);
    });
  });

  describe('that is gone', () => {
    test('queries are answered by the primary, and the server stays ready, until it is back', async () => {
      const { auditor } = await first.seed.organization();
      const scope = await someone(first.database);
      await line.cut();
      const asked = Array.from({ length: 20 }, () => auditor.run(CodesInSight));
      for (const result of await Promise.all(asked)) expectData(result);
      expect((await first.fetch('http://tierwise.test/health/ready')).status).toBe(200);
      expect(news).toEqual(['AWAY']);
      await line.mend();
      await until(() => news.length > 1);
      expect(news).toEqual(['AWAY', 'BACK']);
      expect(await first.database.unit(scope, onReplica)).toBe(true);
    });

    test('a start is not held up', async () => {
      await line.cut();
      const database = await open();
      expect(news).toEqual(['AWAY']);
      expect(await database.unit(await someone(database), onReplica)).toBe(false);
      await line.mend();
    });

    test('in the middle of an answer, the primary gives the rest of it', async () => {
      const scope = await someone(first.database);
      const unit = await first.database.begin(scope);
      expect(await onReplica(unit)).toBe(true);
      await line.cut();
      expect(await Promise.all([onReplica(unit), onReplica(unit)])).toEqual([false, false]);
      await unit.commit();
      await line.mend();
      await until(() => news.includes('BACK'));
    });

    test('without a word, nobody waits for it twice', async () => {
      const database = await open({ deadlines: { statementMs: 100, acquireMs: 200 } });
      const scope = await someone(database);
      expect(await database.unit(scope, onReplica)).toBe(true);
      line.fallSilent();
      expect(await database.unit(scope, onReplica)).toBe(false);
      const started = performance.now();
      expect(await database.unit(scope, onReplica)).toBe(false);
      expect(performance.now() - started).toBeLessThan(500);
      line.speakAgain();
    });
  });

  test('what it refuses is asked of the primary', async () => {
    const scope = await someone(first.database);
    const refused = sql`select 1 / (case when pg_is_in_recovery() then 0 else 1 end) as one`;
    const rows = await first.database.unit(scope, (tx) => tx.run((db) => db.execute(refused)));
    expect([...rows]).toEqual([{ one: 1 }]);
    expect(news).toEqual(['REFUSED']);
  });

  test('what takes too long is not asked twice', async () => {
    const asked: string[] = [];
    const database = await open({ deadlines: { statementMs: 100 }, onQuery: (query) => asked.push(query.sql) });
    const scope = await someone(database);
    const slow = database.unit(scope, (tx) => tx.run((db) => db.execute(sql`select pg_sleep(5)`)));
    await expect(slow).rejects.toMatchObject({ kind: 'TIMEOUT', sqlState: '57014' });
    expect(asked.filter((text) => text.includes('pg_sleep'))).toHaveLength(1);
  });

  test('a process takes no more connections to either than it may', async () => {
    const count = `select count(*)::int as answer from pg_stat_activity where application_name = 'tierwise'`;
    const held = async () => [await answers(primary, count), await answers(replica, count)];
    const scope = await someone(first.database);
    const before = await held();
    const database = await open({ connections: 2 });
    const both = [scope, { ...scope, caller: undefined }];
    await Promise.all(Array.from({ length: 20 }, (_, i) => database.unit(both[i % 2] ?? scope, onReplica)));
    const after = await held();
    for (const i of [0, 1]) expect(after[i] - before[i]).toBeLessThanOrEqual(3);
  });
});
