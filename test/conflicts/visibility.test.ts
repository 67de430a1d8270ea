import { beforeAll, describe, expect, test } from 'vitest';
import { giveKey } from '../../api/access/keys.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import { inBulk } from '../network/in-bulk.ts';
import { reading, walk } from '../shared/pages.ts';
import { read, type Scene, sceneOf } from './scene.ts';

const MeetParties = graphql(`
  query MeetParties($id: ID!) {
    conflictCase(id: $id) {
      parties { dealer { ...MetDealer } }
      proposals { answers { party { ...MetDealer } } unanswered { dealer { ...MetDealer } } }
      resolution { orders { party { ...MetDealer } } }
    }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: () => new Date('2026-11-22T15:04:05.123Z') });
});

/** A case in which much was said for the brand alone, by whom it tells. */
async function privateCase() {
  const scene = await sceneOf(api);
  const { organization, claimant, respondent } = scene;
  const secret = { visibility: 'BRAND' as const };
  const { id } = await organization
    .conflictCase([claimant, respondent])
    .evidence({ ...secret, note: 'by the claimant', by: claimant.client })
    .evidence({ ...secret, note: 'by the brand' })
    .evidence({ note: 'for all', by: respondent.client })
    .advance('TRIAGED', { ...secret, note: 'triage' })
    .advance('CONSULTATION', { note: 'for all' })
    .propose()
    .answer({ ...secret, note: 'by the respondent', answer: 'REFUSE', by: respondent.client })
    .answer({ note: 'for all', by: claimant.client })
    .resolve({
      ...{ ...secret, note: 'award' },
      orders: [{ kind: 'RESTITUTION', party: respondent.id, amount: '9', due: '2026-11-22' }],
    })
    .record('FULFILLED', { ...secret, note: 'paid' });
  return { ...scene, id };
}

describe('what was said for the brand alone', () => {
  let scene: Scene & { id: string };
  let whole: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    scene = await privateCase();
    whole = await read(scene.organization.admin, scene);
  });

  const notes = (of: typeof whole) => of.events.nodes.map(({ number, note }) => `${number} ${note}`);

  test('is read by all of the brand’s people', async () => {
    expect(notes(whole)).toEqual([
      ...['1 null', '2 by the claimant', '3 by the brand', '4 for all', '5 triage', '6 for all', '7 null'],
      ...['8 by the respondent', '9 for all', '10 award', '11 paid'],
    ]);
    expect(whole.events.totalCount).toBe(11);
    expect(whole.proposals[0]?.answers.map(({ note }) => note)).toEqual(['by the respondent', 'for all']);
    const { manager, assessor, auditor } = scene.organization;
    for (const reader of [manager, assessor, auditor]) expect(await read(reader, scene)).toEqual(whole);
  });

  test('is read by the dealer that said it, and by no other party: it does not know that there is evidence', async () => {
    const [byClaimant, byRespondent] = [
      await read(scene.claimant.client, scene),
      await read(scene.respondent.client, scene),
    ];
    expect(notes(byClaimant)).toEqual([
      ...['1 null', '2 by the claimant', '4 for all', '5 null', '6 for all', '7 null'],
      ...['8 null', '9 for all', '10 null', '11 null'],
    ]);
    expect(notes(byRespondent)).toEqual([
      ...['1 null', '4 for all', '5 null', '6 for all', '7 null'],
      ...['8 by the respondent', '9 for all', '10 null', '11 null'],
    ]);
    expect([byClaimant.events.totalCount, byRespondent.events.totalCount]).toEqual([10, 9]);
    expect(byClaimant.proposals[0]?.answers.map(({ note }) => note)).toEqual([null, 'for all']);
    expect(byRespondent.proposals[0]?.answers.map(({ note }) => note)).toEqual(['by the respondent', 'for all']);
    for (const seen of [byClaimant, byRespondent]) {
      const shown = whole.events.nodes.filter(({ number }) => seen.events.nodes.some((each) => each.number === number));
      const visible = (nodes: typeof shown) => nodes.map(({ note: _, ...event }) => event);
      expect(visible(seen.events.nodes)).toEqual(visible(shown));
      const { events: _, proposals: __, ...rest } = seen;
      const { events: ___, proposals: ____, ...restOfWhole } = whole;
      expect(rest).toEqual(restOfWhole);
    }
    for (const text of ['by the claimant', 'by the brand', 'triage', 'award', 'paid']) {
      expect(JSON.stringify(byRespondent)).not.toContain(text);
    }
  });

  test('is read by all who speak for the dealer that said it', async () => {
    const request = { organization: scene.organization.code, name: undefined, locale: 'en', label: 'second' } as const;
    const { key } = await giveKey(
      api.database,
      { ...request, role: 'DEALER', dealer: scene.claimant.code },
      new Date(),
    );
    expect(await read(api.as(key), scene)).toEqual(await read(scene.claimant.client, scene));
  });

  test('leaves no gap in pages: each has as many events as were asked, while there are any', async () => {
    const events = (client: Client) =>
      reading(client, `conflictCase(id: "${scene.id}") { events(PAGE) ROWS }`, 'id: number');
    for (const [client, numbers] of [
      [scene.organization.auditor, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
      [scene.claimant.client, [1, 2, 4, 5, 6, 7, 8, 9, 10, 11]],
      [scene.respondent.client, [1, 4, 5, 6, 7, 8, 9, 10, 11]],
    ] as const) {
      for (const step of [1, 3, 9, 10]) {
        for (const backwards of [false, true]) {
          expect(await walk(events(client), step, backwards, numbers.length)).toEqual(numbers);
        }
      }
    }
  });
});

describe('an answer that the brand wrote down for a party', () => {
  test('with a note for the brand alone is read by the brand’s people only', async () => {
    const { organization, claimant, respondent } = await sceneOf(api);
    const { id } = await organization
      .conflictCase([claimant, respondent])
      .reach('CONSULTATION')
      .propose()
      .answer({ party: claimant.id, note: 'By phone.', visibility: 'BRAND' });
    const noteFor = async (client: Client) => (await read(client, { id })).proposals[0]?.answers[0]?.note;
    expect([
      await noteFor(organization.auditor),
      await noteFor(claimant.client),
      await noteFor(respondent.client),
    ]).toEqual(['By phone.', null, null]);
  });
});

describe('of the other parties a DEALER', () => {
  test('meets the card, wherever they stand in the case, and of itself everything', async () => {
    const organization = await api.seed.organization();
    const territory = await organization.territory();
    const full = { class: 'A' as const, territory: territory.id };
    const [above, own, other, below] = [
      await organization.dealer(full),
      await organization.dealer(full),
      await organization.dealer(full),
      await organization.dealer(full),
    ];
    await inBulk(organization.manager, 'linkDealers', [
      { upstream: above.id, downstream: own.id },
      { upstream: above.id, downstream: other.id },
      { upstream: other.id, downstream: below.id },
    ]);
    for (const dealer of [above, own, other]) await dealer.outlet();
    await organization.conflictCase([other, above]);
    const order = (party: Dealer) => ({ kind: 'PENALTY' as const, party: party.id, amount: '1', due: '9999-12-31' });
    const { id } = await organization
      .conflictCase([own, other, above])
      .reach('CONSULTATION')
      .propose()
      .answer({ party: other.id })
      .resolve({ orders: [order(other), order(own)] });

    const { conflictCase } = expectData(await own.client.run(MeetParties, { id }));
    const nothing = { totalCount: 0, nodes: [] };
    const card = ({ id, code }: Dealer) => ({
      ...{ id, code, name: `Dealer ${code}`, class: null, territory: null, upstream: null, grade: null },
      ...{ outlets: nothing, secondTier: nothing, conflictCases: nothing },
    });
    const itself = expect.objectContaining({
      ...{ id: own.id, class: 'A', territory: { id: territory.id }, upstream: { id: above.id } },
      conflictCases: { totalCount: 1, nodes: [{ id }] },
    });
    expect(conflictCase).toEqual({
      parties: [{ dealer: itself }, { dealer: card(other) }, { dealer: card(above) }],
      proposals: [{ answers: [{ party: card(other) }], unanswered: [{ dealer: itself }, { dealer: card(above) }] }],
      resolution: { orders: [{ party: card(other) }, { party: itself }] },
    });
    const open = expectData(await organization.auditor.run(MeetParties, { id })).conflictCase;
    expect(open?.parties[1]?.dealer).toMatchObject({
      ...{ class: 'A', upstream: { id: above.id }, secondTier: { totalCount: 1 } },
      ...{ outlets: { totalCount: 1 }, conflictCases: { totalCount: 2 } },
    });
  });

  test('finds no dealer by its id that it meets in a case only, nor the cases of its upstream', async () => {
    const { organization, claimant, respondent, stranger } = await sceneOf(api);
    await inBulk(organization.manager, 'linkDealers', [{ upstream: stranger.id, downstream: claimant.id }]);
    await organization.conflictCase([claimant, respondent]);
    await organization.conflictCase([stranger, respondent]);
    const document = `query($other: ID!) {
      dealer(id: $other) { id }
      viewer { dealer { upstream { conflictCases { totalCount nodes { id } } } } }
    }`;
    expect(expectData(await claimant.client.send(document, { other: respondent.id }))).toEqual({
      dealer: null,
      viewer: { dealer: { upstream: { conflictCases: { totalCount: 0, nodes: [] } } } },
    });
  });
});
