import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { barter, trade } from './trade.ts';

const ListStrategies = graphql(`
  query ListStrategies($locale: Locale) {
    conflictStrategies { code source label(locale: $locale) measures(locale: $locale) answers answersTags }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: [trade, barter] });
});

const brand = () => api.seed.organization({ industry: 'trade' });
const strategies = async (client: Client, locale: 'EN' | 'ZH_HANS' = 'EN') =>
  expectData(await client.run(ListStrategies, { locale })).conflictStrategies;
const every = [
  ...['GOAL_MISALIGNMENT', 'ROLE_AMBIGUITY', 'POOR_COMMUNICATION', 'RESOURCE_SCARCITY'],
  ...['POWER_IMBALANCE', 'COMPETITION', 'OTHER'],
];

/** As the seeds list them, each with the causes that they pair it with. */
const ten = [
  ['NEGOTIATE', '协商谈判', []],
  ['RESOURCE_INTEGRATION', '资源整合', ['RESOURCE_SCARCITY']],
  ['ROLE_POSITIONING', '明确渠道成员角色和职责', ['ROLE_AMBIGUITY', 'COMPETITION']],
  ['BENEFIT_DISTRIBUTION', '利益分配', ['GOAL_MISALIGNMENT', 'RESOURCE_SCARCITY']],
  ['COMMUNICATION', '建立沟通机制', ['POOR_COMMUNICATION']],
  ['POWER_BALANCE', '权力平衡与管控', ['POWER_IMBALANCE']],
  ['ALLIANCE', '合作与联盟', ['GOAL_MISALIGNMENT', 'COMPETITION']],
  ['RESOLUTION_MECHANISM', '冲突解决机制', every],
  ['TRAINING', '培训与教育', ['POOR_COMMUNICATION']],
  ['MARKET_WATCH', '关注市场变化', ['COMPETITION']],
] as const;

describe('conflictStrategies', () => {
  test('are the core’s ten in their order, then the plugins’ by their names, for every role', async () => {
    const organization = await brand();
    const { client } = await organization.dealer();
    const found = await strategies(organization.auditor, 'ZH_HANS');
    expect(found.slice(0, 10).map(({ code, label, answers }) => [code, label, answers])).toEqual(ten);
    expect(found.slice(0, 10).map(({ source, answersTags }) => [source, answersTags])).toEqual(
      ten.map(() => ['core', []]),
    );
    expect(found.slice(10)).toEqual([
      {
        code: 'barter/appraisal',
        source: 'barter',
        label: '共同估值',
        measures: ['聘请评估师。'],
        answers: ['GOAL_MISALIGNMENT', 'COMPETITION'],
        answersTags: [],
      },
      {
        code: 'trade/sealed-codes',
        source: 'trade',
        label: '一物一码',
        measures: ['逐箱赋码。'],
        answers: [],
        answersTags: ['trade/diversion'],
      },
      {
        code: 'trade/price-floor',
        source: 'trade',
        label: '约定底价',
        measures: ['书面约定底价。', '每月核查。'],
        answers: ['COMPETITION'],
        answersTags: ['trade/undercut', 'trade/diversion'],
      },
    ]);
    for (const caller of [organization.admin, organization.manager, organization.assessor, client]) {
      expect(await strategies(caller, 'ZH_HANS')).toEqual(found);
    }
  });

  test('speak both languages, by Accept-Language and by locale', async () => {
    const { auditor } = await brand();
    for (const { label, measures } of await strategies(auditor, 'EN')) {
      expect(measures.length).toBeGreaterThan(0);
      for (const text of [label, ...measures]) expect(text).toMatch(/^[^\p{Script=Han}]{4,}$/u);
    }
    const chinese = await strategies(auditor, 'ZH_HANS');
    for (const { label, measures } of chinese) {
      for (const text of [label, ...measures]) expect(text).toMatch(/\p{Script=Han}/u);
    }
    const spoken = expectData(await auditor.run(ListStrategies, {}, { 'accept-language': 'zh-CN,en;q=0.5' }));
    expect(spoken.conflictStrategies).toEqual(chinese);
  });

  test('are without those of a plugin that is turned off, in one organization', async () => {
    const [organization, other] = [await brand(), await brand()];
    const before = await strategies(organization.auditor);
    const off = 'mutation { setPluginEnabled(input: { name: "trade", enabled: false }) { __typename } }';
    expectData(await organization.admin.send(off));
    expect(await strategies(organization.auditor)).toEqual(before.filter(({ source }) => source !== 'trade'));
    expect(await strategies(other.auditor)).toEqual(before);
  });

  test('ask the database once, for the plugins that are off', async () => {
    const { auditor } = await brand();
    const { statements } = await auditor.run(ListStrategies);
    expect(statements).toHaveLength(2);
  });
});
