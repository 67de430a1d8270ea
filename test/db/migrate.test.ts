import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { DEADLINES, type Driver } from '../../db/driver.ts';
import { migrate } from '../../db/migrate.ts';
import { openPostgres } from '../../db/postgres.ts';
import { emptyDatabase } from '../kit/empty-database.ts';

const place = inject('place');
const server = 'url' in place ? place.url : '';
const shipped = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const shippedNames = readdirSync(shipped)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.slice(0, -4))
  .sort();

let folder: string;
let url: string;
let driver: Driver;

async function add(name: string, text: string): Promise<void> {
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...journal, entries: [...journal.entries, { tag: name }] }));
  await writeFile(join(folder, `${name}.sql`), text);
}

const run = () => driver.maintain((execute) => migrate(execute, folder));
const ask = (text: string) => driver.maintain((execute) => execute(text));
const applied = async () =>
  (await ask('select name from tierwise_migrations order by name')).map(({ name }) => String(name));

describe.runIf(server)('migrations', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tierwise-migrations-'));
    await cp(shipped, folder, { recursive: true });
    url = await emptyDatabase(server);
    driver = openPostgres(url, 1, DEADLINES);
  });
  afterEach(async () => {
    await driver.close();
    await rm(folder, { recursive: true });
  });

  test('are applied once each, however many start on an empty database at once', async () => {
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url })));
    expect(await applied()).toEqual(shippedNames);
    for (const database of databases) {
      expect(await database.asOwner((tx) => tx.run((db) => db.execute(sql`select from organizations`)))).toEqual([]);
      await database.close();
    }
  });

  test('on several new databases of one server at once do not quarrel over the role', async () => {
    const urls = [url, await emptyDatabase(server), await emptyDatabase(server)];
    const databases = await Promise.all(urls.map((each) => openDatabase({ url: each })));
    await Promise.all(databases.map((database) => database.close()));
  });

  test('that fail leave nothing behind, say why, and are resumed when they are mended', async () => {
    await add('0097_good', 'create table good (id int)');
    await add('0098_bad', 'create table half (id int); create table half (id int)');
    await expect(run()).rejects.toMatchObject({
      name: 'StartRefused',
      code: 'MIGRATION_FAILED',
      text: {
        en: 'Migration 0098_bad failed and was undone: relation "half" already exists.',
        zhHans: '迁移 0098_bad 失败，已撤销：relation "half" already exists。',
      },
    });
    expect(await applied()).toEqual([...shippedNames, '0097_good']);
    expect(await ask(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
    await writeFile(join(folder, '0098_bad.sql'), 'create table half (id int)');
    await run();
    await run();
    expect((await applied()).at(-1)).toBe('0098_bad');
  });

  test('of a newer Tierwise are not run over', async () => {
    await add('0099_future', 'create table future (id int)');
    await run();
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      text: {
        en: 'The database was migrated by a newer Tierwise (0099_future is unknown here); start that version instead.',
        zhHans: '数据库已由更新版本的 Tierwise 迁移（此版本没有 0099_future）；请改用该版本启动。',
      },
    });
  });

  test('are not bound by the deadlines of requests', async () => {
    await add('0097_slow', 'select pg_sleep(0.3)');
    const hasty = openPostgres(url, 1, { ...DEADLINES, statementMs: 50, lockMs: 50 });
    await Promise.all([1, 2].map(() => hasty.maintain((execute) => migrate(execute, folder))));
    await hasty.close();
    expect((await applied()).at(-1)).toBe('0097_slow');
  });
});

test('every migration that ships is in the journal, and the journal names no other', async () => {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    await readFile(join(shipped, 'meta/_journal.json'), 'utf8'),
  );
  const files = (await readdir(shipped)).filter((name) => name.endsWith('.sql'));
  expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort());
});
