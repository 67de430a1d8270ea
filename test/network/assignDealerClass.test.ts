import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { AssignDealerClassInput, DealerClass } from '../kit/gen/graphql.ts';
import { AssignDealerClass, ReadDealer } from './documents.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from './refusals.ts';

let clock: Date;
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: () => clock });
});
beforeEach(() => {
  clock = new Date('2026-05-01T00:00:00.000Z');
});

async function oneDealer() {
  const organization = await api.seed.organization();
  const { id, client } = await organization.dealer();
  const read = async () => expectData(await organization.auditor.run(ReadDealer, { id })).dealer;
  const send = (given: Partial<AssignDealerClassInput>) => {
    const input = { dealer: id, class: 'A' as const, validFrom: '2026-05-01', reason: 'Yearly review', ...given };
    return organization.manager.run(AssignDealerClass, { input });
  };
  const assign = async (given: DealerClass, validFrom: string) =>
    expectPayload(await send({ class: given, validFrom })).dealer;
  return { organization, id, client, read, send, assign };
}

const spans = (dealer: Awaited<ReturnType<Awaited<ReturnType<typeof oneDealer>>['read']>>) =>
  dealer?.classHistory.map(({ class: name, validFrom, validTo }) => `${name} ${validFrom} ${validTo ?? ''}`.trim());

describe('assignDealerClass', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, id, client, read } = await oneDealer();
    const input = { dealer: id, class: 'A' as const, validFrom: '2026-05-01', reason: 'Mine' };
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(AssignDealerClass, { input }), 'FORBIDDEN');
    }
    expect(await read()).toMatchObject({ class: null, classHistory: [], version: 1 });
  });

  test('puts a dealer into a class, and tells who decided it and why', async () => {
    const { read, send } = await oneDealer();
    const { dealer } = expectPayload(await send({ class: 'B', reason: '年度复核' }));
    expect(dealer).toMatchObject({
      class: 'B',
      classHistory: [
        {
          class: 'B',
          validFrom: '2026-05-01',
          validTo: null,
          reason: '年度复核',
          decidedBy: 'channel_manager 1',
        },
      ],
      version: 2,
    });
    expect(await read()).toEqual(dealer);
  });

  test('begins on its day, not before', async () => {
    const { read, assign } = await oneDealer();
    await assign('A', '2026-05-01');
    expect((await assign('C', '2026-06-01')).class).toBe('A');
    clock = new Date('2026-05-31T23:59:59.999Z');
    expect((await read())?.class).toBe('A');
    clock = new Date('2026-06-01T00:00:00.000Z');
    expect((await read())?.class).toBe('C');
    clock = new Date('2026-04-30T23:59:59.999Z');
    expect((await read())?.class).toBeNull();
  });

  test('finds its place between those that are there, which stay', async () => {
    const { read, assign } = await oneDealer();
    await assign('A', '2026-05-01');
    await assign('B', '2026-07-01');
    await assign('C', '2026-01-01');
    await assign('C', '2026-06-01');
    expect(spans(await read())).toEqual([
      'B 2026-07-01',
      'C 2026-06-01 2026-07-01',
      'A 2026-05-01 2026-06-01',
      'C 2026-01-01 2026-05-01',
    ]);
    expect(await read()).toMatchObject({ class: 'A', version: 5 });
  });

  test('may be the same class again', async () => {
    const { read, assign } = await oneDealer();
    await assign('A', '2026-05-01');
    await assign('A', '2026-05-02');
    expect(spans(await read())).toEqual(['A 2026-05-02', 'A 2026-05-01 2026-05-02']);
  });

  test('refuses a day that has its class already', async () => {
    const { read, send, assign } = await oneDealer();
    const before = await assign('A', '2026-05-01');
    expectRefusal(await send({ class: 'B' }), 'ValidationError', 'NETWORK_CLASS_DATE_TAKEN validFrom');
    expectRefusal(
      await send({ class: 'B', reason: '' }),
      'ValidationError',
      'TEXT_EMPTY reason',
      'NETWORK_CLASS_DATE_TAKEN validFrom',
    );
    expect(await read()).toEqual(before);
  });

  test('lets one of several have a day who ask at the same moment', async () => {
    const { read, send } = await oneDealer();
    const results = await Promise.all((['A', 'B', 'C', 'A', 'B'] as const).map((given) => send({ class: given })));
    const refused = refusedOf(results);
    expect(refused).toHaveLength(4);
    for (const result of refused) {
      expectRefusal(result, 'ValidationError', 'NETWORK_CLASS_DATE_TAKEN validFrom');
    }
    expect(await read()).toMatchObject({ classHistory: [{ validFrom: '2026-05-01' }], version: 2 });
  });

  test('refuses a reason outside its bounds', async () => {
    const { read, send } = await oneDealer();
    for (const { text, fault } of badTexts) {
      expectRefusal(await send({ reason: text }), 'ValidationError', `${fault} reason`);
    }
    expectRefusal(await send({ reason: '长'.repeat(2_001) }), 'ValidationError', 'TEXT_TOO_LONG reason');
    expect(await read()).toMatchObject({ classHistory: [], version: 1 });
    expectPayload(await send({ reason: '长'.repeat(2_000) }));
  });

  test('takes only days of the calendar', async () => {
    const { read, send, assign } = await oneDealer();
    const wrong = [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-1-1',
      '2026-05-01T00:00:00Z',
      'today',
      'infinity',
      '',
    ];
    for (const validFrom of [...wrong, '0000-01-01', '-0001-01-01', '10000-01-01', '2026-05-01 BC']) {
      expectError(await send({ validFrom }), 'BAD_USER_INPUT');
    }
    expectError(await send({ validFrom: null as never }), 'BAD_USER_INPUT');
    expectError(await send({ validFrom: 20260501 as never }), 'BAD_USER_INPUT');
    expect(await read()).toMatchObject({ classHistory: [], version: 1 });
    await assign('A', '0001-01-01');
    await assign('B', '2024-02-29');
    await assign('C', '9999-12-31');
    expect(spans(await read())).toEqual(['C 9999-12-31', 'B 2024-02-29 9999-12-31', 'A 0001-01-01 2024-02-29']);
  });

  test('finds no dealer but those of its organization', async () => {
    const { send, read } = await oneDealer();
    const other = await oneDealer();
    for (const dealer of noIdsOf('Dealer', other.id)) {
      expectRefusal(await send({ dealer, reason: '' }), 'NotFoundError', 'NOT_FOUND dealer');
    }
    expect(await other.read()).toMatchObject({ classHistory: [], version: 1 });
    expect(await read()).toMatchObject({ classHistory: [], version: 1 });
  });

  test('asks the database no more than it must', async () => {
    const { organization, id, assign } = await oneDealer();
    await assign('A', '2026-05-01');
    const input = { dealer: id, class: 'B', validFrom: '2026-06-01', reason: 'Review' };
    const { statements } = await organization.manager.send(
      'mutation($input: AssignDealerClassInput!) { assignDealerClass(input: $input) { __typename } }',
      { input },
    );
    // The key; the dealer and its history; the assignment before it, its own, the dealer and the audit entry.
    expect(statements).toHaveLength(7);
  });
});
