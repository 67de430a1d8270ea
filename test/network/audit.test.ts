import { beforeAll, describe, expect, test } from 'vitest';
import { parseGlobalId } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import { expectData } from '../kit/expect.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

/** Every mutation of the network as it succeeds, and as it is refused. */
async function mutations() {
  const organization = await api.seed.organization();
  const [upstream, dealer] = [await organization.dealer(), await organization.dealer()];
  const { id: outlet } = await dealer.outlet({ code: 'O' });
  const reason = 'Review';
  const good = {
    createDealer: {
      code: 'NEW',
      name: '新',
      roles: ['DEALER'],
      status: 'ACTIVE',
      channel: 'PHYSICAL',
      industries: ['fmcg'],
    },
    updateDealer: { id: dealer.id, expectedVersion: 1, territory: null },
    assignDealerClass: { dealer: dealer.id, class: 'B', validFrom: '2026-01-01', reason },
    linkDealers: { upstream: upstream.id, downstream: dealer.id },
    unlinkDealers: { downstream: dealer.id },
    createOutlet: { dealer: dealer.id, code: 'NEW', name: 'New', kind: 'STORE' },
    updateOutlet: { id: outlet, expectedVersion: 1, name: 'Renamed' },
    createTerritory: { code: 'NEW', name: 'New' },
  };
  const bad: typeof good = {
    createDealer: { ...good.createDealer, name: '' },
    updateDealer: { ...good.updateDealer, expectedVersion: 9 },
    assignDealerClass: { ...good.assignDealerClass, reason: '' },
    linkDealers: { upstream: dealer.id, downstream: dealer.id },
    unlinkDealers: { downstream: upstream.id },
    createOutlet: { ...good.createOutlet, code: 'O' },
    updateOutlet: { ...good.updateOutlet, id: dealer.id },
    createTerritory: { code: '', name: '' },
  };
  const send = (name: keyof typeof good, input: object) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const object = name.endsWith('Outlet') ? 'outlet' : name.endsWith('Territory') ? 'territory' : 'dealer';
    const text = `mutation($input: ${type}Input!) { ${name}(input: $input) { ... on ${type}Payload { ${object} { id } } } }`;
    return organization.manager.send(text, { input });
  };
  return { organization, good, bad, send, names: Object.keys(good) as (keyof typeof good)[] };
}

describe('a change of the network', () => {
  test('is written down once, with who made it and what was sent', async () => {
    const { organization, good, send, names } = await mutations();
    for (const name of names) {
      let changed = '';
      const entries = await audited(api.database, organization.id, async () => {
        const [payload] = Object.values(expectData(await send(name, good[name]))) as Record<string, { id: string }>[];
        changed = parseGlobalId(Object.values(payload ?? {})[0]?.id ?? '')?.id ?? '';
      });
      expect(changed).toHaveLength(36);
      expect(entries).toEqual([{ action: name, actor: 'channel_manager 1', objectId: changed, input: good[name] }]);
    }
  });

  test('that is refused is not', async () => {
    const { organization, bad, send, names } = await mutations();
    const entries = await audited(api.database, organization.id, async () => {
      for (const name of names) expect(expectData(await send(name, bad[name]))).toEqual({ [name]: {} });
    });
    expect(entries).toEqual([]);
  });
});
