import { expect, test } from 'vitest';
import { keysOf, playbookCells, redLines, repeatedTexts } from '../../test/kit/plugin.ts';
import { testPlugin } from '../kit/testing.ts';
import fmcg from './index.ts';

const best = {
  osa: 98,
  'must-stock': 95,
  price: 98,
  fifo: 5,
  'order-fill': 97,
  visit: 95,
  freshness: 2,
  'no-expired-stock': true,
  'cold-chain': 99,
  'cold-chain-minimum': true,
  sos: 1.2,
  facings: 100,
  planogram: 95,
  posm: 90,
  'sellout-data': 98,
  'new-sku': 90,
};

testPlugin(fmcg, {
  readme: new URL('README.md', import.meta.url),
  cases: [
    { name: 'the best of everything is outstanding', answers: best, expect: { tier: 'OUTSTANDING', score: 100 } },
    {
      name: 'no-expired-stock alone, broken, leaves its cap',
      answers: { 'no-expired-stock': false },
      expect: { tier: 'GOOD' },
    },
    {
      name: 'cold-chain-minimum alone, broken, leaves its cap',
      answers: { 'cold-chain-minimum': false },
      expect: { tier: 'GOOD' },
    },
  ],
});

test('it makes the industry of consumer goods', () => {
  expect(fmcg.industry).toEqual({
    key: 'fmcg',
    label: { en: 'Consumer goods', zhHans: '快消' },
    direction: 'DEALER_PROVIDES',
  });
});

test('sixteen items stand in their tiers, fourteen of them weighing 85', () => {
  expect(keysOf(fmcg, 'GOOD')).toEqual([
    'osa',
    'must-stock',
    'price',
    'fifo',
    'order-fill',
    'visit',
    'freshness',
    'no-expired-stock',
    'cold-chain',
    'cold-chain-minimum',
  ]);
  expect(keysOf(fmcg, 'EXCELLENT')).toEqual(['sos', 'facings', 'planogram', 'posm', 'sellout-data']);
  expect(keysOf(fmcg, 'OUTSTANDING')).toEqual(['new-sku']);
  const weights = Object.values(fmcg.items).map(({ weight }) => Number(weight));
  expect(weights.reduce((sum, weight) => sum + weight)).toBe(85 + 2);
});

const lines = {
  'no-expired-stock': [100, 'GOOD'],
  'cold-chain-minimum': [100, 'GOOD'],
};

test('its red lines are these and no others', () => {
  expect(redLines(fmcg)).toEqual(lines);
});

test('each item has guidance, each segment a strategy', () => {
  expect(Object.values(fmcg.items).filter(({ guidance }) => guidance === undefined)).toEqual([]);
  expect(Object.keys(fmcg.segments ?? {})).toEqual([
    'GROUP_BUYER',
    'MOTHER',
    'RIDER',
    'OFFICE_WORKER',
    'SENIOR',
    'STUDENT',
  ]);
});

test('its playbook speaks to each segment, and of each detail in each stage', () => {
  expect(Object.keys(fmcg.playbook ?? {})).toEqual([
    'group-buyer-recommendation-action',
    'group-buyer-close-script',
    'mother-repair-action',
    'mother-recommendation-script',
    'rider-repair-script',
    'rider-close-image',
    'office-worker-recommendation-image',
    'office-worker-close-action',
    'office-worker-revisit-image',
    'senior-repair-image',
    'senior-revisit-script',
    'student-recommendation-image',
    'student-revisit-action',
  ]);
  expect(playbookCells(fmcg).size).toBe(4 * 3);
  expect(repeatedTexts(fmcg.playbook)).toEqual([]);
});

test('its conflict tags name causes, and each is answered by a strategy of its own', () => {
  const causes = Object.entries(fmcg.conflictTags ?? {}).map(([key, { cause }]) => [key, cause]);
  expect(causes).toEqual([
    ['diversion', 'COMPETITION'],
    ['community-price', 'COMPETITION'],
    ['key-account-overlap', 'ROLE_AMBIGUITY'],
    ['expired-returns', 'GOAL_MISALIGNMENT'],
    ['promotion-fund', 'RESOURCE_SCARCITY'],
  ]);
  const strategies = Object.entries(fmcg.conflictStrategies ?? {});
  expect(strategies.map(([key, { answers, answersTags }]) => [key, answers, answersTags])).toEqual([
    ['area-control', [], ['fmcg/diversion', 'fmcg/community-price']],
    ['return-rules', [], ['fmcg/expired-returns']],
    ['fund-settlement', [], ['fmcg/promotion-fund', 'fmcg/key-account-overlap']],
  ]);
});
