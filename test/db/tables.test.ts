import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Snapshot = { id: string };
type Kit = {
  generateDrizzleJson(tables: Record<string, unknown>, previous?: string): Snapshot;
  generateMigration(from: Snapshot, to: Snapshot): Promise<string[]>;
};

/** Its module form asks for packages that only its own bundle has; the other form is complete. */
const kit: Kit = createRequire(import.meta.url)('drizzle-kit/api');

const folder = fileURLToPath(new URL('../../db', import.meta.url));

test('the tables say what the migrations made: no change waits to be generated', async () => {
  const files = readdirSync(`${folder}/tables`);
  const tables = Object.assign(
    {},
    ...(await Promise.all(files.map((file) => import(/* @vite-ignore */ `${folder}/tables/${file}`)))),
  );
  const latest = readdirSync(`${folder}/migrations/meta`)
    .filter((file) => file.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const snapshot: Snapshot = JSON.parse(await readFile(`${folder}/migrations/meta/${latest}`, 'utf8'));
  expect(await kit.generateMigration(snapshot, kit.generateDrizzleJson(tables, snapshot.id))).toEqual([]);
});
