import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { noIdsOf } from './refusals.ts';

const ReadNode = graphql(`
  query ReadNode($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Assessable { code }
      ... on Territory { name }
    }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('node', () => {
  test('finds every object of the network by its id', async () => {
    const organization = await api.seed.organization();
    const dealer = await organization.dealer();
    const outlet = await dealer.outlet();
    const territory = await organization.territory();
    const find = async (id: string) => expectData(await organization.auditor.run(ReadNode, { id })).node;
    expect(await find(dealer.id)).toEqual({ __typename: 'Dealer', id: dealer.id, code: 'D1' });
    expect(await find(outlet.id)).toEqual({ __typename: 'Outlet', id: outlet.id, code: 'O1' });
    expect(await find(territory.id)).toEqual({ __typename: 'Territory', id: territory.id, name: 'Territory T1' });
  });

  test('is null, in the same words, for everything else', async () => {
    const organization = await api.seed.organization();
    const other = await api.seed.organization();
    const foreign = await other.dealer();
    const own = await organization.dealer();
    const foreigners = [foreign.id, (await foreign.outlet()).id, (await other.territory()).id];
    const malformed = ['__proto__', 'constructor', 'toString', 'Query', 'PageInfo'].flatMap((type) =>
      [`${type}:1`, `${type}:0190a0a0-0000-7000-8000-000000000000`].map((text) => btoa(text)),
    );
    const ids = [...foreigners, ...noIdsOf('Dealer', foreign.id), ...malformed, `${own.id}=`, `${own.id}\n`];
    for (const id of ids) {
      const result = await organization.admin.run(ReadNode, { id });
      expect(result.body).toBe('{"data":{"node":null}}');
    }
  });

  test('gives a DEALER no dealer and no outlet but its own', async () => {
    const organization = await api.seed.organization();
    const own = await organization.dealer();
    const next = await organization.dealer();
    const outlets = [await own.outlet(), await next.outlet()];
    const territory = await organization.territory();
    const seen = async (id: string) => expectData(await own.client.run(ReadNode, { id })).node !== null;
    expect([await seen(own.id), await seen(next.id)]).toEqual([true, false]);
    expect(await Promise.all(outlets.map(({ id }) => seen(id)))).toEqual([true, false]);
    expect(await seen(territory.id)).toBe(true);
  });

  test('takes a number for an id that names nothing, and wants one', async () => {
    const { auditor } = await api.seed.organization();
    expect(expectData(await auditor.send('{ node(id: 5) { id } }'))).toEqual({ node: null });
    expectError(await auditor.send('{ node(id: null) { id } }'), 'GRAPHQL_VALIDATION_FAILED');
    expectError(await auditor.send('query($id: ID!) { node(id: $id) { id } }', { id: [] }), 'BAD_USER_INPUT');
  });
});
