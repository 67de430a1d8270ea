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

type Answer = Record<string, Record<string, unknown>>;

/** Sends what a page tells to send, each step with its key and with the ids that came back before; gives the last answer. */
async function followed(page: string): Promise<Answer> {
  const ids = new Map<string, string>();
  const note = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const place = key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
      if (typeof inner?.id === 'string') ids.set(place, inner.id);
      note(inner);
    }
  };
  let answer: Answer = {};
  for (const step of read(page).split(/^## /m).slice(1)) {
    const role = /`demo-(\w+)`/.exec(step)?.[1] ?? '';
    const blocks = (language: string) =>
      [...step.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
    const [document = ''] = blocks('graphql');
    for (const json of blocks('json')) {
      const variables = json.replace(/"([A-Z_]+)"/g, (text, name: string) => JSON.stringify(ids.get(name)) ?? text);
      answer = expectData(await as(role).send(document, JSON.parse(variables))) as Answer;
      note(answer);
    }
  }
  return answer;
}

test('a dealer is assessed and graded by the page as it stands', async () => {
  const { publishGrade } = await followed('assess-a-dealer.md');
  expect(publishGrade?.grade).toMatchObject({ status: 'IN_FORCE', outcome: { tierCode: 'GOOD', score: 69.83 } });
});

test('a conflict is settled and closed by the page as it stands', async () => {
  const { conflictCase } = await followed('settle-a-conflict.md');
  expect(conflictCase).toMatchObject({
    status: 'CLOSED',
    resolution: { mechanism: 'NEGOTIATION', orders: [{ kind: 'RESTITUTION', fate: 'FULFILLED' }] },
  });
  const { precedents, events } = conflictCase as {
    precedents: { likeness: number }[];
    events: { nodes: { kind: string; note: string | null }[] };
  };
  expect(precedents[0]).toMatchObject({
    likeness: 100,
    conflictCase: { resolution: { orders: [{ fate: 'FULFILLED' }] } },
  });
  expect(events.nodes.map(({ kind }) => kind)).toEqual([
    'OPENED',
    ...['ADVANCED', 'ADVANCED', 'ADVANCED'],
    ...['TERMS_PROPOSED', 'PROPOSAL_ANSWERED', 'PROPOSAL_ANSWERED'],
    ...['RESOLVED', 'ORDER_RECORDED', 'ADVANCED'],
  ]);
  expect(events.nodes[3]?.note).toBeNull();
});

test('the first query of README gets the answer that stands there', async () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const sent = /-d '(\{"query":.*\})'/.exec(page)?.[1] ?? '';
  const answer = /<!-- answer -->\n```json\n(.*)\n```/.exec(page)?.[1] ?? '';
  const { body } = await as('manager').send(JSON.parse(sent).query);
  expect(JSON.parse(body)).toEqual(JSON.parse(answer));
});
