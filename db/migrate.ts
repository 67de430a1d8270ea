import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Run } from './driver.ts';
import { StartRefused } from './errors.ts';
import { ensureRole } from './role.ts';

// The same folder from here and from `.build`, where the program that runs lies.
const FOLDER = fileURLToPath(new URL('../db/migrations', import.meta.url));
/** Any number will do, as long as it stays the same: it is what processes starting at once agree on. */
const LOCK = 7_439_121_046;

/** Brings the database up to date: whoever comes first migrates, one transaction per step, and the others wait. */
export async function migrate(run: Run, folder = FOLDER): Promise<void> {
  await assertServerIsRecent(run);
  const known = await migrationNames(folder);
  while (await applyNext(run, folder, known));
}

async function applyNext(run: Run, folder: string, known: readonly string[]): Promise<boolean> {
  await run('begin');
  try {
    await run('select pg_advisory_xact_lock($1)', [LOCK]);
    await ensureRole(run);
    const applied = await appliedNames(run);
    const unknown = applied.find((name) => !known.includes(name));
    if (unknown !== undefined) throw newer(unknown);
    const next = known.find((name) => !applied.includes(name));
    if (next !== undefined) await apply(run, folder, next);
    await run('commit');
    return next !== undefined;
  } catch (error) {
    await run('rollback').catch(() => {});
    throw error;
  }
}

async function apply(run: Run, folder: string, name: string): Promise<void> {
  try {
    await run(await readFile(join(folder, `${name}.sql`), 'utf8'));
    await run('insert into tierwise_migrations (name) values ($1)', [name]);
  } catch (error) {
    const reason = (error as Error).message;
    throw new StartRefused('MIGRATION_FAILED', {
      en: `Migration ${name} failed and was undone: ${reason}.`,
      zhHans: `迁移 ${name} 失败，已撤销：${reason}。`,
    });
  }
}

async function migrationNames(folder: string): Promise<string[]> {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    await readFile(join(folder, 'meta/_journal.json'), 'utf8'),
  );
  return journal.entries.map(({ tag }) => tag);
}

async function appliedNames(run: Run): Promise<string[]> {
  const [ledger] = await run(`select to_regclass('public.tierwise_migrations') is not null as exists`);
  if (ledger?.exists !== true) {
    await run(`create table public.tierwise_migrations (
      name text primary key,
      applied_at timestamptz not null default now()
    )`).catch((error: Error) => {
      throw new StartRefused('MIGRATION_FAILED', {
        en: `The database refuses to hold tables of ours: ${error.message}.`,
        zhHans: `数据库不允许建立 Tierwise 的表：${error.message}。`,
      });
    });
  }
  const rows = await run('select name from public.tierwise_migrations');
  return rows.map(({ name }) => String(name));
}

async function assertServerIsRecent(run: Run): Promise<void> {
  const [server] = await run(`select current_setting('server_version_num')::int as number, version() as name`);
  if (Number(server?.number) >= 150_000) return;
  throw new StartRefused('DATABASE_TOO_OLD', {
    en: `Tierwise needs PostgreSQL 15 or newer; this is ${server?.name}.`,
    zhHans: `Tierwise 需要 PostgreSQL 15 或更高版本；当前为 ${server?.name}。`,
  });
}

function newer(name: string): StartRefused {
  return new StartRefused('DATABASE_NEWER', {
    en: `The database was migrated by a newer Tierwise (${name} is unknown here); start that version instead.`,
    zhHans: `数据库已由更新版本的 Tierwise 迁移（此版本没有 ${name}）；请改用该版本启动。`,
  });
}
