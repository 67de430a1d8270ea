import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import type { Organization } from '../kit/seed/organization.ts';
import { inBulk } from '../network/in-bulk.ts';

const ReadStructure = graphql(`
  query ReadStructure($id: ID!) {
    conflictCase(id: $id) {
      structure
      english: structureReason(locale: EN)
      chinese: structureReason(locale: ZH_HANS)
    }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

/** A brand with dealers by name, each linked to the upstream that stands before it: `北仓 > 店`. */
async function network(...given: readonly { readonly name: string; readonly channel?: Dealers['channel'] }[]) {
  const organization = await api.seed.organization();
  const dealers: Record<string, Dealer> = {};
  for (const { name, channel = 'PHYSICAL' } of given) dealers[name] = await organization.dealer({ name, channel });
  const of = (name: string): Dealer => {
    const dealer = dealers[name];
    if (!dealer) throw new Error(`There is no ${name}.`);
    return dealer;
  };
  const link = (...chain: readonly string[]) =>
    inBulk(
      organization.manager,
      'linkDealers',
      chain.slice(1).map((name, at) => ({ upstream: of(chain[at] ?? '').id, downstream: of(name).id })),
    );
  const open = async (...names: readonly string[]) => (await organization.conflictCase(names.map(of))).id;
  return { organization, of, link, open };
}
type Dealers = { channel: 'PHYSICAL' | 'ECOMMERCE' | 'PHONE' | 'SOCIAL' };

async function read({ auditor }: Organization, id: string) {
  const { conflictCase } = expectData(await auditor.run(ReadStructure, { id }));
  if (!conflictCase) throw new Error('There is no such case.');
  expect(conflictCase.chinese).toMatch(/\p{Script=Han}/u);
  expect(conflictCase.english).not.toBe(conflictCase.chinese);
  return conflictCase;
}

const alike = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => ({ name }));

describe('a case is VERTICAL', () => {
  test('between a dealer and its second tier, whichever brings it', async () => {
    const { organization, of, link, open } = await network(...alike);
    await link('Alpha', 'Beta');
    for (const names of [
      ['Alpha', 'Beta'],
      ['Beta', 'Alpha'],
    ] as const) {
      const { structure, english, chinese } = await read(organization, await open(...names));
      expect(structure).toBe('VERTICAL');
      for (const reason of [english, chinese]) {
        const places = ['Alpha', 'Beta'].map((name) => reason.indexOf(name));
        expect(places.every((place) => place >= 0)).toBe(true);
        for (const name of ['Alpha', 'Beta']) expect(reason).toContain(of(name).code);
        // The upstream is named first, however the parties stand in the case.
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }
    }
  });

  test('between dealers two and three levels apart', async () => {
    const { organization, link, open } = await network(...alike);
    await link('Alpha', 'Beta', 'Gamma', 'Delta');
    for (const names of [
      ['Alpha', 'Gamma'],
      ['Delta', 'Alpha'],
    ] as const) {
      const { structure, english } = await read(organization, await open(...names));
      expect(structure).toBe('VERTICAL');
      for (const name of names) expect(english).toContain(name);
    }
  });

  test('where any one of its parties stands upstream of any other, though all others are alike', async () => {
    const { organization, link, open } = await network(...alike);
    await link('Delta', 'Gamma');
    const { structure, english } = await read(organization, await open('Alpha', 'Beta', 'Gamma', 'Delta'));
    expect(structure).toBe('VERTICAL');
    expect(english).toMatch(/Delta.*Gamma/);
    expect(english).not.toMatch(/Alpha|Beta/);
  });

  test('rather than MULTI_CHANNEL', async () => {
    const { organization, link, open } = await network(
      { name: 'Store' },
      { name: 'Shop', channel: 'ECOMMERCE' },
      { name: 'Calls', channel: 'PHONE' },
    );
    await link('Shop', 'Store');
    expect((await read(organization, await open('Store', 'Shop', 'Calls'))).structure).toBe('VERTICAL');
    expect((await read(organization, await open('Store', 'Calls'))).structure).toBe('MULTI_CHANNEL');
  });
});

describe('a case is MULTI_CHANNEL', () => {
  test.each(['ECOMMERCE', 'PHONE', 'SOCIAL'] as const)('between a store and a dealer by %s', async (channel) => {
    const { organization, open } = await network({ name: 'Store' }, { name: 'Other', channel });
    const there = await read(organization, await open('Store', 'Other'));
    const back = await read(organization, await open('Other', 'Store'));
    expect([there.structure, back.structure]).toEqual(['MULTI_CHANNEL', 'MULTI_CHANNEL']);
  });

  test('where one of many sells through another channel', async () => {
    const { organization, open } = await network(...alike, { name: 'Shop', channel: 'ECOMMERCE' });
    const { structure } = await read(organization, await open('Alpha', 'Beta', 'Gamma', 'Shop'));
    expect(structure).toBe('MULTI_CHANNEL');
  });

  test('between two of one upstream that stands outside the case', async () => {
    const { organization, link, open } = await network(...alike, { name: 'Shop', channel: 'ECOMMERCE' });
    await link('Alpha', 'Beta');
    await link('Alpha', 'Shop');
    expect((await read(organization, await open('Beta', 'Shop'))).structure).toBe('MULTI_CHANNEL');
  });
});

describe('a case is HORIZONTAL', () => {
  test.each(['PHYSICAL', 'ECOMMERCE'] as const)('between dealers that all sell by %s', async (channel) => {
    const { organization, open } = await network(...alike.map((dealer) => ({ ...dealer, channel })));
    expect((await read(organization, await open('Alpha', 'Beta'))).structure).toBe('HORIZONTAL');
    expect((await read(organization, await open('Alpha', 'Beta', 'Gamma', 'Delta'))).structure).toBe('HORIZONTAL');
  });

  test('between two second tiers of one upstream, and between the second tiers of two', async () => {
    const { organization, link, open } = await network(...alike);
    await link('Alpha', 'Gamma');
    await link('Beta', 'Delta');
    expect((await read(organization, await open('Gamma', 'Delta'))).structure).toBe('HORIZONTAL');
    await link('Alpha', 'Delta');
    expect((await read(organization, await open('Gamma', 'Delta'))).structure).toBe('HORIZONTAL');
  });
});

describe('what a case’s structure was on opening, it stays', () => {
  const update = 'mutation($input: UpdateDealerInput!) { updateDealer(input: $input) { __typename } }';
  const unlink = 'mutation($input: UnlinkDealersInput!) { unlinkDealers(input: $input) { __typename } }';

  test('whatever becomes of links, channels and names', async () => {
    const { organization, of, link, open } = await network(...alike, { name: 'Shop', channel: 'ECOMMERCE' });
    await link('Alpha', 'Beta');
    const pairs = [
      ['Alpha', 'Beta'],
      ['Gamma', 'Shop'],
      ['Gamma', 'Delta'],
    ] as const;
    const ids: string[] = [];
    for (const names of pairs) ids.push(await open(...names));
    const before = await Promise.all(ids.map((id) => read(organization, id)));
    expect(before.map(({ structure }) => structure)).toEqual(['VERTICAL', 'MULTI_CHANNEL', 'HORIZONTAL']);

    const change = async (document: string, input: object) =>
      expect(Object.values(expectData(await organization.manager.send(document, { input })))).toEqual([
        { __typename: expect.stringMatching(/Payload$/) },
      ]);
    await change(unlink, { downstream: of('Beta').id });
    await change(update, { id: of('Alpha').id, expectedVersion: 1, name: 'Renamed', channel: 'SOCIAL' });
    await change(update, { id: of('Shop').id, expectedVersion: 1, channel: 'PHYSICAL' });
    await link('Delta', 'Gamma');
    expect(await Promise.all(ids.map((id) => read(organization, id)))).toEqual(before);

    const after: string[] = [];
    for (const names of pairs) after.push((await read(organization, await open(...names))).structure);
    expect(after).toEqual(['MULTI_CHANNEL', 'HORIZONTAL', 'VERTICAL']);
  });
});
