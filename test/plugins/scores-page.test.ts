import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../api/schema.ts';
import { coreAnswers } from '../grading/bikes.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const SimulateCouriers = graphql(`
  query SimulateCouriers($answers: [ItemAnswerInput!]!) {
    simulateGrade(input: { rubric: "couriers", answers: $answers }) {
      gates { score }
      scoreNotes { item { key } english: text(locale: EN) chinese: text(locale: ZH_HANS) }
    }
  }
`);

const page = readFileSync(new URL('../../plugins/kit/reference/scores.md', import.meta.url), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'tierwise-scores-'));
const file = path.join(folder, 'couriers.mjs');
let api: TestApi;

beforeAll(async () => {
  const [, source = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  writeFileSync(file, source);
  api = await createTestApi({ plugins: [file] });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the plugin of the page on scores grades as it says', async () => {
  const { auditor } = await api.seed.organization({ industry: 'couriers' });
  const simulate = async (metric: string) => {
    const answers = [...coreAnswers('444 | 444 | 444'), { item: 'couriers/queue-minutes', value: { metric } }];
    return expectData(await auditor.run(SimulateCouriers, { answers })).simulateGrade;
  };
  expect(await simulate('5')).toMatchObject({
    gates: [{ score: 100 }, { score: 100 }, { score: 100 }],
    scoreNotes: [],
  });
  // (2 · 100 · 3 + 3 · 70) / 9.
  expect(await simulate('12.5')).toMatchObject({
    gates: [{ score: 90 }, {}, {}],
    scoreNotes: [
      {
        item: { key: 'couriers/queue-minutes' },
        english: 'Each minute beyond 5 costs 4 points: 7.5 beyond.',
        chinese: '超过5分钟后每分钟扣4分：超出7.5分钟。',
      },
    ],
  });
  expect((await simulate('60')).gates[0]?.score).toBe(66.67);
});

test('what the page asks of the API is in the contract', () => {
  const documents = [...page.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = '']) => parse(text));
  expect(documents.map((document) => validate(schema, document))).toEqual([[], []]);
});

test('the page tells every reason for which a score fails, in both languages', () => {
  const [english = '', chinese = ''] = page.split('## 简体中文');
  for (const reason of ['THREW', 'NOT_A_NUMBER', 'OUT_OF_RANGE', 'NOTE_INVALID', 'OUT_OF_TIME'])
    for (const text of [english, chinese]) expect(text).toContain(`\`${reason}\``);
});
