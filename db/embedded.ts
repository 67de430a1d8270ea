import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { Deadlines, Driver } from './driver.ts';
import { openEmbeddedFolder } from './embedded-folder.ts';
import { embeddedSession, execute } from './embedded-session.ts';
import { StartRefused } from './errors.ts';
import { turns } from './turns.ts';
import { parsers } from './values.ts';

/** One person's machine, not a server's: the defaults would keep ten times as much in memory. */
const SETTINGS: PGliteOptions = {
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'TimeZone=UTC'],
  parsers,
};

export async function openEmbedded(dataDir: string | undefined, deadlines: Deadlines): Promise<EmbeddedDriver> {
  if (dataDir === undefined) return embedded(await PGlite.create(SETTINGS), 'memory', deadlines);
  const folder = await openEmbeddedFolder(dataDir, async (unfinished) => {
    await (await PGlite.create(unfinished, SETTINGS)).close();
  });
  try {
    const db = await PGlite.create(folder.database, SETTINGS);
    return embedded(db, folder.root, deadlines, folder.release);
  } catch (error) {
    await folder.release();
    const reason = (error as Error).message;
    throw new StartRefused('DATABASE_DAMAGED', {
      en: `The database in ${folder.database} cannot be opened (${reason}); restore a backup, or set DATA_DIR.`,
      zhHans: `无法打开 ${folder.database} 中的数据库（${reason}）；请恢复备份，或另设 DATA_DIR。`,
    });
  }
}

export async function openSnapshot(snapshot: Blob, deadlines: Deadlines): Promise<EmbeddedDriver> {
  return embedded(await PGlite.create({ ...SETTINGS, loadDataDir: snapshot }), 'memory', deadlines);
}

export interface EmbeddedDriver extends Driver {
  dump(): Promise<Blob>;
}

function embedded(
  db: PGlite,
  location: string,
  deadlines: Deadlines,
  release: () => Promise<void> = async () => {},
): EmbeddedDriver {
  const turn = turns(deadlines.acquireMs);
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await turn();
    try {
      return await work();
    } finally {
      done();
    }
  };

  return {
    kind: 'pglite',
    location,
    open: async (begin) => {
      const done = await turn();
      try {
        await db.exec(begin);
        return embeddedSession(db, deadlines, done);
      } catch (error) {
        done();
        throw error;
      }
    },
    query: (query) => alone(() => execute(db, query, deadlines.statementMs)),
    maintain: (work) =>
      alone(() =>
        work(async (sql, params) => {
          const result = params ? await db.query(sql, params) : (await db.exec(sql)).at(-1);
          return (result?.rows ?? []) as Record<string, unknown>[];
        }),
      ),
    ping: async () => {
      await alone(() => execute(db, { sql: 'select 1', params: [], rows: 'array' }, deadlines.statementMs));
    },
    close: async () => {
      await db.close();
      await release();
    },
    dump: () => alone(() => db.dumpDataDir('none')),
  };
}
