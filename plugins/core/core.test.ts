import { expect, test } from 'vitest';
import { itemRows, keysOf, mixedTexts, readmeRows, redLines, textsOf, tierReached } from '../../test/kit/plugin.ts';
import { checkPlugin } from '../kit/validation.ts';
import core from './index.ts';
import { ladder } from './ladder.ts';

test('the core is valid and belongs to no industry', () => {
  expect(checkPlugin(core, 'core', { isCore: true }).faults).toEqual([]);
  expect([core.name, core.version, core.host, core.industry]).toEqual(['core', '1.0.0', '^1.0.0', undefined]);
});

test('the nine items of the seeds stand in their tiers', () => {
  expect(keysOf(core, 'GOOD')).toEqual(['parts-delivery', 'issue-resolution', 'policy-support']);
  expect(keysOf(core, 'EXCELLENT')).toEqual(['service-training', 'sales-strategy', 'stock-revisit']);
  expect(keysOf(core, 'OUTSTANDING')).toEqual(['profit-advice', 'second-tier-meeting', 'store-layout']);
  expect(Object.keys(core.items)).toHaveLength(9);
});

test('they carry the seeds’ own words', () => {
  expect(Object.values(core.items).map(({ label }) => label.zhHans)).toEqual([
    '配件及时交付',
    '问题快速解决',
    '政策支持',
    '服务培训赋能',
    '帮助制定销售策略',
    '完全库存回访',
    '主动产品盈利建议',
    '组织二网会议',
    '协助店面开发布局',
  ]);
});

test('each weighs 2, is rated 0 to 4, has guidance and asks for no evidence', () => {
  for (const item of Object.values(core.items)) {
    expect(item.weight).toBe(2);
    expect(item.measure).toMatchObject({ kind: 'rating', anchors: { length: 5 } });
    expect(item.guidance).toBeDefined();
    expect(item.evidence).toBeUndefined();
  }
});

test('no two anchors say the same', () => {
  const anchors = textsOf(core).filter(({ path }) => path.includes('anchors'));
  expect(anchors).toHaveLength(45);
  expect(new Set(anchors.map(({ text }) => text.en)).size).toBe(45);
  expect(new Set(anchors.map(({ text }) => text.zhHans)).size).toBe(45);
});

test('parts delivered late leave no tier; nothing else in the core is a red line', () => {
  expect(redLines(core)).toEqual({ 'parts-delivery': [50, null] });
  expect(tierReached(null)).toBe('OUTSTANDING');
  expect(tierReached(null, { 'core/parts-delivery': { rating: 2 } })).toBe('OUTSTANDING');
  expect(tierReached(null, { 'core/parts-delivery': { rating: 1 } })).toBe(null);
});

test('a class asks for a tier and its duties', () => {
  const asked = Object.entries(core.tierRequirements ?? {}).map(([dealerClass, { tier, duties }]) => [
    dealerClass,
    tier,
    duties.map(({ zhHans }) => zhHans),
  ]);
  expect(asked).toEqual([
    ['A', 'OUTSTANDING', ['参与品牌的市场推广活动。']],
    ['B', 'EXCELLENT', ['参与定期的培训。']],
    ['C', 'GOOD', []],
  ]);
});

test('the ladder has the seeds’ three tiers and the marks of grading', () => {
  expect(ladder.tiers.map(({ code, label, threshold, mix }) => [code, label.en, label.zhHans, threshold, mix])).toEqual(
    [
      ['GOOD', 'Good service', '良好的服务', 70, '0.5'],
      ['EXCELLENT', 'Excellent service', '优秀的服务', 70, '0.3'],
      ['OUTSTANDING', 'Outstanding service', '卓越的服务', 75, '0.2'],
    ],
  );
  expect([ladder.coreFloor, ladder.maxNotApplicable, ladder.evidenceCap, ladder.mark]).toEqual([10, 20, 50, 75]);
});

test('both languages everywhere, each in its own script', () => {
  expect(mixedTexts(core)).toEqual([]);
});

test('the README lists the items as they are', () => {
  expect(readmeRows(import.meta.url)).toEqual(itemRows(core));
});
