import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { Tally } from './kit/tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const opensDatabase = /from '[./]*\/(kit\/(api|database)|db\/database)\.ts'/;

const suites = ['plugins', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.test.ts'));
const onDatabases = suites.filter((path) => opensDatabase.test(readFileSync(join(root, path), 'utf8')));
const withoutOne = suites.filter((path) => !onDatabases.includes(path));

/** One database serves all suites of a worker, since each test owns a fresh organization. */
const sharing = { isolate: false, globalSetup: 'test/kit/setup.ts', hookTimeout: 30_000, testTimeout: 15_000 };

export default defineConfig({
  root,
  test: {
    // An embedded database takes most of a gigabyte of memory: two workers, however many processors there are.
    maxWorkers: 2,
    allowOnly: false,
    reporters: ['default', new Tally()],
    projects: [
      { root, test: { name: 'rules', include: withoutOne, isolate: false } },
      { root, test: { name: 'pglite', include: onDatabases, ...sharing } },
      { root, test: { name: 'postgres', include: onDatabases, ...sharing } },
    ],
  },
});
