import { expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, brakeless, modest, steady } from './bikes.ts';
import { assess, publish, start } from './steps.ts';

const DealersExplained = graphql(`
  query DealersExplained($first: Int!, $industry: [String!]) {
    dealers(first: $first, filter: { industry: $industry }) {
      totalCount
      nodes {
        code
        class
        industries { key label plugin { name } }
        tierCompliance { required { code } reached { code } compliant duties }
        grade {
          id
          outcome {
            tier { code label }
            tierCode
            score
            gates { tier { code } passed score coreScore threshold reasons { code message item { key label } } }
            shortfalls { item { key } earned size redLine }
            nextTier { tier { code } reachable deficit steps { item { key } fromEarned toEarned } }
          }
        }
        grades(first: 2) { totalCount nodes { id status supersedes { id } assessment { period kind } } }
        assessments(first: 2, kind: MANAGER) { totalCount nodes { id status unanswered } }
      }
    }
  }
`);

const OutletsExplained = graphql(`
  query OutletsExplained($first: Int!) {
    outlets(first: $first) {
      nodes {
        code
        dealer { code grade { outcome { tierCode } } }
        grade { outcome { tierCode score rubricVersion { number } } assessment { answers { item { key } earned } } }
        grades(first: 1) { nodes { id } }
        assessments(first: 1) { totalCount nodes { outcome { score } subject { id } grade { id } } }
      }
    }
  }
`);

const { seed } = await createTestApi({ plugins: [bikes, 'fmcg'] });

test('twenty dealers with all that explains their grades take as many statements as one', async () => {
  const organization = await seed.organization({ industry: 'bikes' });
  const { assessor, manager, auditor } = organization;
  const answered = [steady, modest, brakeless];
  for (let index = 0; index < 20; index += 1) {
    const dealer = await organization.dealer({ class: (['A', 'B', 'C'] as const)[index % 3] ?? null });
    const period = { subject: dealer.id, period: '2026-Q3' };
    await publish(manager, await assess(assessor, period, answered[index % 3] ?? steady));
    if (index % 7 === 0) await publish(manager, await assess(assessor, { subject: dealer.id }, modest));
    if (index % 5 === 0) await start(assessor, { subject: dealer.id, period: '2027-Q1' });
  }
  const counts = [];
  for (const first of [1, 1, 20]) {
    const result = await auditor.run(DealersExplained, { first });
    const { dealers } = expectData(result);
    expect(dealers.totalCount).toBe(20);
    expect(dealers.nodes.filter(({ grade }) => grade !== null)).toHaveLength(first);
    counts.push(result.statements.length);
  }
  // The first may have to read what the edition asks; from then on it is known by its hash.
  expect(counts.slice(1)).toEqual([16, 16]);
});

test('and so do outlets, beside their dealers', async () => {
  const organization = await seed.organization({ industry: 'bikes' });
  const { assessor, manager, auditor } = organization;
  for (let index = 0; index < 3; index += 1) {
    const dealer = await organization.dealer();
    await publish(manager, await assess(assessor, { subject: dealer.id }, steady));
    for (const answers of [steady, brakeless]) {
      const outlet = await dealer.outlet();
      await publish(manager, await assess(assessor, { subject: outlet.id }, answers));
    }
  }
  const counts = [];
  for (const first of [1, 1, 6]) {
    const result = await auditor.run(OutletsExplained, { first });
    expect(expectData(result).outlets.nodes).toHaveLength(first);
    counts.push(result.statements.length);
  }
  expect(counts[2]).toBe(counts[1]);
  expect(counts[2]).toBe(14);
});
