import { expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const ReadRubrics = graphql(`
  query ReadRubrics {
    rubrics { key label industry { key plugin { name } } current { number items { key } } versions { number } }
  }
`);

const { seed } = await createTestApi();

test('are one for each industry of the box, by key, for every role', async () => {
  const organization = await seed.organization();
  const dealer = await organization.dealer();
  for (const client of [organization.admin, organization.auditor, dealer.client]) {
    const { rubrics } = expectData(await client.run(ReadRubrics));
    expect(rubrics).toMatchObject([
      { key: 'appliances', label: 'Home appliances', industry: { key: 'appliances', plugin: { name: 'appliances' } } },
      { key: 'fmcg', label: 'Consumer goods', industry: { key: 'fmcg', plugin: { name: 'fmcg' } } },
      { key: 'lottery', industry: { key: 'lottery', plugin: { name: 'lottery' } } },
    ]);
    for (const { current, versions } of rubrics) {
      expect([current.number, versions]).toEqual([1, [{ number: 1 }]]);
      expect(current.items.length).toBeGreaterThanOrEqual(9 + 14);
    }
  }
});

test('take four statements, however many there are', async () => {
  const { auditor } = await seed.organization();
  await auditor.run(ReadRubrics);
  expect((await auditor.run(ReadRubrics)).statements).toHaveLength(4);
});
