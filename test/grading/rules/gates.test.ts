import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../plugins/kit/grading/earned.ts';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import { compileRubric, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import type { ItemDefinition } from '../../../plugins/kit/index.ts';
import { answersOf, core, coreKeys, item, ladder, plugin, rubricWith } from './rubrics.ts';

const absent: Answer = { notApplicable: 'Not sold here.' };

const gradeWith = (items: Record<string, ItemDefinition>, ...given: Parameters<typeof answersOf>) =>
  grade(rubricWith(items), answersOf(...given));

const without = (ratings: string, keys: readonly string[]) => ({
  ...answersOf(ratings),
  ...Object.fromEntries(keys.map((key) => [key, absent])),
});

describe('a gate', () => {
  test.each([
    ['222 | 444 | 444', null, [50, 100, 100]],
    ['333 | 222 | 444', 'GOOD', [75, 50, 100]],
    ['333 | 333 | 332', 'EXCELLENT', [75, 75, 66.67]],
    ['333 | 333 | 333', 'OUTSTANDING', [75, 75, 75]],
  ])('of a rubric of core items alone, %s, gives %s', (ratings, tier, scores) => {
    const outcome = gradeWith({}, ratings);
    expect([outcome.tier, outcome.gates.map(({ score }) => score)]).toEqual([tier, scores]);
  });

  test('of the highest tier meets 75 exactly', () => {
    const outcome = gradeWith({}, '333 | 333 | 432');
    expect(outcome.gates[2]).toEqual({
      tier: 'OUTSTANDING',
      passed: true,
      score: 75,
      coreScore: 75,
      threshold: 75,
      reasons: [],
    });
  });

  test('fails by its core items alone', () => {
    const own = { a: item({ tier: 'EXCELLENT', weight: 6 }) };
    const outcome = gradeWith(own, '333 | 322 | 333', { a: 4 });
    expect(outcome.gates[1]).toEqual({
      tier: 'EXCELLENT',
      passed: false,
      score: 79.17,
      coreScore: 58.33,
      threshold: 70,
      reasons: [{ code: 'CORE_BELOW_FLOOR', item: null }],
    });
  });

  test('passes with its core items on the floor exactly', () => {
    const own = { a: item({ tier: 'OUTSTANDING', weight: 6 }), b: item({ tier: 'OUTSTANDING', weight: 2 }) };
    const outcome = gradeWith(own, '333 | 333 | 323', { a: 4, b: 3 });
    expect([outcome.gates[2]?.coreScore, outcome.gates[2]?.passed]).toEqual([66.67, true]);
    const floor = compileRubric(rubricContent(core, { ...ladder, coreFloor: '8.333333' }, plugin(own)));
    const answers = answersOf('333 | 333 | 323', { a: 4, b: 3 });
    expect(grade(floor, answers).gates[2]?.reasons).toEqual([{ code: 'CORE_BELOW_FLOOR', item: null }]);
    const exact = compileRubric(rubricContent(core, { ...ladder, coreFloor: '8.333334' }, plugin(own)));
    expect(grade(exact, answers).gates[2]?.reasons).toEqual([]);
  });

  test('names every reason, by code and then by item', () => {
    const own = {
      z: item({ weight: 3, redLine: { below: 100 } }),
      b: item({ tier: 'OUTSTANDING', redLine: { below: '25.5', capsAt: null } }),
      c: item({ weight: 3 }),
    };
    expect(gradeWith(own, '011 | 333 | 333', { z: 3, b: 1, c: absent }).gates[0]?.reasons).toEqual([
      { code: 'CORE_BELOW_FLOOR', item: null },
      { code: 'INSUFFICIENT_APPLICABLE', item: null },
      { code: 'RED_LINE', item: 'core/parts-delivery' },
      { code: 'RED_LINE', item: 'own/b' },
      { code: 'RED_LINE', item: 'own/z' },
      { code: 'SCORE_BELOW_THRESHOLD', item: null },
    ]);
  });
});

describe('a red line', () => {
  test.each<[string, ItemDefinition, number, boolean[]]>([
    [
      'caps below its own tier by default',
      item({ tier: 'EXCELLENT', redLine: { below: 75 } }),
      2,
      [true, false, false],
    ],
    ['holds at its mark', item({ tier: 'EXCELLENT', redLine: { below: 75 } }), 3, [true, true, true]],
    ['may cap at no tier', item({ tier: 'EXCELLENT', redLine: { below: 75, capsAt: null } }), 2, [false, false, false]],
    ['may cap above its own tier', item({ redLine: { below: 75, capsAt: 'EXCELLENT' } }), 2, [true, true, false]],
  ])('%s', (_, a, answer, passed) => {
    const outcome = gradeWith({ a }, '444 | 444 | 444', { a: answer });
    expect(outcome.gates.map((gate) => gate.passed)).toEqual(passed);
  });

  test('is not broken by an item that does not apply', () => {
    const own = { a: item({ redLine: { below: 100, capsAt: null } }) };
    expect(gradeWith(own, '333 | 333 | 333', { a: absent }).tier).toBe('OUTSTANDING');
  });

  test('is broken by missing evidence where the cap lies below it', () => {
    const own = { a: item({ evidence: 'required', redLine: { below: 75 } }) };
    const evidence = [{ uri: 'https://example.com/photo' }];
    expect(gradeWith(own, '333 | 333 | 333', { a: { rating: 4 } }).tier).toBeNull();
    expect(gradeWith(own, '333 | 333 | 333', { a: { rating: 4, evidence } }).tier).toBe('OUTSTANDING');
  });
});

describe('what does not apply', () => {
  test.each([
    [1.5, true],
    ['1.500001', false],
  ])('may weigh 20 %% of its tier and no more: %s of 6 and 1.5', (weight, passes) => {
    const own = { a: item({ weight: '1.5', tier: 'EXCELLENT' }), b: item({ weight, tier: 'OUTSTANDING' }) };
    const outcome = gradeWith(own, '333 | 333 | 333', { a: absent, b: absent });
    expect(outcome.gates.map(({ passed }) => passed)).toEqual([true, true, passes]);
  });

  test('leaves the mean', () => {
    const own = { a: item({ weight: '1.5' }) };
    expect(gradeWith(own, '433 | 333 | 333', { a: absent }).gates[0]?.score).toBe(83.33);
    expect(gradeWith(own, '433 | 333 | 333', { a: 0 }).gates[0]?.score).toBe(66.67);
  });

  test('leaves the core score to the tier’s where it is all of the core items', () => {
    const own = { a: item({ weight: 6 }), b: item({ weight: 6 }) };
    const answers = without('000 | 333 | 333', coreKeys.slice(0, 3));
    const outcome = grade(rubricWith(own), { ...answers, 'own/a': { rating: 3 }, 'own/b': { rating: 2 } });
    expect(outcome.gates[0]).toMatchObject({ score: 62.5, coreScore: 62.5 });
    expect(outcome.gates[0]?.reasons).toEqual([
      { code: 'INSUFFICIENT_APPLICABLE', item: null },
      { code: 'SCORE_BELOW_THRESHOLD', item: null },
    ]);
  });

  test('scores 0 and is insufficient where it is everything, beside a red line of another tier', () => {
    const own = { a: item({ tier: 'OUTSTANDING', redLine: { below: 100, capsAt: null } }) };
    const answers = { ...without('333 | 444 | 444', coreKeys.slice(0, 3)), 'own/a': { rating: 3 } };
    const outcome = grade(rubricWith(own), answers);
    expect(outcome.gates[0]).toEqual({
      tier: 'GOOD',
      passed: false,
      score: 0,
      coreScore: 0,
      threshold: 70,
      reasons: [
        { code: 'INSUFFICIENT_APPLICABLE', item: null },
        { code: 'RED_LINE', item: 'own/a' },
      ],
    });
    expect(outcome.score).toBe(49.29);
    expect(outcome.nextTier).toEqual({ tier: 'GOOD', reachable: false, deficit: 0, steps: [] });
  });

  test('has no dimension', () => {
    const outcome = grade(rubricWith({}), without('333 | 333 | 333', coreKeys));
    expect(outcome).toMatchObject({ tier: null, score: 0, dimensions: [], shortfalls: [] });
  });
});

describe('dimensions', () => {
  test('are weighted means over all tiers, in their order', () => {
    const items = {
      a: item({ dimension: 'COMPLIANCE', weight: 1 }),
      b: item({ dimension: 'QUALITY', tier: 'OUTSTANDING', weight: 3 }),
      c: item({ dimension: 'QUALITY', weight: 6 }),
    } satisfies Record<string, ItemDefinition>;
    const bare = { ...plugin(items), name: 'core', tierRequirements: core.tierRequirements ?? {} };
    const rubric = compileRubric(rubricContent(bare, ladder, null));
    const answers = { 'core/a': { rating: 1 }, 'core/b': { rating: 4 }, 'core/c': { rating: 2 } };
    expect(grade(rubric, answers).dimensions).toEqual([
      { dimension: 'QUALITY', score: 66.67 },
      { dimension: 'COMPLIANCE', score: 25 },
    ]);
  });
});

describe('grade refuses', () => {
  const rubric = rubricWith({ a: item() });
  const answers = answersOf('333 | 333 | 333', { a: 3 });

  test('what is unanswered, and lists it', () => {
    const { 'own/a': _, 'core/store-layout': __, ...rest } = answers;
    expect(() => grade(rubric, rest)).toThrow('Without an answer there is no grade: core/store-layout, own/a.');
  });

  test.each<[string, Answer, string]>([
    ['own/a', { rating: 5 }, 'The answer to own/a has a fault: RATING_OUT_OF_RANGE.'],
    ['own/unknown', { rating: 1 }, 'The answer to own/unknown has a fault: UNKNOWN_ITEM.'],
  ])('an answer at fault: %s %j', (key, answer, sentence) => {
    expect(() => grade(rubric, { ...answers, [key]: answer })).toThrow(sentence);
  });
});
