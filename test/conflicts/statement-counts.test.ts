import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { sceneOf } from './scene.ts';

let api: TestApi;
let readers: Readonly<Record<'brand' | 'dealer', Client>>;

/** Twenty cases that each hold something in every part of them, closed and all alike. */
beforeAll(async () => {
  api = await createTestApi();
  const { organization, claimant, respondent, stranger } = await sceneOf(api);
  const order = { kind: 'PENALTY' as const, party: respondent.id, amount: '5', due: '9999-12-31' };
  const given = { tags: ['fmcg/diversion'], impacts: [{ impact: 'COOPERATION' as const, rating: 2 }] };
  for (let at = 0; at < 20; at += 1) {
    await organization
      .conflictCase([claimant, respondent, stranger], given)
      .evidence({ note: 'Seen.' })
      .reach('CONSULTATION')
      .propose()
      .answer({ party: claimant.id, note: 'Agreed.' })
      .resolve({ note: 'Settled.', orders: [order, { ...order, party: claimant.id }] })
      .record('FULFILLED', { note: 'Paid.' })
      .advance('CLOSED', { note: 'Done.' });
  }
  readers = { brand: organization.auditor, dealer: claimant.client };
}, 60_000);

type List = { readonly nodes: readonly object[] };

/** What one case of a list is asked for, and how many statements that takes beside the key's. */
async function statements(reader: Client, list: string, selection: string, first: number): Promise<number> {
  const result = await reader.send(`query($first: Int) { ${list.replace('ROWS', `{ ${selection} }`)} }`, { first });
  const data = expectData(result) as { conflictCases?: List; dealers?: { nodes: { conflictCases: List }[] } };
  const nodes = (data.conflictCases ?? data.dealers?.nodes[0]?.conflictCases)?.nodes;
  expect(nodes).toHaveLength(first);
  expect(JSON.stringify(nodes)).not.toMatch(/null|\[\]/);
  return result.statements.length - 1;
}

const own = 'id number title openedBy structure structureReason subject causes impacts { rating } severity status';
const card = 'dealer { code name channel }';
const cases = 'conflictCases(first: $first) { nodes ROWS }';
const ofDealer = 'dealers(first: 1) { nodes { conflictCases(first: $first) { nodes ROWS } } }';
const closed = 'conflictCases(first: $first, filter: { status: [CLOSED], overdue: false }) { nodes ROWS }';

describe('a list of cases takes as many statements for one as for twenty', () => {
  test.each([
    [cases, `${own} tags { label } nextStatuses openedAt closedAt overdue version`, 1],
    [cases, 'parties { role }', 2],
    [cases, `parties { role ${card} }`, 3],
    [cases, 'suggestedStrategies { strategy { code label measures } }', 2],
    [cases, 'proposals { number terms proposedBy open }', 2],
    [cases, `proposals { answers { answer note party { code } } unanswered { role ${card} } }`, 5],
    [cases, 'resolution { mechanism outcome strategies { label measures } orders { amount } }', 2],
    [cases, 'resolution { orders { party { code } } }', 3],
    [cases, 'events { totalCount }', 2],
    [cases, 'events(first: 3) { nodes { number kind actor to visibility } }', 2],
    [cases, 'events(last: 1) { totalCount edges { cursor node { note from } } pageInfo { startCursor } }', 3],
    [cases, 'all: events { totalCount } first: events(first: 2) { totalCount nodes { at } }', 3],
    [cases, 'proposals { number } resolution { outcome }', 2],
    [cases, 'precedents(first: 2) { likeness }', 3],
    [cases, 'precedents(first: 2) { likeness conflictCase { title parties { role } } }', 4],
    [closed, 'status', 1],
    [ofDealer, own, 2],
    [ofDealer, `parties { ${card} }`, 4],
    [
      cases,
      `parties { ${card} } suggestedStrategies { strategy { code } } proposals { answers { party { code } } unanswered { role } }
      resolution { orders { party { code } } } events(first: 2) { totalCount nodes { kind } }
      precedents(first: 2) { likeness conflictCase { title } }`,
      9,
    ],
  ])('%s with %s', async (list, selection, expected) => {
    const { brand, dealer } = readers;
    expect([await statements(brand, list, selection, 1), await statements(brand, list, selection, 20)]).toEqual([
      ...[expected, expected],
    ]);
    expect(await statements(dealer, list, selection, 20)).toBe(expected);
  });
});

describe('what is not selected is not asked for', () => {
  test.each([
    ['conflictCases { __typename }', 0],
    ['conflictCases { totalCount }', 1],
    ['conflictCases(first: 1) { edges { cursor node { title } } nodes { title } pageInfo { hasNextPage } }', 1],
    ['conflictCases(first: 1) { pageInfo { hasNextPage } totalCount }', 2],
    ['dealers(first: 1) { nodes { conflictCases { totalCount } } }', 2],
    ['dealers(first: 1) { nodes { conflictCases { __typename } } }', 1],
  ])('%s', async (selection, expected) => {
    for (const reader of Object.values(readers)) {
      const result = await reader.send(`{ ${selection} }`);
      expectData(result);
      expect(result.statements.length - 1).toBe(expected);
    }
  });
});
