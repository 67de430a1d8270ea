import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { UpdateOutletInput } from '../kit/gen/graphql.ts';
import { ListOutlets, ReadOutlet, UpdateOutlet } from './documents.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

async function oneOutlet() {
  const organization = await api.seed.organization();
  const territory = await organization.territory();
  const dealer = await organization.dealer();
  const { id } = await dealer.outlet({
    name: 'Old name',
    territory: territory.id,
    address: '1 High Street',
    latitude: 51.5,
    longitude: -0.12,
  });
  const read = async () => expectData(await organization.auditor.run(ReadOutlet, { id })).outlet;
  const update = (given: Omit<UpdateOutletInput, 'id' | 'expectedVersion'>, expectedVersion = 1) =>
    organization.manager.run(UpdateOutlet, { input: { id, expectedVersion, ...given } });
  return { organization, territory, dealer, id, read, update };
}

describe('updateOutlet', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, dealer, id, read } = await oneOutlet();
    const before = await read();
    for (const caller of [organization.assessor, organization.auditor, dealer.client]) {
      expectError(await caller.run(UpdateOutlet, { input: { id, expectedVersion: 1, name: 'B' } }), 'FORBIDDEN');
    }
    expect(await read()).toEqual(before);
  });

  test('changes all that is given', async () => {
    const { organization, read, update } = await oneOutlet();
    const before = await read();
    const elsewhere = await organization.territory();
    const given = { name: '新名', kind: 'COUNTER' as const, address: '2 Low Street', latitude: -1.5, longitude: 2.25 };
    const { outlet } = expectPayload(
      await update({ ...given, industries: ['fmcg', 'lottery'], territory: elsewhere.id }),
    );
    expect(outlet).toEqual({
      ...before,
      ...given,
      industries: [{ key: 'fmcg' }, { key: 'lottery' }],
      territory: { id: elsewhere.id },
      version: 2,
    });
    expect(await read()).toEqual(outlet);
  });

  test.each([
    { name: 'B' },
    { kind: 'SERVICE_POINT' as const },
    { address: 'Elsewhere' },
    { latitude: 52.25 },
    { longitude: 13.4 },
    {},
  ])('keeps the rest where %j alone is given', async (given) => {
    const { read, update } = await oneOutlet();
    const before = await read();
    expectPayload(await update(given));
    expect(await read()).toEqual({ ...before, ...given, version: 2 });
  });

  test.each([
    { territory: null },
    { address: null },
    { latitude: null, longitude: null },
    { territory: null, address: null, latitude: null, longitude: null },
  ])('clears %j', async (given) => {
    const { read, update } = await oneOutlet();
    const before = await read();
    expectPayload(await update(given));
    expect(await read()).toEqual({ ...before, ...given, version: 2 });
  });

  test('refuses null where there is nothing to clear', async () => {
    const { read, update } = await oneOutlet();
    const before = await read();
    for (const field of ['name', 'kind', 'industries']) {
      expectRefusal(await update({ [field]: null }), 'ValidationError', `NULL_REFUSED ${field}`);
    }
    expectRefusal(
      await update({ name: null, kind: null, industries: null, address: null }),
      'ValidationError',
      ...['name', 'kind', 'industries'].map((field) => `NULL_REFUSED ${field}`),
    );
    expect(await read()).toEqual(before);
  });

  test('refuses one coordinate without the other, as it would be stored', async () => {
    const { read, update } = await oneOutlet();
    const before = await read();
    expectRefusal(await update({ latitude: null }), 'ValidationError', 'NETWORK_POSITION_INCOMPLETE latitude');
    expectRefusal(await update({ longitude: null }), 'ValidationError', 'NETWORK_POSITION_INCOMPLETE longitude');
    expectRefusal(
      await update({ latitude: 1, longitude: null }),
      'ValidationError',
      'NETWORK_POSITION_INCOMPLETE longitude',
    );
    expect(await read()).toEqual(before);
    expectPayload(await update({ latitude: null, longitude: null }));
    expectRefusal(await update({ longitude: 1 }, 2), 'ValidationError', 'NETWORK_POSITION_INCOMPLETE latitude');
    expectPayload(await update({ latitude: 1, longitude: 1 }, 2));
    expect(await read()).toEqual({ ...before, latitude: 1, longitude: 1, version: 3 });
  });

  test('refuses what breaks a rule, every fault at once, and changes nothing', async () => {
    const { read, update } = await oneOutlet();
    const before = await read();
    for (const { text, fault } of badTexts) {
      expectRefusal(await update({ name: text }), 'ValidationError', `${fault} name`);
      expectRefusal(await update({ address: text }), 'ValidationError', `${fault} address`);
    }
    expectRefusal(
      await update({ kind: null, name: '', industries: ['fmcg', 'fmcg'], address: '', latitude: 91, territory: 'x' }),
      'ValidationError',
      'NULL_REFUSED kind',
      'TEXT_EMPTY name',
      'LIST_REPEATED industries 1',
      'TEXT_EMPTY address',
      'NUMBER_OUT_OF_RANGE latitude',
      'NOT_FOUND territory',
    );
    expect(await read()).toEqual(before);
  });

  test('finds no outlet and no territory but those of its organization', async () => {
    const { organization, dealer, read, update } = await oneOutlet();
    const before = await read();
    const other = await oneOutlet();
    for (const id of [...noIdsOf('Outlet', other.id), dealer.id]) {
      const result = await organization.manager.run(UpdateOutlet, { input: { id, expectedVersion: 1, name: 'B' } });
      expectRefusal(result, 'NotFoundError', 'NOT_FOUND id');
    }
    for (const territory of noIdsOf('Territory', other.territory.id)) {
      expectRefusal(await update({ territory }), 'NotFoundError', 'NOT_FOUND territory');
    }
    expect(await read()).toEqual(before);
    expect(await other.read()).toMatchObject({ version: 1 });
  });

  test('refuses one who read another version, before anything else', async () => {
    const { read, update } = await oneOutlet();
    expectPayload(await update({ name: 'B' }));
    const before = await read();
    for (const version of [1, 3, 0, -1]) {
      const result = await update({ name: '' }, version);
      expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    }
    expect(await read()).toEqual(before);
  });

  test('lets one of several through who read the same version', async () => {
    const { read, update } = await oneOutlet();
    const results = await Promise.all(Array.from({ length: 6 }, (_, at) => update({ name: `Name ${at}` })));
    const lost = refusedOf(results);
    expect(lost).toHaveLength(5);
    for (const result of lost) {
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    }
    expect(await read()).toMatchObject({ version: 2 });
  });

  test('is found by its new name, no longer by its old', async () => {
    const { organization, update } = await oneOutlet();
    expectPayload(await update({ name: '新名' }));
    const found = async (search: string) =>
      expectData(await organization.auditor.run(ListOutlets, { filter: { search } })).outlets.totalCount;
    expect([await found('old'), await found('新'), await found('o1')]).toEqual([0, 1, 1]);
  });

  test('asks the database no more than it must', async () => {
    const { organization, id } = await oneOutlet();
    const { statements } = await organization.manager.send(
      'mutation($input: UpdateOutletInput!) { updateOutlet(input: $input) { __typename } }',
      { input: { id, expectedVersion: 1, name: 'B' } },
    );
    // The key; the outlet, the plugins that are off; the change and its audit entry.
    expect(statements).toHaveLength(5);
  });
});
