import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../api/demo.ts';
import { examples } from '../../api/examples.ts';
import { installPlugins } from '../../api/installed-plugins.ts';
import { demo } from '../../db/seed/demo.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';

const folder = new URL('../../schema/examples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

let api: TestApi;
const as = (role: string) => api.as(`examples-${role}`);

beforeAll(async () => {
  api = await createTestApi();
  await seedDemo(api.database, await installPlugins(undefined, process.cwd()), new Date(), [
    { ...demo, code: 'examples' },
  ]);
}, 60_000);

test('GraphiQL opens on every query of the folder', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  expect(examples.map(({ query }) => query).sort()).toEqual(files.map(read).sort());
});

test('every query answers without an error', async () => {
  for (const { query } of examples) expectData(await as('admin').send(query));
});

test('the first shows five dealers with their tiers, the second explains grades and the way up', async () => {
  const [dealers, explained] = await Promise.all(
    ['dealers.graphql', 'grade-explained.graphql'].map(async (name) =>
      expectData(await as('manager').send(read(name))),
    ),
  );
  const shown = (dealers as { dealers: { nodes: { grade: { outcome: { tierCode: string } } }[] } }).dealers.nodes;
  expect(shown.map(({ grade }) => grade.outcome.tierCode).slice(0, 4)).toEqual(Array(4).fill('OUTSTANDING'));
  const nodes = (explained as { dealers: { nodes: { grade: { outcome: { nextTier: { steps: unknown[] } } } }[] } })
    .dealers.nodes;
  expect(nodes).toHaveLength(3);
  expect(nodes[0]?.grade.outcome.nextTier.steps.length).toBeGreaterThan(0);
});

test('a dealer is assessed and graded by the page as it stands', async () => {
  const steps = read('assess-a-dealer.md').split(/^## /m).slice(1);
  const ids: Record<string, string> = {};
  let answer: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const step of steps) {
    const role = /`demo-(\w+)`/.exec(step)?.[1] ?? '';
    const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(step)?.[1] ?? '';
    const variables = block('json').replace(/"(DEALER|ASSESSMENT)"/g, (_, name: string) => JSON.stringify(ids[name]));
    answer = expectData(await as(role).send(block('graphql'), JSON.parse(variables))) as typeof answer;
    for (const [type, changed] of Object.entries(Object.values(answer)[0] ?? {}))
      if (typeof changed.id === 'string') ids[type.toUpperCase()] = changed.id;
  }
  expect(answer.publishGrade?.grade).toMatchObject({ status: 'IN_FORCE', outcome: { tierCode: 'GOOD', score: 69.83 } });
});

test('the first query of README gets the answer that stands there', async () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const sent = /-d '(\{"query":.*\})'/.exec(page)?.[1] ?? '';
  const answer = /<!-- answer -->\n```json\n(.*)\n```/.exec(page)?.[1] ?? '';
  const { body } = await as('manager').send(JSON.parse(sent).query);
  expect(JSON.parse(body)).toEqual(JSON.parse(answer));
});
