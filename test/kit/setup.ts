import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dumpSnapshot, openDatabase } from '../../db/database.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the project's migrated database is: a server, or a snapshot to open in memory. */
    place: { url: string } | { snapshot: string };
  }
}

/** Once per project and run: a migrated database for all of its suites. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.name === 'postgres' ? postgres(project) : pglite(project);
}

async function postgres(project: TestProject) {
  const server = await startPostgres();
  const database = await openDatabase({ url: server.url });
  await database.close();
  project.provide('place', { url: server.url });
  return server.stop;
}

async function pglite(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-snapshot-'));
  const snapshot = join(folder, 'database.tar');
  await writeFile(snapshot, (await dumpSnapshot()).stream());
  project.provide('place', { snapshot });
  return () => rm(folder, { recursive: true });
}
