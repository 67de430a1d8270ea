import { expect, test } from 'vitest';
import { keysOf, playbookCells, redLines, repeatedTexts } from '../../test/kit/plugin.ts';
import { testPlugin } from '../kit/testing.ts';
import lottery from './index.ts';

const best = {
  'no-minor': true,
  'no-credit': true,
  'no-false-ad': true,
  'no-transfer': true,
  'terminal-ops': true,
  'fund-safety': 0,
  'no-arrears': true,
  'away-from-schools': true,
  notice: 4,
  payout: 0,
  image: 5,
  'location-rule': 150,
  equipment: 99.5,
  'draw-info': 98,
  safety: 0,
  responsible: 5,
  training: 100,
  publicity: 3,
};

testPlugin(lottery, {
  readme: new URL('README.md', import.meta.url),
  cases: [
    { name: 'the best of everything is outstanding', answers: best, expect: { tier: 'OUTSTANDING', score: 100 } },
    { name: 'no-minor alone, broken, leaves its cap', answers: { 'no-minor': false }, expect: { tier: null } },
    { name: 'no-credit alone, broken, leaves its cap', answers: { 'no-credit': false }, expect: { tier: null } },
    { name: 'no-false-ad alone, broken, leaves its cap', answers: { 'no-false-ad': false }, expect: { tier: 'GOOD' } },
    { name: 'no-transfer alone, broken, leaves its cap', answers: { 'no-transfer': false }, expect: { tier: null } },
    {
      name: 'terminal-ops alone, broken, leaves its cap',
      answers: { 'terminal-ops': false },
      expect: { tier: 'GOOD' },
    },
    {
      name: 'no-arrears alone, broken, leaves its cap',
      answers: { 'no-arrears': false },
      expect: { tier: 'EXCELLENT' },
    },
    {
      name: 'away-from-schools alone, broken, leaves its cap',
      answers: { 'away-from-schools': false },
      expect: { tier: null },
    },
    {
      name: 'a duty answered well but without its evidence is not taken on trust',
      answers: { 'no-minor': { yes: true } },
      expect: { tier: null },
    },
  ],
});

test('it makes the industry of lottery outlets', () => {
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

test('its playbook has no word that urges to play, and speaks of students who are adults', () => {
  const texts = Object.values(lottery.playbook ?? {}).map(({ text }) => text);
  expect(texts.filter(({ zhHans }) => /不贵|试试手气|多买几注|加倍|必中|稳赚|买一注|来一注/.test(zhHans))).toEqual([]);
  expect(texts.filter(({ en }) => /try your luck|jackpot|buy more|win big|last chance/i.test(en))).toEqual([]);
  const student = Object.values(lottery.playbook ?? {}).filter(({ segment }) => segment === 'STUDENT');
  expect(student.map(({ text }) => /18|adults/.test(text.en) && /18周岁|成年/.test(text.zhHans))).toEqual([true, true]);
});

test('its playbook speaks to each segment, and of each detail in each stage', () => {
  expect(Object.keys(lottery.playbook ?? {})).toEqual([
    'group-buyer-recommendation-action',
    'group-buyer-close-script',
    'mother-repair-image',
    'mother-close-action',
    'rider-repair-script',
    'rider-close-image',
    'office-worker-recommendation-script',
    'office-worker-revisit-image',
    'senior-repair-action',
    'senior-revisit-script',
    'student-recommendation-image',
    'student-revisit-action',
  ]);
  expect(playbookCells(lottery).size).toBe(4 * 3);
  expect(repeatedTexts(lottery.playbook)).toEqual([]);
});

test('its conflict tags name causes, and each is answered by a strategy of its own', () => {
  const causes = Object.entries(lottery.conflictTags ?? {}).map(([key, { cause }]) => [key, cause]);
  expect(causes).toEqual([
    ['outlet-spacing', 'COMPETITION'],
    ['soliciting', 'COMPETITION'],
    ['machine-allocation', 'RESOURCE_SCARCITY'],
    ['terminal-downtime', 'ROLE_AMBIGUITY'],
    ['commission', 'GOAL_MISALIGNMENT'],
  ]);
  const strategies = Object.entries(lottery.conflictStrategies ?? {});
  expect(strategies.map(([key, { answers, answersTags }]) => [key, answers, answersTags])).toEqual([
    ['siting-review', [], ['lottery/outlet-spacing', 'lottery/soliciting']],
    ['machine-rotation', [], ['lottery/machine-allocation', 'lottery/terminal-downtime']],
    ['commission-statement', [], ['lottery/commission']],
  ]);
});
