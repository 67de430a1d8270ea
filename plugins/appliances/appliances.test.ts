import { expect, test } from 'vitest';
import { keysOf, playbookCells, redLines, repeatedTexts } from '../../test/kit/plugin.ts';
import { testPlugin } from '../kit/testing.ts';
import appliances from './index.ts';

const best = {
  'install-24h': 95,
  'install-48h': 99,
  ftfr: 88,
  'part-fill': 95,
  'repair-tat': 2,
  'cert-installer': 100,
  'certified-hazardous-jobs': true,
  'fee-notice': true,
  'visual-std': 5,
  'energy-label': 100,
  'data-sn': 98,
  'warranty-claim': 7,
  'claim-reject': 2,
  'demo-display': 95,
  'trade-in': 99,
  'review-nps': 60,
  'rural-reach': 95,
  recycle: 95,
  'extended-sale': 10,
};

testPlugin(appliances, {
  readme: new URL('README.md', import.meta.url),
  cases: [
    { name: 'the best of everything is outstanding', answers: best, expect: { tier: 'OUTSTANDING', score: 100 } },
    {
      name: 'certified-hazardous-jobs alone, broken, leaves its cap',
      answers: { 'certified-hazardous-jobs': false },
      expect: { tier: 'GOOD' },
    },
    {
      name: 'fee-notice alone, broken, leaves its cap',
      answers: { 'fee-notice': false },
      expect: { tier: 'EXCELLENT' },
    },
    { name: 'energy-label alone, broken, leaves its cap', answers: { 'energy-label': 99 }, expect: { tier: 'GOOD' } },
  ],
});

test('it makes the industry of home appliances', () => {
  expect(appliances.industry).toEqual({
    key: 'appliances',
    label: { en: 'Home appliances', zhHans: '家电' },
    direction: 'DEALER_PROVIDES',
  });
});

test('nineteen items stand in their tiers, eighteen of them weighing 100', () => {
  expect(keysOf(appliances, 'GOOD')).toEqual([
    'install-24h',
    'install-48h',
    'ftfr',
    'part-fill',
    'repair-tat',
    'cert-installer',
    'certified-hazardous-jobs',
    'fee-notice',
    'visual-std',
    'energy-label',
    'data-sn',
  ]);
  expect(keysOf(appliances, 'EXCELLENT')).toEqual([
    'warranty-claim',
    'claim-reject',
    'demo-display',
    'trade-in',
    'review-nps',
    'rural-reach',
  ]);
  expect(keysOf(appliances, 'OUTSTANDING')).toEqual(['recycle', 'extended-sale']);
  const weights = Object.values(appliances.items).map(({ weight }) => Number(weight));
  expect(weights.reduce((sum, weight) => sum + weight)).toBe(100 + 1);
});

const lines = {
  'certified-hazardous-jobs': [100, 'GOOD'],
  'fee-notice': [100, 'EXCELLENT'],
  'energy-label': [100, 'GOOD'],
};

test('its red lines are these and no others', () => {
  expect(redLines(appliances)).toEqual(lines);
});

test('each item has guidance, each segment a strategy', () => {
  expect(Object.values(appliances.items).filter(({ guidance }) => guidance === undefined)).toEqual([]);
  expect(Object.keys(appliances.segments ?? {})).toEqual([
    'GROUP_BUYER',
    'MOTHER',
    'RIDER',
    'OFFICE_WORKER',
    'SENIOR',
    'STUDENT',
  ]);
});

test('its playbook speaks to each segment, and of each detail in each stage', () => {
  expect(Object.keys(appliances.playbook ?? {})).toEqual([
    'group-buyer-repair-action',
    'group-buyer-close-image',
    'mother-repair-script',
    'mother-recommendation-image',
    'rider-recommendation-script',
    'rider-revisit-action',
    'office-worker-close-action',
    'office-worker-revisit-script',
    'senior-close-script',
    'senior-revisit-image',
    'student-repair-image',
    'student-recommendation-action',
  ]);
  expect(playbookCells(appliances).size).toBe(4 * 3);
  expect(repeatedTexts(appliances.playbook)).toEqual([]);
});

test('its conflict tags name causes, and each is answered by a strategy of its own', () => {
  const causes = Object.entries(appliances.conflictTags ?? {}).map(([key, { cause }]) => [key, cause]);
  expect(causes).toEqual([
    ['online-price-gap', 'COMPETITION'],
    ['installation-fee-split', 'GOAL_MISALIGNMENT'],
    ['demo-unit-allocation', 'RESOURCE_SCARCITY'],
    ['trade-in-advance', 'RESOURCE_SCARCITY'],
    ['warranty-duty', 'ROLE_AMBIGUITY'],
  ]);
  const strategies = Object.entries(appliances.conflictStrategies ?? {});
  expect(strategies.map(([key, { answers, answersTags }]) => [key, answers, answersTags])).toEqual([
    ['model-separation', [], ['appliances/online-price-gap']],
    ['fee-schedule', [], ['appliances/installation-fee-split', 'appliances/warranty-duty']],
    ['open-quota', [], ['appliances/demo-unit-allocation', 'appliances/trade-in-advance']],
  ]);
});
