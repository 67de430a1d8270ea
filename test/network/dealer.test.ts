import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { ReadDealer } from './documents.ts';
import { inBulk } from './in-bulk.ts';
import { noIdsOf } from './refusals.ts';

const MeetUpstream = graphql(`
  query MeetUpstream($id: ID!) {
    dealer(id: $id) {
      upstream {
        ...DealerState
        secondTier { totalCount nodes { code } }
        outlets { totalCount nodes { code } }
      }
      secondTier { nodes { ...DealerState secondTier { totalCount } outlets { totalCount } } }
    }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('dealer', () => {
  test('gives a dealer to every role of its organization', async () => {
    const organization = await api.seed.organization();
    const { id, client } = await organization.dealer();
    const { admin, manager, assessor, auditor } = organization;
    const [first, ...others] = await Promise.all(
      [admin, manager, assessor, auditor, client].map((caller) => caller.run(ReadDealer, { id })),
    );
    expect(expectData(first as NonNullable<typeof first>).dealer).toMatchObject({ id, code: 'D1', version: 1 });
    for (const other of others) expect(other.body).toBe(first?.body);
  });

  test('is null for every id that names none', async () => {
    const organization = await api.seed.organization();
    const foreign = await (await api.seed.organization()).dealer();
    const own = await organization.dealer();
    const outlet = await own.outlet();
    const territory = await organization.territory();
    for (const id of [...noIdsOf('Dealer', foreign.id), outlet.id, territory.id, own.id.toUpperCase(), ` ${own.id}`]) {
      expect(expectData(await organization.admin.run(ReadDealer, { id }))).toEqual({ dealer: null });
      expect(expectData(await own.client.run(ReadDealer, { id }))).toEqual({ dealer: null });
    }
  });

  test('gives a DEALER its own only, whatever it is to the others', async () => {
    const organization = await api.seed.organization();
    const [above, own, below] = [await organization.dealer(), await organization.dealer(), await organization.dealer()];
    await inBulk(organization.manager, 'linkDealers', [
      { upstream: above.id, downstream: own.id },
      { upstream: own.id, downstream: below.id },
    ]);
    const seen = await Promise.all([above, own, below].map(({ id }) => own.client.run(ReadDealer, { id })));
    expect(seen.map((result) => expectData(result).dealer?.code ?? null)).toEqual([null, 'D2', null]);
  });

  test('shows a DEALER the card of those it meets', async () => {
    const organization = await api.seed.organization();
    const territory = await organization.territory();
    const full = { class: 'A' as const, territory: territory.id };
    const above = await organization.dealer({ ...full, roles: ['SUPPLIER'], channel: 'PHONE' });
    const own = await organization.dealer(full);
    const below = await organization.dealer(full);
    for (const dealer of [above, below]) await dealer.outlet();
    await inBulk(organization.manager, 'linkDealers', [
      { upstream: above.id, downstream: own.id },
      { upstream: own.id, downstream: below.id },
    ]);
    const { dealer } = expectData(await own.client.run(MeetUpstream, { id: own.id }));
    const hidden = { class: null, classHistory: [], territory: null, upstream: null };
    expect(dealer?.upstream).toMatchObject({
      code: 'D1',
      roles: ['SUPPLIER'],
      channel: 'PHONE',
      industries: [{ key: 'appliances' }],
      version: 1,
      ...hidden,
      secondTier: { totalCount: 0, nodes: [] },
      outlets: { totalCount: 0, nodes: [] },
    });
    const card = { code: 'D3', ...hidden, secondTier: { totalCount: 0 }, outlets: { totalCount: 0 } };
    expect(dealer?.secondTier.nodes).toMatchObject([card]);

    const { dealer: open } = expectData(await organization.auditor.run(MeetUpstream, { id: own.id }));
    expect(open?.upstream).toMatchObject({
      class: 'A',
      classHistory: [{ class: 'A' }],
      territory: { id: territory.id },
      secondTier: { totalCount: 1, nodes: [{ code: 'D2' }] },
      outlets: { totalCount: 1, nodes: [{ code: 'O1' }] },
    });
  });

  test('asks the database once, and not at all for an id that names no dealer', async () => {
    const organization = await api.seed.organization();
    const { id } = await organization.dealer();
    const statements = async (of: string) =>
      (await organization.auditor.send('query($id: ID!) { dealer(id: $id) { code } }', { id: of })).statements.length;
    // The key comes first.
    expect([await statements(id), await statements('nobody')]).toEqual([2, 1]);
  });
});
