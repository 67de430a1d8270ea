import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { CreateOutletInput } from '../kit/gen/graphql.ts';
import { CreateOutlet, ListOutlets, ReadOutlet } from './documents.ts';
import { badTexts, expectRefusal, networkOf, noIdsOf, refusedOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

const plain = { code: 'O-1', name: 'New outlet', kind: 'STORE' as const };

async function oneDealer() {
  const organization = await api.seed.organization();
  const dealer = await organization.dealer({ industries: ['fmcg', 'appliances'] });
  const create = (given: Partial<CreateOutletInput> = {}) =>
    organization.manager.run(CreateOutlet, { input: { dealer: dealer.id, ...plain, ...given } });
  const outlets = async () => (await networkOf(organization.auditor)).outlets;
  return { organization, dealer, create, outlets };
}

describe('createOutlet', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, dealer, outlets } = await oneDealer();
    for (const caller of [organization.assessor, organization.auditor, dealer.client]) {
      expectError(await caller.run(CreateOutlet, { input: { ...plain, dealer: dealer.id } }), 'FORBIDDEN');
    }
    expect(await outlets()).toBe(0);
  });

  test('adds an outlet of which only the needed is told, in the industries of its dealer', async () => {
    const { organization, dealer, create } = await oneDealer();
    const { outlet } = expectPayload(await create());
    expect(outlet).toEqual({
      id: expect.any(String),
      ...plain,
      dealer: { id: dealer.id },
      industries: [{ key: 'fmcg' }, { key: 'appliances' }],
      territory: null,
      address: null,
      latitude: null,
      longitude: null,
      version: 1,
    });
    expect(expectData(await organization.auditor.run(ReadOutlet, { id: outlet.id })).outlet).toEqual(outlet);
  });

  test('keeps all that is told', async () => {
    const { organization, create } = await oneDealer();
    const territory = await organization.territory();
    const given = {
      code: '门店.1',
      name: '朝阳门店',
      kind: 'EXPERIENCE_CENTRE' as const,
      industries: ['lottery'],
      territory: territory.id,
      address: '北京市朝阳区 1 号\n2 层',
      latitude: 39.9042,
      longitude: -116.4074,
    };
    const { outlet } = expectPayload(await create(given));
    const shown = { industries: [{ key: 'lottery' }], territory: { id: territory.id } };
    expect(outlet).toMatchObject({ ...given, ...shown });
  });

  test('takes null as absent where nothing need be told', async () => {
    const { create, outlets } = await oneDealer();
    const none = { industries: null, territory: null, address: null, latitude: null, longitude: null };
    const { outlet } = expectPayload(await create(none));
    expect(outlet).toMatchObject({ ...none, industries: [{ key: 'fmcg' }, { key: 'appliances' }] });
    for (const field of ['dealer', 'code', 'name', 'kind']) {
      expectError(await create({ code: 'O-2', [field]: null }), 'BAD_USER_INPUT');
    }
    expect(await outlets()).toBe(1);
  });

  test('refuses what breaks a rule, and adds nothing', async () => {
    const { create, outlets } = await oneDealer();
    const refused = async (given: Partial<CreateOutletInput>, ...faults: string[]) =>
      expectRefusal(await create(given), 'ValidationError', ...faults);

    for (const { text, fault } of badTexts) {
      await refused({ code: text }, `${fault} code`);
      await refused({ name: text }, `${fault} name`);
      await refused({ address: text }, `${fault} address`);
    }
    await refused({ address: 'x'.repeat(501) }, 'TEXT_TOO_LONG address');
    await refused({ code: 'a b' }, 'CODE_INVALID code');
    await refused({ industries: [] }, 'LIST_EMPTY industries');
    await refused({ industries: ['fmcg', 'fmcg'] }, 'LIST_REPEATED industries 1');
    await refused({ latitude: 1 }, 'NETWORK_POSITION_INCOMPLETE longitude');
    await refused({ longitude: 1 }, 'NETWORK_POSITION_INCOMPLETE latitude');
    await refused({ latitude: 0, longitude: null }, 'NETWORK_POSITION_INCOMPLETE longitude');
    await refused({ latitude: 90.0001, longitude: 180 }, 'NUMBER_OUT_OF_RANGE latitude');
    await refused({ latitude: -90, longitude: -180.5 }, 'NUMBER_OUT_OF_RANGE longitude');
    await refused(
      { latitude: 1e308, longitude: -1e308 },
      'NUMBER_OUT_OF_RANGE latitude',
      'NUMBER_OUT_OF_RANGE longitude',
    );
    await refused({ latitude: 91 }, 'NUMBER_OUT_OF_RANGE latitude', 'NETWORK_POSITION_INCOMPLETE longitude');
    expect(await outlets()).toBe(0);
  });

  test('takes no number for a coordinate that is none', async () => {
    const { organization, dealer, outlets } = await oneDealer();
    const literal = (latitude: string) => `mutation {
      createOutlet(input: { dealer: "${dealer.id}", code: "O", name: "O", kind: STORE, latitude: ${latitude}, longitude: 1 }) {
        __typename
      }
    }`;
    for (const latitude of ['NaN', 'Infinity', '"1"', 'true']) {
      expectError(await organization.manager.send(literal(latitude)), 'GRAPHQL_VALIDATION_FAILED');
    }
    const { createOutlet } = expectData(await organization.manager.send(literal('1e400')));
    expect(createOutlet).toEqual({ __typename: 'ValidationError' });
    expect(await outlets()).toBe(0);
  });

  test('takes the ends of the earth', async () => {
    const { create } = await oneDealer();
    const ends = { code: 'N', latitude: 90, longitude: -180 };
    expect(expectPayload(await create(ends)).outlet).toMatchObject(ends);
    const others = { code: 'S', latitude: -90, longitude: 180 };
    expect(expectPayload(await create(others)).outlet).toMatchObject(others);
    const nowhere = { code: 'Z', latitude: 0, longitude: 0 };
    expect(expectPayload(await create(nowhere)).outlet).toMatchObject(nowhere);
  });

  test('tells every fault at once', async () => {
    const { dealer, create, outlets } = await oneDealer();
    await dealer.outlet({ code: 'O-1' });
    const faulty = { name: '', industries: ['paper'], latitude: 91, longitude: 181, territory: 'nowhere' };
    expectRefusal(
      await create(faulty),
      'ValidationError',
      'TEXT_EMPTY name',
      'NETWORK_INDUSTRY_UNKNOWN industries 0',
      'NUMBER_OUT_OF_RANGE latitude',
      'NUMBER_OUT_OF_RANGE longitude',
      'NOT_FOUND territory',
      'NETWORK_CODE_TAKEN code',
    );
    expectRefusal(
      await create({ dealer: 'nobody', name: '' }),
      'ValidationError',
      'NOT_FOUND dealer',
      'TEXT_EMPTY name',
    );
    expect(await outlets()).toBe(1);
  });

  test('finds no dealer and no territory but those of its organization', async () => {
    const { create, outlets } = await oneDealer();
    const other = await oneDealer();
    for (const dealer of noIdsOf('Dealer', other.dealer.id)) {
      expectRefusal(await create({ dealer }), 'NotFoundError', 'NOT_FOUND dealer');
    }
    for (const territory of noIdsOf('Territory', (await other.organization.territory()).id)) {
      expectRefusal(await create({ territory }), 'NotFoundError', 'NOT_FOUND territory');
    }
    const neither = await create({ dealer: 'nobody', territory: 'nowhere' });
    expectRefusal(neither, 'ValidationError', 'NOT_FOUND dealer', 'NOT_FOUND territory');
    expect([await outlets(), await other.outlets()]).toEqual([0, 0]);
  });

  test('gives a code to one outlet of a dealer only', async () => {
    const { organization, create } = await oneDealer();
    const second = await organization.dealer();
    expectPayload(await create());
    expectRefusal(await create(), 'ValidationError', 'NETWORK_CODE_TAKEN code');
    expectPayload(await create({ dealer: second.id }));
    const { outlets } = expectData(await organization.auditor.run(ListOutlets));
    expect(outlets).toEqual({ totalCount: 2, nodes: [{ code: 'O-1' }, { code: 'O-1' }] });
  });

  test('gives it to one of many who ask at the same moment', async () => {
    const { create, outlets } = await oneDealer();
    const results = await Promise.all(Array.from({ length: 8 }, () => create()));
    const refused = refusedOf(results);
    expect(refused).toHaveLength(7);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'NETWORK_CODE_TAKEN code');
    expect(await outlets()).toBe(1);
  });

  test('asks the database no more than it must', async () => {
    const { organization, dealer } = await oneDealer();
    const { statements } = await organization.manager.send(
      'mutation($input: CreateOutletInput!) { createOutlet(input: $input) { __typename } }',
      { input: { ...plain, dealer: dealer.id } },
    );
    // The key; the dealer, the code, the plugins that are off; the outlet and its audit entry.
    expect(statements).toHaveLength(6);
  });
});
