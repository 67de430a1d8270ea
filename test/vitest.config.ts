import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { Tally } from './kit/tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const handles = ['test/kit/api.ts', 'test/kit/database.ts', 'db/database.ts'];

const suites = ['plugins', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'));

/** A suite touches a database if it imports a handle of one, itself or through the test files that it imports. */
function opensDatabase(path: string): boolean {
  const imports = readFileSync(join(root, path), 'utf8').matchAll(/^(?:import|export|\}) (?!type).*from '(\..*)';$/gm);
  return [...imports].map(([, target = '']) => join(path, '..', target)).some(leadsToDatabase);
}

function leadsToDatabase(path: string): boolean {
  return handles.includes(path) || (path.startsWith('test/') && !path.includes('/gen/') && opensDatabase(path));
}

const onDatabases = suites.filter(opensDatabase);
const withoutOne = suites.filter((path) => !onDatabases.includes(path));
const ofTheEdge = withoutOne.filter((path) => path.startsWith('test/server/'));

/** One database serves all suites of a worker, since each test owns a fresh organization. */
const onDatabase = { include: onDatabases, globalSetup: 'test/kit/setup.ts', hookTimeout: 30_000, testTimeout: 15_000 };

/** Each database has one executor here and the other in `npm run test:swapped`, so that the two runs hold all four ways equal. */
function executorOf(project: string, mode: string): { EXECUTOR: string } {
  return { EXECUTOR: (project === 'postgres') === (mode === 'swapped') ? 'compiled' : 'interpreted' };
}

export default defineConfig(({ mode }) => ({
  root,
  // The file that Node takes, so that graphql is one module for the tests and the libraries beneath them.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // An embedded database takes most of a gigabyte of memory: two workers, however many processors there are.
    maxWorkers: 2,
    isolate: false,
    allowOnly: false,
    reporters: ['default', new Tally()],
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: mode === 'swapped' ? ofTheEdge : withoutOne, env: executorOf('rules', mode) },
      },
      { extends: true, test: { name: 'pglite', ...onDatabase, env: executorOf('pglite', mode) } },
      { extends: true, test: { name: 'postgres', ...onDatabase, env: executorOf('postgres', mode) } },
    ],
  },
}));
