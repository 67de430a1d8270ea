import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { AdvanceConflictCaseInput, ConflictStatus } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { AdvanceConflictCase } from './documents.ts';
import { clockAt, expectUnwritten, read, sceneOf } from './scene.ts';

const clock = clockAt('2026-11-22T15:04:05.123Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

/** A case that has come so far, and what it takes to move it. */
async function caseAt(status: ConflictStatus) {
  const given = await sceneOf(api);
  const { organization, claimant, respondent } = given;
  const { id, version } = await organization.conflictCase([claimant, respondent]).reach(status);
  const advance = (to: ConflictStatus, change: Partial<AdvanceConflictCaseInput> = {}, by = organization.manager) =>
    by.run(AdvanceConflictCase, { input: { id, expectedVersion: version, to, ...change } });
  return { ...given, id, version, advance, read: () => read(organization.auditor, { id }) };
}

describe('advanceConflictCase', () => {
  test('is for those who run cases alone', async () => {
    const { organization, claimant, respondent, stranger, advance } = await caseAt('REPORTED');
    const { assessor, auditor } = organization;
    await expectUnwritten(api, organization, async () => {
      for (const caller of [assessor, auditor, claimant.client, respondent.client, stranger.client]) {
        expectError(await advance('TRIAGED', {}, caller), 'FORBIDDEN');
      }
    });
    expectPayload(await advance('TRIAGED', {}, organization.admin));
  });

  test('moves a case by one event that says who, when, from where and to where', async () => {
    const { organization, advance, read: readNow } = await caseAt('REPORTED');
    const before = await readNow();
    clock.pass({ hours: 1 });
    const { conflictCase } = expectPayload(await advance('TRIAGED', { note: '  先核实\n价格 ', visibility: 'BRAND' }));
    const at = clock.now().toISOString();
    const event = {
      number: 2,
      kind: 'ADVANCED',
      at,
      actor: 'channel_manager 1',
      from: 'REPORTED',
      to: 'TRIAGED',
      note: '  先核实\n价格 ',
      visibility: 'BRAND',
      evidence: [],
      proposal: null,
    };
    expect(conflictCase).toEqual({
      ...before,
      status: 'TRIAGED',
      nextStatuses: ['CONSULTATION', 'DISMISSED'],
      dueAt: new Date(clock.now().getTime() + 5 * 24 * 3600 * 1000).toISOString(),
      version: 2,
      events: { totalCount: 2, nodes: [...before.events.nodes, event] },
    });
    expect(await readNow()).toEqual(conflictCase);
    expect(await read(organization.admin, conflictCase)).toEqual(conflictCase);
  });

  test('takes null for a note as none, and has no other', async () => {
    const { advance, read: readNow, organization } = await caseAt('REPORTED');
    await expectUnwritten(api, organization, async () => {
      for (const field of ['id', 'expectedVersion', 'to', 'visibility']) {
        expect(expectError(await advance('TRIAGED', { [field]: null }), 'BAD_USER_INPUT').message).toContain(field);
      }
    });
    expectPayload(await advance('TRIAGED', { note: null }));
    expect((await readNow()).events.nodes[1]).toMatchObject({ note: null, visibility: 'ALL' });
  });

  test('refuses a note that nobody can store or show', async () => {
    const { organization, advance } = await caseAt('REPORTED');
    await expectUnwritten(api, organization, async () => {
      for (const { text, fault } of badTexts) {
        expectRefusal(await advance('TRIAGED', { note: text }), 'ValidationError', `${fault} note`);
      }
      expectRefusal(await advance('TRIAGED', { note: 'x'.repeat(2_001) }), 'ValidationError', 'TEXT_TOO_LONG note');
    });
    expectPayload(await advance('TRIAGED', { note: '长'.repeat(2_000) }));
  });

  test('finds no case but those of its organization', async () => {
    const { organization, advance, claimant, version } = await caseAt('REPORTED');
    const other = await caseAt('REPORTED');
    await expectUnwritten(api, other.organization, () =>
      expectUnwritten(api, organization, async () => {
        for (const id of [...noIdsOf('ConflictCase', other.id), claimant.id]) {
          const refused = await advance('CLOSED', { id, expectedVersion: version + 7, note: '' });
          expectRefusal(refused, 'NotFoundError', 'NOT_FOUND id');
        }
      }),
    );
  });

  test('refuses one who read another version, before anything else', async () => {
    const { organization, advance } = await caseAt('TRIAGED');
    await expectUnwritten(api, organization, async () => {
      for (const expectedVersion of [1, 3, 0, -1, 2 ** 31 - 1, -(2 ** 31)]) {
        for (const [to, note] of [
          ['CONSULTATION', null],
          ['CLOSED', ''],
        ] as const) {
          const refused = await advance(to, { expectedVersion, note });
          expectRefusal(refused, 'StaleVersionError', 'STALE_VERSION expectedVersion');
          expect(expectUserError(refused, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
        }
      }
    });
  });

  test('lets one of fifty through who read the same version', async () => {
    const { advance, read: readNow } = await caseAt('REPORTED');
    const steps = Array.from({ length: 50 }, (_, at) => advance(at % 2 === 0 ? 'TRIAGED' : 'DISMISSED'));
    const results = await Promise.all(steps);
    const lost = refusedOf(results);
    const [won = -1] = results.flatMap((result, at) => (lost.includes(result) ? [] : [at]));
    expect(lost).toHaveLength(49);
    for (const result of lost) {
      expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    }
    const { status, version, events } = await readNow();
    expect([status, version, events.totalCount]).toEqual([won % 2 === 0 ? 'TRIAGED' : 'DISMISSED', 2, 2]);
  });

  test('asks the database no more than it must', async () => {
    const { organization, id } = await caseAt('REPORTED');
    const { statements } = await organization.manager.send(
      'mutation($input: AdvanceConflictCaseInput!) { advanceConflictCase(input: $input) { __typename } }',
      { input: { id, expectedVersion: 1, to: 'TRIAGED' } },
    );
    // The key; the case; the event, the change and its audit entry.
    expect(statements).toHaveLength(5);
  });
});

describe('advanceConflictCase reopens', () => {
  const ended = ['CLOSED', 'DISMISSED'] as const;

  test.each(ended)(
    'a %s case, which has then no end and no resolution, while its events keep what was',
    async (status) => {
      const { advance, read: readNow } = await caseAt(status);
      const before = await readNow();
      expect(before).toMatchObject({ closedAt: clock.now().toISOString(), nextStatuses: ['TRIAGED'], dueAt: null });
      clock.pass({ days: 29 });
      const { conflictCase } = expectPayload(await advance('TRIAGED', { note: 'New evidence.' }));
      expect(conflictCase).toMatchObject({
        status: 'TRIAGED',
        nextStatuses: ['CONSULTATION', 'DISMISSED'],
        resolution: null,
        closedAt: null,
        openedAt: before.openedAt,
        dueAt: new Date(clock.now().getTime() + 5 * 24 * 3600 * 1000).toISOString(),
        version: before.version + 1,
      });
      expect(conflictCase.events.nodes.slice(0, -1)).toEqual(before.events.nodes);
      expect(conflictCase.events.nodes.at(-1)).toMatchObject({ kind: 'ADVANCED', from: status, to: 'TRIAGED' });
    },
  );

  test.each(ended)('a %s case with a note only', async (status) => {
    const { organization, advance } = await caseAt(status);
    await expectUnwritten(api, organization, async () => {
      for (const note of [undefined, null]) {
        const refused = await advance('TRIAGED', { note });
        expectRefusal(refused, 'ValidationError', 'CONFLICT_REOPENING_WITHOUT_NOTE note');
      }
      expectRefusal(await advance('TRIAGED', { note: ' ' }), 'ValidationError', 'TEXT_EMPTY note');
    });
  });

  test.each(ended)('a %s case within 30 days, to the millisecond', async (status) => {
    const { organization, advance, read: readNow } = await caseAt(status);
    const closedAt = clock.now().getTime();
    const days = 30 * 24 * 3600 * 1000;
    clock.set(closedAt + days + 1);
    expect(await readNow()).toMatchObject({ status, nextStatuses: [] });
    await expectUnwritten(api, organization, async () => {
      const late = await advance('TRIAGED', { note: 'New evidence.' });
      expectRefusal(late, 'InvalidStateError', 'CONFLICT_REOPENING_TOO_LATE to');
      expect(expectUserError(late, 'CONFLICT_REOPENING_TOO_LATE')).toMatchObject({ state: status });
    });
    clock.set(closedAt + days);
    expect(await readNow()).toMatchObject({ status, nextStatuses: ['TRIAGED'] });
    expectPayload(await advance('TRIAGED', { note: 'New evidence.' }));
  });

  test('a case as often as it is closed, each time within 30 days of its last end', async () => {
    const { advance, organization, id, version } = await caseAt('DISMISSED');
    clock.pass({ days: 20 });
    expectPayload(await advance('TRIAGED', { note: 'Again.' }));
    expectPayload(await advance('DISMISSED', { expectedVersion: version + 1 }));
    clock.pass({ days: 20 });
    expectPayload(await advance('TRIAGED', { expectedVersion: version + 2, note: 'And again.' }));
    expect(await read(organization.manager, { id })).toMatchObject({ status: 'TRIAGED', version: version + 3 });
  });
});
