import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { OutletFilter } from '../kit/gen/graphql.ts';
import { ListOutlets } from './documents.ts';
import { inBulk } from './in-bulk.ts';
import { expectQueryRefusal, noIdsOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

async function codes(client: Client, filter: OutletFilter): Promise<string> {
  const { totalCount, nodes } = expectData(await client.run(ListOutlets, { filter })).outlets;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ code }) => code).join(' ');
}

describe('outlets, filtered', () => {
  const filters: (readonly [found: string, OutletFilter])[] = [];
  let reader: Client;
  beforeAll(async () => {
    const organization = await api.seed.organization();
    const top = await organization.territory();
    const below = await organization.territory({ parent: top.id });
    const [first, second] = [
      await organization.dealer({ industries: ['fmcg'] }),
      await organization.dealer({ industries: ['lottery', 'fmcg'] }),
    ];
    await inBulk(organization.manager, 'createOutlet', [
      { dealer: first.id, code: 'O4', name: '100%_\\', kind: 'STORE', territory: top.id },
      { dealer: second.id, code: 'O3', name: "Joe's ÅNGSTRÖM", kind: 'COUNTER', territory: below.id },
      { dealer: first.id, code: 'O2', name: '人民路', kind: 'STORE', industries: ['appliances', 'lottery'] },
      { dealer: second.id, code: 'O1', name: '人民路 2', kind: 'LOTTERY_OUTLET', territory: below.id },
    ]);
    reader = organization.auditor;
    filters.push(
      ['O1 O2', { search: '人民路' }],
      ['O2 O4', { kind: ['STORE', 'STORE'] }],
      ['O1 O3', { kind: ['COUNTER', 'LOTTERY_OUTLET'] }],
      ['O2 O4', { dealer: first.id }],
      ['O1 O3', { dealer: second.id }],
      ['O1 O3 O4', { territory: top.id }],
      ['O1 O3', { territory: below.id }],
      ['O1 O2 O3', { industry: ['lottery'] }],
      ['O1 O2 O3 O4', { industry: ['fmcg', 'appliances'] }],
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

  test('by null are all, by an empty list none', async () => {
    for (const name of ['search', 'kind', 'dealer', 'territory', 'industry']) {
      expect(await codes(reader, { [name]: null })).toBe('O1 O2 O3 O4');
    }
    for (const name of ['kind', 'industry']) expect(await codes(reader, { [name]: [] })).toBe('');
  });

  test.each([
    ['O4', ['%', '_', '\\', '0%_', 'o4']],
    ['O3', ["'", "JOE'S", 'ångström', 'ÅNG']],
    ['O1', ['人民路 2', '路 ']],
    ['', ['%%', 'o_', "' or 1=1 --", '\u0000', '\ud83d']],
  ])('by search are %j for each of %j', async (found, searches) => {
    for (const search of searches) expect(await codes(reader, { search }), search).toBe(found);
  });

  test('by what is not known are refused, every fault at once', async () => {
    const other = await api.seed.organization();
    const foreign = await other.dealer();
    const read = (filter: OutletFilter) => reader.run(ListOutlets, { filter });
    for (const dealer of noIdsOf('Dealer', foreign.id)) {
      expectQueryRefusal(await read({ dealer }), 'NOT_FOUND filter dealer');
    }
    expectQueryRefusal(await read({ territory: (await other.territory()).id }), 'NOT_FOUND filter territory');
    expectQueryRefusal(
      await read({ dealer: 'x', territory: 'x', industry: ['x'] }),
      'NOT_FOUND filter territory',
      'NOT_FOUND filter industry 0',
      'NOT_FOUND filter dealer',
    );
    expectError(await read({ kind: ['SHOP' as never] }), 'BAD_USER_INPUT');
  });
});

describe('outlets, as each caller sees them', () => {
  test('are its own organization’s, by code', async () => {
    const organization = await api.seed.organization();
    const dealer = await organization.dealer();
    for (const code of ['b', 'a', 'B']) await dealer.outlet({ code });
    await (await (await api.seed.organization()).dealer()).outlet({ code: 'THEIRS' });
    const { admin, manager, assessor, auditor } = organization;
    for (const caller of [admin, manager, assessor, auditor]) expect(await codes(caller, {})).toBe('B a b');
  });

  test('are for a DEALER its own alone; another’s name nothing', async () => {
    const organization = await api.seed.organization();
    const own = await organization.dealer();
    const next = await organization.dealer();
    await own.outlet({ code: 'OWN' });
    await next.outlet({ code: 'NEXT' });
    expect(await codes(own.client, {})).toBe('OWN');
    expect(await codes(own.client, { dealer: own.id })).toBe('OWN');
    expect(await codes(own.client, { search: 'next' })).toBe('');
    expectQueryRefusal(await own.client.run(ListOutlets, { filter: { dealer: next.id } }), 'NOT_FOUND filter dealer');
  });
});
