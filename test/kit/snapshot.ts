import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dumpSnapshot } from '../../db/database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/tierwise');
const dayMs = 24 * 3600 * 1000;

/** The file of a migrated embedded database, made anew only where db/ or what is installed has changed. */
export async function snapshotFile(): Promise<string> {
  const file = join(cache, `${await fingerprint()}.tar`);
  const known = await stat(file).catch(() => null);
  if (known) return file;
  await mkdir(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, (await dumpSnapshot()).stream());
  // Runs side by side may make the same file; whichever is last takes the place of an equal one.
  await rename(unfinished, file);
  await forgetOld();
  return file;
}

async function fingerprint(): Promise<string> {
  const paths = await readdir(join(root, 'db'), { recursive: true });
  const sources = paths.filter((path) => /\.(ts|sql|json)$/.test(path)).sort();
  const hash = createHash('sha256').update(await readFile(join(root, 'package-lock.json')));
  for (const path of sources) hash.update(path).update(await readFile(join(root, 'db', path)));
  return hash.digest('hex').slice(0, 32);
}

async function forgetOld(): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > dayMs) await rm(path, { force: true });
  }
}
