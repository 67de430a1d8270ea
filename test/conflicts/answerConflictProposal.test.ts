import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { AnswerConflictProposalInput } from '../kit/gen/graphql.ts';
import type { ConflictCaseSteps } from '../kit/seed/conflict-case.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { AnswerConflictProposal } from './documents.ts';
import { clockAt, expectUnwritten, read, sceneOf } from './scene.ts';

const clock = clockAt('2026-11-22T15:04:05.123Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

/** A case with terms that stand, moved on as told, and what it takes to answer. */
async function proposed(moveOn: (steps: ConflictCaseSteps) => ConflictCaseSteps = (steps) => steps) {
  const given = await sceneOf(api);
  const { organization, claimant, respondent } = given;
  const affected = await organization.dealer();
  const steps = organization.conflictCase([claimant, respondent, affected]).reach('CONSULTATION').propose();
  const { id, version } = await moveOn(steps);
  const answer = (change: Partial<AnswerConflictProposalInput> = {}, by: Client = claimant.client) =>
    by.run(AnswerConflictProposal, { input: { id, proposal: 1, answer: 'ACCEPT', ...change } });
  return { ...given, affected, id, version, answer, read: () => read(organization.auditor, { id }) };
}

describe('answerConflictProposal', () => {
  test('is for those who run cases, and for the dealers that are in them', async () => {
    const { organization, claimant, stranger, answer } = await proposed();
    await expectUnwritten(api, organization, async () => {
      for (const caller of [organization.assessor, organization.auditor]) {
        expectError(await answer({ party: claimant.id }, caller), 'FORBIDDEN');
      }
      expectRefusal(await answer({}, stranger.client), 'NotFoundError', 'NOT_FOUND id');
    });
  });

  test('writes down what a dealer says for itself, by one event that moves nothing', async () => {
    const { claimant, respondent, affected, version, answer, read: readNow } = await proposed();
    const before = await readNow();
    const [proposal] = before.proposals;
    clock.pass({ hours: 2 });
    const at = clock.now().toISOString();
    const { conflictCase } = expectPayload(await answer({ answer: 'REFUSE', note: '太低了' }));
    const seen = await readNow();
    expect(seen).toEqual({
      ...before,
      proposals: [
        {
          ...proposal,
          answers: [{ party: { id: claimant.id }, answer: 'REFUSE', at, by: 'dealer 1', note: '太低了' }],
          unanswered: [respondent, affected].map(({ id }) => ({ dealer: { id } })),
        },
      ],
      version: version + 1,
      events: {
        totalCount: version + 1,
        nodes: [
          ...before.events.nodes,
          {
            number: version + 1,
            kind: 'PROPOSAL_ANSWERED',
            at,
            actor: 'dealer 1',
            from: 'CONSULTATION',
            to: 'CONSULTATION',
            note: '太低了',
            visibility: 'ALL',
            evidence: [],
            proposal: { number: 1 },
          },
        ],
      },
    });
    expect(conflictCase).toEqual(seen);
  });

  test('is once for each party, by the party or by those who run cases, the earliest first', async () => {
    const { organization, claimant, respondent, affected, answer, read: readNow } = await proposed();
    clock.pass({ ms: 1 });
    expectPayload(await answer({ party: affected.id }, organization.manager));
    clock.pass({ ms: 1 });
    expectPayload(await answer({ party: respondent.id, answer: 'REFUSE', note: null }, respondent.client));
    clock.pass({ ms: 1 });
    expectPayload(await answer({ party: claimant.id }, organization.admin));
    const { proposals } = await readNow();
    expect(proposals[0]?.answers.map(({ party, answer, by, note }) => [party.id, answer, by, note])).toEqual([
      [affected.id, 'ACCEPT', 'channel_manager 1', null],
      [respondent.id, 'REFUSE', 'dealer 2', null],
      [claimant.id, 'ACCEPT', 'admin 1', null],
    ]);
    expect(proposals[0]).toMatchObject({ unanswered: [], open: true });
    await expectUnwritten(api, organization, async () => {
      for (const [caller, party, kind] of [
        [respondent.client, undefined, 'ACCEPT'],
        [respondent.client, respondent.id, 'REFUSE'],
        [affected.client, null, 'ACCEPT'],
        [organization.manager, claimant.id, 'ACCEPT'],
      ] as const) {
        const refused = await answer({ party, answer: kind }, caller);
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_ALREADY_ANSWERED proposal');
        expect(expectUserError(refused, 'CONFLICT_ALREADY_ANSWERED')).toMatchObject({ state: 'CONSULTATION' });
      }
    });
  });

  test('is once where a party answers often at the same moment', async () => {
    const { organization, claimant, version, answer, read: readNow } = await proposed();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 === 0 ? answer({ answer: 'REFUSE' }) : answer({ party: claimant.id }, organization.manager),
      ),
    );
    const refused = refusedOf(results);
    expect(refused).toHaveLength(19);
    for (const result of refused) expectRefusal(result, 'InvalidStateError', 'CONFLICT_ALREADY_ANSWERED proposal');
    const shown = await readNow();
    expect([shown.version, shown.events.totalCount, shown.proposals[0]?.answers.length]).toEqual([
      version + 1,
      version + 1,
      1,
    ]);
  });

  test('of all parties at the same moment loses none', async () => {
    const { claimant, respondent, affected, answer, read: readNow } = await proposed();
    const clients = [claimant, respondent, affected].map(({ client }) => client);
    for (const result of await Promise.all(clients.map((client) => answer({}, client)))) expectPayload(result);
    expect((await readNow()).proposals[0]?.answers).toHaveLength(3);
  });

  test('refuses terms that others stand in place of, to those who answered and those who did not', async () => {
    const { organization, claimant, respondent, answer } = await proposed((steps) => steps.propose({ terms: 'Two' }));
    await expectUnwritten(api, organization, async () => {
      for (const caller of [claimant.client, respondent.client]) {
        const refused = await answer({}, caller);
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_PROPOSAL_SUPERSEDED proposal');
      }
    });
    expectPayload(await answer({ proposal: 2 }));
  });

  test('refuses a proposal that was never made', async () => {
    const { organization, answer } = await proposed();
    await expectUnwritten(api, organization, async () => {
      for (const proposal of [0, 2, -1, 2 ** 31 - 1]) {
        expectRefusal(await answer({ proposal }), 'ValidationError', 'CONFLICT_PROPOSAL_UNKNOWN proposal');
      }
    });
  });

  test.each([
    ['RESOLVED', (steps: ConflictCaseSteps) => steps.resolve()],
    ['CLOSED', (steps: ConflictCaseSteps) => steps.resolve().advance('CLOSED')],
    ['TRIAGED', (steps: ConflictCaseSteps) => steps.resolve().advance('CLOSED').advance('TRIAGED', { note: 'Again.' })],
  ])('refuses a case that is %s: it stands on no rung', async (status, moveOn) => {
    const { organization, answer } = await proposed(moveOn);
    await expectUnwritten(api, organization, async () => {
      const refused = await answer();
      expectRefusal(refused, 'InvalidStateError', 'CONFLICT_NOT_ON_A_RUNG id');
      expect(expectUserError(refused, 'CONFLICT_NOT_ON_A_RUNG')).toMatchObject({ state: status });
    });
  });

  test('refuses terms from before a reopening, though no others stand in their place', async () => {
    const {
      organization,
      answer,
      read: readNow,
    } = await proposed((steps) =>
      steps.resolve().advance('CLOSED').advance('TRIAGED', { note: 'Again.' }).advance('CONSULTATION'),
    );
    expect((await readNow()).proposals).toMatchObject([{ number: 1, open: false }]);
    await expectUnwritten(api, organization, async () =>
      expectRefusal(await answer(), 'InvalidStateError', 'CONFLICT_PROPOSAL_SUPERSEDED proposal'),
    );
  });

  test('stands on a later rung, too', async () => {
    const { answer } = await proposed((steps) => steps.advance('NEGOTIATION').advance('MEDIATION'));
    const { conflictCase } = expectPayload(await answer());
    expect(conflictCase.events.nodes.at(-1)).toMatchObject({ from: 'MEDIATION', to: 'MEDIATION' });
  });

  test('wants to be told for whom, of those who speak for no dealer', async () => {
    const { organization, answer } = await proposed();
    await expectUnwritten(api, organization, async () => {
      for (const caller of [organization.manager, organization.admin]) {
        for (const party of [undefined, null]) {
          expectRefusal(await answer({ party }, caller), 'ValidationError', 'CONFLICT_PARTY_WANTED party');
        }
      }
    });
  });

  test('finds no party but those of the case, and of a DEALER its own', async () => {
    const { organization, respondent, stranger, id, answer } = await proposed();
    const foreign = await (await api.seed.organization()).dealer();
    await expectUnwritten(api, organization, async () => {
      for (const party of [stranger.id, id, ...noIdsOf('Dealer', foreign.id)]) {
        expectRefusal(await answer({ party }, organization.manager), 'NotFoundError', 'NOT_FOUND party');
      }
      for (const party of [respondent.id, stranger.id, foreign.id, '']) {
        expectRefusal(await answer({ party }), 'NotFoundError', 'NOT_FOUND party');
      }
    });
  });

  test('finds no case but those of its organization', async () => {
    const { organization, claimant, answer } = await proposed();
    const other = await proposed();
    await expectUnwritten(api, other.organization, () =>
      expectUnwritten(api, organization, async () => {
        for (const id of [...noIdsOf('ConflictCase', other.id), claimant.id]) {
          for (const caller of [organization.manager, claimant.client]) {
            expectRefusal(await answer({ id, note: '', proposal: 9 }, caller), 'NotFoundError', 'NOT_FOUND id');
          }
        }
      }),
    );
  });

  test('refuses notes that nobody can store or show, and every fault at once', async () => {
    const { organization, stranger, answer } = await proposed();
    await expectUnwritten(api, organization, async () => {
      for (const { text, fault } of badTexts) {
        expectRefusal(await answer({ note: text }), 'ValidationError', `${fault} note`);
      }
      expectRefusal(await answer({ note: 'x'.repeat(2_001) }), 'ValidationError', 'TEXT_TOO_LONG note');
      const faults = ['CONFLICT_PROPOSAL_UNKNOWN proposal', 'NOT_FOUND party', 'TEXT_EMPTY note'];
      const all = { proposal: 3, party: stranger.id, note: '' };
      expectRefusal(await answer(all, organization.manager), 'ValidationError', ...faults);
      for (const field of ['id', 'proposal', 'answer', 'visibility']) {
        expect(expectError(await answer({ [field]: null }), 'BAD_USER_INPUT').message).toContain(field);
      }
    });
  });
});
