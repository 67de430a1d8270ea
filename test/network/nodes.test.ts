import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { equalDealers } from './in-bulk.ts';
import { noIdsOf } from './refusals.ts';

const ReadNodes = graphql(`
  query ReadNodes($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('nodes', () => {
  test('come in the order asked, null for each that is not there, twice where asked twice', async () => {
    const organization = await api.seed.organization();
    const foreign = await (await api.seed.organization()).dealer();
    const dealer = await organization.dealer();
    const outlet = await dealer.outlet();
    const territory = await organization.territory();
    const ids = [territory.id, foreign.id, dealer.id, 'nobody', outlet.id, dealer.id];
    const { nodes } = expectData(await organization.auditor.run(ReadNodes, { ids }));
    expect(nodes).toEqual([
      { __typename: 'Territory', id: territory.id },
      null,
      { __typename: 'Dealer', id: dealer.id },
      null,
      { __typename: 'Outlet', id: outlet.id },
      { __typename: 'Dealer', id: dealer.id },
    ]);
  });

  test('are null for ids that name nothing, and none for none', async () => {
    const organization = await api.seed.organization();
    const foreign = await (await api.seed.organization()).dealer();
    const ids = [...noIdsOf('Dealer', foreign.id)];
    expect(expectData(await organization.auditor.run(ReadNodes, { ids })).nodes).toEqual(ids.map(() => null));
    expect(expectData(await organization.auditor.run(ReadNodes, { ids: [] }))).toEqual({ nodes: [] });
  });

  test('of a DEALER are its own', async () => {
    const organization = await api.seed.organization();
    const own = await organization.dealer();
    const next = await organization.dealer();
    const ids = [next.id, own.id, (await next.outlet()).id];
    const { nodes } = expectData(await own.client.run(ReadNodes, { ids }));
    expect(nodes).toEqual([null, { __typename: 'Dealer', id: own.id }, null]);
  });

  test('are a hundred at most', async () => {
    const { auditor } = await api.seed.organization();
    const ids = Array.from({ length: 101 }, () => 'nobody');
    expectError(await auditor.run(ReadNodes, { ids }), 'LIMIT_LIST_INPUT');
    expect(expectData(await auditor.run(ReadNodes, { ids: ids.slice(1) })).nodes).toHaveLength(100);
  });

  test('cost one statement for each type, however many they are', async () => {
    const organization = await api.seed.organization();
    const dealers = await equalDealers(organization.manager, 20);
    const outlets = [];
    const seeded = await organization.dealer({ code: 'X' });
    for (let at = 0; at < 3; at += 1) outlets.push((await seeded.outlet()).id);
    const count = async (ids: string[]) => {
      const result = await organization.auditor.run(ReadNodes, { ids });
      expect(expectData(result).nodes.filter(Boolean)).toHaveLength(ids.length);
      return result.statements.length;
    };
    // The key comes first.
    expect(await count(dealers.slice(0, 1))).toBe(2);
    expect(await count(dealers)).toBe(2);
    expect(await count([...dealers, ...outlets])).toBe(3);
  });
});
