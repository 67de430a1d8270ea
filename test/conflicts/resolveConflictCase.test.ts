import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { ConflictOrderInput, ConflictStatus, ResolveConflictCaseInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { ResolveConflictCase } from './documents.ts';
import { expectUnwritten, read, sceneOf } from './scene.ts';
import { trade } from './trade.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: [trade], now: () => new Date('2026-11-22T23:59:59.999Z') });
});

const rungs = ['CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'] as const;
const elsewhere = ['REPORTED', 'TRIAGED', 'RESOLVED', 'CLOSED', 'DISMISSED'] as const;

/** A case that has come so far, and what it takes to settle it. */
async function caseAt(status: ConflictStatus) {
  const given = await sceneOf(api, { industry: 'trade' });
  const { organization, claimant, respondent } = given;
  const { id, version } = await organization.conflictCase([claimant, respondent]).reach(status);
  const resolve = (change: Partial<ResolveConflictCaseInput> = {}, by = organization.manager) =>
    by.run(ResolveConflictCase, {
      input: { id, expectedVersion: version, strategies: ['ALLIANCE'], outcome: 'They ally.', ...change },
    });
  const order = (change: Partial<ConflictOrderInput> = {}): ConflictOrderInput => ({
    kind: 'RESTITUTION',
    party: respondent.id,
    amount: '1200.5',
    due: '2026-12-31',
    ...change,
  });
  return { ...given, id, version, resolve, order, read: () => read(organization.auditor, { id }) };
}

describe('resolveConflictCase', () => {
  test('is for those who run cases alone', async () => {
    const { organization, claimant, respondent, stranger, resolve } = await caseAt('CONSULTATION');
    const { assessor, auditor } = organization;
    await expectUnwritten(api, organization, async () => {
      for (const caller of [assessor, auditor, claimant.client, respondent.client, stranger.client]) {
        expectError(await resolve({}, caller), 'FORBIDDEN');
      }
    });
    expectPayload(await resolve({}, organization.admin));
  });

  test.each(rungs)('settles a case on the rung of %s, and says so', async (rung) => {
    const { resolve, read: readNow } = await caseAt(rung);
    const before = await readNow();
    const { conflictCase } = expectPayload(await resolve());
    expect(conflictCase).toEqual({
      ...before,
      status: 'RESOLVED',
      nextStatuses: ['CLOSED'],
      dueAt: null,
      resolution: {
        mechanism: rung,
        strategies: [{ code: 'ALLIANCE' }],
        outcome: 'They ally.',
        orders: [],
        resolvedAt: '2026-11-22T23:59:59.999Z',
        resolvedBy: 'channel_manager 1',
      },
      version: before.version + 1,
      events: {
        totalCount: before.events.totalCount + 1,
        nodes: [
          ...before.events.nodes,
          {
            number: before.version + 1,
            kind: 'RESOLVED',
            at: '2026-11-22T23:59:59.999Z',
            actor: 'channel_manager 1',
            from: rung,
            to: 'RESOLVED',
            note: null,
            visibility: 'ALL',
            evidence: [],
            proposal: null,
          },
        ],
      },
    });
    expect(await readNow()).toEqual(conflictCase);
  });

  test('keeps all that is told, in the order told', async () => {
    const { claimant, respondent, resolve, order, read: readNow } = await caseAt('ARBITRATION');
    const orders = [
      order({ kind: 'PENALTY', amount: '0.000001', currency: 'USD', due: '2026-11-22' }),
      order({ amount: '999999999999999.999999', due: '9999-12-31' }),
      order({ party: claimant.id, currency: 'JPY', amount: '3000' }),
    ];
    const strategies = ['trade/price-floor', 'RESOLUTION_MECHANISM', 'NEGOTIATE'];
    const outcome = '各守底价。\n'.repeat(1_666);
    const { conflictCase } = expectPayload(
      await resolve({ strategies, outcome, orders, note: '内部备注', visibility: 'BRAND' }),
    );
    const pending = { fate: null, recordedAt: null };
    const restitution = { kind: 'RESTITUTION', due: '2026-12-31', ...pending };
    expect(conflictCase.resolution).toEqual({
      mechanism: 'ARBITRATION',
      strategies: strategies.map((code) => ({ code })),
      outcome,
      orders: [
        {
          ...{ number: 1, kind: 'PENALTY', party: { id: respondent.id }, amount: '0.000001', currency: 'USD' },
          ...{ due: '2026-11-22', ...pending },
        },
        {
          ...{ ...restitution, number: 2, party: { id: respondent.id }, amount: '999999999999999.999999' },
          ...{ currency: 'CNY', due: '9999-12-31' },
        },
        { ...restitution, number: 3, party: { id: claimant.id }, amount: '3000', currency: 'JPY' },
      ],
      resolvedAt: '2026-11-22T23:59:59.999Z',
      resolvedBy: 'channel_manager 1',
    });
    expect(conflictCase.events.nodes.at(-1)).toMatchObject({ note: '内部备注', visibility: 'BRAND' });
    expect(await readNow()).toEqual(conflictCase);
  });

  test.each(elsewhere)('refuses a case that is %s: it stands on no rung', async (status) => {
    const { organization, resolve } = await caseAt(status);
    await expectUnwritten(api, organization, async () => {
      const refused = await resolve();
      expectRefusal(refused, 'InvalidStateError', 'CONFLICT_STEP_NOT_ALLOWED id');
      expect(expectUserError(refused, 'CONFLICT_STEP_NOT_ALLOWED')).toMatchObject({ state: status });
    });
  });

  test('finds no case but those of its organization', async () => {
    const { organization, resolve, claimant } = await caseAt('CONSULTATION');
    const other = await caseAt('CONSULTATION');
    await expectUnwritten(api, other.organization, () =>
      expectUnwritten(api, organization, async () => {
        for (const id of [...noIdsOf('ConflictCase', other.id), claimant.id]) {
          expectRefusal(await resolve({ id, outcome: '' }), 'NotFoundError', 'NOT_FOUND id');
        }
      }),
    );
  });

  test('refuses one who read another version, before anything else', async () => {
    const { organization, resolve, version } = await caseAt('CONSULTATION');
    await expectUnwritten(api, organization, async () => {
      for (const expectedVersion of [version - 1, version + 1, 0, -1]) {
        const refused = await resolve({ expectedVersion, outcome: '', strategies: [] });
        expectRefusal(refused, 'StaleVersionError', 'STALE_VERSION expectedVersion');
        expect(expectUserError(refused, 'STALE_VERSION')).toMatchObject({ currentVersion: version });
      }
    });
  });

  test('lets one of twenty through who read the same version', async () => {
    const { resolve, read: readNow, version } = await caseAt('MEDIATION');
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => resolve({ outcome: `Outcome ${at}` })));
    const lost = refusedOf(results);
    const [won = -1] = results.flatMap((result, at) => (lost.includes(result) ? [] : [at]));
    expect(lost).toHaveLength(19);
    for (const result of lost) expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
    expect(await readNow()).toMatchObject({ resolution: { outcome: `Outcome ${won}` }, version: version + 1 });
  });
});

describe('resolveConflictCase refuses', () => {
  let given: Awaited<ReturnType<typeof caseAt>>;
  beforeAll(async () => {
    given = await caseAt('NEGOTIATION');
  });

  const refused = async (change: Partial<ResolveConflictCaseInput>, ...faults: string[]) => {
    const type = faults.every((fault) => fault.startsWith('NOT_FOUND')) ? 'NotFoundError' : 'ValidationError';
    await expectUnwritten(api, given.organization, async () =>
      expectRefusal(await given.resolve(change), type, ...faults),
    );
  };

  test('null where nothing need be cleared', async () => {
    await expectUnwritten(api, given.organization, async () => {
      for (const field of ['id', 'expectedVersion', 'strategies', 'outcome', 'orders', 'visibility']) {
        expect(expectError(await given.resolve({ [field]: null }), 'BAD_USER_INPUT').message).toContain(field);
      }
    });
  });

  test('texts that nobody can store or show', async () => {
    for (const { text, fault } of badTexts) {
      if (fault !== 'TEXT_TOO_LONG') await refused({ outcome: text }, `${fault} outcome`);
      await refused({ note: text }, `${fault} note`);
    }
    await refused({ note: 'x'.repeat(2_001) }, 'TEXT_TOO_LONG note');
  });

  test('strategies that the catalogue has not, or that are named twice, too often or not at all', async () => {
    await refused({ strategies: [] }, 'LIST_EMPTY strategies');
    await refused({ strategies: ['ALLIANCE', 'NEGOTIATE', 'ALLIANCE'] }, 'LIST_REPEATED strategies 2');
    for (const code of ['', 'alliance', 'trade/', 'trade/diversion', 'core/ALLIANCE', '__proto__', 'a\u0000']) {
      await refused({ strategies: ['ALLIANCE', code] }, 'CONFLICT_STRATEGY_UNKNOWN strategies 1');
    }
    const eleven = expectData(await given.organization.auditor.send('{ conflictStrategies { code } }'));
    const strategies = (eleven.conflictStrategies as { code: string }[]).map(({ code }) => code).slice(0, 11);
    await refused({ strategies }, 'LIST_TOO_LONG strategies');
  });

  test('orders of nothing or less', async () => {
    for (const amount of ['0', '0.00', '-0', '-1', '-0.000001']) {
      await refused({ orders: [given.order({ amount })] }, 'CONFLICT_AMOUNT_INVALID orders 0 amount');
    }
    for (const amount of ['1e3', '', '1.0000001', '1234567890123456', 'NaN', '1,000']) {
      expectError(await given.resolve({ orders: [given.order({ amount })] }), 'BAD_USER_INPUT');
    }
  });

  test('orders in a currency that ISO 4217 does not have', async () => {
    for (const currency of ['', 'RMB', 'cny', 'CNYY', 'CN', '¥', '156', 'AAA', 'XXXX', 'C\u0000Y']) {
      await refused({ orders: [given.order({ currency })] }, 'CONFLICT_CURRENCY_UNKNOWN orders 0 currency');
    }
  });

  test('orders that were due before today', async () => {
    for (const due of ['2026-11-21', '0001-01-01']) {
      await refused({ orders: [given.order({ due })] }, 'CONFLICT_DUE_IN_THE_PAST orders 0 due');
    }
  });

  test('orders to anyone who is not in the case', async () => {
    const foreign = await (await api.seed.organization({ industry: 'trade' })).dealer();
    for (const party of [given.stranger.id, given.id, ...noIdsOf('Dealer', foreign.id)]) {
      await refused({ orders: [given.order(), given.order({ party })] }, 'NOT_FOUND orders 1 party');
    }
  });

  test('more than 20 orders', async () => {
    await refused({ orders: Array.from({ length: 21 }, () => given.order()) }, 'LIST_TOO_LONG orders');
  });

  test('every fault at once', async () => {
    const { order, stranger } = given;
    await refused(
      {
        strategies: ['ALLIANCE', 'none', 'ALLIANCE'],
        outcome: ' ',
        orders: [
          order({ amount: '0', currency: 'RMB', due: '2026-11-21' }),
          order(),
          order({ party: stranger.id, amount: '-1' }),
        ],
        note: '',
      },
      'LIST_REPEATED strategies 2',
      'CONFLICT_STRATEGY_UNKNOWN strategies 1',
      'TEXT_EMPTY outcome',
      'CONFLICT_AMOUNT_INVALID orders 0 amount',
      'CONFLICT_CURRENCY_UNKNOWN orders 0 currency',
      'CONFLICT_DUE_IN_THE_PAST orders 0 due',
      'NOT_FOUND orders 2 party',
      'CONFLICT_AMOUNT_INVALID orders 2 amount',
      'TEXT_EMPTY note',
    );
  });

  test('no twenty orders that are in order', async () => {
    const { conflictCase } = expectPayload(
      await given.resolve({ orders: Array.from({ length: 20 }, () => given.order()) }),
    );
    expect(conflictCase.resolution?.orders.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });
});
