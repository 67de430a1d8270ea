import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { equalDealers, inBulk } from '../network/in-bulk.ts';
import { reading, walk } from './pages.ts';

const size = 27;
let api: TestApi;
beforeAll(async () => {
  const instant = new Date('2026-11-22T15:04:05.123Z');
  api = await createTestApi({ now: () => instant });
});

const fields = ['CODE', 'NAME', 'CREATED_AT', 'SCORE'];
const orders = fields.flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));
const equal = 'filter: { industry: ["appliances"] }';
const equalBy = (field: string, direction: string) =>
  `dealers(${equal}, orderBy: { field: ${field}, direction: ${direction} }, PAGE) ROWS`;

describe('a list whose rows are equal in what they are ordered by', () => {
  let reader: Client;
  let hub: string;
  let dealers: string[];
  let outlets: string[];

  beforeAll(async () => {
    const { manager, auditor } = await api.seed.organization();
    [hub = ''] = await inBulk(manager, 'createDealer', [{ code: 'HUB', name: 'Hub', industries: ['lottery'] }]);
    dealers = await equalDealers(manager, size);
    await inBulk(
      manager,
      'linkDealers',
      dealers.map((downstream) => ({ upstream: hub, downstream })),
    );
    const outlet = { name: 'Outlet', kind: 'STORE' as const };
    outlets = await inBulk(manager, 'createOutlet', [
      ...dealers.map((dealer) => ({ ...outlet, dealer, code: 'SAME' })),
      { ...outlet, dealer: hub, code: 'A' },
      { ...outlet, dealer: hub, code: 'B' },
    ]);
    reader = auditor;
  });

  test.each(orders)('gives each once by $field $direction, forwards and backwards', async ({ field, direction }) => {
    const read = reading(reader, equalBy(field, direction));
    const whole = (await read({ first: 100 })).nodes.map(({ id }) => id);
    expect([...whole].sort()).toEqual([...dealers].sort());
    expect(await walk(read, 10, false, size)).toEqual(whole);
    expect(await walk(read, 10, true, size)).toEqual(whole);
  });

  test.each([4, 26, 27, 28])('gives each once in pages of %i', async (step) => {
    const read = reading(reader, equalBy('NAME', 'ASC'));
    const whole = (await read({ first: 100 })).nodes.map(({ id }) => id);
    expect(await walk(read, step, false, size)).toEqual(whole);
    expect(await walk(read, step, true, size)).toEqual(whole);
  });

  test('stands the other way round in the other direction', async () => {
    for (const field of fields) {
      const ids = async (direction: string) =>
        (await reading(reader, equalBy(field, direction))({ first: 100 })).nodes.map(({ id }) => id);
      expect(await ids('DESC')).toEqual((await ids('ASC')).reverse());
    }
  });

  test('is read by pages where it hangs on a dealer, too', async () => {
    const secondTier = reading(reader, `dealer(id: "${hub}") { secondTier(PAGE) ROWS }`);
    expect(await walk(secondTier, 10, false, size)).toEqual(dealers);
    expect(await walk(secondTier, 10, true, size)).toEqual(dealers);
    const own = reading(reader, `dealer(id: "${hub}") { outlets(PAGE) ROWS }`);
    expect(await walk(own, 1, false, 2)).toEqual(outlets.slice(-2));
  });

  test('is read by pages where every code is the same', async () => {
    const read = reading(reader, `outlets(${equal}, PAGE) ROWS`);
    const whole = (await read({ first: 100 })).nodes.map(({ id }) => id);
    expect([...whole].sort()).toEqual(outlets.slice(0, size).sort());
    for (const backwards of [false, true]) expect(await walk(read, 7, backwards, size)).toEqual(whole);
  });

  test('gives 25 where no size is asked, and what lies between two cursors', async () => {
    const read = reading(reader, `dealers(${equal}, PAGE) ROWS`);
    const { edges, pageInfo } = await read({});
    expect(edges.map(({ node }) => node.id)).toEqual(dealers.slice(0, 25));
    expect([pageInfo.hasNextPage, pageInfo.hasPreviousPage]).toEqual([true, false]);
    const [after = '', before = ''] = [edges[4]?.cursor, edges[9]?.cursor];
    expect((await read({ after, before })).nodes.map(({ id }) => id)).toEqual(dealers.slice(5, 9));
    expect((await read({ after, before, first: 2 })).nodes.map(({ id }) => id)).toEqual(dealers.slice(5, 7));
    expect((await read({ after, before, last: 2 })).nodes.map(({ id }) => id)).toEqual(dealers.slice(7, 9));
    expect((await read({ after: before, before: after })).nodes).toEqual([]);
  });

  test('ends in an empty page', async () => {
    const read = reading(reader, `dealers(${equal}, PAGE) ROWS`);
    const { pageInfo } = await read({ last: 1 });
    const beyond = await read({ after: pageInfo.endCursor, first: 5 });
    expect(beyond).toMatchObject({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
    });
    const nothing = await reading(reader, 'dealers(filter: { industry: [] }, PAGE) ROWS')({});
    expect(nothing.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test('takes null for a cursor as none', async () => {
    const read = reading(reader, `dealers(${equal}, PAGE) ROWS`);
    expect(await read({ first: 3, after: null, before: null })).toEqual(await read({ first: 3 }));
  });

  test('is read by pages of 1 to 100, from one end', async () => {
    for (const sizes of [
      'first: 0',
      'first: 101',
      'first: -1',
      'last: 0',
      'last: 101',
      'first: null',
      'first: 1, last: 1',
    ]) {
      for (const list of ['dealers', 'outlets']) {
        expectError(await reader.send(`{ ${list}(${sizes}) { totalCount } }`), 'LIMIT_PAGE_SIZE');
      }
      const nested = `query($id: ID!) { dealer(id: $id) { secondTier(${sizes}) { totalCount } } }`;
      expectError(await reader.send(nested, { id: hub }), 'LIMIT_PAGE_SIZE');
    }
  });
});

describe('a list that changes between two pages', () => {
  test('gives every row that stays once, whatever comes and goes', async () => {
    const { manager, auditor } = await api.seed.organization();
    const ids = await equalDealers(manager, 12);
    const read = reading(
      auditor,
      'dealers(filter: { status: [ACTIVE] }, orderBy: { field: NAME, direction: ASC }, PAGE) ROWS',
    );
    const rename = 'mutation($input: UpdateDealerInput!) { updateDealer(input: $input) { __typename } }';
    const update = async (id: string | undefined, given: object) =>
      expect(expectData(await manager.send(rename, { input: { id, expectedVersion: 1, ...given } }))).toEqual({
        updateDealer: { __typename: 'UpdateDealerPayload' },
      });
    const first = await read({ first: 4 });
    const order = (await read({ first: 100 })).nodes.map(({ id }) => id);
    expect([...order].sort()).toEqual([...ids].sort());

    await update(order[1], { status: 'EXITED' });
    await update(order[3], { status: 'EXITED' });
    await update(order[5], { status: 'EXITED' });
    const [early = '', late = ''] = await inBulk(manager, 'createDealer', [
      { code: 'EARLY', name: 'A', industries: ['fmcg'] },
      { code: 'LATE', name: 'Z', industries: ['fmcg'] },
    ]);

    const second = await read({ first: 4, after: first.pageInfo.endCursor });
    expect(second.nodes.map(({ id }) => id)).toEqual([order[4], order[6], order[7], order[8]]);
    const third = await read({ first: 4, after: second.pageInfo.endCursor });
    expect(third.nodes.map(({ id }) => id)).toEqual([order[9], order[10], order[11], late]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    const back = await read({ last: 4, before: second.pageInfo.startCursor });
    expect(back.nodes.map(({ id }) => id)).toEqual([early, order[0], order[2]]);
    expect(back.pageInfo.hasPreviousPage).toBe(false);
  });
});
