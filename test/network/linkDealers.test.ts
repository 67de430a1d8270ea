import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import { LinkDealers, ReadDealer } from './documents.ts';
import { equalDealers } from './in-bulk.ts';
import { expectRefusal, noIdsOf, refusedOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

async function dealers(count: number) {
  const organization = await api.seed.organization();
  const ids = await equalDealers(organization.manager, count);
  const link = (upstream: string | undefined, downstream: string | undefined) => {
    const input = { upstream: upstream ?? '', downstream: downstream ?? '' };
    return organization.manager.run(LinkDealers, { input });
  };
  const upstreamOf = async (id = '') =>
    expectData(await organization.auditor.run(ReadDealer, { id })).dealer?.upstream?.id ?? null;
  return { organization, ids, link, upstreamOf };
}

describe('linkDealers', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, ids, upstreamOf } = await dealers(2);
    const { client } = await organization.dealer({ code: 'X' });
    const input = { upstream: ids[0] ?? '', downstream: ids[1] ?? '' };
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(LinkDealers, { input }), 'FORBIDDEN');
    }
    expect(await upstreamOf(ids[1])).toBeNull();
  });

  test('makes one dealer the upstream of another, which it gives back', async () => {
    const { organization, ids, link } = await dealers(2);
    const { dealer } = expectPayload(await link(ids[0], ids[1]));
    expect(dealer).toMatchObject({ id: ids[1], code: 'D02', upstream: { id: ids[0] }, version: 2 });
    const seen = await organization.auditor.send(
      'query($id: ID!) { dealer(id: $id) { version upstream { id } secondTier { totalCount nodes { code } } } }',
      { id: ids[0] },
    );
    expect(expectData(seen).dealer).toEqual({
      version: 1,
      upstream: null,
      secondTier: { totalCount: 1, nodes: [{ code: 'D02' }] },
    });
  });

  test('takes the place of the upstream that was there', async () => {
    const { ids, link, upstreamOf } = await dealers(3);
    expectPayload(await link(ids[0], ids[2]));
    expect(expectPayload(await link(ids[1], ids[2])).dealer).toMatchObject({ upstream: { id: ids[1] }, version: 3 });
    expect(await upstreamOf(ids[2])).toBe(ids[1]);
    expectPayload(await link(ids[2], ids[0]));
    expect(await upstreamOf(ids[0])).toBe(ids[2]);
  });

  test('refuses a dealer its own upstream', async () => {
    const { ids, link, upstreamOf } = await dealers(1);
    expectRefusal(await link(ids[0], ids[0]), 'ValidationError', 'NETWORK_LINK_TO_SELF upstream');
    expect(await upstreamOf(ids[0])).toBeNull();
  });

  test('refuses to close a circle, however long', async () => {
    const { organization, ids, link, upstreamOf } = await dealers(5);
    for (const at of [1, 2, 3, 4]) {
      expectPayload(await link(ids[at - 1], ids[at]));
      expectRefusal(await link(ids[at], ids[0]), 'ValidationError', 'NETWORK_LINK_CYCLE upstream');
    }
    expectRefusal(await link(ids[4], ids[2]), 'ValidationError', 'NETWORK_LINK_CYCLE upstream');
    expect(await upstreamOf(ids[0])).toBeNull();
    const read = expectData(await organization.auditor.run(ReadDealer, { id: ids[0] ?? '' }));
    expect(read.dealer?.version).toBe(1);
    expect(expectPayload(await link(ids[0], ids[4])).dealer.upstream).toEqual({ id: ids[0] });
  });

  test('closes no circle by two links at the same moment', async () => {
    const { ids, link, upstreamOf } = await dealers(2);
    const results = await Promise.all([link(ids[0], ids[1]), link(ids[1], ids[0])]);
    const refused = refusedOf(results);
    expect(refused).toHaveLength(1);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'NETWORK_LINK_CYCLE upstream');
    const upstreams = [await upstreamOf(ids[0]), await upstreamOf(ids[1])];
    expect(upstreams.filter((id) => id === null)).toHaveLength(1);
  });

  test('closes no circle by links all around at the same moment', async () => {
    const { ids, link, upstreamOf } = await dealers(4);
    const results = await Promise.all(ids.map((id, at) => link(id, ids[(at + 1) % ids.length])));
    const refused = refusedOf(results);
    expect(refused).toHaveLength(1);
    const upstreams = await Promise.all(ids.map((id) => upstreamOf(id)));
    expect(upstreams.filter((id) => id === null)).toHaveLength(1);
  });

  test('finds no dealer but those of its organization, and tells of both', async () => {
    const { organization, ids, link, upstreamOf } = await dealers(1);
    const [foreign = ''] = (await dealers(1)).ids;
    for (const id of [...noIdsOf('Dealer', foreign), (await organization.territory()).id]) {
      expectRefusal(await link(id, ids[0]), 'NotFoundError', 'NOT_FOUND upstream');
      expectRefusal(await link(ids[0], id), 'NotFoundError', 'NOT_FOUND downstream');
    }
    const both = await link('nobody', 'nobody');
    expectRefusal(both, 'ValidationError', 'NOT_FOUND upstream', 'NOT_FOUND downstream');
    expect(await upstreamOf(ids[0])).toBeNull();
  });

  test('asks the database no more than it must', async () => {
    const { organization, ids } = await dealers(2);
    const { statements } = await organization.manager.send(
      'mutation($input: LinkDealersInput!) { linkDealers(input: $input) { __typename } }',
      { input: { upstream: ids[0], downstream: ids[1] } },
    );
    // The key; the turn, both dealers, the one to change, those above; the change and its audit entry.
    expect(statements).toHaveLength(7);
  });
});
