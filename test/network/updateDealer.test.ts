import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { UpdateDealerInput } from '../kit/gen/graphql.ts';
import { ListDealers, ReadDealer, UpdateDealer } from './documents.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from './refusals.ts';

let clock = new Date('2026-11-22T10:00:00.000Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: () => clock });
});

async function oneDealer() {
  const organization = await api.seed.organization();
  const territory = await organization.territory();
  const { id, client } = await organization.dealer({
    name: 'Old name',
    roles: ['AGENT', 'DEALER'],
    industries: ['appliances', 'fmcg'],
    class: 'A',
    territory: territory.id,
  });
  const read = async () => expectData(await organization.auditor.run(ReadDealer, { id })).dealer;
  const update = (given: Omit<UpdateDealerInput, 'id' | 'expectedVersion'>, expectedVersion = 1) =>
    organization.manager.run(UpdateDealer, { input: { id, expectedVersion, ...given } });
  return { organization, territory, id, client, read, update };
}

describe('updateDealer', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, id, client, read } = await oneDealer();
    const before = await read();
    for (const caller of [organization.assessor, organization.auditor, client]) {
      const input = { id, expectedVersion: 1, name: 'Changed' };
      expectError(await caller.run(UpdateDealer, { input }), 'FORBIDDEN');
    }
    expect(await read()).toEqual(before);
  });

  test('changes all that is given', async () => {
    const { organization, read, update } = await oneDealer();
    const before = await read();
    const elsewhere = await organization.territory();
    clock = new Date('2026-11-23T11:12:13.456Z');
    const given = { name: '新名', roles: ['RETAILER'], status: 'SUSPENDED', channel: 'PHONE' } as const;
    const input = { ...given, roles: [...given.roles], industries: ['fmcg', 'lottery'], territory: elsewhere.id };
    const { dealer } = expectPayload(await update(input));
    expect(dealer).toEqual({
      ...before,
      ...given,
      industries: [{ key: 'fmcg' }, { key: 'lottery' }],
      territory: { id: elsewhere.id },
      updatedAt: '2026-11-23T11:12:13.456Z',
      version: 2,
    });
    expect(await read()).toEqual(dealer);
  });

  test.each<keyof UpdateDealerInput>(['name', 'roles', 'status', 'channel', 'industries', 'territory'])(
    'keeps the rest where %s alone is given',
    async (field) => {
      const { organization, read, update } = await oneDealer();
      const before = await read();
      const territory = await organization.territory();
      const values = {
        name: 'B',
        roles: ['SUPPLIER' as const],
        status: 'EXITED' as const,
        channel: 'ECOMMERCE' as const,
        industries: ['lottery'],
        territory: territory.id,
      };
      const given = values[field as keyof typeof values];
      expectPayload(await update({ [field]: given }));
      const shown = { industries: [{ key: 'lottery' }], territory: { id: territory.id } }[String(field)] ?? given;
      expect(await read()).toEqual({ ...before, [field]: shown, version: 2, updatedAt: clock.toISOString() });
    },
  );

  test('keeps everything where nothing is given, and still counts as a change', async () => {
    const { read, update } = await oneDealer();
    const before = await read();
    expectPayload(await update({}));
    expect(await read()).toEqual({ ...before, version: 2, updatedAt: clock.toISOString() });
  });

  test('clears the territory by null, and keeps it where it is left out', async () => {
    const { read, update, territory } = await oneDealer();
    expectPayload(await update({ name: 'B' }));
    expect(await read()).toMatchObject({ territory: { id: territory.id }, version: 2 });
    expectPayload(await update({ territory: null }, 2));
    expect(await read()).toMatchObject({ name: 'B', territory: null, version: 3 });
  });

  test('refuses null where there is nothing to clear', async () => {
    const { read, update } = await oneDealer();
    const before = await read();
    for (const field of ['name', 'roles', 'status', 'channel', 'industries']) {
      expectRefusal(await update({ [field]: null }), 'ValidationError', `NULL_REFUSED ${field}`);
    }
    const all = { name: null, roles: null, status: null, channel: null, industries: null, territory: null };
    expectRefusal(
      await update(all),
      'ValidationError',
      ...['name', 'roles', 'status', 'channel', 'industries'].map((field) => `NULL_REFUSED ${field}`),
    );
    expect(await read()).toEqual(before);
  });

  test('refuses what breaks a rule, every fault at once, and changes nothing', async () => {
    const { read, update } = await oneDealer();
    const before = await read();
    for (const { text, fault } of badTexts) {
      expectRefusal(await update({ name: text }), 'ValidationError', `${fault} name`);
    }
    expectRefusal(await update({ name: 'x'.repeat(201) }), 'ValidationError', 'TEXT_TOO_LONG name');
    expectRefusal(await update({ roles: [] }), 'ValidationError', 'LIST_EMPTY roles');
    expectRefusal(await update({ industries: [] }), 'ValidationError', 'LIST_EMPTY industries');
    expectRefusal(
      await update({ name: '', roles: ['AGENT', 'AGENT'], channel: null, industries: ['fmcg', 'x'], territory: 'x' }),
      'ValidationError',
      'NULL_REFUSED channel',
      'TEXT_EMPTY name',
      'LIST_REPEATED roles 1',
      'NETWORK_INDUSTRY_UNKNOWN industries 1',
      'NOT_FOUND territory',
    );
    expect(await read()).toEqual(before);
  });

  test('finds no dealer and no territory but those of its organization', async () => {
    const { organization, read, update, territory } = await oneDealer();
    const before = await read();
    const other = await oneDealer();
    for (const id of [...noIdsOf('Dealer', other.id), territory.id]) {
      const result = await organization.manager.run(UpdateDealer, { input: { id, expectedVersion: 1, name: '' } });
      expectRefusal(result, 'NotFoundError', 'NOT_FOUND id');
    }
    for (const id of noIdsOf('Territory', other.territory.id)) {
      expectRefusal(await update({ territory: id }), 'NotFoundError', 'NOT_FOUND territory');
    }
    expect(await read()).toEqual(before);
    expect(await other.read()).toMatchObject({ version: 1 });
  });

  test('refuses one who read another version, before anything else', async () => {
    const { read, update } = await oneDealer();
    expectPayload(await update({ name: 'B' }));
    const before = await read();
    for (const version of [1, 3, 0, -1, 2 ** 31 - 1, -(2 ** 31)]) {
      const result = await update({ name: '' }, version);
      expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    }
    expect(await read()).toEqual(before);
  });

  test('lets one of twenty through who read the same version', async () => {
    const { read, update } = await oneDealer();
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => update({ name: `Name ${at}` })));
    const lost = refusedOf(results);
    const [won = -1] = results.flatMap((result, at) => (lost.includes(result) ? [] : [at]));
    expect(lost).toHaveLength(19);
    for (const result of lost) {
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    }
    expect(await read()).toMatchObject({ name: `Name ${won}`, version: 2 });
  });

  test('is found by its new name, no longer by its old', async () => {
    const { organization, update } = await oneDealer();
    expectPayload(await update({ name: 'ÄPFEL' }));
    const found = async (search: string) =>
      expectData(await organization.auditor.run(ListDealers, { filter: { search } })).dealers.totalCount;
    expect([await found('old name'), await found('äpfel'), await found('d1')]).toEqual([0, 1, 1]);
  });

  test('keeps an industry whose plugin was turned off while it is not told anew', async () => {
    const { organization, update, read } = await oneDealer();
    const off = 'mutation { setPluginEnabled(input: { name: "fmcg", enabled: false }) { __typename } }';
    expectData(await organization.admin.send(off));
    expectPayload(await update({ name: 'B' }));
    expect(await read()).toMatchObject({ industries: [{ key: 'appliances' }, { key: 'fmcg' }] });
    const again = await update({ industries: ['appliances', 'fmcg'] }, 2);
    expectRefusal(again, 'ValidationError', 'NETWORK_INDUSTRY_UNKNOWN industries 1');
  });

  test('asks the database no more than it must', async () => {
    const { organization, id } = await oneDealer();
    const { statements } = await organization.manager.send(
      'mutation($input: UpdateDealerInput!) { updateDealer(input: $input) { __typename } }',
      { input: { id, expectedVersion: 1, name: 'B' } },
    );
    // The key; the dealer, the plugins that are off, its grade; the change and its audit entry.
    expect(statements).toHaveLength(6);
  });
});
