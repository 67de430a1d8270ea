import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { AddConflictEvidenceInput, ConflictStatus } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, noIdsOf } from '../network/refusals.ts';
import { AddConflictEvidence, ProposeConflictTerms, ResolveConflictCase } from './documents.ts';
import { expectUnwritten, haveHistory, read, sceneOf } from './scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: () => new Date('2026-11-22T15:04:05.123Z') });
});

const photo = { uri: 'https://example.org/photo.jpg' };

/** A case that has come so far, and what it takes to add to it. */
async function caseAt(status: ConflictStatus) {
  const given = await sceneOf(api);
  const { organization, claimant, respondent } = given;
  const { id, version } = await organization.conflictCase([claimant, respondent]).reach(status);
  const add = (change: Partial<AddConflictEvidenceInput> = {}, by: Client = organization.manager) =>
    by.run(AddConflictEvidence, { input: { id, evidence: [photo], ...change } });
  return { ...given, id, version, add, read: () => read(organization.auditor, { id }) };
}

describe('addConflictEvidence', () => {
  test('is for those who run cases, and for the dealers that are in them', async () => {
    const { organization, claimant, respondent, stranger, add, read: readNow } = await caseAt('REPORTED');
    await expectUnwritten(api, organization, async () => {
      for (const caller of [organization.assessor, organization.auditor]) {
        expectError(await add({}, caller), 'FORBIDDEN');
      }
      expectRefusal(await add({}, stranger.client), 'NotFoundError', 'NOT_FOUND id');
    });
    for (const caller of [organization.admin, organization.manager, claimant.client, respondent.client]) {
      expectPayload(await add({}, caller));
    }
    const { events } = await readNow();
    expect(events.nodes.slice(1).map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'EVIDENCE_ADDED admin 1',
      'EVIDENCE_ADDED channel_manager 1',
      'EVIDENCE_ADDED dealer 1',
      'EVIDENCE_ADDED dealer 2',
    ]);
  });

  test.each(['REPORTED', 'TRIAGED', 'CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION', 'RESOLVED'] as const)(
    'adds one event to a case that is %s, and moves nothing',
    async (status) => {
      const { version, add, read: readNow } = await caseAt(status);
      const before = await readNow();
      const evidence = [
        { uri: 'HTTPS://example.org/a?b=%20#c', note: '  照片\n第二张 ' },
        { uri: 'urn:isbn:0451450523', note: null },
        { uri: 'http://例子.测试/证据', note: undefined },
      ];
      const { conflictCase } = expectPayload(await add({ evidence, note: '见附件', visibility: 'BRAND' }));
      const event = {
        number: version + 1,
        kind: 'EVIDENCE_ADDED',
        at: '2026-11-22T15:04:05.123Z',
        actor: 'channel_manager 1',
        from: status,
        to: status,
        note: '见附件',
        visibility: 'BRAND',
        evidence: evidence.map(({ uri, note }) => ({ uri, note: note ?? null })),
        proposal: null,
      };
      expect(conflictCase).toEqual({
        ...before,
        version: version + 1,
        events: { totalCount: before.events.totalCount + 1, nodes: [...before.events.nodes, event] },
      });
      expect(await readNow()).toEqual(conflictCase);
    },
  );

  test.each(['CLOSED', 'DISMISSED'] as const)('refuses a case that is %s, whoever asks', async (status) => {
    const { organization, claimant, add } = await caseAt(status);
    await expectUnwritten(api, organization, async () => {
      for (const caller of [organization.manager, claimant.client]) {
        const refused = await add({}, caller);
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_ENDED id');
        expect(expectUserError(refused, 'CONFLICT_ENDED')).toMatchObject({ state: status });
      }
    });
  });

  test('takes null for a note as none, and has no other', async () => {
    const { organization, add, read: readNow } = await caseAt('REPORTED');
    await expectUnwritten(api, organization, async () => {
      for (const field of ['id', 'evidence', 'visibility']) {
        expect(expectError(await add({ [field]: null }), 'BAD_USER_INPUT').message).toContain(field);
      }
    });
    expectPayload(await add({ note: null }));
    expect((await readNow()).events.nodes[1]).toMatchObject({ note: null, visibility: 'ALL' });
  });

  test('finds no case but those of its organization', async () => {
    const { organization, claimant, add } = await caseAt('REPORTED');
    const other = await caseAt('REPORTED');
    await expectUnwritten(api, other.organization, () =>
      expectUnwritten(api, organization, async () => {
        for (const id of [...noIdsOf('ConflictCase', other.id), claimant.id]) {
          for (const caller of [organization.manager, claimant.client]) {
            expectRefusal(await add({ id, evidence: [] }, caller), 'NotFoundError', 'NOT_FOUND id');
          }
        }
      }),
    );
  });

  test('loses nothing that is added at the same moment', async () => {
    const { claimant, organization, add, read: readNow } = await caseAt('REPORTED');
    const notes = Array.from({ length: 20 }, (_, at) => `Note ${at}`);
    const callers = [organization.manager, claimant.client] as const;
    const added = notes.map((note, at) => add({ note }, callers[at % 2]));
    for (const result of await Promise.all(added)) expectPayload(result);
    const { version, events } = await readNow();
    expect([version, events.totalCount]).toEqual([21, 21]);
    expect(events.nodes.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    expect(
      events.nodes
        .slice(1)
        .map(({ note }) => note)
        .sort(),
    ).toEqual(notes.sort());
  });
});

test('a history takes 1,000 events, beyond which a case takes no more evidence and no more terms, but comes to its end', async () => {
  const { organization, id, add } = await caseAt('CONSULTATION');
  await haveHistory(api, { id }, 999);
  expectPayload(await add());
  await expectUnwritten(api, organization, async () => {
    expectRefusal(await add(), 'InvalidStateError', 'CONFLICT_HISTORY_FULL id');
    const terms = { id, expectedVersion: 1_000, terms: 'One more.' };
    const proposed = await organization.manager.run(ProposeConflictTerms, { input: terms });
    expectRefusal(proposed, 'InvalidStateError', 'CONFLICT_HISTORY_FULL id');
  });
  const settlement = { strategies: ['NEGOTIATE'], outcome: 'Settled.' };
  const settled = await organization.manager.run(ResolveConflictCase, {
    input: { id, expectedVersion: 1_000, ...settlement },
  });
  expect(expectPayload(settled).conflictCase).toMatchObject({ status: 'RESOLVED', version: 1_001 });
});

describe('addConflictEvidence refuses', () => {
  let given: Awaited<ReturnType<typeof caseAt>>;
  beforeAll(async () => {
    given = await caseAt('REPORTED');
  });

  const refused = (change: Partial<AddConflictEvidenceInput>, ...faults: string[]) =>
    expectUnwritten(api, given.organization, async () =>
      expectRefusal(await given.add(change, given.respondent.client), 'ValidationError', ...faults),
    );

  test('no evidence, or more than 20 pieces', async () => {
    await refused({ evidence: [] }, 'LIST_EMPTY evidence');
    await refused({ evidence: Array.from({ length: 21 }, () => photo) }, 'LIST_TOO_LONG evidence');
    expectPayload(await given.add({ evidence: Array.from({ length: 20 }, () => photo) }));
  });

  test('what is no address', async () => {
    for (const uri of [
      'photo.jpg',
      '//example.org',
      'javascript:alert(1)',
      'ftp://example.org',
      'https:// a',
      'urn:',
    ]) {
      await refused({ evidence: [photo, { uri }] }, 'URI_INVALID evidence 1 uri');
    }
    const long = `https://example.org/${'x'.repeat(1_981)}`;
    await refused({ evidence: [{ uri: long }] }, 'TEXT_TOO_LONG evidence 0 uri');
    expectPayload(await given.add({ evidence: [{ uri: long.slice(0, 2_000) }] }));
  });

  test('texts that nobody can store or show', async () => {
    for (const { text, fault } of badTexts) {
      await refused({ note: text }, `${fault} note`);
      await refused({ evidence: [{ ...photo, note: text }] }, `${fault} evidence 0 note`);
    }
    await refused({ note: 'x'.repeat(2_001) }, 'TEXT_TOO_LONG note');
  });

  test('every fault at once', async () => {
    await refused(
      { evidence: [{ uri: '', note: '' }, photo, { uri: 'x', note: 'x'.repeat(2_001) }], note: '\t' },
      'TEXT_EMPTY evidence 0 uri',
      'TEXT_EMPTY evidence 0 note',
      'URI_INVALID evidence 2 uri',
      'TEXT_TOO_LONG evidence 2 note',
      'TEXT_EMPTY note',
    );
  });
});
