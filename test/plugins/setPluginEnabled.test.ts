import { describe, expect, test } from 'vitest';
import { bikes, steady } from '../grading/bikes.ts';
import { StartAssessment } from '../grading/documents.ts';
import { assess, publish, save, start, submit } from '../grading/steps.ts';
import { createTestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const SetPluginEnabled = graphql(`
  mutation SetPluginEnabled($input: SetPluginEnabledInput!) {
    setPluginEnabled(input: $input) {
      ... on SetPluginEnabledPayload { plugin { name enabled industry { key } items { key } } }
      ...Refusal
    }
  }
`);

const ReadPlugins = graphql(`
  query ReadPlugins {
    plugins { name enabled }
    industries { key }
    rubrics { key }
  }
`);

const ReadWhileOff = graphql(`
  query ReadWhileOff($dealer: ID!) {
    industry(key: "bikes") { key plugin { name enabled } rubric { key } }
    dealer(id: $dealer) {
      industries { key plugin { enabled } }
      grade { outcome { tierCode } }
      tierCompliance { compliant }
    }
    outlets { nodes { industries { key } } }
    assessments(filter: { rubric: "bikes" }) { totalCount }
  }
`);

const TryDealer = graphql(`
  mutation TryDealer($input: CreateDealerInput!) {
    createDealer(input: $input) { ... on CreateDealerPayload { dealer { id } } ...Refusal }
  }
`);

const TryUpdate = graphql(`
  mutation TryUpdate($input: UpdateDealerInput!) {
    updateDealer(input: $input) { ... on UpdateDealerPayload { dealer { version } } ...Refusal }
  }
`);

const TryOutlet = graphql(`
  mutation TryOutlet($input: CreateOutletInput!) {
    createOutlet(input: $input) { ... on CreateOutletPayload { outlet { id } } ...Refusal }
  }
`);

const TryFilters = graphql(`
  query TryFilters($industry: [String!]) {
    dealers(filter: { industry: $industry }) { totalCount }
  }
`);

const { seed, database } = await createTestApi({ plugins: [bikes, 'fmcg'] });

const set = (client: Client, name: string, enabled: boolean) =>
  client.run(SetPluginEnabled, { input: { name, enabled } });
const state = async (client: Client) => {
  const { plugins, industries, rubrics } = expectData(await client.run(ReadPlugins));
  return {
    on: plugins.filter(({ enabled }) => enabled).map(({ name }) => name),
    industries: industries.map(({ key }) => key),
    rubrics: rubrics.map(({ key }) => key),
  };
};
const allOn = { on: ['core', 'bikes', 'fmcg'], industries: ['bikes', 'fmcg'], rubrics: ['bikes', 'fmcg'] };

test('is open to an administrator alone, and a refusal changes nothing', async () => {
  const { admin, manager, assessor, auditor, ...organization } = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  for (const client of [manager, assessor, auditor, dealer.client]) {
    expectError(await set(client, 'bikes', false), 'FORBIDDEN');
  }
  expect(await state(admin)).toEqual(allOn);
});

test('turns a plugin off and on for one organization, however often it is said', async () => {
  const { admin, id } = await seed.organization({ industry: 'bikes' });
  const other = await seed.organization({ industry: 'bikes' });
  const left = await audited(database, id, async () => {
    for (const enabled of [false, false, true, false, true]) {
      const { plugin } = expectPayload(await set(admin, 'bikes', enabled));
      expect(plugin).toMatchObject({ name: 'bikes', enabled, industry: { key: 'bikes' } });
      expect(plugin.items).toHaveLength(3);
      expect(await state(admin)).toEqual({
        on: enabled ? allOn.on : ['core', 'fmcg'],
        industries: enabled ? allOn.industries : ['fmcg'],
        rubrics: allOn.rubrics,
      });
      expect(await state(other.admin)).toEqual(allOn);
    }
  });
  expect(left.map(({ action, input }) => [action, input])).toEqual(
    [false, false, true, false, true].map((enabled) => ['setPluginEnabled', { name: 'bikes', enabled }]),
  );
});

test('refuses a plugin that is not loaded, and to turn the core off', async () => {
  const { admin, id } = await seed.organization({ industry: 'bikes' });
  const left = await audited(database, id, async () => {
    for (const name of ['', 'boats', 'lottery', 'Bikes']) {
      expect(expectUserError(await set(admin, name, false), 'NOT_FOUND')).toEqual({
        __typename: 'NotFoundError',
        code: 'NOT_FOUND',
        path: ['name'],
      });
    }
    expect(expectUserError(await set(admin, 'core', false), 'PLUGIN_CORE_STAYS_ON')).toEqual({
      __typename: 'InvalidStateError',
      code: 'PLUGIN_CORE_STAYS_ON',
      path: ['enabled'],
      state: 'ON',
    });
  });
  expect(left).toEqual([]);
  expect(await state(admin)).toEqual(allOn);
  expect(expectPayload(await set(admin, 'core', true)).plugin.enabled).toBe(true);
});

describe('while a plugin is off', () => {
  async function turnedOff() {
    const organization = await seed.organization({ industry: 'bikes' });
    const { admin, assessor, manager } = organization;
    const dealer = await organization.dealer({ class: 'A' });
    const outlet = await dealer.outlet();
    await publish(manager, await assess(assessor, { subject: dealer.id, period: '2026-Q3' }, steady));
    const draft = await start(assessor, { subject: dealer.id });
    expectPayload(await set(admin, 'bikes', false));
    return { ...organization, dealer, outlet, draft };
  }

  test('what exists stays readable', async () => {
    const { auditor, dealer } = await turnedOff();
    expect(expectData(await auditor.run(ReadWhileOff, { dealer: dealer.id }))).toEqual({
      industry: { key: 'bikes', plugin: { name: 'bikes', enabled: false }, rubric: { key: 'bikes' } },
      dealer: {
        industries: [{ key: 'bikes', plugin: { enabled: false } }],
        grade: { outcome: { tierCode: 'OUTSTANDING' } },
        tierCompliance: { compliant: true },
      },
      outlets: { nodes: [{ industries: [{ key: 'bikes' }] }] },
      assessments: { totalCount: 2 },
    });
  });

  test('no assessment starts under it', async () => {
    const { assessor, dealer, outlet, auditor } = await turnedOff();
    const cases = [
      [assessor, { subject: dealer.id, kind: 'MANAGER', period: '2027-Q1' }],
      [assessor, { subject: outlet.id, kind: 'MANAGER', period: '2027-Q1', rubric: 'bikes' }],
      [dealer.client, { subject: dealer.id, kind: 'SELF', period: '2027-Q1' }],
    ] as const;
    for (const [client, input] of cases) {
      expect(expectUserError(await client.run(StartAssessment, { input }), 'GRADING_PLUGIN_OFF')).toEqual({
        __typename: 'InvalidStateError',
        code: 'GRADING_PLUGIN_OFF',
        path: ['rubric'],
        state: 'OFF',
      });
    }
    const { assessments } = expectData(await auditor.run(ReadWhileOff, { dealer: dealer.id }));
    expect(assessments.totalCount).toBe(2);
  });

  test('what was started before goes its way', async () => {
    const { assessor, manager, draft } = await turnedOff();
    const submitted = await submit(assessor, await save(assessor, draft, steady));
    expect(await publish(manager, submitted)).toMatchObject({ status: 'IN_FORCE', outcome: submitted.outcome });
  });

  test('no input takes its industry', async () => {
    const { manager, auditor, dealer } = await turnedOff();
    const unknown = (code: string) => ({
      __typename: 'ValidationError',
      code: 'VALIDATION_FAILED',
      path: ['industries', '1'],
      issues: [{ code, path: ['industries', '1'] }],
    });
    const industries = ['fmcg', 'bikes'];
    const created = await manager.run(TryDealer, { input: { code: 'D9', name: 'Nine', industries } });
    const updated = await manager.run(TryUpdate, { input: { id: dealer.id, expectedVersion: 1, industries } });
    const outlet = { dealer: dealer.id, code: 'O9', name: 'Nine', kind: 'STORE', industries } as const;
    const added = await manager.run(TryOutlet, { input: outlet });
    for (const result of [created, updated, added]) {
      expect(expectUserError<unknown>(result, 'NETWORK_INDUSTRY_UNKNOWN')).toEqual(unknown('NETWORK_INDUSTRY_UNKNOWN'));
    }
    const filtered = expectError(await auditor.run(TryFilters, { industry: industries }), 'NOT_FOUND');
    expect(filtered.extensions?.path).toEqual(['filter', 'industry', '1']);
    expect(expectData(await auditor.run(TryFilters, {})).dealers.totalCount).toBe(1);
    expect(expectData(await auditor.run(ReadWhileOff, { dealer: dealer.id })).outlets.nodes).toHaveLength(1);

    const renamed = { id: dealer.id, expectedVersion: 1, name: 'New name' };
    expectPayload(await manager.run(TryUpdate, { input: renamed }));
  });
});

test('takes three statements', async () => {
  const { admin } = await seed.organization({ industry: 'bikes' });
  const document = 'mutation { setPluginEnabled(input: { name: "fmcg", enabled: false }) { __typename } }';
  expect((await admin.send(document)).statements).toHaveLength(3);
});
