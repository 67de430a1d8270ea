import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Database, openDatabase, type Unit } from '../../db/database.ts';
import type { Deadlines } from '../../db/driver.ts';
import { organizations } from '../../db/tables/organizations.ts';

const place = inject('place');
const embedded = 'snapshot' in place;
const root = fileURLToPath(new URL('../..', import.meta.url));
const organizationId = uuid();
const write = { organizationId, mode: 'write' } as const;
const read = { organizationId, mode: 'read' } as const;
const execute = (tx: Unit, text: string) => tx.run((db) => db.execute(sql.raw(text)));
const codes = async (database: Database) =>
  (await database.asOwner((tx) => tx.run((db) => db.select().from(organizations)))).map(({ code }) => code).sort();

/** Adds organizations one after another, and says so of each only once it is committed. */
const WRITER = `
  import { openDatabase } from './db/database.ts';
  import { organizations } from './db/tables/organizations.ts';
  import { v7 } from 'uuid';
  const database = await openDatabase({ dataDir: process.argv[1] });
  for (let i = 0; ; i += 1) {
    const row = { id: v7(), code: String(i), name: '', defaultLocale: 'en', createdAt: new Date() };
    await database.asOwner((tx) => tx.run((db) => db.insert(organizations).values(row)));
    console.log(String(i));
  }`;

describe.runIf(embedded)('the embedded database in a folder', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tierwise-embedded-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  test('is held by one process; killed in the midst of writing, it has lost nothing it had confirmed', async () => {
    const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WRITER, dataDir], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const confirmed: string[] = [];
    for await (const line of createInterface(writer.stdout)) {
      confirmed.push(line);
      if (confirmed.length === 1) {
        await expect(openDatabase({ dataDir })).rejects.toMatchObject({
          code: 'DATA_DIR_IN_USE',
          message: expect.stringContaining(`process ${writer.pid} has it`),
        });
      }
      if (confirmed.length === 40) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const database = await openDatabase({ dataDir });
    const found = (await codes(database)).map(Number).sort((a, b) => a - b);
    expect(found.slice(0, confirmed.length).map(String)).toEqual(confirmed);
    expect(found.length - confirmed.length).toBeLessThanOrEqual(1);
    await database.close();
    expect(await readdir(dataDir)).toEqual(['database']);
  }, 60_000);

  test('that is damaged is refused with its place, and let go', async () => {
    await (await openDatabase({ dataDir })).close();
    await writeFile(join(dataDir, 'database/global/pg_control'), 'rot');
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      name: 'StartRefused',
      code: 'DATABASE_DAMAGED',
      text: {
        en: expect.stringContaining(`The database in ${join(dataDir, 'database')} cannot be opened (`),
        zhHans: expect.stringContaining(`无法打开 ${join(dataDir, 'database')} 中的数据库（`),
      },
    });
    expect(await readdir(dataDir)).toEqual(['database']);
  }, 60_000);
});

async function openHasty(deadlines: Partial<Deadlines>): Promise<Database> {
  return openDatabase('snapshot' in place ? { snapshot: await openAsBlob(place.snapshot), deadlines } : {});
}

describe.runIf(embedded)('a deadline of the embedded database', () => {
  let database: Database;
  afterEach(() => database.close());

  test('of its one connection', async () => {
    database = await openHasty({ acquireMs: 50 });
    const holder = await database.begin(read);
    await expect(database.unit(write, async () => 'in')).rejects.toMatchObject({ kind: 'BUSY' });
    await expect(database.findKey('x')).rejects.toMatchObject({ kind: 'BUSY' });
    await expect(database.ping()).rejects.toMatchObject({ kind: 'BUSY' });
    await holder.commit();
    expect(await database.unit(write, async () => 'in')).toBe('in');
  });

  test('of a statement, whose unit is then undone', async () => {
    database = await openHasty({ statementMs: 100 });
    const add = `insert into organizations (id, code, name, default_locale, created_at)
      values ('${organizationId}', 'late', '', 'en', now())`;
    const slow = database.asOwner(async (tx) => {
      await execute(tx, add);
      await execute(tx, 'select pg_sleep(0.3)').catch(() => {});
    });
    await expect(slow).rejects.toMatchObject({ kind: 'TIMEOUT' });
    expect(await codes(database)).not.toContain('late');
  });

  test('of a unit that rests too long, so that others get their turn', async () => {
    database = await openHasty({ idleInUnitMs: 100, acquireMs: 1000 });
    const resting = await database.begin(write);
    await execute(resting, 'select 1');
    expect(await database.unit(read, async () => 'in')).toBe('in');
    await expect(execute(resting, 'select 1')).rejects.toMatchObject({ kind: 'TIMEOUT' });
    await expect(resting.commit()).rejects.toMatchObject({ kind: 'TIMEOUT' });
  });
});
