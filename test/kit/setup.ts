import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../db/database.ts';
import { startPostgres } from './postgres.ts';
import { snapshotFile } from './snapshot.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the project's migrated database is: a server, or a snapshot to open in memory. */
    place: { url: string } | { snapshot: string };
  }
}

/** Once per project and run: a migrated database for all of its suites. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.name === 'pglite') {
    project.provide('place', { snapshot: await snapshotFile() });
    return undefined;
  }
  const server = await startPostgres();
  await (await openDatabase({ url: server.url })).close();
  project.provide('place', { url: server.url });
  return server.stop;
}
