import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartRefused } from './errors.ts';
import { takeLock } from './lock.ts';

/** The folder of the embedded database, held by this process until it is released. */
export interface EmbeddedFolder {
  readonly root: string;
  readonly database: string;
  release(): Promise<void>;
}

/**
 * Inside DATA_DIR lie the database, its lock beside it, and for a moment the one being made: `make` fills that, and only
 * when it is complete does it get its name, so a start that was killed leaves nothing that looks like a database.
 */
export async function openEmbeddedFolder(
  dataDir: string,
  make: (folder: string) => Promise<void>,
): Promise<EmbeddedFolder> {
  const root = resolve(dataDir);
  const database = join(root, 'database');
  await mkdir(root, { recursive: true, mode: 0o700 }).catch(refuse(root));
  const release = await takeLock(`${database}.lock`).catch(refuse(root));
  try {
    const unfinished = `${database}.new`;
    await rm(unfinished, { recursive: true, force: true });
    if (!(await isDatabase(database))) {
      await mkdir(unfinished, { mode: 0o700 });
      await make(unfinished);
      await rename(unfinished, database);
    }
    return { root, database, release };
  } catch (error) {
    await release();
    return refuse(root)(error as Error);
  }
}

async function isDatabase(folder: string): Promise<boolean> {
  const found = await access(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (found) return true;
  const content = await readdir(folder).catch(() => []);
  if (content.length === 0) return false;
  throw new StartRefused('DATA_DIR_UNUSABLE', {
    en: `${folder} holds files but no database; move them away, or set DATA_DIR.`,
    zhHans: `${folder} 中有文件但没有数据库；请移走这些文件，或另设 DATA_DIR。`,
  });
}

function refuse(root: string): (error: Error) => never {
  return (error) => {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused('DATA_DIR_UNUSABLE', {
      en: `The data folder ${root} cannot be used: ${error.message}.`,
      zhHans: `数据文件夹 ${root} 无法使用：${error.message}。`,
    });
  };
}
