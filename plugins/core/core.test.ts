import { expect, test } from 'vitest';
import { keysOf, mixedTexts, redLines, repeatedTexts, textsOf } from '../../test/kit/plugin.ts';
import { playbookDetails, segmentCodes } from '../kit/definition.ts';
import { conflictCauses } from '../kit/index.ts';
import { testPlugin } from '../kit/testing.ts';
import core from './index.ts';
import { ladder } from './ladder.ts';
import { coreData } from './reference.ts';

const best = {
  'parts-delivery': 4,
  'issue-resolution': 4,
  'policy-support': 4,
  'service-training': 4,
  'sales-strategy': 4,
  'stock-revisit': 4,
  'profit-advice': 4,
  'second-tier-meeting': 4,
  'store-layout': 4,
};

testPlugin(core, {
  readme: new URL('README.md', import.meta.url),
  cases: [
    { name: 'the best of everything is outstanding', answers: best, expect: { tier: 'OUTSTANDING', score: 100 } },
    {
      name: 'parts half delivered hold the red line',
      answers: { 'parts-delivery': 2 },
      expect: { tier: 'OUTSTANDING' },
    },
    { name: 'parts delivered late leave no tier', answers: { 'parts-delivery': 1 }, expect: { tier: null } },
  ],
});

test('the core belongs to no industry', () => {
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

test('nothing but parts delivered late is a red line', () => {
  expect(redLines(core)).toEqual({ 'parts-delivery': [50, null] });
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

test('the six segments stand in the seeds’ order, under the seeds’ names', () => {
  expect(coreData.segments.map(({ code, label }) => [code, label.zhHans, label.en])).toEqual([
    ['GROUP_BUYER', '团购', 'Group buyers'],
    ['MOTHER', '宝妈', 'Mothers of young children'],
    ['RIDER', '外卖员', 'Delivery riders'],
    ['OFFICE_WORKER', '上班族', 'Office workers'],
    ['SENIOR', '老人', 'Seniors'],
    ['STUDENT', '大学生', 'University students'],
  ]);
});

test('each segment has the seeds’ own strategy', () => {
  const strategies = Object.entries(core.segments ?? {}).map(([code, all]) => [
    code,
    all.map(({ text }) => text.zhHans),
  ]);
  expect(strategies).toEqual([
    ['GROUP_BUYER', ['针对团购客户，应提供优惠政策和专属服务']],
    ['MOTHER', ['可以通过线上线下结合的方式，提供便捷的购物体验']],
    ['RIDER', ['提供快速的服务，以满足其工作需求']],
    ['OFFICE_WORKER', ['提供高效的购物环境和服务，提升购买便利性']],
    ['SENIOR', ['需要特别关注其购物体验，提供更多的帮助和关怀']],
    ['STUDENT', ['通过线上营销和活动吸引年轻消费群体']],
  ]);
});

test('the store’s four stages make a loop, closed in six steps', () => {
  expect(Object.entries(coreData.stages).map(([stage, { zhHans }]) => [stage, zhHans])).toEqual([
    ['ON_SITE_REPAIR', '现场维修'],
    ['PRODUCT_RECOMMENDATION', '产品推荐'],
    ['SERVICE_CLOSE', '服务结束'],
    ['AFTER_SALE_REVISIT', '售后回访'],
  ]);
  expect(coreData.closingSteps.map(({ zhHans }) => zhHans)).toEqual([
    '迎宾接待',
    '需求挖掘',
    '产品推介（FABE）',
    '异议处理',
    '成交促成',
    '售后服务',
  ]);
});

test('the playbook tells each segment in each stage what to look like, do and say, each once and in its own words', () => {
  const shortStages = Object.entries({
    repair: 'ON_SITE_REPAIR',
    recommendation: 'PRODUCT_RECOMMENDATION',
    close: 'SERVICE_CLOSE',
    revisit: 'AFTER_SALE_REVISIT',
  });
  const cells = segmentCodes.flatMap((segment) =>
    shortStages.flatMap(([short, stage]) =>
      playbookDetails.map((detail) => {
        const key = [segment.replaceAll('_', '-'), short, detail].join('-').toLowerCase();
        return { key, segment, stage, detail };
      }),
    ),
  );
  expect(cells).toHaveLength(72);
  const written = Object.entries(core.playbook ?? {}).map(([key, { text, ...cell }]) => ({ key, ...cell }));
  expect(written).toEqual(cells);
  expect(repeatedTexts(core.playbook)).toEqual([]);
});

test('a channel fits a need where the seeds say so, and nowhere else', () => {
  expect(coreData.matching.fits.map(({ channel, need, weight }) => [channel, need, weight])).toEqual([
    ['PHYSICAL', 'FUNCTIONAL', 1],
    ['PHYSICAL', 'EMOTIONAL', 1],
    ['PHYSICAL', 'PERSONAL', 1],
    ['ECOMMERCE', 'FUNCTIONAL', 1],
    ['ECOMMERCE', 'CONVENIENCE', 1],
    ['PHONE', 'EMOTIONAL', 1],
    ['PHONE', 'CONVENIENCE', 1],
    ['SOCIAL', 'EMOTIONAL', 1],
    ['SOCIAL', 'SOCIAL', 1],
  ]);
  expect(coreData.matching.strategy.weight).toBe(1);
});

test('the ten coordination strategies answer the causes that the seeds pair them with', () => {
  expect(coreData.conflictStrategies.map(({ code, label, answers }) => [code, label.zhHans, answers])).toEqual([
    ['NEGOTIATE', '协商谈判', []],
    ['RESOURCE_INTEGRATION', '资源整合', ['RESOURCE_SCARCITY']],
    ['ROLE_POSITIONING', '明确渠道成员角色和职责', ['ROLE_AMBIGUITY', 'COMPETITION']],
    ['BENEFIT_DISTRIBUTION', '利益分配', ['GOAL_MISALIGNMENT', 'RESOURCE_SCARCITY']],
    ['COMMUNICATION', '建立沟通机制', ['POOR_COMMUNICATION']],
    ['POWER_BALANCE', '权力平衡与管控', ['POWER_IMBALANCE']],
    ['ALLIANCE', '合作与联盟', ['GOAL_MISALIGNMENT', 'COMPETITION']],
    ['RESOLUTION_MECHANISM', '冲突解决机制', conflictCauses],
    ['TRAINING', '培训与教育', ['POOR_COMMUNICATION']],
    ['MARKET_WATCH', '关注市场变化', ['COMPETITION']],
  ]);
  expect(coreData.conflictStrategies.filter(({ lastResort }) => lastResort).map(({ code }) => code)).toEqual([
    'RESOLUTION_MECHANISM',
  ]);
});

test('a case is wanted triaged in a day, answered in five, ruled in fifteen, and reopened within thirty', () => {
  expect(coreData.conflictTerms).toEqual({
    triage: 24,
    firstProposal: 120,
    ruling: 360,
    reopening: 720,
    likeness: { subject: 40, structure: 20, causes: 40 },
  });
});

test('both languages everywhere, each in its own script', () => {
  expect(mixedTexts(coreData)).toEqual([]);
});
