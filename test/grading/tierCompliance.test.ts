import { describe, expect, test } from 'vitest';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { createTestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { DealerClass } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, brakeless, modest, steady } from './bikes.ts';
import { assess, publish } from './steps.ts';

const ReadCompliance = graphql(`
  query ReadCompliance($id: ID!, $rubric: String) {
    dealer(id: $id) {
      class
      tierCompliance(rubric: $rubric) { required { code rank } reached { code } compliant duties }
    }
  }
`);

const ReadOwnCompliance = graphql(`
  query ReadOwnCompliance {
    viewer { dealer { tierCompliance { required { code } compliant } upstream { class tierCompliance { compliant } } } }
  }
`);

const AssignLater = graphql(`
  mutation AssignLater($input: AssignDealerClassInput!) {
    assignDealerClass(input: $input) {
      ... on AssignDealerClassPayload { dealer { id } }
      ... on UserError { code }
    }
  }
`);

const LinkForCompliance = graphql(`
  mutation LinkForCompliance($input: LinkDealersInput!) {
    linkDealers(input: $input) {
      ... on LinkDealersPayload { dealer { id } }
      ... on UserError { code }
    }
  }
`);

/** A trade whose own demands stand before those of the core. */
const lenient: PluginDefinition = {
  ...bikes,
  name: 'boats',
  industry: { key: 'boats', label: bikes.label },
  tierRequirements: { A: { tier: 'EXCELLENT', duties: [] } },
};

let now = new Date('2026-10-01T08:00:00.000Z');
const { seed } = await createTestApi({ plugins: [bikes, lenient], now: () => now });

async function dealerOf(dealerClass: DealerClass | null, answers = steady) {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer({ class: dealerClass, industries: ['bikes', 'boats'] });
  const { assessor, manager, auditor } = organization;
  if (answers.length > 0) await publish(manager, await assess(assessor, { subject: dealer.id }, answers));
  const compliance = async (rubric?: string | null, headers = {}) => {
    const variables = { id: dealer.id, ...(rubric !== undefined && { rubric }) };
    return expectData(await auditor.run(ReadCompliance, variables, headers)).dealer?.tierCompliance;
  };
  return { ...organization, another: organization.dealer, dealer, compliance };
}

describe('what the class requires beside what was reached', () => {
  const required = {
    A: { required: { code: 'OUTSTANDING', rank: 3 }, duties: ['Joins the brand’s market promotion.'] },
    B: { required: { code: 'EXCELLENT', rank: 2 }, duties: ['Takes part in regular training.'] },
    C: { required: { code: 'GOOD', rank: 1 }, duties: [] },
  } as const;

  test.each([
    ['A', 'OUTSTANDING', true],
    ['B', 'OUTSTANDING', true],
    ['C', 'OUTSTANDING', true],
    ['A', 'GOOD', false],
    ['B', 'GOOD', false],
    ['C', 'GOOD', true],
  ] as const)('class %s with %s: %s', async (dealerClass, reached, compliant) => {
    const { compliance } = await dealerOf(dealerClass, reached === 'GOOD' ? modest : steady);
    expect(await compliance()).toEqual({ ...required[dealerClass], reached: { code: reached }, compliant });
  });

  test('is not met below the standard, nor without a grade', async () => {
    for (const answers of [brakeless, []]) {
      const { compliance } = await dealerOf('C', answers);
      expect(await compliance()).toEqual({ ...required.C, reached: null, compliant: false });
    }
  });

  test('is said in the language asked for', async () => {
    const { compliance } = await dealerOf('A', []);
    expect((await compliance(null, { 'accept-language': 'zh' }))?.duties).toEqual(['参与品牌的市场推广活动。']);
  });

  test('is the plugin’s own where it says so, under the rubric that is named', async () => {
    const { compliance, dealer, auditor } = await dealerOf('A');
    expect(await compliance('bikes')).toEqual({ ...required.A, reached: { code: 'OUTSTANDING' }, compliant: true });
    expect(await compliance('boats')).toEqual({
      required: { code: 'EXCELLENT', rank: 2 },
      duties: [],
      reached: null,
      compliant: false,
    });
    const refused = await auditor.run(ReadCompliance, { id: dealer.id, rubric: 'planes' });
    expect(expectError(refused, 'NOT_FOUND').extensions?.path).toEqual(['rubric']);
  });
});

describe('without a class', () => {
  test('there is none, and an unknown rubric is refused all the same', async () => {
    const { compliance, dealer, auditor } = await dealerOf(null);
    expect(await compliance()).toBeNull();
    expect(await compliance('bikes')).toBeNull();
    expectError(await auditor.run(ReadCompliance, { id: dealer.id, rubric: 'planes' }), 'NOT_FOUND');
  });

  test('there is none until the day from which one is assigned', async () => {
    const { compliance, dealer, manager } = await dealerOf(null);
    const input = { dealer: dealer.id, class: 'B', validFrom: '2026-11-01', reason: 'Grows.' } as const;
    expectPayload(await manager.run(AssignLater, { input }));
    expect(await compliance()).toBeNull();
    now = new Date('2026-11-01T00:00:00.000Z');
    expect(await compliance()).toMatchObject({ required: { code: 'EXCELLENT' }, compliant: true });
    now = new Date('2026-10-01T08:00:00.000Z');
  });
});

test('a dealer sees its own, and none on the card of its upstream', async () => {
  const { another, dealer: upstream, manager } = await dealerOf('A');
  const own = await another({ class: 'C' });
  expectPayload(await manager.run(LinkForCompliance, { input: { upstream: upstream.id, downstream: own.id } }));
  expect(expectData(await own.client.run(ReadOwnCompliance)).viewer.dealer).toEqual({
    tierCompliance: { required: { code: 'GOOD' }, compliant: false },
    upstream: { class: null, tierCompliance: null },
  });
});
