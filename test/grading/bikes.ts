import { definePlugin, metric, rating, type Text, yesNo } from '../../plugins/kit/index.ts';
import type { ItemAnswerInput } from '../kit/gen/graphql.ts';

const text = (en: string, zhHans: string): Text => ({ en, zhHans });

export const scale = rating([
  text('Absent', '没有'),
  text('Occasional', '偶尔'),
  text('Partial', '部分达到'),
  text('Meets', '达标'),
  text('Exceeds', '超出'),
]);

/** A trade of the tests' own, small enough to grade by hand: one item of each measure, a red line and an evidence. */
export const bikes = definePlugin({
  name: 'bikes',
  version: '1.0.0',
  host: '^1.0.0',
  label: text('Bicycle shops', '自行车门店'),
  description: text('Repairs and rides.', '维修与试骑。'),
  industry: { key: 'bikes', label: text('Bicycles', '自行车') },
  items: {
    'repair-hours': {
      tier: 'GOOD',
      dimension: 'QUALITY',
      weight: 2,
      label: text('Hours until repaired', '维修时长'),
      measure: metric({
        unit: 'h',
        better: 'LOWER',
        bands: [
          [24, 100],
          [48, 75],
          [72, 60],
        ],
      }),
      evidence: 'required',
    },
    'brake-check': {
      tier: 'GOOD',
      dimension: 'COMPLIANCE',
      weight: 2,
      label: text('Brakes checked', '刹车检查'),
      measure: yesNo(text('Is every brake checked before a bicycle leaves?', '每辆车出店前都检查刹车吗？')),
      redLine: { below: 100 },
    },
    'test-rides': {
      tier: 'EXCELLENT',
      dimension: 'FEEDBACK',
      weight: 2,
      label: text('Test rides', '试骑'),
      measure: scale,
    },
  },
});

export const coreItems = [
  ...['core/parts-delivery', 'core/issue-resolution', 'core/policy-support'],
  ...['core/service-training', 'core/sales-strategy', 'core/stock-revisit'],
  ...['core/profit-advice', 'core/second-tier-meeting', 'core/store-layout'],
];

/** The nine core ratings as the worked examples write them: `444 | 333 | 222`. */
export const coreAnswers = (ratings: string): ItemAnswerInput[] =>
  [...ratings.replace(/\D/g, '')].map((digit, at) => ({ item: coreItems[at] ?? '', value: { rating: Number(digit) } }));

const logbook = [{ uri: 'https://example.org/logbook.pdf' }];

/** All at the standard: T 80, 75, 75, OUTSTANDING, S 77.5. */
export const steady: ItemAnswerInput[] = [
  ...coreAnswers('333 | 333 | 333'),
  { item: 'bikes/repair-hours', value: { metric: '48' }, evidence: logbook },
  { item: 'bikes/brake-check', value: { yes: true } },
  { item: 'bikes/test-rides', value: { rating: 3 } },
];

/** The same but for some, by item. */
export const steadyBut = (...others: ItemAnswerInput[]): ItemAnswerInput[] =>
  steady.map((answer) => others.find(({ item }) => item === answer.item) ?? answer);

/** Nothing above the lowest tier: T 80, 0, 0, GOOD, S 40. */
export const modest = steadyBut(...coreAnswers('333 | 000 | 000').slice(3), {
  item: 'bikes/test-rides',
  value: { rating: 0 },
});

/** The red line alone fails it: T 60, 75, 75, BELOW_STANDARD, S 67.5. */
export const brakeless = steadyBut({ item: 'bikes/brake-check', value: { yes: false } });
