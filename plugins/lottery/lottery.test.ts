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
import lottery from './index.ts';

test('it is valid and makes the industry of lottery outlets', () => {
  expect(validatePlugin(lottery, 'lottery')).toEqual([]);
  expect(lottery.industry).toEqual({
    key: 'lottery',
    label: { en: 'Lottery outlets', zhHans: '体彩网点' },
    direction: 'DEALER_PROVIDES',
  });
});

test('eighteen items stand in their tiers, sixteen of them weighing 93', () => {
  expect(keysOf(lottery, 'GOOD')).toEqual([
    'no-minor',
    'no-credit',
    'no-false-ad',
    'no-transfer',
    'terminal-ops',
    'fund-safety',
    'no-arrears',
    'away-from-schools',
    'notice',
    'payout',
    'image',
    'location-rule',
    'equipment',
    'draw-info',
    'safety',
  ]);
  expect(keysOf(lottery, 'EXCELLENT')).toEqual(['responsible', 'training']);
  expect(keysOf(lottery, 'OUTSTANDING')).toEqual(['publicity']);
  const weights = Object.values(lottery.items).map(({ weight }) => Number(weight));
  expect(weights.reduce((sum, weight) => sum + weight)).toBe(93 + 2);
});

const lines = {
  'no-minor': [100, null],
  'no-credit': [100, null],
  'no-false-ad': [100, 'GOOD'],
  'no-transfer': [100, null],
  'terminal-ops': [100, 'GOOD'],
  'no-arrears': [100, 'EXCELLENT'],
  'away-from-schools': [100, null],
};

test('its red lines are these and no others', () => {
  expect(redLines(lottery)).toEqual(lines);
});

test('the best of everything is outstanding', () => {
  expect(tierReached(lottery)).toBe('OUTSTANDING');
});

test.each(Object.entries(lines))('%s alone, broken, leaves its cap', (key, [, cap]) => {
  expect(tierWithBrokenLine(lottery, key)).toBe(cap);
});

test('each item has guidance, each segment a strategy', () => {
  expect(Object.values(lottery.items).filter(({ guidance }) => guidance === undefined)).toEqual([]);
  expect(Object.keys(lottery.segments ?? {})).toEqual([
    'GROUP_BUYER',
    'MOTHER',
    'RIDER',
    'OFFICE_WORKER',
    'SENIOR',
    'STUDENT',
  ]);
});

test('its strategies sell nothing online and speak of students who are adults', () => {
  const strategies = Object.values(lottery.segments ?? {}).flat();
  expect(strategies.filter(({ channels }) => channels.includes('ECOMMERCE'))).toEqual([]);
  expect(lottery.segments?.STUDENT?.map(({ text }) => text.en.startsWith('Adult students only'))).toEqual([true]);
  expect(lottery.segments?.STUDENT?.map(({ text }) => text.zhHans.startsWith('仅面向已成年的大学生'))).toEqual([true]);
});

test('a duty answered well but without its evidence is not taken on trust', () => {
  expect(tierReached(lottery, { 'lottery/no-minor': { yes: true } })).toBe(null);
});

test('both languages everywhere, each in its own script', () => {
  expect(mixedTexts(lottery)).toEqual([]);
});

test('the README lists the items as they are', () => {
  expect(readmeRows(import.meta.url)).toEqual(itemRows(lottery));
});
