import { describe, expect, test } from 'vitest';
import { bikes, steady } from '../grading/bikes.ts';
import { StartAssessment } from '../grading/documents.ts';
import { assess, publish, save, start, submit } from '../grading/steps.ts';
import { createTestApi } from '../kit/api.ts';
import { expectData, expectUserError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const ReadIndustry = graphql(`
  query ReadIndustry($key: String!, $dealer: ID!) {
    industry(key: $key) { key label plugin { name } rubric { key label current { number items { key } } } }
    industries { key }
    plugins { name }
    dealer(id: $dealer) { industries { key label plugin { name } } grade { outcome { tierCode } } }
  }
`);

const CreateUnder = graphql(`
  mutation CreateUnder($input: CreateDealerInput!) {
    createDealer(input: $input) {
      ... on CreateDealerPayload { dealer { id } }
      ... on UserError { code path ... on ValidationError { issues { code path } } }
    }
  }
`);

const withBikes = await createTestApi({ plugins: [bikes, 'fmcg'] });
const without = await createTestApi({ plugins: ['fmcg'] });

test('is found by its key, and null where there is none', async () => {
  const { auditor, ...organization } = await withBikes.seed.organization({ industry: 'bikes' });
  const dealer = (await organization.dealer()).id;
  const { industry } = expectData(await auditor.run(ReadIndustry, { key: 'fmcg', dealer }));
  expect(industry).toMatchObject({ key: 'fmcg', plugin: { name: 'fmcg' }, rubric: { key: 'fmcg' } });
  for (const key of ['', 'core', 'boats', 'Bikes']) {
    expect(expectData(await auditor.run(ReadIndustry, { key, dealer })).industry).toBeNull();
  }
});

describe('whose plugin is no longer loaded', () => {
  test('stays readable with its rubric and grades, its plugin null', async () => {
    const { auditor, assessor, manager, ...organization } = await withBikes.seed.organization({ industry: 'bikes' });
    const dealer = await organization.dealer();
    await publish(manager, await assess(assessor, { subject: dealer.id }, steady));
    await without.prepare(organization.id);

    const read = await without.as(auditor.key).run(ReadIndustry, { key: 'bikes', dealer: dealer.id });
    const industry = { key: 'bikes', label: 'Bicycles', plugin: null };
    const data = expectData(read);
    expect(data.industry).toMatchObject({
      ...industry,
      rubric: { key: 'bikes', label: 'Bicycles', current: { number: 1 } },
    });
    expect(data.industry?.rubric.current.items).toHaveLength(12);
    expect(data.industries).toEqual([{ key: 'fmcg' }]);
    expect(data.plugins).toEqual([{ name: 'core' }, { name: 'fmcg' }]);
    expect(data.dealer).toEqual({ industries: [industry], grade: { outcome: { tierCode: 'OUTSTANDING' } } });
  });

  test('takes nothing new, while what was begun goes its way', async () => {
    const { assessor, manager, ...organization } = await withBikes.seed.organization({ industry: 'bikes' });
    const dealer = await organization.dealer();
    const draft = await start(assessor, { subject: dealer.id });

    const [laterAssessor, laterManager] = [without.as(assessor.key), without.as(manager.key)];
    const input = { subject: dealer.id, kind: 'MANAGER', period: '2027-Q1' } as const;
    const refused = await laterAssessor.run(StartAssessment, { input });
    expect(expectUserError(refused, 'GRADING_PLUGIN_OFF')).toEqual({
      __typename: 'InvalidStateError',
      code: 'GRADING_PLUGIN_OFF',
      path: ['rubric'],
      state: 'NOT_LOADED',
    });
    const created = await laterManager.run(CreateUnder, { input: { code: 'D9', name: 'Nine', industries: ['bikes'] } });
    expect(expectUserError(created, 'NETWORK_INDUSTRY_UNKNOWN')).toMatchObject({ path: ['industries', '0'] });

    const submitted = await submit(laterAssessor, await save(laterAssessor, draft, steady));
    expect((await publish(laterManager, submitted)).outcome).toEqual({ tierCode: 'OUTSTANDING', score: 77.5 });
  });
});
