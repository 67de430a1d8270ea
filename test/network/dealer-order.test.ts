import { beforeAll, describe, expect, test } from 'vitest';
import { saveStanding } from '../../api/grading/standing.queries.ts';
import { parseGlobalId } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { DealerOrder } from '../kit/gen/graphql.ts';
import { ListDealers } from './documents.ts';
import { inBulk } from './in-bulk.ts';

let clock = 0;
let api: TestApi;
let reader: Client;

const dealers = [
  { code: 'b', name: 'Äpfel', score: 78.33 },
  { code: 'B', name: 'Zebra', score: null },
  { code: 'a-10', name: 'apple', score: 0 },
  { code: 'a-9', name: '新星', score: 100 },
  { code: '店', name: 'Apple', score: 78.34 },
  { code: '1', name: '😀', score: null },
];

beforeAll(async () => {
  api = await createTestApi({ now: () => new Date(Date.UTC(2026, 0, 1) + clock) });
  const { id, manager, auditor } = await api.seed.organization();
  for (const { score, ...named } of dealers) {
    clock += 1;
    const [made = ''] = await inBulk(manager, 'createDealer', [{ ...named, industries: ['fmcg'] }]);
    if (score === null) continue;
    const standing = { tierCode: 'GOOD', score };
    const dealerId = parseGlobalId(made)?.id ?? '';
    await api.database.unit({ organizationId: id, mode: 'write' }, (tx) => saveStanding(tx, dealerId, standing));
  }
  reader = auditor;
});

async function inOrder(orderBy?: DealerOrder | null): Promise<string> {
  const variables = orderBy === undefined ? {} : { orderBy };
  const { nodes } = expectData(await reader.run(ListDealers, variables)).dealers;
  return nodes.map(({ code }) => code).join(' ');
}

describe('dealers, in order', () => {
  test.each([
    ['CODE', '1 B a-10 a-9 b 店'],
    ['NAME', '店 B a-10 b a-9 1'],
    ['CREATED_AT', 'b B a-10 a-9 店 1'],
  ] as const)('by %s stand either way round, letters as their code points', async (field, ascending) => {
    expect(await inOrder({ field, direction: 'ASC' })).toBe(ascending);
    expect(await inOrder({ field, direction: 'DESC' })).toBe(ascending.split(' ').reverse().join(' '));
  });

  test('by SCORE have the ungraded last either way round', async () => {
    expect(await inOrder({ field: 'SCORE', direction: 'ASC' })).toBe('a-10 b 店 a-9 B 1');
    expect(await inOrder({ field: 'SCORE', direction: 'DESC' })).toBe('a-9 店 b a-10 1 B');
  });

  test('stand by code where no order is asked', async () => {
    expect(await inOrder()).toBe('1 B a-10 a-9 b 店');
    expect(await inOrder(null)).toBe('1 B a-10 a-9 b 店');
  });

  test('stand in no order of a name that is not known', async () => {
    for (const field of ['code', 'id', 'name; drop table dealers', '']) {
      const orderBy = { field: field as never, direction: 'ASC' as const };
      expectError(await reader.run(ListDealers, { orderBy }), 'BAD_USER_INPUT');
    }
    expectError(await reader.run(ListDealers, { orderBy: { field: 'CODE' } as never }), 'BAD_USER_INPUT');
    expect(await inOrder()).toBe('1 B a-10 a-9 b 店');
  });
});
