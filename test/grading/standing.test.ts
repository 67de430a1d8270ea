import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { DealersByStandingQuery, DealersByStandingQueryVariables } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, brakeless, modest, steady } from './bikes.ts';
import { assess, publish } from './steps.ts';

const DealersByStanding = graphql(`
  query DealersByStanding($tier: [String!], $direction: SortDirection!, $first: Int, $after: String) {
    dealers(filter: { tier: $tier }, orderBy: { field: SCORE, direction: $direction }, first: $first, after: $after) {
      totalCount
      nodes { code }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const ChangeIndustries = graphql(`
  mutation ChangeIndustries($input: UpdateDealerInput!) {
    updateDealer(input: $input) {
      ... on UpdateDealerPayload { dealer { id version grade { outcome { tierCode } } } }
      ... on UserError { code }
    }
  }
`);

const { seed } = await createTestApi({ plugins: [bikes, 'fmcg'] });

async function standing(client: Client, given: Partial<DealersByStandingQueryVariables> = {}) {
  const { dealers } = expectData(await client.run(DealersByStanding, { direction: 'DESC', ...given }));
  return dealers.nodes.map(({ code }) => code);
}

/** D1 outstanding, D2 below standard with a score of 67.5, D3 good with 40, D4 ungraded. */
async function network() {
  const organization = await seed.organization({ industry: 'bikes' });
  const { assessor, manager } = organization;
  const dealers = [];
  for (const answers of [steady, brakeless, modest, []]) {
    const dealer = await organization.dealer();
    dealers.push(dealer);
    if (answers.length > 0) await publish(manager, await assess(assessor, { subject: dealer.id }, answers));
  }
  return { ...organization, dealers };
}

describe('dealers by their grade', () => {
  test('are ordered by score, the ungraded last in both directions', async () => {
    const { auditor } = await network();
    expect(await standing(auditor)).toEqual(['D1', 'D2', 'D3', 'D4']);
    expect(await standing(auditor, { direction: 'ASC' })).toEqual(['D3', 'D2', 'D1', 'D4']);
  });

  test('are paged in that order', async () => {
    const { auditor } = await network();
    for (const [direction, codes] of [
      ['DESC', 'D1 D2 D3 D4'],
      ['ASC', 'D3 D2 D1 D4'],
    ] as const) {
      const found = [];
      let after: string | null | undefined = null;
      for (;;) {
        const page: DealersByStandingQuery = expectData(
          await auditor.run(DealersByStanding, { direction, first: 1, after }),
        );
        found.push(...page.dealers.nodes.map(({ code }) => code));
        after = page.dealers.pageInfo.endCursor;
        if (!page.dealers.pageInfo.hasNextPage) break;
      }
      expect(found.join(' ')).toBe(codes);
    }
  });

  test('are filtered by tier', async () => {
    const { auditor } = await network();
    expect(await standing(auditor, { tier: ['OUTSTANDING'] })).toEqual(['D1']);
    expect(await standing(auditor, { tier: ['EXCELLENT'] })).toEqual([]);
    expect(await standing(auditor, { tier: ['BELOW_STANDARD'] })).toEqual(['D2']);
    expect(await standing(auditor, { tier: ['UNGRADED'] })).toEqual(['D4']);
    expect(await standing(auditor, { tier: ['UNGRADED', 'GOOD', 'GOOD'] })).toEqual(['D3', 'D4']);
    expect(await standing(auditor, { tier: [] })).toEqual([]);
    expect(await standing(auditor, { tier: null })).toHaveLength(4);
    const refused = await auditor.run(DealersByStanding, { direction: 'ASC', tier: ['GOOD', 'BEST'] });
    expect(expectError(refused, 'NOT_FOUND').extensions?.path).toEqual(['filter', 'tier', '1']);
  });
});

describe('a dealer’s standing', () => {
  test('follows the next grade, and no outlet’s', async () => {
    const { auditor, assessor, manager, dealers } = await network();
    const [first] = dealers;
    if (!first) throw new Error('There is a first dealer.');
    const outlet = await first.outlet();
    await publish(manager, await assess(assessor, { subject: outlet.id }, brakeless));
    expect(await standing(auditor, { tier: ['OUTSTANDING'] })).toEqual(['D1']);
    await publish(manager, await assess(assessor, { subject: first.id, period: '2027-Q1' }, modest));
    expect(await standing(auditor, { tier: ['OUTSTANDING'] })).toEqual([]);
    expect(await standing(auditor, { tier: ['GOOD'] })).toHaveLength(2);
  });

  test('follows the main industry, there and back', async () => {
    const organization = await seed.organization({ industry: 'bikes' });
    const { auditor, assessor, manager } = organization;
    const dealer = await organization.dealer({ industries: ['bikes', 'fmcg'] });
    await publish(manager, await assess(assessor, { subject: dealer.id }, steady));
    const industriesAre = async (expectedVersion: number, industries: string[]) => {
      const input = { id: dealer.id, expectedVersion, industries };
      return expectPayload(await manager.run(ChangeIndustries, { input })).dealer.grade?.outcome.tierCode ?? null;
    };

    expect(await industriesAre(1, ['fmcg', 'bikes'])).toBeNull();
    expect(await standing(auditor, { tier: ['UNGRADED'] })).toEqual(['D1']);
    await dealer.assessment({ rubric: 'fmcg' }).answer('worst').submit().publish();
    expect(await standing(auditor, { tier: ['BELOW_STANDARD'] })).toEqual(['D1']);

    expect(await industriesAre(2, ['bikes'])).toBe('OUTSTANDING');
    expect(await standing(auditor, { tier: ['OUTSTANDING'] })).toEqual(['D1']);
    expect(await industriesAre(3, ['fmcg'])).toBe('BELOW_STANDARD');
    expect(await standing(auditor, { tier: ['BELOW_STANDARD'] })).toEqual(['D1']);
  });

  test('does not move with a grade under another rubric than the main industry’s', async () => {
    const organization = await seed.organization({ industry: 'bikes' });
    const { auditor, assessor, manager } = organization;
    const dealer = await organization.dealer({ industries: ['fmcg', 'bikes'] });
    await publish(manager, await assess(assessor, { subject: dealer.id, rubric: 'bikes' }, steady));
    expect(await standing(auditor, { tier: ['UNGRADED'] })).toEqual(['D1']);
  });
});
