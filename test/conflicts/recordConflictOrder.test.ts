import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { ConflictStatus, RecordConflictOrderInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { RecordConflictOrder } from './documents.ts';
import { clockAt, expectUnwritten, read, sceneOf } from './scene.ts';

const decided = '2026-11-22T15:04:05.123Z';
const clock = clockAt(decided);
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

/** A case that was settled with two orders, due on the day itself and at the end of the month, and what it takes to write down their fate. */
async function settled() {
  clock.set(decided);
  const given = await sceneOf(api);
  const { organization, claimant, respondent } = given;
  const order = { kind: 'RESTITUTION' as const, party: respondent.id, amount: '800' };
  const steps = organization
    .conflictCase([claimant, respondent])
    .reach('ARBITRATION')
    .resolve({
      orders: [
        { ...order, due: '2026-11-22' },
        { ...order, kind: 'PENALTY', due: '2026-11-30' },
      ],
    });
  const { id, version } = await steps;
  const record = (change: Partial<RecordConflictOrderInput> = {}, by = organization.manager) =>
    by.run(RecordConflictOrder, { input: { id, expectedVersion: version, order: 1, fate: 'FULFILLED', ...change } });
  return { ...given, steps, id, version, record, read: () => read(organization.auditor, { id }) };
}

describe('recordConflictOrder', () => {
  test('is for those who run cases alone', async () => {
    const { organization, claimant, respondent, record } = await settled();
    await expectUnwritten(api, organization, async () => {
      for (const caller of [organization.assessor, organization.auditor, claimant.client, respondent.client]) {
        expectError(await record({}, caller), 'FORBIDDEN');
      }
    });
    expectPayload(await record({}, organization.admin));
  });

  test('writes down what became of one order, by one event that moves nothing', async () => {
    const { version, record, read: readNow } = await settled();
    const before = await readNow();
    clock.pass({ hours: 3 });
    const at = clock.now().toISOString();
    const { conflictCase } = expectPayload(await record({ order: 2, note: '已付', visibility: 'BRAND' }));
    const [first, second] = before.resolution?.orders ?? [];
    expect(conflictCase).toEqual({
      ...before,
      resolution: { ...before.resolution, orders: [first, { ...second, fate: 'FULFILLED', recordedAt: at }] },
      version: version + 1,
      events: {
        totalCount: version + 1,
        nodes: [
          ...before.events.nodes,
          {
            number: version + 1,
            kind: 'ORDER_RECORDED',
            at,
            actor: 'channel_manager 1',
            from: 'RESOLVED',
            to: 'RESOLVED',
            note: '已付',
            visibility: 'BRAND',
            evidence: [],
            proposal: null,
          },
        ],
      },
    });
    expect(await readNow()).toEqual(conflictCase);
  });

  test('writes down a breach once the due day has passed, in UTC', async () => {
    const { organization, record, read: readNow } = await settled();
    for (const instant of [decided, '2026-11-22T23:59:59.999Z']) {
      clock.set(instant);
      await expectUnwritten(api, organization, async () => {
        const refused = await record({ fate: 'BREACHED' });
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_ORDER_NOT_DUE fate');
      });
    }
    clock.set('2026-11-23T00:00:00.000Z');
    expectPayload(await record({ fate: 'BREACHED' }));
    const { resolution } = await readNow();
    expect(resolution?.orders.map(({ fate, recordedAt }) => [fate, recordedAt])).toEqual([
      ['BREACHED', '2026-11-23T00:00:00.000Z'],
      [null, null],
    ]);
  });

  test('writes down that what was breached was fulfilled later', async () => {
    const { steps, organization, read: readNow } = await settled();
    clock.set('2026-11-25T08:00:00.000Z');
    const breached = steps.record('BREACHED');
    await breached;
    clock.set('2026-11-27T08:00:00.000Z');
    await breached.record('FULFILLED');
    const { resolution, events } = await readNow();
    expect(resolution?.orders[0]).toMatchObject({ fate: 'FULFILLED', recordedAt: '2026-11-27T08:00:00.000Z' });
    expect(events.nodes.slice(-2).map(({ kind }) => kind)).toEqual(['ORDER_RECORDED', 'ORDER_RECORDED']);
    expect(await read(organization.manager, await steps)).toMatchObject({ version: events.totalCount });
  });

  test.each([
    ['FULFILLED', 'FULFILLED'],
    ['BREACHED', 'BREACHED'],
    ['FULFILLED', 'BREACHED'],
  ] as const)('refuses of what is written down as %s that it was %s', async (first, then) => {
    const { organization, steps, version, record } = await settled();
    clock.set('2026-12-24T08:00:00.000Z');
    await steps.record(first);
    await expectUnwritten(api, organization, async () => {
      const refused = await record({ fate: then, expectedVersion: version + 1 });
      expectRefusal(refused, 'InvalidStateError', 'CONFLICT_ORDER_RECORDED fate');
      expect(expectUserError(refused, 'CONFLICT_ORDER_RECORDED')).toMatchObject({ state: 'RESOLVED' });
    });
    expectPayload(await record({ order: 2, fate: then, expectedVersion: version + 1 }));
  });

  test('refuses after a breach and its fulfilment both', async () => {
    const { organization, steps, version, record } = await settled();
    clock.set('2026-12-24T08:00:00.000Z');
    await steps.record('BREACHED').record('FULFILLED');
    await expectUnwritten(api, organization, async () => {
      for (const fate of ['FULFILLED', 'BREACHED'] as const) {
        const refused = await record({ fate, expectedVersion: version + 2 });
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_ORDER_RECORDED fate');
      }
    });
  });

  test('refuses an order that was never given, and every fault at once', async () => {
    const { organization, record } = await settled();
    await expectUnwritten(api, organization, async () => {
      for (const order of [0, 3, -1, 2 ** 31 - 1]) {
        expectRefusal(await record({ order }), 'ValidationError', 'CONFLICT_ORDER_UNKNOWN order');
      }
      const both = ['CONFLICT_ORDER_UNKNOWN order', 'TEXT_EMPTY note'];
      expectRefusal(await record({ order: 3, note: '' }), 'ValidationError', ...both);
      for (const { text, fault } of badTexts) {
        expectRefusal(await record({ note: text }), 'ValidationError', `${fault} note`);
      }
      for (const field of ['id', 'expectedVersion', 'order', 'fate', 'visibility']) {
        expect(expectError(await record({ [field]: null }), 'BAD_USER_INPUT').message).toContain(field);
      }
      expectError(await record({ fate: 'PENDING' as never }), 'BAD_USER_INPUT');
    });
    expectPayload(await record({ note: null }));
  });

  const unsettled = ['REPORTED', 'TRIAGED', 'CONSULTATION', 'ARBITRATION', 'DISMISSED'] as const;
  test.each<ConflictStatus>(unsettled)('refuses a case that is %s: nothing was ordered in it', async (status) => {
    const { organization, claimant, respondent, record } = await settled();
    const { id, version } = await organization.conflictCase([claimant, respondent]).reach(status);
    await expectUnwritten(api, organization, async () => {
      const refused = await record({ id, expectedVersion: version });
      expectRefusal(refused, 'InvalidStateError', 'CONFLICT_NOT_RESOLVED id');
      expect(expectUserError(refused, 'CONFLICT_NOT_RESOLVED')).toMatchObject({ state: status });
    });
  });

  test('counts anew in a case that was reopened and settled again; what was ordered first stays in its events', async () => {
    const { organization, respondent, steps, record } = await settled();
    const reopened = steps.record('FULFILLED').advance('CLOSED').advance('TRIAGED', { note: 'Broken again.' });
    const { id, version } = await reopened;
    await expectUnwritten(api, organization, async () => {
      const refused = await record({ expectedVersion: version, order: 2 });
      expectRefusal(refused, 'InvalidStateError', 'CONFLICT_NOT_RESOLVED id');
    });
    expect((await read(organization.auditor, { id })).resolution).toBeNull();
    const order = { kind: 'PENALTY' as const, party: respondent.id, amount: '50', due: '2026-12-01' };
    await reopened.advance('CONSULTATION').resolve({ orders: [order] });
    const { resolution, version: now } = await read(organization.auditor, { id });
    expect(resolution).toMatchObject({ mechanism: 'CONSULTATION', orders: [{ number: 1, amount: '50', fate: null }] });
    expectRefusal(await record({ expectedVersion: now, order: 2 }), 'ValidationError', 'CONFLICT_ORDER_UNKNOWN order');
    expectPayload(await record({ expectedVersion: now }));
  });

  test('finds no case but those of its organization', async () => {
    const { organization, claimant, record } = await settled();
    const other = await settled();
    await expectUnwritten(api, other.organization, () =>
      expectUnwritten(api, organization, async () => {
        for (const id of [...noIdsOf('ConflictCase', other.id), claimant.id]) {
          expectRefusal(await record({ id, order: 9 }), 'NotFoundError', 'NOT_FOUND id');
        }
      }),
    );
  });

  test('refuses one who read another version, before anything else', async () => {
    const { organization, record, version } = await settled();
    await expectUnwritten(api, organization, async () => {
      for (const expectedVersion of [version - 1, version + 1]) {
        const refused = await record({ expectedVersion, order: 9, note: '' });
        expectRefusal(refused, 'StaleVersionError', 'STALE_VERSION expectedVersion');
        expect(expectUserError(refused, 'STALE_VERSION')).toMatchObject({ currentVersion: version });
      }
    });
  });

  test('lets one of twenty through who read the same version', async () => {
    const { record, read: readNow, version } = await settled();
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => record({ order: (at % 2) + 1 })));
    const lost = refusedOf(results);
    expect(lost).toHaveLength(19);
    for (const result of lost) expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
    const { resolution, version: now } = await readNow();
    expect([now, resolution?.orders.filter(({ fate }) => fate).length]).toEqual([version + 1, 1]);
  });
});
