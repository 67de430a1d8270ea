import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { equalDealers, inBulk } from '../network/in-bulk.ts';
import { expectQueryRefusal } from '../network/refusals.ts';

let api: TestApi;
let reader: Client;
let ids: readonly string[];
beforeAll(async () => {
  api = await createTestApi();
  ({ reader, ids } = await network());
});

const lists = {
  code: 'dealers(after: $cursor, first: 100)',
  codeDown: 'dealers(orderBy: { field: CODE, direction: DESC }, after: $cursor)',
  name: 'dealers(orderBy: { field: NAME, direction: ASC }, after: $cursor)',
  createdAt: 'dealers(orderBy: { field: CREATED_AT, direction: ASC }, after: $cursor)',
  score: 'dealers(orderBy: { field: SCORE, direction: ASC }, after: $cursor)',
  outlets: 'outlets(after: $cursor)',
} as const;
type List = keyof typeof lists;

const send = (client: Client, list: string, cursor: string | null) =>
  client.send(`query($cursor: String) { ${list} { edges { cursor node { id } } } }`, { cursor });

type Edges = { edges: { cursor: string; node: { id: string } }[] };
async function edges(client: Client, list: List, cursor: string | null = null) {
  const data = expectData(await send(client, lists[list], cursor)) as Record<string, Edges>;
  return Object.values(data)[0]?.edges ?? [];
}

const encoded = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const decoded = (cursor = '') => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];

async function network() {
  const organization = await api.seed.organization();
  const ids = await equalDealers(organization.manager, 4);
  const outlet = { code: 'O', name: 'Outlet', kind: 'STORE' as const };
  await inBulk(
    organization.manager,
    'createOutlet',
    ids.map((dealer) => ({ ...outlet, dealer })),
  );
  return { organization, ids, reader: organization.auditor };
}

describe('a cursor', () => {
  test('is refused where it is of another order or another list', async () => {
    const names = Object.keys(lists) as List[];
    for (const from of names) {
      const cursor = (await edges(reader, from))[1]?.cursor ?? '';
      for (const to of names) {
        if (to === from) expect(await edges(reader, to, cursor)).toHaveLength(2);
        else expectQueryRefusal(await send(reader, lists[to], cursor), 'CURSOR_INVALID after');
      }
    }
  });

  test('of another organization leads to one’s own rows only', async () => {
    const other = await network();
    for (const list of ['code', 'name', 'createdAt', 'score'] as const) {
      for (const { cursor } of await edges(other.reader, list)) {
        const found = (await edges(reader, list, cursor)).map(({ node }) => node.id);
        expect(found.every((id) => ids.includes(id))).toBe(true);
      }
    }
  });

  test('is refused in all that was never one', async () => {
    const id = '0190a0a0-0000-7000-8000-000000000000';
    const name = 'dealers CODE ASC';
    const never = [
      ...[
        '',
        ' ',
        'null',
        '5',
        '-1',
        'NaN',
        '[]',
        '{}',
        '\u0000',
        '\ud83d',
        'x'.repeat(10_000),
        'ä',
        '====',
        'offset:25',
      ],
      ...[encoded(), encoded(name), encoded(name, 'D01'), encoded(name, 'D01', id, 'more'), encoded(name, 'D01', null)],
      ...[encoded(name, 1, id), encoded(name, ['D01'], id), encoded(name, { a: 1 }, id), encoded(name, 'D01', 'D01')],
      ...[encoded(name, 'a\u0000', id), encoded(name, 'D01', id.toUpperCase()), encoded(name, 'D01', `{${id}}`)],
      ...[encoded(name, 'D01', `${id}' or '1'='1`), encoded(`${name}; drop table dealers`, 'D01', id)],
      ...[
        encoded('__proto__', 'D01', id),
        encoded('dealers CODE DESC', 'D01', id),
        encoded(name.toLowerCase(), 'D01', id),
      ],
      ...[btoa(`["${name}","D01","${id}"`), btoa(`["${name}","\\ud83d","${id}"]`), btoa('['.repeat(7_000)), btoa('"')],
    ];
    for (const cursor of never) expectQueryRefusal(await send(reader, lists.code, cursor), 'CURSOR_INVALID after');
  });

  test('is refused where a value in it is none of its kind', async () => {
    const id = '0190a0a0-0000-7000-8000-000000000000';
    const instants = [
      '0000-01-01T00:00:00.000Z',
      '2026-02-30T00:00:00.000Z',
      '2026-13-01T00:00:00.000Z',
      'infinity',
      'now',
    ];
    const others = [
      '2026-01-01T24:00:00.000Z',
      '2026-01-01T00:00:60.000Z',
      '2026-01-01',
      '1e3',
      '9999-99-99T99:99:99.999Z',
      '',
    ];
    for (const instant of [...instants, ...others]) {
      const cursor = encoded('dealers CREATED_AT ASC', instant, id);
      expectQueryRefusal(await send(reader, lists.createdAt, cursor), 'CURSOR_INVALID after');
    }
    for (const score of [
      'NaN',
      'Infinity',
      '-Infinity',
      '1e5',
      '1e400',
      '',
      ' 1',
      '0x1',
      '1.234',
      '1000',
      '--1',
      '1,0',
    ]) {
      const cursor = encoded('dealers SCORE ASC', score, id);
      expectQueryRefusal(await send(reader, lists.score, cursor), 'CURSOR_INVALID after');
    }
  });

  test('may hold any text that a name or code may hold', async () => {
    const id = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    for (const text of [
      "'; drop table dealers; --",
      '$1',
      '%',
      '\\',
      '"',
      '{}',
      '\n',
      '新',
      '😀',
      '',
      'x'.repeat(5_000),
    ]) {
      const found = (await edges(reader, 'code', encoded('dealers CODE ASC', text, id))).map(({ node }) => node.id);
      expect(found.every((found) => ids.includes(found))).toBe(true);
    }
  });

  test('goes on after the longest name of the widest letters', async () => {
    const { organization, reader } = await network();
    const name = '\u{20bb7}'.repeat(200);
    await inBulk(organization.manager, 'createDealer', [
      { code: 'W1', name, industries: ['fmcg'] },
      { code: 'W2', name, industries: ['fmcg'] },
    ]);
    const all = await edges(reader, 'name');
    const after = await edges(reader, 'name', all.at(-2)?.cursor ?? '');
    expect(after).toEqual(all.slice(-1));
  });

  test('with a letter changed is refused or leads to one’s own rows', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const seen = { refused: 0, answered: 0 };
    for (const list of ['createdAt', 'score', 'name'] as const) {
      const cursor = (await edges(reader, list))[1]?.cursor ?? '';
      for (let at = 0; at < cursor.length; at += 2) {
        const letter = letters[(letters.indexOf(cursor[at] ?? '') + 1 + (at % 7)) % letters.length];
        const result = await send(reader, lists[list], `${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`);
        if (result.errors.length > 0) {
          expectQueryRefusal(result, 'CURSOR_INVALID after');
          seen.refused += 1;
          continue;
        }
        const page = Object.values(expectData(result))[0] as Edges;
        expect(page.edges.every(({ node }) => ids.includes(node.id))).toBe(true);
        seen.answered += 1;
      }
    }
    expect(Math.min(seen.refused, seen.answered)).toBeGreaterThan(5);
  });

  test('is refused in before as in after, each with its place, also where the list hangs on others', async () => {
    const both = '{ dealers(after: "x", before: "y") { totalCount nodes { id } } }';
    expectQueryRefusal(await reader.send(both), 'CURSOR_INVALID after', 'CURSOR_INVALID before');
    const [code, id] = decoded((await edges(reader, 'code'))[0]?.cursor).slice(1);
    for (const list of ['secondTier', 'outlets']) {
      const nested = `query($before: String) { dealers { nodes { ${list}(before: $before) { nodes { id } } } } }`;
      const result = await reader.send(nested, { before: encoded('dealers CODE ASC', code, id) });
      expectQueryRefusal(result, 'CURSOR_INVALID before');
      expect(result.data).toBeNull();
    }
  });
});
