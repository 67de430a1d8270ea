import { expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const ListIndustries = graphql(`
  query ListIndustries {
    industries { key label plugin { name enabled } rubric { key current { number status } } }
  }
`);

const { seed } = await createTestApi();

const expected = (labels: readonly string[]) =>
  ['appliances', 'fmcg', 'lottery'].map((key, index) => ({
    key,
    label: labels[index],
    plugin: { name: key, enabled: true },
    rubric: { key, current: { number: 1, status: 'PUBLISHED' } },
  }));

test('are those of the plugins that are on, for every role', async () => {
  const organization = await seed.organization();
  const dealer = await organization.dealer();
  const { admin, manager, assessor, auditor } = organization;
  for (const client of [admin, manager, assessor, auditor, dealer.client]) {
    const { industries } = expectData(await client.run(ListIndustries));
    expect(industries).toEqual(expected(['Home appliances', 'Consumer goods', 'Lottery outlets']));
  }
  const { industries } = expectData(await auditor.run(ListIndustries, {}, { 'accept-language': 'zh-CN' }));
  expect(industries).toEqual(expected(['家电', '快消', '体彩网点']));
});

test('are those that are loaded, in the order of their names', async () => {
  const few = await createTestApi({ plugins: ['lottery', 'fmcg'] });
  const { auditor } = await few.seed.organization({ industry: 'fmcg' });
  const { industries } = expectData(await auditor.run(ListIndustries));
  expect(industries.map(({ key }) => key)).toEqual(['fmcg', 'lottery']);
});

test('take four statements, however many they are', async () => {
  const { auditor } = await seed.organization();
  expect((await auditor.run(ListIndustries)).statements).toHaveLength(4);
});
