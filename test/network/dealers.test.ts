import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { CreateDealerInput, DealerFilter } from '../kit/gen/graphql.ts';
import { AssignDealerClass, ListDealers } from './documents.ts';
import { inBulk } from './in-bulk.ts';
import { expectQueryRefusal } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: () => new Date('2026-11-22T23:59:59.999Z') });
});

async function codes(client: Client, filter: DealerFilter): Promise<string> {
  const { totalCount, nodes } = expectData(await client.run(ListDealers, { filter })).dealers;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ code }) => code).join(' ');
}

describe('dealers, filtered', () => {
  const filters: (readonly [found: string, DealerFilter])[] = [];
  let reader: Client;
  beforeAll(async () => {
    const organization = await api.seed.organization();
    const { manager, auditor } = organization;
    const north = await organization.territory({ code: 'N' });
    const below = await organization.territory({ code: 'N1', parent: north.id });
    const lowest = await organization.territory({ code: 'N11', parent: below.id });
    const south = await organization.territory({ code: 'S' });
    const dealers: CreateDealerInput[] = [
      { code: 'D1', name: 'Alpha 50% off', industries: ['appliances', 'fmcg'], class: 'A', territory: north.id },
      { code: 'D2', name: 'beta_two ALPHA', industries: ['fmcg'], class: 'B', territory: below.id, channel: 'PHONE' },
      {
        code: 'D3',
        name: "O'Gamma \\ ;--",
        industries: ['lottery'],
        class: 'C',
        territory: south.id,
        status: 'EXITED',
      },
      { code: 'D4', name: '新星家电 ÄÖÜ 😀', industries: ['appliances'], territory: lowest.id, status: 'SUSPENDED' },
      { code: 'D5', name: 'ΟΔΟΣΑ Straße', industries: ['lottery', 'fmcg'], class: 'A', channel: 'SOCIAL' },
    ];
    const ids = await inBulk(manager, 'createDealer', dealers);
    const tomorrow = { dealer: ids[2] ?? '', class: 'A' as const, validFrom: '2026-11-23', reason: 'Grown' };
    expectData(await manager.run(AssignDealerClass, { input: tomorrow }));
    reader = auditor;
    filters.push(
      ['D1 D2', { search: 'aLpHa' }],
      ['D1 D2 D5', { industry: ['fmcg'] }],
      ['D1 D4', { industry: ['appliances'] }],
      ['D3 D5', { industry: ['lottery', 'lottery'] }],
      ['D1 D5', { class: ['A'] }],
      ['D2 D3', { class: ['B', 'C', 'B'] }],
      ['D3 D4', { status: ['SUSPENDED', 'EXITED'] }],
      ['D1 D2 D5', { status: ['ACTIVE'] }],
      ['D1 D3 D4', { channel: ['PHYSICAL'] }],
      ['D2 D5', { channel: ['PHONE', 'SOCIAL'] }],
      ['D1 D2 D4', { territory: north.id }],
      ['D2 D4', { territory: below.id }],
      ['D3', { territory: south.id }],
      ['D1 D2 D3 D4 D5', { tier: ['UNGRADED'] }],
      ['', { tier: ['GOOD', 'BELOW_STANDARD'] }],
    );
  });

  test('by one criterion are those that have any of its values', async () => {
    for (const [found, filter] of filters) expect(await codes(reader, filter), JSON.stringify(filter)).toBe(found);
  });

  test('by two criteria are those that meet both', async () => {
    for (const [at, [found, filter]] of filters.entries()) {
      for (const [otherFound, other] of filters.slice(at + 1)) {
        if (Object.keys(filter).some((key) => key in other)) continue;
        const both = found.split(' ').filter((code) => code !== '' && otherFound.split(' ').includes(code));
        expect(await codes(reader, { ...filter, ...other }), JSON.stringify({ ...filter, ...other })).toBe(
          both.join(' '),
        );
      }
    }
  });

  test('by all criteria are those that meet all', async () => {
    const all: DealerFilter = {
      ...{ search: 'd', class: ['B', 'C'], status: ['ACTIVE'], channel: ['PHYSICAL', 'PHONE'], tier: ['UNGRADED'] },
      ...{ industry: ['fmcg'], territory: filters.find(([, { territory }]) => territory)?.[1].territory },
    };
    expect(await codes(reader, all)).toBe('D2');
  });

  test('by null are all, by an empty list none, by an empty text all', async () => {
    const everyone = 'D1 D2 D3 D4 D5';
    for (const name of ['search', 'class', 'status', 'channel', 'industry', 'territory', 'tier']) {
      expect(await codes(reader, { [name]: null })).toBe(everyone);
    }
    for (const name of ['class', 'status', 'channel', 'industry', 'tier']) {
      expect(await codes(reader, { [name]: [] })).toBe('');
    }
    expect(await codes(reader, { search: '' })).toBe(everyone);
    expect(await codes(reader, {})).toBe(everyone);
  });

  test.each([
    ['D1', ['50%', '0% O', 'alpha 5', 'd1']],
    ['D2', ['_', 'TA_T', 'beta_two']],
    ['D3', ["'", "O'g", '\\', ' \\ ', ';--', "o'gamma \\ ;--"]],
    ['D4', ['新星', '星家', 'äöü', 'ÄÖÜ', 'äÖ', '😀']],
    ['D5', ['ΟΔΟΣΑ', 'οδοσα', 'ΟΔΟΣ', 'οδος', 'STRASSE', 'straße', 'straSSe']],
    ['D1 D2', ['alpha', 'ALPHA']],
    ['', ['%%', '__', 'd_', 'D%', "' or 1=1 --", '$1', '\\%', 'D1 ', '\u0000', 'a\u0000', '\ud83d', 'd'.repeat(9_999)]],
  ])('by search are %j for each of %j', async (found, searches) => {
    for (const search of searches) expect(await codes(reader, { search }), search).toBe(found);
  });

  test('by what is not known are refused, every fault at once', async () => {
    const read = (filter: DealerFilter) => reader.run(ListDealers, { filter });
    const other = await (await api.seed.organization()).territory();
    for (const territory of [other.id, 'nowhere', '']) {
      expectQueryRefusal(await read({ territory }), 'NOT_FOUND filter territory');
    }
    expectQueryRefusal(
      await read({ industry: ['fmcg', 'FMCG', ''] }),
      'NOT_FOUND filter industry 1',
      'NOT_FOUND filter industry 2',
    );
    expectQueryRefusal(await read({ tier: ['ungraded'] }), 'NOT_FOUND filter tier 0');
    expectQueryRefusal(
      await read({ territory: 'x', industry: ['a\u0000'], tier: ['GOOD', "' or 1=1"] }),
      'NOT_FOUND filter territory',
      'NOT_FOUND filter industry 0',
      'NOT_FOUND filter tier 1',
    );
    expectError(await read({ class: ['D' as never] }), 'BAD_USER_INPUT');
    expectError(await read({ status: Array.from({ length: 251 }, () => 'ACTIVE' as const) }), 'LIMIT_LIST_INPUT');
    expectError(await read({ search: 'x'.repeat(10_001) }), 'LIMIT_TEXT');
  });

  test('by an industry whose plugin is turned off are refused', async () => {
    const { admin } = await api.seed.organization();
    const off = 'mutation { setPluginEnabled(input: { name: "fmcg", enabled: false }) { __typename } }';
    expectData(await admin.send(off));
    const result = await admin.run(ListDealers, { filter: { industry: ['fmcg'] } });
    expectQueryRefusal(result, 'NOT_FOUND filter industry 0');
  });
});

describe('dealers, by tier', () => {
  test('are those whose grade in force under their main industry’s rubric reached it', async () => {
    const organization = await api.seed.organization();
    const { auditor, manager } = organization;
    const [best, worst] = [await organization.dealer({ code: 'BEST' }), await organization.dealer({ code: 'WORST' })];
    await organization.dealer({ code: 'NONE' });
    await best.assessment().answer('best').submit().publish();
    await worst.assessment().answer('worst').submit().publish();
    const byTier = async () =>
      Promise.all(
        ['OUTSTANDING', 'EXCELLENT', 'GOOD', 'BELOW_STANDARD', 'UNGRADED'].map((tier) =>
          codes(auditor, { tier: [tier] }),
        ),
      );
    expect(await byTier()).toEqual(['BEST', '', '', 'WORST', 'NONE']);
    expect(await codes(auditor, { tier: ['UNGRADED', 'OUTSTANDING', 'OUTSTANDING'] })).toBe('BEST NONE');

    const update = 'mutation($input: UpdateDealerInput!) { updateDealer(input: $input) { __typename } }';
    const change = (expectedVersion: number, industries: string[]) =>
      manager.send(update, { input: { id: best.id, expectedVersion, industries } });
    expectData(await change(1, ['fmcg', 'appliances']));
    expect(await byTier()).toEqual(['', '', '', 'WORST', 'BEST NONE']);
    expectData(await change(2, ['appliances', 'fmcg']));
    expect(await byTier()).toEqual(['BEST', '', '', 'WORST', 'NONE']);
  });
});

describe('dealers, as each caller sees them', () => {
  test('are its own organization’s', async () => {
    const organization = await api.seed.organization();
    const other = await api.seed.organization();
    await organization.dealer({ code: 'OURS' });
    await other.dealer({ code: 'THEIRS' });
    const { admin, manager, assessor, auditor } = organization;
    for (const caller of [admin, manager, assessor, auditor]) expect(await codes(caller, {})).toBe('OURS');
  });

  test('are for a DEALER itself alone', async () => {
    const organization = await api.seed.organization();
    const { client } = await organization.dealer({ code: 'OWN', channel: 'PHONE' });
    await organization.dealer({ code: 'NEXT' });
    expect(await codes(client, {})).toBe('OWN');
    expect(await codes(client, { channel: ['PHONE'] })).toBe('OWN');
    expect(await codes(client, { channel: ['PHYSICAL'] })).toBe('');
    expect(await codes(client, { search: 'next' })).toBe('');
  });
});
