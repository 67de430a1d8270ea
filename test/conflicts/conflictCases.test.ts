import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { ConflictCaseFilter } from '../kit/gen/graphql.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import { inBulk } from '../network/in-bulk.ts';
import { expectQueryRefusal, noIdsOf } from '../network/refusals.ts';
import { reading, walk } from '../shared/pages.ts';
import { AdvanceConflictCase, ListConflictCases } from './documents.ts';
import { clockAt, type Scene, sceneOf } from './scene.ts';

const clock = clockAt('2026-11-22T15:04:05.123Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

async function titles(client: Client, filter: ConflictCaseFilter | null): Promise<string> {
  const { totalCount, nodes } = expectData(await client.run(ListConflictCases, { filter })).conflictCases;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ title }) => title).join(' ');
}

describe('conflictCases, filtered', () => {
  let scene: Scene & { shop: Dealer };
  let reader: Client;
  const filters: (readonly [found: string, ConflictCaseFilter])[] = [];

  beforeAll(async () => {
    const given = await sceneOf(api);
    const { organization, claimant, respondent, stranger } = given;
    const shop = await organization.dealer({ channel: 'ECOMMERCE' });
    await inBulk(organization.manager, 'linkDealers', [{ upstream: claimant.id, downstream: respondent.id }]);
    scene = { ...given, shop };
    reader = organization.auditor;
    const open = (title: string, dealers: Dealer[], subject: 'PRICE' | 'SERVICE' | 'TERRITORY' | 'OTHER') => {
      clock.pass({ ms: 1 });
      return organization.conflictCase(dealers, { title, subject });
    };
    await open('C1', [claimant, respondent], 'PRICE');
    await open('C2', [claimant, shop], 'PRICE').reach('DISMISSED');
    await open('C3', [claimant, stranger], 'SERVICE').reach('CONSULTATION');
    await open('C4', [stranger, shop], 'TERRITORY').reach('CLOSED');
    await open('C5', [respondent, claimant], 'OTHER').reach('ARBITRATION');
    clock.pass({ hours: 25 });
    await open('C6', [respondent, stranger], 'PRICE');
    filters.push(
      ['C5 C1', { structure: ['VERTICAL'] }],
      ['C4 C2', { structure: ['MULTI_CHANNEL'] }],
      ['C6 C3', { structure: ['HORIZONTAL', 'HORIZONTAL'] }],
      ['C6 C2 C1', { subject: ['PRICE'] }],
      ['C5 C4 C3', { subject: ['OTHER', 'TERRITORY', 'SERVICE', 'INVENTORY'] }],
      ['C6 C1', { status: ['REPORTED'] }],
      ['C5 C3', { status: ['CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'] }],
      ['C4 C2', { status: ['CLOSED', 'DISMISSED'] }],
      ['C5 C3 C2 C1', { dealer: claimant.id }],
      ['C6 C4 C3', { dealer: stranger.id }],
      ['C1', { overdue: true }],
      ['C6 C5 C4 C3 C2', { overdue: false }],
    );
  });

  test('by one criterion are those that have any of its values, the newest first', async () => {
    for (const [found, filter] of filters) expect(await titles(reader, filter), JSON.stringify(filter)).toBe(found);
  });

  test('by two criteria are those that meet both', async () => {
    for (const [at, [found, filter]] of filters.entries()) {
      for (const [otherFound, other] of filters.slice(at + 1)) {
        if (Object.keys(filter).some((key) => key in other)) continue;
        const both = found.split(' ').filter((title) => otherFound.split(' ').includes(title));
        const asked = { ...filter, ...other };
        expect(await titles(reader, asked), JSON.stringify(asked)).toBe(both.join(' '));
      }
    }
  });

  test('by all criteria are those that meet all', async () => {
    const all: ConflictCaseFilter = {
      ...{ structure: ['VERTICAL'], subject: ['PRICE', 'OTHER'], status: ['REPORTED', 'ARBITRATION'] },
      ...{ dealer: scene.respondent.id, overdue: true },
    };
    expect(await titles(reader, all)).toBe('C1');
  });

  test('by null are all, by an empty list none', async () => {
    const every = 'C6 C5 C4 C3 C2 C1';
    for (const name of ['structure', 'subject', 'status', 'dealer', 'overdue']) {
      expect(await titles(reader, { [name]: null })).toBe(every);
    }
    for (const name of ['structure', 'subject', 'status']) expect(await titles(reader, { [name]: [] })).toBe('');
    expect([await titles(reader, {}), await titles(reader, null)]).toEqual([every, every]);
  });

  test('by what is not known are refused', async () => {
    const foreign = await sceneOf(api);
    const read = (filter: ConflictCaseFilter) => reader.run(ListConflictCases, { filter });
    for (const dealer of noIdsOf('Dealer', foreign.claimant.id)) {
      expectQueryRefusal(await read({ dealer }), 'NOT_FOUND filter dealer');
    }
    expectError(await read({ status: ['PENDING' as never] }), 'BAD_USER_INPUT');
    expectError(await read({ status: Array.from({ length: 251 }, () => 'CLOSED' as const) }), 'LIMIT_LIST_INPUT');
    expect(await titles(reader, { status: Array.from({ length: 250 }, () => 'CLOSED' as const) })).toBe('C4');
  });

  test('are for everyone of the brand the same, for a DEALER those that it is a party to', async () => {
    const { organization, claimant, shop } = scene;
    for (const caller of [organization.admin, organization.manager, organization.assessor]) {
      expect(await titles(caller, {})).toBe('C6 C5 C4 C3 C2 C1');
    }
    expect(await titles(claimant.client, {})).toBe('C5 C3 C2 C1');
    expect(await titles(shop.client, {})).toBe('C4 C2');
    expect(await titles(shop.client, { overdue: false, status: ['CLOSED', 'REPORTED'] })).toBe('C4');
    expect(await titles(claimant.client, { overdue: true })).toBe('C1');
    const { client } = await organization.dealer();
    expect(await titles(client, {})).toBe('');
  });

  test('by another dealer are for a DEALER those with it, where it meets it; any other is not there', async () => {
    const { claimant, respondent, shop, stranger } = scene;
    const read = (dealer: string) => shop.client.run(ListConflictCases, { filter: { dealer } });
    expect(await titles(shop.client, { dealer: stranger.id })).toBe('C4');
    expect(await titles(shop.client, { dealer: claimant.id })).toBe('C2');
    expect(await titles(shop.client, { dealer: shop.id })).toBe('C4 C2');
    const [hidden, unknown] = [await read(respondent.id), await read(noIdsOf('Dealer', '')[1] ?? '')];
    expectQueryRefusal(hidden, 'NOT_FOUND filter dealer');
    expect([hidden.body, hidden.statements]).toEqual([unknown.body, unknown.statements]);
  });

  test('of a dealer are those that it is a party to, by status where asked', async () => {
    const { organization, claimant, shop } = scene;
    const ofDealer = async (client: Client, id: string, page = '') => {
      const document = `query($id: ID!) { dealer(id: $id) { conflictCases${page} { totalCount nodes { title } } } }`;
      const { dealer } = expectData(await client.send(document, { id })) as { dealer: { conflictCases: List } };
      const { totalCount, nodes } = dealer.conflictCases;
      return `${totalCount}: ${nodes.map(({ title }) => title).join(' ')}`;
    };
    type List = { totalCount: number; nodes: { title: string }[] };
    expect(await ofDealer(organization.auditor, claimant.id)).toBe('4: C5 C3 C2 C1');
    expect(await ofDealer(organization.auditor, claimant.id, '(status: [REPORTED, CLOSED, DISMISSED])')).toBe(
      '2: C2 C1',
    );
    expect(await ofDealer(organization.auditor, claimant.id, '(status: [])')).toBe('0: ');
    expect(await ofDealer(organization.auditor, claimant.id, '(status: null, last: 1)')).toBe('4: C1');
    expect(await ofDealer(shop.client, shop.id)).toBe('2: C4 C2');
    expect(await ofDealer(shop.client, shop.id, '(status: CLOSED)')).toBe('1: C4');
    const many = Array.from({ length: 251 }, () => 'CLOSED').join(', ');
    const tooMany = `query($id: ID!) { dealer(id: $id) { conflictCases(status: [${many}]) { totalCount } } }`;
    expectError(await organization.auditor.send(tooMany, { id: claimant.id }), 'LIMIT_LIST_INPUT');
  });
});

describe('conflictCases, by pages', () => {
  const size = 27;
  let scene: Scene;
  let ids: string[];

  /** Opened at one moment, all of them, but for the first and the last. */
  beforeAll(async () => {
    scene = await sceneOf(api);
    const { organization, claimant, respondent } = scene;
    const open = async () => (await organization.conflictCase([claimant, respondent])).id;
    ids = [await open()];
    clock.pass({ ms: 1 });
    for (let at = 0; at < size - 2; at += 1) ids.push(await open());
    clock.pass({ ms: 1 });
    ids.push(await open());
  });

  test.each([
    ['all', (reader: Scene) => reading(reader.organization.auditor, 'conflictCases(PAGE) ROWS')],
    ['its own, for a DEALER', (reader: Scene) => reading(reader.claimant.client, 'conflictCases(PAGE) ROWS')],
    [
      'those of a dealer',
      ({ organization, respondent }: Scene) =>
        reading(organization.auditor, `dealer(id: "${respondent.id}") { conflictCases(PAGE) ROWS }`),
    ],
    [
      'those that meet every criterion',
      ({ organization, respondent }: Scene) =>
        reading(
          organization.auditor,
          `conflictCases(filter: { dealer: "${respondent.id}", status: REPORTED, subject: PRICE, overdue: false }, PAGE) ROWS`,
        ),
    ],
  ])('give each once, the newest first, forwards and backwards: %s', async (_, readerOf) => {
    const read = readerOf(scene);
    const whole = (await read({ first: 100 })).nodes.map(({ id }) => id);
    expect([whole[0], whole.at(-1)]).toEqual([ids.at(-1), ids[0]]);
    expect([...whole].sort()).toEqual([...ids].sort());
    for (const step of [4, 26, 27, 28]) {
      expect(await walk(read, step, false, size)).toEqual(whole);
      expect(await walk(read, step, true, size)).toEqual(whole);
    }
    const { edges } = await read({});
    expect(edges).toHaveLength(25);
    const [after = '', before = ''] = [edges[4]?.cursor, edges[9]?.cursor];
    expect((await read({ after, before, last: 2 })).nodes.map(({ id }) => id)).toEqual(whole.slice(7, 9));
  });

  test('take no cursor of another list, and no size out of 1 to 100', async () => {
    const { organization, claimant } = scene;
    const [cursor] = (await reading(organization.auditor, 'dealers(PAGE) ROWS')({ first: 1 })).edges.map(
      (edge) => edge.cursor,
    );
    const ofDealer = (page: string) => `{ dealer(id: "${claimant.id}") { conflictCases(${page}) { totalCount } } }`;
    const ofAll = (page: string) => `{ conflictCases(${page}) { nodes { id } } }`;
    for (const [argument, text] of [
      ['after', cursor],
      ['before', cursor],
      ['after', ''],
      ['before', 'x'],
    ] as const) {
      expectQueryRefusal(
        await organization.auditor.send(ofAll(`${argument}: ${JSON.stringify(text)}`)),
        `CURSOR_INVALID ${argument}`,
      );
    }
    for (const sizes of ['first: 0', 'first: 101', 'last: -1', 'last: 101', 'first: null', 'first: 1, last: 1']) {
      for (const document of [ofAll(sizes), ofDealer(sizes)]) {
        expectError(await organization.auditor.send(document), 'LIMIT_PAGE_SIZE');
      }
    }
  });

  test('give every case that stays once, whatever is opened and whatever moves between two pages', async () => {
    const given = await sceneOf(api);
    const { organization, claimant, respondent } = given;
    const open = () => organization.conflictCase([claimant, respondent]);
    for (let at = 0; at < 6; at += 1) await open();
    const read = reading(organization.auditor, 'conflictCases(filter: { status: [REPORTED] }, PAGE) ROWS');
    const order = (await read({ first: 100 })).nodes.map(({ id }) => id);
    const first = await read({ first: 2 });
    const move = async (id: string | undefined, to: 'TRIAGED' | 'DISMISSED') =>
      expectPayload(
        await organization.manager.run(AdvanceConflictCase, { input: { id: id ?? '', expectedVersion: 1, to } }),
      );
    await move(order[1], 'TRIAGED');
    await move(order[3], 'DISMISSED');
    clock.pass({ ms: 1 });
    const { id: newest } = await open();
    const second = await read({ first: 2, after: first.pageInfo.endCursor });
    expect(second.nodes.map(({ id }) => id)).toEqual([order[2], order[4]]);
    const back = await read({ last: 5, before: second.pageInfo.startCursor });
    expect(back.nodes.map(({ id }) => id)).toEqual([newest, order[0]]);
  });
});
