import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { equalDealers, inBulk } from './in-bulk.ts';

let api: TestApi;
let reader: Client;

/** A chain of dealers, each with a territory below another, a class, an outlet there, an upstream and a second tier. */
beforeAll(async () => {
  api = await createTestApi();
  const { manager, auditor, territory } = await api.seed.organization();
  const top = await territory();
  const { id } = await territory({ parent: top.id });
  const ends = { territory: id, class: 'A' as const, name: 'End', status: 'APPLICANT' as const };
  const middle = await equalDealers(manager, 20, { territory: id, class: 'B' });
  const [first = '', last = ''] = await inBulk(manager, 'createDealer', [
    { ...ends, code: 'FIRST', industries: ['fmcg'] },
    { ...ends, code: 'LAST', industries: ['fmcg'] },
  ]);
  const chain = [first, ...middle, last];
  const links = chain.slice(1).map((downstream, at) => ({ upstream: chain[at] ?? '', downstream }));
  await inBulk(manager, 'linkDealers', links);
  const outlet = { code: 'O', kind: 'STORE' as const, territory: id };
  const nameOf = (dealer: string) => (middle.includes(dealer) ? 'Middle' : 'End');
  await inBulk(
    manager,
    'createOutlet',
    chain.map((dealer) => ({ ...outlet, dealer, name: nameOf(dealer) })),
  );
  reader = auditor;
});

/** What one row of a list is asked for, how many statements that takes beside the key's, and how many nulls are in it. */
async function statements(list: string, selection: string, first: number): Promise<number> {
  const result = await reader.send(`query($first: Int) { ${list} { nodes { ${selection} } } }`, { first });
  const { nodes } = Object.values(expectData(result))[0] as { nodes: object[] };
  expect(nodes).toHaveLength(first);
  expect(JSON.stringify(nodes)).not.toMatch(/null|\[\]/);
  return result.statements.length - 1;
}

const dealers = 'dealers(first: $first, filter: { status: [ACTIVE] })';
const outlets = 'outlets(first: $first, filter: { search: "middle" })';

describe('a list takes as many statements for one row as for twenty', () => {
  test.each([
    [dealers, 'id code name roles status channel createdAt updatedAt version', 1],
    [dealers, 'class', 2],
    [dealers, 'classHistory { class reason decidedBy validFrom }', 2],
    [dealers, 'class classHistory { class }', 3],
    [dealers, 'territory { code }', 2],
    [dealers, 'territory { code parent { code children { code } } }', 4],
    [dealers, 'upstream { code }', 2],
    [dealers, 'upstream { code class territory { code } }', 4],
    [dealers, 'secondTier { totalCount nodes { code } }', 3],
    [dealers, 'secondTier { totalCount }', 2],
    [dealers, 'secondTier(last: 1) { nodes { code class upstream { code } outlets { nodes { code } } } }', 5],
    [dealers, 'outlets { nodes { code } }', 2],
    [dealers, 'outlets { totalCount nodes { code dealer { code } territory { code } } }', 5],
    [dealers, 'all: outlets { totalCount } some: outlets(first: 1) { totalCount nodes { code } }', 3],
    [dealers, 'industries { key }', 1],
    [dealers, 'class territory { code } upstream { code } outlets { nodes { code } } secondTier { nodes { code } }', 6],
    [outlets, 'id code name kind version', 1],
    [outlets, 'dealer { code }', 2],
    [outlets, 'dealer { code class upstream { code } outlets { nodes { code } } }', 5],
    [outlets, 'territory { code parent { code } }', 3],
    [outlets, 'industries { key }', 1],
  ])('%s with %s', async (list, selection, expected) => {
    expect([await statements(list, selection, 1), await statements(list, selection, 20)]).toEqual([expected, expected]);
  });
});

describe('what is not selected is not asked for', () => {
  test.each([
    ['dealers { __typename }', 0],
    ['dealers { totalCount }', 1],
    ['dealers(first: 1) { nodes { code } }', 1],
    ['dealers(first: 1) { edges { cursor node { code } } nodes { code } pageInfo { hasNextPage endCursor } }', 1],
    ['dealers(first: 1) { pageInfo { hasNextPage } totalCount }', 2],
    ['outlets { totalCount }', 1],
    ['outlets(first: 1) { edges { cursor } nodes { code } pageInfo { hasPreviousPage } }', 1],
    ['dealers(filter: { search: "d", class: [B], tier: ["UNGRADED"] }) { nodes { code } totalCount }', 2],
    // The industries that are on are asked for first.
    ['dealers(filter: { industry: ["fmcg"] }) { nodes { code } }', 2],
  ])('%s', async (selection, expected) => {
    const result = await reader.send(`{ ${selection} }`);
    expectData(result);
    expect(result.statements.slice(1).filter((sql) => sql.includes('count('))).toHaveLength(
      selection.includes('totalCount') ? 1 : 0,
    );
    expect(result.statements.length - 1).toBe(expected);
  });
});
