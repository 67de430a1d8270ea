import { beforeAll, describe, expect, test } from 'vitest';
import { giveKey } from '../../api/access/keys.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { AddConflictEvidenceInput, ConflictStatus } from '../kit/gen/graphql.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { AddConflictEvidence, ResolveConflictCase } from './documents.ts';
import { eventOf, expectUnwritten, read, sceneOf } from './scene.ts';

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
    expect(events.nodes.slice(1).map(({ kind, actor, actorDealer }) => [kind, actor, actorDealer])).toEqual([
      ['EVIDENCE_ADDED', 'admin 1', null],
      ['EVIDENCE_ADDED', 'channel_manager 1', null],
      ['EVIDENCE_ADDED', 'dealer 1', { id: claimant.id }],
      ['EVIDENCE_ADDED', 'dealer 2', { id: respondent.id }],
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
      const event = eventOf({
        number: version + 1,
        kind: 'EVIDENCE_ADDED',
        at: '2026-11-22T15:04:05.123Z',
        actor: 'channel_manager 1',
        from: status,
        to: status,
        note: '见附件',
        visibility: 'BRAND',
        evidence: evidence.map(({ uri, note }) => ({ uri, note: note ?? null })),
      });
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

describe('each side adds evidence 50 times', () => {
  const sides = ['brand', 'claimant', 'respondent'] as const;

  test.each(sides)('the %s no more, whoever speaks for it, and keeps no other side out by it', async (side) => {
    const { organization, claimant, respondent, id, version, add } = await caseAt('CONSULTATION');
    const second = async ({ code }: Dealer) => {
      const request = { organization: organization.code, name: undefined, locale: 'en', label: 'second' } as const;
      return api.as((await giveKey(api.database, { ...request, role: 'DEALER', dealer: code }, new Date())).key);
    };
    const speakers = {
      brand: [organization.manager, organization.admin],
      claimant: [claimant.client, await second(claimant)],
      respondent: [respondent.client, await second(respondent)],
    };
    for (let times = 0; times < 50; times += 1) {
      const visibility = times % 3 === 0 ? 'BRAND' : 'ALL';
      expectPayload(await add({ visibility }, speakers[side][times % 2]));
    }
    await expectUnwritten(api, organization, async () => {
      for (const speaker of speakers[side]) {
        const refused = await add({}, speaker);
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_EVIDENCE_LIMIT id');
        expect(expectUserError(refused, 'CONFLICT_EVIDENCE_LIMIT')).toMatchObject({
          state: 'CONSULTATION',
          message: expect.stringContaining(' 50 '),
        });
        expectRefusal(await add({ note: '' }, speaker), 'ValidationError', 'TEXT_EMPTY note');
      }
    });
    const others = sides.filter((each) => each !== side).flatMap((other) => speakers[other]);
    for (const other of others) expectPayload(await add({}, other));
    const elsewhere = await organization.conflictCase([claimant, respondent]);
    for (const speaker of speakers[side]) expectPayload(await add({ id: elsewhere.id }, speaker));

    const settlement = { strategies: ['NEGOTIATE'], outcome: 'Settled.' };
    const settled = await organization.manager.run(ResolveConflictCase, {
      input: { id, expectedVersion: version + 54, ...settlement },
    });
    expect(expectPayload(settled).conflictCase).toMatchObject({ status: 'RESOLVED', version: version + 55 });
  });

  test('and no more where the last times fall on one moment', async () => {
    const { claimant, version, add, read: readNow } = await caseAt('REPORTED');
    for (let times = 0; times < 45; times += 1) expectPayload(await add({}, claimant.client));
    const results = await Promise.all(Array.from({ length: 12 }, () => add({}, claimant.client)));
    const refused = refusedOf(results);
    expect(refused).toHaveLength(7);
    for (const result of refused) expectRefusal(result, 'InvalidStateError', 'CONFLICT_EVIDENCE_LIMIT id');
    expect((await readNow()).version).toBe(version + 50);
  });

  test('not again after a reopening, while the case comes to its end', async () => {
    const { organization, claimant, respondent, add } = await caseAt('REPORTED');
    const opened = organization.conflictCase([claimant, respondent]).reach('CONSULTATION');
    const full = Array.from({ length: 50 }).reduce<typeof opened>(
      (steps) => steps.evidence({ by: claimant.client }),
      opened,
    );
    const reopened = full.resolve().advance('CLOSED').advance('TRIAGED', { note: 'Broken.' });
    const { id, version } = await reopened;
    await expectUnwritten(api, organization, async () =>
      expectRefusal(await add({ id }, claimant.client), 'InvalidStateError', 'CONFLICT_EVIDENCE_LIMIT id'),
    );
    await reopened.advance('CONSULTATION').propose().answer({ by: claimant.client }).resolve().advance('CLOSED');
    expect(await read(organization.auditor, { id })).toMatchObject({ status: 'CLOSED', version: version + 5 });
  });
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
