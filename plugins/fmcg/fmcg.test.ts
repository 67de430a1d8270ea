import { expect, test } from 'vitest';
import {
  itemRows,
  keysOf,
  mixedTexts,
  readmeRows,
  redLines,
  tierReached,
  tierWithBrokenLine,
} from '../../test/kit/plugin.ts';
import { validatePlugin } from '../kit/validation.ts';
import fmcg from './index.ts';

test('it is valid and makes the industry of consumer goods', () => {
  expect(validatePlugin(fmcg, 'fmcg')).toEqual([]);
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

test('the best of everything is outstanding', () => {
  expect(tierReached(fmcg)).toBe('OUTSTANDING');
});

test.each(Object.entries(lines))('%s alone, broken, leaves its cap', (key, [, cap]) => {
  expect(tierWithBrokenLine(fmcg, key)).toBe(cap);
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

test('both languages everywhere, each in its own script', () => {
  expect(mixedTexts(fmcg)).toEqual([]);
});

test('the README lists the items as they are', () => {
  expect(readmeRows(import.meta.url)).toEqual(itemRows(fmcg));
});
