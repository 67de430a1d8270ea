import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { ReadDealer, UnlinkDealers } from './documents.ts';
import { equalDealers, inBulk } from './in-bulk.ts';
import { expectRefusal, noIdsOf, refusedOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

async function linkedDealers() {
  const organization = await api.seed.organization();
  const [upstream = '', downstream = ''] = await equalDealers(organization.manager, 2);
  await inBulk(organization.manager, 'linkDealers', [{ upstream, downstream }]);
  const read = async () => expectData(await organization.auditor.run(ReadDealer, { id: downstream })).dealer;
  const unlink = (id: string) => organization.manager.run(UnlinkDealers, { input: { downstream: id } });
  return { organization, upstream, downstream, read, unlink };
}

describe('unlinkDealers', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, upstream, downstream, read } = await linkedDealers();
    const { client } = await organization.dealer({ code: 'X' });
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(UnlinkDealers, { input: { downstream } }), 'FORBIDDEN');
    }
    expect(await read()).toMatchObject({ upstream: { id: upstream }, version: 2 });
  });

  test('takes the upstream away', async () => {
    const { downstream, read, unlink } = await linkedDealers();
    const { dealer } = expectPayload(await unlink(downstream));
    expect(dealer).toMatchObject({ id: downstream, upstream: null, version: 3 });
    expect(await read()).toEqual(dealer);
  });

  test('refuses where there is none to take', async () => {
    const { upstream, downstream, read, unlink } = await linkedDealers();
    const result = await unlink(upstream);
    expectRefusal(result, 'InvalidStateError', 'NETWORK_NOT_LINKED downstream');
    expect(expectUserError(result, 'NETWORK_NOT_LINKED')).toMatchObject({ state: 'UNLINKED' });
    expectPayload(await unlink(downstream));
    expectRefusal(await unlink(downstream), 'InvalidStateError', 'NETWORK_NOT_LINKED downstream');
    expect(await read()).toMatchObject({ upstream: null, version: 3 });
  });

  test('happens once where several ask at the same moment', async () => {
    const { downstream, read, unlink } = await linkedDealers();
    const results = await Promise.all([1, 2, 3, 4].map(() => unlink(downstream)));
    const refused = refusedOf(results);
    expect(refused).toHaveLength(3);
    expect(await read()).toMatchObject({ upstream: null, version: 3 });
  });

  test('finds no dealer but those of its organization', async () => {
    const { unlink } = await linkedDealers();
    const other = await linkedDealers();
    for (const id of noIdsOf('Dealer', other.downstream)) {
      expectRefusal(await unlink(id), 'NotFoundError', 'NOT_FOUND downstream');
    }
    expect(await other.read()).toMatchObject({ upstream: { id: other.upstream }, version: 2 });
  });

  test('asks the database no more than it must', async () => {
    const { organization, downstream } = await linkedDealers();
    const { statements } = await organization.manager.send(
      'mutation($input: UnlinkDealersInput!) { unlinkDealers(input: $input) { __typename } }',
      { input: { downstream } },
    );
    // The key; the dealer; the change and its audit entry.
    expect(statements).toHaveLength(4);
  });
});
