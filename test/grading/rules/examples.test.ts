import { describe, expect, test } from 'vitest';
import { grade, type Outcome } from '../../../plugins/kit/grading/grade.ts';
import { answersOf, examples, rubricWith } from './rubrics.ts';

const brief = ({ tier, score, gates, nextTier }: Outcome) => ({
  tier,
  score,
  scores: gates.map((gate) => gate.score),
  reasons: gates.map(({ reasons }) => reasons.map(({ code, item }) => (item === null ? code : `${code} ${item}`))),
  deficit: nextTier?.deficit,
  path: nextTier?.steps.map(({ item, fromEarned, toEarned }) => `${item} ${fromEarned} to ${toEarned}`),
});

describe('appliances', () => {
  const rubric = rubricWith(examples.appliances);
  const own = { 'install-on-time': 4, 'engineer-certified': 3, 'price-parity': 3, 'brand-promotion': 2 };

  test('is excellent, two raises from outstanding', () => {
    expect(brief(grade(rubric, answersOf('433 | 333 | 323', own)))).toEqual({
      tier: 'EXCELLENT',
      score: 77.19,
      scores: [84.38, 75, 62.5],
      reasons: [[], [], ['SCORE_BELOW_THRESHOLD']],
      deficit: 12.5,
      path: ['core/second-tier-meeting 50 to 75', 'own/brand-promotion 50 to 75'],
    });
  });

  test('after the path meets 75 exactly and is outstanding', () => {
    expect(brief(grade(rubric, answersOf('433 | 333 | 333', { ...own, 'brand-promotion': 3 })))).toEqual({
      tier: 'OUTSTANDING',
      score: 79.69,
      scores: [84.38, 75, 75],
      reasons: [[], [], []],
      deficit: undefined,
      path: undefined,
    });
  });
});

describe('fmcg', () => {
  const rubric = rubricWith(examples.fmcg);
  const own = { 'on-shelf': 3, freshness: 3, planogram: 2, 'promo-return': 2 };

  test('is good, two core raises from excellent', () => {
    expect(brief(grade(rubric, answersOf('343 | 232 | 222', own)))).toEqual({
      tier: 'GOOD',
      score: 67.77,
      scores: [81.25, 57.14, 50],
      reasons: [[], ['CORE_BELOW_FLOOR', 'SCORE_BELOW_THRESHOLD'], ['CORE_BELOW_FLOOR', 'SCORE_BELOW_THRESHOLD']],
      deficit: 12.86,
      path: ['core/service-training 50 to 75', 'core/stock-revisit 50 to 75'],
    });
  });

  test('after the path is excellent', () => {
    const outcome = grade(rubric, answersOf('343 | 333 | 222', own));
    expect([outcome.tier, outcome.score]).toEqual(['EXCELLENT', 72.05]);
  });
});

describe('lottery', () => {
  const rubric = rubricWith(examples.lottery);
  const own = {
    'repair-image': 4,
    'repair-action': 3,
    'repair-script': 3,
    'age-check': 1,
    'service-led-referral': 2,
  };

  test('misses every tier by its red line alone', () => {
    expect(brief(grade(rubric, answersOf('434 | 333 | 222', own)))).toEqual({
      tier: null,
      score: 70.06,
      scores: [77.27, 71.43, 50],
      reasons: [
        ['RED_LINE own/age-check'],
        ['RED_LINE own/age-check'],
        ['CORE_BELOW_FLOOR', 'RED_LINE own/age-check', 'SCORE_BELOW_THRESHOLD'],
      ],
      deficit: 0,
      path: ['own/age-check 25 to 50'],
    });
  });

  test("is excellent by the dealer's own answers", () => {
    const answers = answersOf('443 | 434 | 332', {
      'repair-image': 4,
      'repair-action': 4,
      'repair-script': 4,
      'age-check': 4,
      'service-led-referral': 3,
    });
    const outcome = grade(rubric, answers);
    expect([outcome.tier, outcome.score]).toEqual(['EXCELLENT', 87.85]);
  });

  test('is excellent once the age check meets the standard', () => {
    const outcome = grade(rubric, answersOf('434 | 333 | 222', { ...own, 'age-check': 3 }));
    expect([outcome.tier, outcome.score]).toEqual(['EXCELLENT', 74.61]);
  });
});

describe('metric, yes/no, cap and share', () => {
  const rubric = rubricWith(examples.metric);
  const answers = (yes: boolean) =>
    answersOf('334 | 443 | 443', { 'install-24h': { metric: '92.5' }, 'energy-label': { yes } });

  test('scales the plugin from 10 to the 6 of the core items', () => {
    expect(['install-24h', 'energy-label'].map((name) => rubric.item(`own/${name}`)?.effectiveWeight)).toEqual([3, 3]);
  });

  test('is outstanding with yes', () => {
    expect(brief(grade(rubric, answers(true)))).toEqual({
      tier: 'OUTSTANDING',
      score: 89.79,
      scores: [87.92, 91.67, 91.67],
      reasons: [[], [], []],
      deficit: undefined,
      path: undefined,
    });
  });

  test('is below standard with no, and the later gates name the red line', () => {
    expect(brief(grade(rubric, answers(false)))).toEqual({
      tier: null,
      score: 77.29,
      scores: [62.92, 91.67, 91.67],
      reasons: [['SCORE_BELOW_THRESHOLD'], ['RED_LINE own/energy-label'], ['RED_LINE own/energy-label']],
      deficit: 7.08,
      path: ['own/energy-label 0 to 100'],
    });
  });
});
