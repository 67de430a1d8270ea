import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { ReadOutlet } from './documents.ts';
import { noIdsOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('outlet', () => {
  test('gives an outlet to every role of its organization', async () => {
    const organization = await api.seed.organization();
    const dealer = await organization.dealer();
    const { id } = await dealer.outlet();
    const { admin, manager, assessor, auditor } = organization;
    for (const caller of [admin, manager, assessor, auditor, dealer.client]) {
      const { outlet } = expectData(await caller.run(ReadOutlet, { id }));
      expect(outlet).toMatchObject({ id, code: 'O1', dealer: { id: dealer.id }, version: 1 });
    }
  });

  test('is null for every id that names none', async () => {
    const organization = await api.seed.organization();
    const foreign = await (await (await api.seed.organization()).dealer()).outlet();
    const dealer = await organization.dealer();
    const territory = await organization.territory();
    for (const id of [...noIdsOf('Outlet', foreign.id), dealer.id, territory.id]) {
      expect(expectData(await organization.admin.run(ReadOutlet, { id }))).toEqual({ outlet: null });
      expect(expectData(await dealer.client.run(ReadOutlet, { id }))).toEqual({ outlet: null });
    }
  });

  test('gives a DEALER those of its own dealer only', async () => {
    const organization = await api.seed.organization();
    const own = await organization.dealer();
    const { id } = await (await organization.dealer()).outlet();
    expect(expectData(await own.client.run(ReadOutlet, { id }))).toEqual({ outlet: null });
  });

  test('asks the database once, and not at all for an id that names no outlet', async () => {
    const organization = await api.seed.organization();
    const { id } = await (await organization.dealer()).outlet();
    const statements = async (of: string) =>
      (await organization.auditor.send('query($id: ID!) { outlet(id: $id) { code } }', { id: of })).statements.length;
    // The key comes first.
    expect([await statements(id), await statements('nobody')]).toEqual([2, 1]);
  });
});
