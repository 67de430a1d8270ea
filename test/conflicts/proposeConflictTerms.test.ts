import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { ConflictStatus, ProposeConflictTermsInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { ProposeConflictTerms } from './documents.ts';
import { clockAt, expectUnwritten, read, sceneOf } from './scene.ts';

const clock = clockAt('2026-11-22T15:04:05.123Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

const rungs = ['CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'] as const;

/** A case that has come so far, and what it takes to put terms to its parties. */
async function caseAt(status: ConflictStatus) {
  const given = await sceneOf(api);
  const { organization, claimant, respondent, stranger } = given;
  const { id, version } = await organization.conflictCase([claimant, respondent, stranger]).reach(status);
  const propose = (change: Partial<ProposeConflictTermsInput> = {}, by = organization.manager) =>
    by.run(ProposeConflictTerms, { input: { id, expectedVersion: version, terms: 'Keep out.', ...change } });
  return { ...given, id, version, propose, read: () => read(organization.auditor, { id }) };
}

describe('proposeConflictTerms', () => {
  test('is for those who run cases alone', async () => {
    const { organization, claimant, respondent, propose } = await caseAt('NEGOTIATION');
    await expectUnwritten(api, organization, async () => {
      for (const caller of [organization.assessor, organization.auditor, claimant.client, respondent.client]) {
        expectError(await propose({}, caller), 'FORBIDDEN');
      }
    });
    expectPayload(await propose({}, organization.admin));
  });

  test.each(rungs)('puts terms to all parties of a case on the rung of %s', async (rung) => {
    const { claimant, respondent, stranger, version, propose, read: readNow } = await caseAt(rung);
    const before = await readNow();
    const { conflictCase } = expectPayload(await propose({ terms: ' 第一条：\n底价 ' }));
    expect(conflictCase).toEqual({
      ...before,
      proposals: [
        {
          number: 1,
          terms: ' 第一条：\n底价 ',
          proposedAt: '2026-11-22T15:04:05.123Z',
          proposedBy: 'channel_manager 1',
          answers: [],
          unanswered: [claimant, respondent, stranger].map(({ id }) => ({ dealer: { id } })),
          open: true,
        },
      ],
      // The first proposal is there; what is wanted next is a ruling, once it comes to that.
      dueAt: rung === 'ARBITRATION' ? before.dueAt : null,
      version: version + 1,
      events: {
        totalCount: version + 1,
        nodes: [
          ...before.events.nodes,
          {
            number: version + 1,
            kind: 'TERMS_PROPOSED',
            at: '2026-11-22T15:04:05.123Z',
            actor: 'channel_manager 1',
            from: rung,
            to: rung,
            note: null,
            visibility: 'ALL',
            evidence: [],
            proposal: { number: 1 },
          },
        ],
      },
    });
    expect(await readNow()).toEqual(conflictCase);
  });

  test.each(['REPORTED', 'TRIAGED', 'RESOLVED', 'CLOSED', 'DISMISSED'] as const)(
    'refuses a case that is %s',
    async (status) => {
      const { organization, propose } = await caseAt(status);
      await expectUnwritten(api, organization, async () => {
        const refused = await propose();
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_NOT_ON_A_RUNG id');
        expect(expectUserError(refused, 'CONFLICT_NOT_ON_A_RUNG')).toMatchObject({ state: status });
      });
    },
  );

  test('puts them in place of those that stood, whatever was answered, on this rung or a later one', async () => {
    const { organization, claimant, respondent, stranger, id } = await caseAt('REPORTED');
    const first = organization.conflictCase([claimant, respondent, stranger]).reach('CONSULTATION');
    await first.propose({ terms: 'One' }).answer({ party: claimant.id }).propose({ terms: 'Two' });
    const { id: other } = await first;
    const shown = (await read(organization.auditor, { id: other })).proposals;
    expect(shown.map(({ number, terms, open }) => [number, terms, open])).toEqual([
      [1, 'One', false],
      [2, 'Two', true],
    ]);
    expect(shown.map(({ answers, unanswered }) => [answers.length, unanswered.length])).toEqual([
      [1, 2],
      [0, 3],
    ]);
    expect((await read(organization.auditor, { id })).proposals).toEqual([]);
  });

  test('counts on where a case was reopened', async () => {
    const { organization, claimant, respondent } = await caseAt('REPORTED');
    const steps = organization.conflictCase([claimant, respondent]).reach('CONSULTATION');
    const again = steps.propose({ terms: 'One' }).resolve().advance('CLOSED').advance('TRIAGED', { note: 'Broken.' });
    const { id } = await again;
    const due = new Date(clock.now().getTime() + 5 * 24 * 3600 * 1000).toISOString();
    expect(await read(organization.auditor, { id })).toMatchObject({ proposals: [{ open: false }], dueAt: due });
    await again.advance('CONSULTATION').propose({ terms: 'Two' });
    const { proposals, dueAt } = await read(organization.auditor, { id });
    expect(proposals.map(({ number, terms, open }) => [number, terms, open])).toEqual([
      [1, 'One', false],
      [2, 'Two', true],
    ]);
    expect(dueAt).toBeNull();
  });

  test('is closed for answers once the case leaves the ladder, and open again on a rung only', async () => {
    const { organization, claimant, respondent } = await caseAt('REPORTED');
    const steps = organization.conflictCase([claimant, respondent]).reach('CONSULTATION').propose();
    const openAfter = async (reached: Promise<{ id: string }>) =>
      (await read(organization.auditor, await reached)).proposals.map(({ open }) => open);
    expect(await openAfter(steps)).toEqual([true]);
    const next = steps.advance('NEGOTIATION');
    expect(await openAfter(next)).toEqual([true]);
    expect(await openAfter(next.resolve())).toEqual([false]);
  });

  test('finds no case but those of its organization', async () => {
    const { organization, claimant, propose } = await caseAt('CONSULTATION');
    const other = await caseAt('CONSULTATION');
    await expectUnwritten(api, other.organization, () =>
      expectUnwritten(api, organization, async () => {
        for (const id of [...noIdsOf('ConflictCase', other.id), claimant.id]) {
          expectRefusal(await propose({ id, terms: '' }), 'NotFoundError', 'NOT_FOUND id');
        }
      }),
    );
  });

  test('refuses one who read another version, before anything else', async () => {
    const { organization, propose, version } = await caseAt('TRIAGED');
    await expectUnwritten(api, organization, async () => {
      for (const expectedVersion of [version - 1, version + 1]) {
        const refused = await propose({ expectedVersion, terms: '' });
        expectRefusal(refused, 'StaleVersionError', 'STALE_VERSION expectedVersion');
        expect(expectUserError(refused, 'STALE_VERSION')).toMatchObject({ currentVersion: version });
      }
    });
  });

  test('lets one of twenty through who read the same version', async () => {
    const { propose, read: readNow, version } = await caseAt('MEDIATION');
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => propose({ terms: `Terms ${at}` })));
    const lost = refusedOf(results);
    const [won = -1] = results.flatMap((result, at) => (lost.includes(result) ? [] : [at]));
    expect(lost).toHaveLength(19);
    for (const result of lost) expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
    const shown = await readNow();
    expect([shown.version, shown.proposals.map(({ terms }) => terms)]).toEqual([version + 1, [`Terms ${won}`]]);
  });

  test('refuses terms that nobody can store or show', async () => {
    const { organization, propose } = await caseAt('ARBITRATION');
    await expectUnwritten(api, organization, async () => {
      for (const { text, fault } of badTexts.filter((bad) => bad.fault !== 'TEXT_TOO_LONG')) {
        expectRefusal(await propose({ terms: text }), 'ValidationError', `${fault} terms`);
      }
      expectError(await propose({ terms: 'x'.repeat(10_001) }), 'LIMIT_TEXT');
      for (const field of ['id', 'expectedVersion', 'terms']) {
        expect(expectError(await propose({ [field]: null }), 'BAD_USER_INPUT').message).toContain(field);
      }
    });
    expectPayload(await propose({ terms: '长'.repeat(10_000) }));
  });
});
