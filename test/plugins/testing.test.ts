import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RubricItem } from '../../plugins/kit/grading/rubric.ts';
import {
  type ItemDefinition,
  metric,
  type PluginDefinition,
  rating,
  type Score,
  type ScoreFacts,
  yesNo,
} from '../../plugins/kit/index.ts';
import { lowered, mutated, unbounded, unsteady } from '../../plugins/kit/testing/behaviour.ts';
import { subjectOf } from '../../plugins/kit/testing/subject.ts';
import { type PluginCase, testPlugin } from '../../plugins/kit/testing.ts';

const text = { en: 'Eye test', zhHans: '验光' };
const item: ItemDefinition = { tier: 'GOOD', dimension: 'QUALITY', weight: 2, label: text, measure: yesNo(text) };

const opticians: PluginDefinition = {
  name: 'opticians',
  version: '1.0.0',
  host: '^1.0.0',
  label: text,
  description: text,
  industry: { key: 'opticians', label: text },
  items: {
    licensed: { ...item, redLine: { below: 100, capsAt: null } },
    'ready-on-time': {
      ...item,
      measure: metric({
        unit: '%',
        better: 'HIGHER',
        bands: [
          ['98.5', 100],
          [90, 50],
        ],
      }),
    },
    waiting: {
      ...item,
      measure: metric({
        unit: 'min',
        better: 'LOWER',
        bands: [
          [5, 100],
          [15, 40],
        ],
      }),
    },
    advice: { ...item, tier: 'OUTSTANDING', measure: rating([text, text, text]), evidence: 'required' },
  },
};

const cases: PluginCase[] = [
  {
    name: 'on target',
    answers: { licensed: true, 'ready-on-time': '98.5', waiting: 4, advice: 2, 'core/store-layout': 3 },
    expect: { tier: 'OUTSTANDING', score: 98.75 },
  },
  { name: 'no licence', answers: { licensed: false }, expect: { tier: null } },
];

/** What fails under the tester: the test's name and its message, in order. */
function failuresOf(plugin: unknown, tested: unknown = cases): [name: string, message: string][] {
  const failures: [string, string][] = [];
  const it = (name: string, body: () => void) => {
    try {
      body();
    } catch (error) {
      failures.push([name, String(error instanceof Error ? error.message : error)]);
    }
  };
  testPlugin(plugin as PluginDefinition, {
    cases: tested as PluginCase[],
    describe: (_, body) => body(),
    it,
  });
  return failures;
}

const withCase = (change: object) => failuresOf(opticians, [...cases, { name: 'third', answers: {}, ...change }]);

test('a sound plugin with sound cases passes all of it', () => {
  expect(failuresOf(opticians)).toEqual([]);
});

test('a plugin with a fault fails by the fault’s own message, and is asked nothing more', () => {
  const failures = failuresOf({ ...opticians, host: '^9.0.0' });
  expect(failures.map(([name, message]) => [name, message.slice(0, 40)])).toEqual([
    ['is valid', 'PLUGIN_HOST_MISMATCH: plugin opticians ('],
  ]);
  expect(failuresOf(undefined, [])[0]?.[1]).toMatch(/^PLUGIN_NOT_AN_OBJECT/);
});

test('a text in the wrong language is named, with what to write there', () => {
  const items = {
    ...opticians.items,
    licensed: { ...opticians.items.licensed, label: { en: '验光', zhHans: 'Eyes' } },
  };
  const digits = { en: '24/7', zhHans: '24/7' };
  expect(failuresOf({ ...opticians, label: digits, items })).toEqual([
    [
      'speaks both languages everywhere',
      `items.licensed.label.en: found "验光", expected words in English alone. Write the text in English.
items.licensed.label.en；实际："验光"；应为：仅用英文书写的文字。请用英文书写。
items.licensed.label.zhHans: found "Eyes", expected words in Chinese characters. Write the text in Simplified Chinese.
items.licensed.label.zhHans；实际："Eyes"；应为：用汉字书写的文字。请用简体中文书写。`,
    ],
  ]);
});

test('items and red lines that no case reaches are named', () => {
  const [, ...rest] = cases;
  const notApplicable = {
    name: 'none',
    answers: { advice: { notApplicable: 'no shop' } },
    expect: { tier: 'EXCELLENT' },
  };
  expect(failuresOf(opticians, [...rest, notApplicable])).toEqual([
    [
      'has a case for every item',
      expect.stringMatching(/^items\.ready-on-time: .*\n.*\nitems\.waiting: .*\n.*\nitems\.advice: /),
    ],
  ]);
  expect(failuresOf(opticians, cases.slice(0, 1))).toEqual([
    [
      'has a case for every red line',
      `items.licensed.redLine: found no case that breaks it, expected one case at least. Add a case in which "licensed" earns less than 100, and the tier that it leaves.
items.licensed.redLine；实际：没有用例触碰；应为：至少一个用例。请添加一个用例，使 "licensed" 得分低于 100，并写明所余等级。`,
    ],
  ]);
});

test('a grade that differs says what came out, and why', () => {
  expect(withCase({ answers: { 'ready-on-time': 80, waiting: 16 }, expect: { tier: 'GOOD', score: 12 } })).toEqual([
    [
      'case: third',
      `expect.tier: found null (GOOD SCORE_BELOW_THRESHOLD), expected "GOOD". Write null if the answers deserve it; else change weight, bands, redLine or score.
expect.tier；实际：null (GOOD SCORE_BELOW_THRESHOLD)；应为："GOOD"。若这些答案应得此结果，请写 null；否则请修改 weight、bands、redLine 或 score。
expect.score: found 83.33, expected 12. Write 83.33 if the answers deserve it; else change weight, bands, redLine or score.
expect.score；实际：83.33；应为：12。若这些答案应得此结果，请写 83.33；否则请修改 weight、bands、redLine 或 score。`,
    ],
  ]);
});

test('evidence that an item requires comes with a short answer, and is missing from a whole one that brings none', () => {
  expect(withCase({ answers: { advice: { rating: 2 } }, expect: { score: 97.5 } })).toEqual([]);
});

const good = { tier: 'OUTSTANDING' };
test.each<[what: string, change: object, message: string]>([
  [
    'misspelt',
    { answers: { licenced: true }, expect: good },
    'answers.licenced: found "licenced", expected the key of an item. Did you mean licensed?',
  ],
  [
    'unknown',
    { answers: { 'core/x': 1 }, expect: good },
    'answers."core/x": found "core/x", expected the key of an item. Write a key of items, or core/key.',
  ],
  [
    'kind',
    { answers: { licensed: 1 }, expect: good },
    'answers.licensed: found 1, expected true or false. Write that, or',
  ],
  [
    'range',
    { answers: { advice: 3 }, expect: good },
    'answers.advice: found 3, expected a whole number from 0 to 2. Write that, or',
  ],
  [
    'decimal',
    { answers: { waiting: '5 min' }, expect: good },
    'answers.waiting: found "5 min", expected a decimal in min. Write that, or',
  ],
  [
    'nothing',
    { answers: { advice: undefined }, expect: good },
    'answers.advice: found undefined, expected a whole number from 0 to 2. Write',
  ],
  [
    'expectation',
    {},
    "expect: found nothing to go by, expected expect: { tier: 'GOOD', score: 75 }. Write expect: { tier",
  ],
  [
    'tier',
    { expect: { tier: 'GREAT' } },
    'expect.tier: found "GREAT", expected GOOD, EXCELLENT, OUTSTANDING or null. Write GOOD',
  ],
  [
    'stranger',
    { expect: { tire: 'GOOD', score: 1 } },
    'expect.tire: found "tire", expected tier and score. Did you mean tier?',
  ],
  [
    'answers',
    { answers: null, expect: good },
    "answers: found nothing to go by, expected answers: { 'item-key': 3 }. Write",
  ],
])('a case with a mistake fails by itself: %s', (_, change, message) => {
  const failures = withCase(change);
  expect(failures.map(([name]) => name)).toEqual(['case: third']);
  expect(failures[0]?.[1].startsWith(message), failures[0]?.[1]).toBe(true);
});

test('two cases that answer the same are told apart', () => {
  const again = { name: 'again', answers: { licensed: false, waiting: 5 }, expect: { tier: null } };
  expect(failuresOf(opticians, [...cases, again])).toEqual([
    ['has no two equal cases', expect.stringMatching(/^again: found the answers of "no licence" again, .*\nagain；/)],
  ]);
});

const sound = subjectOf(opticians, cases);
const withItems = (change: (item: RubricItem) => Partial<RubricItem>) => ({
  ...sound,
  rubric: { ...sound.rubric, items: sound.rubric.items.map((each) => Object.setPrototypeOf(change(each), each)) },
});

test('a rubric that pays more for less, or more than all, is found out', () => {
  expect(lowered(sound)).toEqual([]);
  const upsideDown = withItems(({ levels }) => ({ levels: levels.toReversed() }));
  expect(lowered(upsideDown).map(({ path }) => path)).toContain('no licence, opticians/licensed');
  expect(unbounded(sound)).toEqual([]);
  const tooMuch = withItems(({ levels }) => ({ levels: levels.map((level) => 2n * level) }));
  expect(unbounded(tooMuch)[0]?.found.en).toBe('200');
  const tooLittle = withItems(({ levels }) => ({ levels: levels.map((level) => level - 1n) }));
  expect(unbounded(tooLittle).map(({ path }) => path)).toContain('score');
});

test('a rubric that counts how often it is asked, or writes into the plugin, is found out', () => {
  expect([...unsteady(sound), ...mutated(sound)]).toEqual([]);
  let asked = 0n;
  const counting = withItems(({ levels }) => ({
    get weight() {
      asked += 1n;
      return 1n + (asked % 7n);
    },
    levels,
  }));
  expect(unsteady(counting).map(({ path }) => path)).toEqual(['on target', 'no licence']);
  const definition = { ...opticians, version: '1.0.0' };
  const writing = withItems((each) => ({
    get tierRank() {
      definition.version = `1.0.${definition.version.length}`;
      return each.tierRank;
    },
  }));
  expect(mutated({ ...writing, definition }).map(({ path }) => path)).toContain('on target');
});

const scoredBy = (score: Score) => {
  const waiting = { ...opticians.items.waiting, score, messages: { slow: text } } as ItemDefinition;
  return failuresOf({ ...opticians, items: { ...opticians.items, waiting } }, [
    { name: 'soon', answers: { ...cases[0]?.answers, waiting: 6 }, expect: { tier: 'OUTSTANDING' } },
    { name: 'no licence', answers: { licensed: false }, expect: { tier: null } },
  ]).map(([name, message]) => [name, message.split('\n')[0]?.split(', expected')[0]]);
};
const minutes = ({ metric }: ScoreFacts) => Math.max(0, Math.min(100, 105 - Number(metric)));

test('an item is scored by its own function, which must keep to the bounds and to itself', () => {
  expect(scoredBy(minutes)).toEqual([]);
  const [inCase, inBounds] = ['case: soon', 'keeps all scores within 0 and 100'];
  expect(scoredBy(() => Number.NaN)).toContainEqual([
    inCase,
    'items.waiting.score: found NOT_A_NUMBER NaN ← {"metric":"6"}',
  ]);
  expect(scoredBy((facts) => (Number(facts.metric) < 0 ? 120 : minutes(facts)))).toEqual([
    [inBounds, `items.waiting.score: found OUT_OF_RANGE 120 ← {"metric":"-999999999999999.999999"}`],
  ]);
  expect(
    scoredBy((facts, { note }) => {
      note('late');
      return minutes(facts);
    }),
  ).toContainEqual([inCase, 'items.waiting.score: found NOTE_INVALID late ← {"metric":"6"}']);
  let asked = 0;
  expect(scoredBy(() => 50 + (asked++ % 7)).map(([name]) => name)).toContain('grades the same answers the same');
  const late = scoredBy(({ metric }) => Math.min(100, Math.max(0, Number(metric))));
  expect(late.map(([name]) => name)).toContain('never lowers a grade for a better answer');
});

test('a score is tried with each parameter at the ends of what it may be', () => {
  const label = text;
  const waiting: ItemDefinition = {
    ...(opticians.items.waiting as ItemDefinition),
    parameters: {
      patience: { kind: 'number', label, min: 0, max: 10, default: 5 },
      strict: { kind: 'yesNo', label, default: false },
      mode: { kind: 'choice', label, options: { plain: label, odd: label }, default: 'plain' },
    },
    score: (facts, { parameters }) => {
      if (parameters.patience === 0) return Number.NaN;
      if (parameters.strict) return 101;
      return parameters.mode === 'odd' ? -1 : minutes(facts);
    },
  };
  const failures = failuresOf({ ...opticians, items: { ...opticians.items, waiting } }, [...cases]);
  expect(
    failures.map(([name, told]) => [
      name,
      told
        .split('\n')
        .filter((line) => line.includes(': found'))
        .map((line) => line.split(' ←')[0]),
    ]),
  ).toEqual([
    [
      'keeps all scores within 0 and 100',
      [
        'items.waiting.score (patience: "0"): found NOT_A_NUMBER NaN',
        'items.waiting.score (strict: true): found OUT_OF_RANGE 101',
        'items.waiting.score (mode: "odd"): found OUT_OF_RANGE -1',
      ].map((line) => expect.stringContaining(line)),
    ],
  ]);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierwise-tester-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('runs on Node’s own runner without a word about it', { timeout: 30_000 }, () => {
  const file = path.join(folder, 'opticians.test.mjs');
  const kit = JSON.stringify(path.resolve('plugins/kit/testing.ts'));
  writeFileSync(
    file,
    `import { testPlugin } from ${kit};\ntestPlugin(${JSON.stringify(opticians)}, { cases: ${JSON.stringify(cases)} });\n`,
  );
  const { VITEST: _, NODE_OPTIONS: __, ...env } = process.env;
  const out = execFileSync(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=tap', file], { env });
  expect(out.toString()).toMatch(/^# tests 11$/m);
  expect(out.toString()).toMatch(/^# pass 11$/m);
});
