import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../plugins/kit/grading/earned.ts';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import type { ItemDefinition } from '../../../plugins/kit/index.ts';
import { yesNo } from '../../../plugins/kit/index.ts';
import { applyRaises, bestPath, earns, inOrder } from './by-hand.ts';
import { answeredItems, answersOf as answersTo, rubricOf } from './generated.ts';
import { answersOf, install24h, item, rubricWith, scale, text } from './rubrics.ts';

const pathOf = (items: Record<string, ItemDefinition>, ...given: Parameters<typeof answersOf>) => {
  const { nextTier } = grade(rubricWith(items), answersOf(...given));
  return nextTier?.steps.map(({ item: key, fromEarned, toEarned }) => `${key} ${fromEarned} to ${toEarned}`);
};

describe('the path', () => {
  test.each<[string, Record<string, ItemDefinition>, string, Record<string, Answer | number>, string[]]>([
    [
      'raises one step each rather than two on one item',
      {},
      '222 | 444 | 444',
      {},
      ['core/issue-resolution 50 to 75', 'core/parts-delivery 50 to 75', 'core/policy-support 50 to 75'],
    ],
    [
      'raises a dear item only where nothing cheaper does',
      { a: item({ weight: 3, stepCost: 3, measure: yesNo(text('a')) }) },
      '333 | 444 | 444',
      { a: { yes: false } },
      ['own/a 0 to 100'],
    ],
    ['takes the heavier of two raises', { a: item({ weight: 4 }) }, '332 | 444 | 444', { a: 2 }, ['own/a 50 to 75']],
    [
      'raises core items for the core floor, however heavy the plugin',
      { a: item({ weight: 6 }) },
      '222 | 444 | 444',
      { a: 4 },
      ['core/issue-resolution 50 to 75', 'core/parts-delivery 50 to 75'],
    ],
    [
      'mends a red line first, then only what is still lacking',
      { a: item({ weight: 2, redLine: { below: 75 } }) },
      '332 | 444 | 444',
      { a: 1 },
      ['own/a 25 to 75', 'core/policy-support 50 to 75'],
    ],
    [
      'mends the red line of a later tier, exactly to its mark',
      { a: item({ tier: 'OUTSTANDING', redLine: { below: 60, capsAt: null } }) },
      '333 | 333 | 333',
      { a: 0 },
      ['own/a 0 to 75'],
    ],
    [
      'supplies missing evidence as one raise',
      { a: item({ weight: 6, evidence: 'required' }) },
      '333 | 444 | 444',
      { a: 4 },
      ['own/a 50 to 100'],
    ],
    [
      'mixes evidence and levels for the best of so many raises',
      { a: item({ evidence: 'required', redLine: { below: 75 } }) },
      '333 | 444 | 444',
      { a: 1 },
      ['own/a 25 to 75'],
    ],
    [
      'raises a metric by its bands',
      { a: { ...install24h, redLine: { below: 70 } } },
      '444 | 444 | 444',
      { a: { metric: '12' } },
      ['own/a 0 to 85'],
    ],
    [
      'prefers fewer items where cost and the largest number of raises are equal',
      { a: item({ weight: 2, measure: scale(2), stepCost: 2 }) },
      '332 | 444 | 444',
      { a: 1 },
      ['own/a 50 to 100'],
    ],
    [
      'counts an item whose red line is mended anyway as no further item',
      {
        a: item({ redLine: { below: 50 } }),
        b: item({ redLine: { below: 50 } }),
        c: item({ redLine: { below: 50 } }),
        d: item({ weight: 2, stepCost: 2 }),
        e: item({ measure: yesNo(text('e')), stepCost: 100 }),
      },
      '444 | 444 | 444',
      { a: 0, b: 1, c: 1, d: 1, e: { yes: false } },
      ['own/a 0 to 50', 'own/b 25 to 75', 'own/c 25 to 75'],
    ],
    [
      'raises two mended items further before the first of them and a new one',
      {
        a: item({ weight: 2, measure: scale(8), redLine: { below: 50 } }),
        b: item({ weight: 1.25, redLine: { below: 50 } }),
        c: item({ weight: 1.25, redLine: { below: 50 } }),
        d: item({ weight: 1.5 }),
        e: item({ weight: 2, measure: yesNo(text('e')), stepCost: 100 }),
      },
      '444 | 444 | 444',
      { a: 3, b: 1, c: 1, d: 1, e: { yes: false } },
      ['own/a 37.5 to 50', 'own/b 25 to 75', 'own/c 25 to 75'],
    ],
    ['takes the first in order where all else is equal', {}, '323 | 444 | 444', {}, ['core/issue-resolution 50 to 75']],
  ])('%s', (_, items, ratings, own, steps) => {
    expect(pathOf(items, ratings, own)).toEqual(steps);
  });

  test('is closed where too little applies', () => {
    const absent = { notApplicable: 'Not sold here.' };
    const { nextTier } = grade(rubricWith({ a: item({ weight: 2 }) }), answersOf('100 | 444 | 444', { a: absent }));
    expect(nextTier).toEqual({ tier: 'GOOD', reachable: false, deficit: 61.67, steps: [] });
  });

  test('is closed where no band mends the red line', () => {
    const { bands: _, ...rest } = install24h.measure as Extract<ItemDefinition['measure'], { kind: 'metric' }>;
    const a = item({ measure: { ...rest, bands: [[90, 85]] }, redLine: { below: 90 } });
    const { nextTier } = grade(rubricWith({ a }), answersOf('444 | 444 | 444', { a: { metric: '91' } }));
    expect(nextTier).toEqual({ tier: 'GOOD', reachable: false, deficit: 0, steps: [] });
  });

  test('is closed where even every top is too low', () => {
    const { bands: _, ...rest } = install24h.measure as Extract<ItemDefinition['measure'], { kind: 'metric' }>;
    const own = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [name, item({ weight: 40, measure: { ...rest, bands: [[90, 10]] } })]),
    );
    const low = { metric: '0' };
    const { nextTier } = grade(rubricWith(own), answersOf('444 | 444 | 444', { a: low, b: low, c: low }));
    expect(nextTier).toEqual({ tier: 'GOOD', reachable: false, deficit: 20, steps: [] });
  });
});

describe('whatever the rubric and the answers, the path', { timeout: 60_000 }, () => {
  test('is the best of all sets of raises, and opens the gate', () => {
    fc.assert(
      fc.property(answeredItems(8), (items) => {
        const outcome = grade(rubricOf(items), answersTo(items));
        const best = bestPath(items);
        if (best === null || outcome.nextTier === null) {
          expect(outcome.nextTier).toEqual(best);
          return;
        }
        const { nextTier, gates } = outcome;
        const failed = gates[best.gate - 1];
        expect(nextTier.tier).toBe(failed?.tier);
        if (best.raises === null) {
          expect(nextTier).toMatchObject({ reachable: false, steps: [] });
          return;
        }
        const raised = applyRaises(items, best.raises);
        const points = new Map(raised.map((each) => [each.key, Math.round((earns(each) / 60) * 100) / 100]));
        const steps = [...best.raises].filter(([, raises]) => raises > 0).map(([key]) => [key, points.get(key)]);
        expect(nextTier.steps.map(({ item: key, toEarned }) => [key, toEarned])).toEqual(steps);
        expect(grade(rubricOf(raised), answersTo(raised)).gates[best.gate - 1]?.passed).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('follows shortfalls ordered as counted by hand', () => {
    fc.assert(
      fc.property(answeredItems(14), (items) => {
        const { shortfalls, gates } = grade(rubricOf(items), answersTo(items));
        const failed = gates.findIndex(({ passed }) => !passed) + 1;
        const expected = inOrder(items, failed)
          .filter(({ listed }) => listed)
          .map(({ key }) => key);
        expect(shortfalls.map(({ item: key }) => key)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
