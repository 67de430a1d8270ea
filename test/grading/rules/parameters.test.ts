import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf, suitsParameter, valuesOf } from '../../../plugins/kit/grading/parameters.ts';
import { compileRubric, contentHash, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { runScores } from '../../../plugins/kit/grading/scores.ts';
import type { ParameterValue, Score, ScoreParameter } from '../../../plugins/kit/index.ts';
import { core, item, ladder, plugin, text } from './rubrics.ts';

const parameters = {
  bonus: { kind: 'number', label: text('bonus'), min: -0.5, max: 40, default: 5 },
  strict: { kind: 'yesNo', label: text('strict'), default: true },
  basis: {
    kind: 'choice',
    label: text('basis'),
    options: { rides: text('rides'), sales: text('sales') },
    default: 'rides',
  },
} as const satisfies Record<string, ScoreParameter>;

const contentWith = (set: Record<string, string | boolean> | undefined, score: Score = () => 1) =>
  rubricContent(core, ladder, plugin({ own: item({ score, parameters }) }), set && { 'own/own': set });

describe('a value', () => {
  test.for<[ScoreParameter, string | boolean, boolean]>([
    [parameters.bonus, '-0.5', true],
    [parameters.bonus, '40.000', true],
    [parameters.bonus, '40.000001', false],
    [parameters.bonus, '-0.500001', false],
    [parameters.bonus, 'many', false],
    [parameters.bonus, true, false],
    [parameters.strict, false, true],
    [parameters.strict, 'false', false],
    [parameters.basis, 'sales', true],
    [parameters.basis, 'toString', false],
    [parameters.basis, true, false],
  ])('of $0.kind %s suits: %s', ([parameter, value, suits]) => {
    expect(suitsParameter(parameter, value)).toBe(suits);
  });

  test('that is set reaches the score as what it is, frozen', () => {
    const seen: Readonly<Record<string, ParameterValue>>[] = [];
    const watch: Score = (_, given) => {
      seen.push(given.parameters);
      return 1;
    };
    for (const set of [undefined, { bonus: '7.25', strict: false, basis: 'sales' }]) {
      const rubric = compileRubric(contentWith(set, watch));
      const [own] = rubric.scored;
      if (own) runScores(rubric, [{ item: own, answer: { rating: 1 }, score: watch }]);
    }
    expect(seen).toEqual([
      { bonus: 5, strict: true, basis: 'rides' },
      { bonus: 7.25, strict: false, basis: 'sales' },
    ]);
    expect(seen.every((values) => Object.isFrozen(values))).toBe(true);
  });
});

describe('an edition', () => {
  test('differs exactly where a value does, however it is written', () => {
    const value = fc.integer({ min: -500, max: 40_000 }).map((thousandths) => (thousandths / 1000).toFixed(3));
    fc.assert(
      fc.property(value, value, fc.boolean(), fc.boolean(), (one, other, strict, lax) => {
        const hashes = [
          contentHash(contentWith({ bonus: one, strict })),
          contentHash(contentWith({ bonus: other, strict: lax })),
        ];
        expect(hashes[0] === hashes[1]).toBe(Number(one) === Number(other) && strict === lax);
      }),
    );
  });

  test('takes the default in place of what no longer suits, and nothing that is not declared', () => {
    const set = { bonus: '41', strict: 'yes', basis: 'constructor', other: '1' };
    expect(contentHash(contentWith(set))).toBe(contentHash(contentWith(undefined)));
    expect(valuesOf(parametersOf(item({ parameters }), set).parameters)).toEqual({
      ...{ bonus: 5, strict: true, basis: 'rides' },
    });
  });

  test('says nothing of parameters where there are none', () => {
    expect(parametersOf(item({}))).toEqual({});
    expect(parametersOf(item({ parameters: {} }))).toEqual({});
    expect(valuesOf()).toEqual({});
  });
});
