import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../plugins/kit/grading/earned.ts';
import { earned } from '../../../plugins/kit/grading/earned.ts';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import { compileRubric, contentHash, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { runScores } from '../../../plugins/kit/grading/scores.ts';
import type { ItemDefinition, Score } from '../../../plugins/kit/index.ts';
import { metric, yesNo } from '../../../plugins/kit/index.ts';
import { core, item, ladder, plugin, scale, text } from './rubrics.ts';

const messages = { late: text('late by {hours}'), slow: text('slow') };

const rubricWith = (given: Partial<ItemDefinition>) =>
  compileRubric(rubricContent(core, ladder, plugin({ own: item({ messages, ...given }) })));

/** What a score says of one answer. */
function said(score: Score, answer: Answer = { rating: 3 }, given: Partial<ItemDefinition> = {}) {
  const rubric = rubricWith({ ...given, score });
  const [own] = rubric.scored;
  if (!own) throw new Error('The item has no score.');
  return runScores(rubric, [{ item: own, answer, score }], 100)[0];
}

const untyped = (score: unknown): Score => score as Score;
const hours = metric({
  unit: 'h',
  better: 'LOWER',
  bands: [
    [24, 100],
    [48, '66.666'],
  ],
});

describe('a score', () => {
  test('is given the answer and what the measure would make of it', () => {
    const seen: unknown[] = [];
    const watch: Score = (facts) => {
      seen.push(facts);
      return 1;
    };
    said(watch, { rating: 1, note: 'Seen.', evidence: [{ uri: 'urn:x' }] }, { measure: scale(3) });
    said(watch, { yes: true }, { measure: yesNo(text('Is it?')) });
    said(watch, { metric: '47.50' }, { measure: hours });
    expect(seen).toEqual([
      { rating: 1, earns: 33.33 },
      { yes: true, earns: 100 },
      { metric: '47.50', earns: 66.67 },
    ]);
  });

  test.for([
    [0, '0'],
    [-0, '0'],
    [100, '100'],
    [200 / 3, '66.666667'],
    [0.0000001, '0'],
    [87.5, '87.5'],
  ] as const)('of %d is kept as %s', ([number, kept]) => {
    expect(said(() => number)).toEqual({ earned: kept });
  });

  test('keeps any number from 0 to 100 to six decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (number) => {
        const kept = said(() => number);
        expect(Math.abs(Number(kept && 'earned' in kept ? kept.earned : Number.NaN) - number)).toBeLessThanOrEqual(
          5.1e-7,
        );
      }),
    );
  });

  test('notes messages with data, in order', () => {
    const both: Score = (_, { note }) => {
      note('slow');
      note('late', { hours: 3.5, day: 'Monday' });
      return 50;
    };
    expect(said(both)).toEqual({
      earned: '50',
      notes: [{ message: 'slow' }, { message: 'late', data: { hours: 3.5, day: 'Monday' } }],
    });
  });

  test.for<[string, unknown, string]>([
    [
      'throws',
      () => {
        throw new TypeError('no scale');
      },
      'THREW: TypeError: no scale',
    ],
    [
      'throws what is no error',
      () => {
        throw Object.create(null);
      },
      'THREW: object',
    ],
    [
      'changes its facts',
      (facts: { earns: number }) => {
        facts.earns = 100;
        return 100;
      },
      'THREW: TypeError',
    ],
    ['gives NaN', () => Number.NaN, 'NOT_A_NUMBER: NaN'],
    ['gives infinity', () => Number.POSITIVE_INFINITY, 'NOT_A_NUMBER: Infinity'],
    ['gives a text', () => '50', 'NOT_A_NUMBER: 50'],
    ['gives nothing', () => undefined, 'NOT_A_NUMBER: undefined'],
    ['gives a promise', () => Promise.resolve(50), 'NOT_A_NUMBER: [object Promise]'],
    ['gives less than 0', () => -0.01, 'OUT_OF_RANGE: -0.01'],
    ['gives more than 100', () => 100.5, 'OUT_OF_RANGE: 100.5'],
    [
      'notes a message that it has not',
      (_: object, { note }: { note: (id: string) => void }) => note('early'),
      'NOTE_INVALID: early',
    ],
    [
      'notes a message of all objects',
      (_: object, { note }: { note: (id: string) => void }) => note('toString'),
      'NOTE_INVALID: toString',
    ],
    [
      'notes data that is none',
      (_: object, { note }: { note: (...of: unknown[]) => void }) => note('late', { hours: {} }),
      'NOTE_INVALID: late',
    ],
    [
      'notes data that no database keeps',
      (_: object, { note }: { note: (...of: unknown[]) => void }) => note('late', { hours: '\0' }),
      'NOTE_INVALID: late',
    ],
    [
      'notes data that is half a character',
      (_: object, { note }: { note: (...of: unknown[]) => void }) => note('late', { hours: '\ud800' }),
      'NOTE_INVALID: late',
    ],
    [
      'leaves out what a message is filled by',
      (_: object, { note }: { note: (...of: unknown[]) => void }) => note('late', { hour: 3 }),
      'NOTE_INVALID: late without hours',
    ],
    [
      'notes data that no text can show',
      (_: object, { note }: { note: (...of: unknown[]) => void }) => note('late', { hours: 1, 'ho urs': 1 }),
      'NOTE_INVALID: late',
    ],
    [
      'notes data that is no number',
      (_: object, { note }: { note: (...of: unknown[]) => void }) => note('late', { hours: Number.NaN }),
      'NOTE_INVALID: late',
    ],
    [
      'notes too much',
      (_: object, { note }: { note: (id: string) => void }) => {
        for (;;) note('slow');
      },
      'NOTE_INVALID: 11',
    ],
    [
      'never ends',
      () => {
        for (;;);
      },
      'OUT_OF_TIME: 100 ms',
    ],
    [
      'never ends and catches all',
      () => {
        for (;;)
          try {
            for (;;);
          } catch {}
      },
      'OUT_OF_TIME: 100 ms',
    ],
    ['never ends in a pattern', () => Number(/^(a+)+$/.test(`${'a'.repeat(40)}b`)), 'OUT_OF_TIME: 100 ms'],
    [
      'calls itself for ever',
      function again(): number {
        return again() + 1;
      },
      'THREW: RangeError',
    ],
  ])('that %s fails', ([, score, reason]) => {
    const failure = said(untyped(score));
    if (!failure || 'earned' in failure) throw new Error('It did not fail.');
    expect(`${failure.reason}: ${failure.detail}`).toContain(reason);
    expect(failure.detail.length).toBeLessThanOrEqual(200);
  });

  test('that runs out of time fails alone with those after it; all share one time', () => {
    const rubric = compileRubric(
      rubricContent(
        core,
        ladder,
        plugin(Object.fromEntries(['a', 'b', 'c'].map((key) => [key, item({ score: () => 1 })]))),
      ),
    );
    const loop: Score = () => {
      for (;;);
    };
    const scores: Score[] = [() => 10, loop, () => 30];
    const begun = performance.now();
    const results = runScores(
      rubric,
      rubric.scored.map((own, at) => ({ item: own, answer: { rating: 1 }, score: scores[at] as Score })),
      60,
    );
    expect(performance.now() - begun).toBeLessThan(2_000);
    const late = { reason: 'OUT_OF_TIME', detail: '60 ms' };
    expect(results).toEqual([{ earned: '10' }, late, late]);
  });
});

describe('grading an item with a score', () => {
  const best = { evidence: [{ uri: 'urn:x' }] };
  const others = Object.fromEntries(Object.keys(core.items).map((key) => [`core/${key}`, { rating: 4 }]));
  const scored = (kept: string, more: Answer = best): Answer => ({ rating: 4, scored: { earned: kept }, ...more });

  test('reads what was kept, never the measure nor the function', () => {
    const rubric = rubricWith({
      score: () => {
        throw new Error('Asked again.');
      },
    });
    expect(earned(rubric, 'own/own', scored('33.333333'))).toBe(33.33);
    expect(grade(rubric, { ...others, 'own/own': scored('0') }).gates[0]?.score).toBe(85.71);
    expect(() => grade(rubric, { ...others, 'own/own': { rating: 4 } })).toThrow('has not been scored');
    expect(earned(rubric, 'own/own', { notApplicable: 'None.' })).toBeNull();
  });

  test('caps it without its evidence, and breaks its red line by what was kept', () => {
    const rubric = rubricWith({ score: () => 1, evidence: 'required', redLine: { below: 60 } });
    expect(earned(rubric, 'own/own', scored('80', {}))).toBe(50);
    const outcome = grade(rubric, { ...others, 'own/own': scored('80', {}) });
    expect([outcome.tier, outcome.gates[0]?.reasons[0]?.code]).toEqual([null, 'RED_LINE']);
    expect(outcome.nextTier?.steps).toEqual([{ item: 'own/own', fromEarned: 50, toEarned: 80 }]);
    expect(grade(rubric, { ...others, 'own/own': scored('59.999999') }).nextTier).toMatchObject({
      reachable: false,
      steps: [],
    });
  });

  test('shows what was noted in the outcome, and nothing where nothing was', () => {
    const rubric = rubricWith({ score: () => 1 });
    const notes = [{ message: 'late', data: { hours: 2 } }, { message: 'slow' }];
    const noted: Answer = { rating: 4, scored: { earned: '90', notes } };
    expect(grade(rubric, { ...others, 'own/own': noted }).notes).toEqual(
      notes.map((note) => ({ item: 'own/own', ...note })),
    );
    expect(grade(rubric, { ...others, 'own/own': scored('90') })).not.toHaveProperty('notes');
  });

  test('stays in 0 to 100 whatever was kept, and more never lowers it', () => {
    const rubric = rubricWith({ score: () => 1, weight: 3 });
    const kept = fc.integer({ min: 0, max: 100_000_000 }).map((millionths) => millionths / 1_000_000);
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((value) =>
          grade(rubric, { ...others, 'own/own': scored(value.toFixed(6)) }),
        );
        expect(low?.score).toBeLessThanOrEqual(high?.score ?? 0);
        expect(high?.score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the content of an edition', () => {
  const contentOf = (given: Partial<ItemDefinition>, version = '1.0.0') =>
    rubricContent(core, ladder, { ...plugin({ own: item(given) }), version });

  test('tells a score by the version of its plugin, and keeps its messages', () => {
    expect(contentOf({ score: () => 1, messages }, '1.2.0').items.at(-1)?.score).toEqual({
      version: '1.2.0',
      messages,
    });
    const hashes = [
      contentOf({}),
      contentOf({ score: () => 1 }),
      contentOf({ score: () => 1 }, '1.0.1'),
      contentOf({ score: () => 1, messages }),
    ].map(contentHash);
    expect(new Set(hashes).size).toBe(4);
    expect(contentHash(contentOf({ score: () => 2 }))).toBe(hashes[1]);
  });

  test('without scores says nothing of them, whatever the version', () => {
    expect(contentOf({}).items.at(-1)).not.toHaveProperty('score');
    expect(contentHash(contentOf({}))).toBe(contentHash(contentOf({}, '9.9.9')));
  });
});
