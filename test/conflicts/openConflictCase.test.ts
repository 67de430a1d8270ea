import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload } from '../kit/expect.ts';
import type { ConflictPartyInput, OpenConflictCaseInput } from '../kit/gen/graphql.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import { equalDealers, inBulk } from '../network/in-bulk.ts';
import { badTexts, expectRefusal, noIdsOf } from '../network/refusals.ts';
import { OpenConflictCase } from './documents.ts';
import { expectUnwritten, read, type Scene, sceneOf } from './scene.ts';
import { trade } from './trade.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: [trade], now: () => new Date('2026-11-22T15:04:05.123Z') });
});
const scene = () => sceneOf(api, { industry: 'trade' });

const party = ({ id }: Pick<Dealer, 'id'>, role: ConflictPartyInput['role']): ConflictPartyInput => ({
  dealer: id,
  role,
});

/** What needs to be told, and no more. */
const plain = ({ claimant, respondent }: Scene): OpenConflictCaseInput => ({
  title: 'Prices below the floor',
  description: 'Sold below the price that both had agreed to.',
  subject: 'PRICE',
  causes: ['COMPETITION'],
  parties: [party(claimant, 'CLAIMANT'), party(respondent, 'RESPONDENT')],
});

describe('openConflictCase', () => {
  test('is not for those who only look on', async () => {
    const given = await scene();
    await expectUnwritten(api, given.organization, async () => {
      for (const caller of [given.organization.assessor, given.organization.auditor]) {
        expectError(await caller.run(OpenConflictCase, { input: plain(given) }), 'FORBIDDEN');
      }
    });
  });

  test('takes in a case of which only the needed is told', async () => {
    const given = await scene();
    const { organization, claimant, respondent } = given;
    const { conflictCase } = expectPayload(await organization.manager.run(OpenConflictCase, { input: plain(given) }));
    const suggested = ['ROLE_POSITIONING', 'ALLIANCE', 'MARKET_WATCH', 'trade/price-floor', 'RESOLUTION_MECHANISM'];
    expect(conflictCase).toEqual({
      id: expect.any(String),
      number: 1,
      title: 'Prices below the floor',
      description: 'Sold below the price that both had agreed to.',
      openedBy: 'channel_manager 1',
      structure: 'HORIZONTAL',
      reason: expect.any(String),
      subject: 'PRICE',
      causes: ['COMPETITION'],
      tags: [],
      impacts: [],
      severity: 0,
      status: 'REPORTED',
      nextStatuses: ['TRIAGED', 'DISMISSED'],
      parties: [
        { role: 'CLAIMANT', dealer: { id: claimant.id } },
        { role: 'RESPONDENT', dealer: { id: respondent.id } },
      ],
      suggestedStrategies: suggested.map((code) => ({
        strategy: { code },
        answers: ['COMPETITION'],
        answersTags: [],
      })),
      proposals: [],
      resolution: null,
      openedAt: '2026-11-22T15:04:05.123Z',
      closedAt: null,
      dueAt: '2026-11-23T15:04:05.123Z',
      overdue: false,
      version: 1,
      events: {
        totalCount: 1,
        nodes: [
          {
            number: 1,
            kind: 'OPENED',
            at: '2026-11-22T15:04:05.123Z',
            actor: 'channel_manager 1',
            from: null,
            to: 'REPORTED',
            note: null,
            visibility: 'ALL',
            evidence: [],
            proposal: null,
          },
        ],
      },
    });
    for (const reader of [organization.admin, organization.assessor, organization.auditor]) {
      expect(await read(reader, conflictCase)).toEqual(conflictCase);
    }
  });

  test('keeps all that is told, in the order told', async () => {
    const given = await scene();
    const { organization, claimant, respondent, stranger } = given;
    const input: OpenConflictCaseInput = {
      title: '  窜货：华东 & "南" 😀 ',
      description: '第一行\n\tSecond line: <b>50%</b>\r\n',
      subject: 'TERRITORY',
      causes: ['OTHER', 'POOR_COMMUNICATION', 'COMPETITION'],
      tags: ['trade/late-briefing', 'trade/diversion'],
      impacts: [
        { impact: 'CHANNEL_EFFICIENCY', rating: 4 },
        { impact: 'SATISFACTION', rating: 0 },
        { impact: 'BRAND_IMAGE', rating: 1 },
      ],
      parties: [party(stranger, 'AFFECTED'), party(respondent, 'CLAIMANT'), party(claimant, 'CLAIMANT')],
    };
    const { conflictCase } = expectPayload(await organization.admin.run(OpenConflictCase, { input }));
    expect(conflictCase).toMatchObject({
      ...input,
      openedBy: 'admin 1',
      tags: [
        { key: 'trade/late-briefing', cause: 'POOR_COMMUNICATION', label: 'Late briefing' },
        { key: 'trade/diversion', cause: 'COMPETITION', label: 'Diversion' },
      ],
      // 25 · (0.6 · 4 + 0.4 · 5/6) = 68.333…
      severity: 68.33,
      parties: [
        { role: 'AFFECTED', dealer: { id: stranger.id } },
        { role: 'CLAIMANT', dealer: { id: respondent.id } },
        { role: 'CLAIMANT', dealer: { id: claimant.id } },
      ],
    });
    expect(await read(organization.auditor, conflictCase)).toEqual(conflictCase);
  });

  test('takes null for absent nowhere: what is left out has a default', async () => {
    const given = await scene();
    await expectUnwritten(api, given.organization, async () => {
      for (const field of ['title', 'description', 'subject', 'causes', 'tags', 'impacts', 'parties']) {
        const input = { ...plain(given), [field]: null };
        const refused = await given.organization.manager.run(OpenConflictCase, { input });
        expect(expectError(refused, 'BAD_USER_INPUT').message).toContain(field);
      }
    });
  });

  test('numbers the cases of its organization from 1 on, also those of the same moment', async () => {
    const [given, other] = [await scene(), await scene()];
    const open = async ({ organization }: Scene, of: Scene) =>
      expectPayload(await organization.manager.run(OpenConflictCase, { input: plain(of) })).conflictCase.number;
    const numbers = await Promise.all(Array.from({ length: 12 }, () => open(given, given)));
    expect(numbers.sort((one, next) => one - next)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect([await open(other, other), await open(given, given)]).toEqual([1, 13]);
  });
});

describe('openConflictCase refuses', () => {
  let given: Scene;
  let manager: Client;
  beforeAll(async () => {
    given = await scene();
    manager = given.organization.manager;
  });

  const refused = async (change: Partial<OpenConflictCaseInput>, ...faults: string[]) =>
    expectUnwritten(api, given.organization, async () =>
      expectRefusal(
        await manager.run(OpenConflictCase, { input: { ...plain(given), ...change } }),
        faults.every((fault) => fault.startsWith('NOT_FOUND')) ? 'NotFoundError' : 'ValidationError',
        ...faults,
      ),
    );

  test('texts that nobody can store or show', async () => {
    for (const { text, fault } of badTexts) {
      await refused({ title: text }, `${fault} title`);
      if (fault !== 'TEXT_TOO_LONG') await refused({ description: text }, `${fault} description`);
    }
    await refused({ title: 'x'.repeat(201) }, 'TEXT_TOO_LONG title');
    await refused({ title: 'two\nlines' }, 'TEXT_UNPRINTABLE title');
    const long = { ...plain(given), description: 'x'.repeat(10_001) };
    expectError(await manager.run(OpenConflictCase, { input: long }), 'LIMIT_TEXT');
    const longest = { ...plain(given), title: '长'.repeat(200), description: '长'.repeat(10_000) };
    expectPayload(await manager.run(OpenConflictCase, { input: longest }));
  });

  test('causes that are none, or named twice', async () => {
    await refused({ causes: [] }, 'LIST_EMPTY causes');
    await refused({ causes: ['OTHER', 'COMPETITION', 'OTHER'] }, 'LIST_REPEATED causes 2');
    const wrong = { ...plain(given), causes: ['WEATHER' as never] };
    expectError(await manager.run(OpenConflictCase, { input: wrong }), 'BAD_USER_INPUT');
  });

  test('tags that no plugin brings, or that are named twice or too often', async () => {
    await refused({ tags: ['trade/diversion', 'diversion'] }, 'CONFLICT_TAG_UNKNOWN tags 1');
    for (const tag of ['', 'trade/', 'TRADE/DIVERSION', 'core/diversion', '__proto__', 'a\u0000', 'x'.repeat(9_999)]) {
      await refused({ tags: [tag] }, 'CONFLICT_TAG_UNKNOWN tags 0');
    }
    await refused({ tags: ['trade/diversion', 'trade/diversion'] }, 'LIST_REPEATED tags 1');
    const many = Array.from({ length: 21 }, (_, at) => `trade/${at}`);
    await refused({ tags: many }, 'LIST_TOO_LONG tags', ...many.map((_, at) => `CONFLICT_TAG_UNKNOWN tags ${at}`));
  });

  test('impacts rated out of 0 to 4, or named twice', async () => {
    for (const rating of [-1, 5, 2 ** 31 - 1, -(2 ** 31)]) {
      await refused({ impacts: [{ impact: 'COOPERATION', rating }] }, 'CONFLICT_IMPACT_OUT_OF_RANGE impacts 0 rating');
    }
    const twice = ['BRAND_IMAGE', 'COOPERATION', 'BRAND_IMAGE'] as const;
    await refused({ impacts: twice.map((impact) => ({ impact, rating: 1 })) }, 'LIST_REPEATED impacts 2 impact');
    const halved = { ...plain(given), impacts: [{ impact: 'COOPERATION', rating: 1.5 }] } as OpenConflictCaseInput;
    expectError(await manager.run(OpenConflictCase, { input: halved }), 'BAD_USER_INPUT');
  });

  test('dealers that are not there', async () => {
    const foreign = (await api.seed.organization({ industry: 'trade' })).dealer();
    const first = party(given.claimant, 'CLAIMANT');
    for (const dealer of [...noIdsOf('Dealer', (await foreign).id), given.organization.id]) {
      await refused({ parties: [first, { dealer, role: 'RESPONDENT' }] }, 'NOT_FOUND parties 1 dealer');
    }
    const nobody = ['', 'x'].map((dealer) => ({ dealer, role: 'CLAIMANT' as const }));
    await refused({ parties: nobody }, 'NOT_FOUND parties 0 dealer');
    await refused(
      { title: '', parties: nobody },
      'TEXT_EMPTY title',
      'NOT_FOUND parties 0 dealer',
      'NOT_FOUND parties 1 dealer',
    );
  });

  test('a party that is named twice', async () => {
    const { claimant, respondent } = given;
    await refused(
      { parties: [party(claimant, 'CLAIMANT'), party(respondent, 'RESPONDENT'), party(claimant, 'AFFECTED')] },
      'CONFLICT_PARTY_REPEATED parties 2 dealer',
    );
  });

  test('one party only, or none', async () => {
    await refused({ parties: [party(given.claimant, 'CLAIMANT')] }, 'CONFLICT_PARTIES_TOO_FEW parties');
    await refused({ parties: [] }, 'CONFLICT_PARTIES_TOO_FEW parties', 'CONFLICT_CLAIMANT_MISSING parties');
  });

  test('parties of whom nobody brings the case', async () => {
    const { claimant, respondent } = given;
    await refused(
      { parties: [party(claimant, 'RESPONDENT'), party(respondent, 'AFFECTED')] },
      'CONFLICT_CLAIMANT_MISSING parties',
    );
  });

  test('more than 20 parties, where 20 are in order', async () => {
    const { organization } = await scene();
    const ids = await equalDealers(organization.manager, 21, { industries: ['trade'] });
    const parties = ids.map((dealer) => ({ dealer, role: 'CLAIMANT' as const }));
    const open = (input: OpenConflictCaseInput) => organization.manager.run(OpenConflictCase, { input });
    await expectUnwritten(api, organization, async () =>
      expectRefusal(await open({ ...plain(given), parties }), 'ValidationError', 'LIST_TOO_LONG parties'),
    );
    const { conflictCase } = expectPayload(await open({ ...plain(given), parties: parties.slice(0, 20) }));
    expect(conflictCase.parties.map(({ dealer }) => dealer.id)).toEqual(ids.slice(0, 20));
  });

  test('every fault at once', async () => {
    const { respondent } = given;
    await refused(
      {
        title: '',
        description: ' ',
        causes: ['OTHER', 'OTHER'],
        tags: ['trade/diversion', 'none', 'trade/diversion'],
        impacts: [
          { impact: 'BRAND_IMAGE', rating: 5 },
          { impact: 'BRAND_IMAGE', rating: -1 },
        ],
        parties: [
          party(respondent, 'RESPONDENT'),
          { dealer: 'nobody', role: 'AFFECTED' },
          party(respondent, 'AFFECTED'),
        ],
      },
      'TEXT_EMPTY title',
      'TEXT_EMPTY description',
      'LIST_REPEATED causes 1',
      'LIST_REPEATED tags 2',
      'CONFLICT_TAG_UNKNOWN tags 1',
      'CONFLICT_IMPACT_OUT_OF_RANGE impacts 0 rating',
      'LIST_REPEATED impacts 1 impact',
      'CONFLICT_IMPACT_OUT_OF_RANGE impacts 1 rating',
      'NOT_FOUND parties 1 dealer',
      'CONFLICT_PARTY_REPEATED parties 2 dealer',
      'CONFLICT_CLAIMANT_MISSING parties',
    );
  });
});

describe('openConflictCase by a DEALER', () => {
  test('opens what it brings itself, against its upstream, its second tier and those that it is in a case with', async () => {
    const { organization, claimant: own, respondent, stranger } = await scene();
    const [above, below] = [await organization.dealer(), await organization.dealer()];
    await inBulk(organization.manager, 'linkDealers', [
      { upstream: above.id, downstream: own.id },
      { upstream: own.id, downstream: below.id },
    ]);
    await organization.conflictCase([respondent, own]).reach('CLOSED');
    await organization.conflictCase([stranger, respondent]);
    const open = (other: { id: string }) =>
      own.client.run(OpenConflictCase, {
        input: {
          ...plain({ organization, claimant: own, respondent, stranger }),
          parties: [party(own, 'CLAIMANT'), party(other, 'RESPONDENT')],
        },
      });
    for (const other of [above, below, respondent]) {
      const { conflictCase } = expectPayload(await open(other));
      expect(conflictCase).toMatchObject({
        openedBy: 'dealer 1',
        parties: [{ dealer: { id: own.id } }, { dealer: { id: other.id } }],
      });
      expect(await read(organization.manager, conflictCase)).toEqual(conflictCase);
    }
    await expectUnwritten(api, organization, async () => {
      const unknown = await open({ id: noIdsOf('Dealer', '')[1] ?? '' });
      const unseen = await open(stranger);
      expectRefusal(unseen, 'NotFoundError', 'NOT_FOUND parties 1 dealer');
      expect([unseen.body, unseen.statements]).toEqual([unknown.body, unknown.statements]);
    });
  });

  test('does not see the upstream of its upstream, the second tier of its second tier, nor its upstream’s other dealers', async () => {
    const { organization, claimant: own } = await scene();
    const chain = [];
    for (let at = 0; at < 5; at += 1) chain.push(await organization.dealer());
    const [top, above, beside, below, lowest] = chain.map(({ id }) => id) as [string, string, string, string, string];
    await inBulk(organization.manager, 'linkDealers', [
      { upstream: top, downstream: above },
      { upstream: above, downstream: own.id },
      { upstream: above, downstream: beside },
      { upstream: own.id, downstream: below },
      { upstream: below, downstream: lowest },
    ]);
    const told = plain(await scene());
    await expectUnwritten(api, organization, async () => {
      for (const hidden of [top, beside, lowest]) {
        const parties = [party(own, 'CLAIMANT'), party({ id: hidden }, 'RESPONDENT')];
        const refused = await own.client.run(OpenConflictCase, { input: { ...told, parties } });
        expectRefusal(refused, 'NotFoundError', 'NOT_FOUND parties 1 dealer');
      }
    });
  });

  test('is refused where its dealer does not bring it', async () => {
    const given = await scene();
    const { organization, claimant, respondent, stranger } = given;
    await organization.conflictCase([claimant, respondent, stranger]);
    const cases = [
      [party(claimant, 'RESPONDENT'), party(respondent, 'CLAIMANT')],
      [party(respondent, 'CLAIMANT'), party(stranger, 'RESPONDENT')],
      [party(claimant, 'AFFECTED'), party(respondent, 'CLAIMANT')],
    ];
    await expectUnwritten(api, organization, async () => {
      for (const parties of cases) {
        const result = await claimant.client.run(OpenConflictCase, { input: { ...plain(given), parties } });
        expectRefusal(result, 'ValidationError', 'CONFLICT_CLAIMANT_NOT_SELF parties');
      }
    });
  });
});

describe('openConflictCase', () => {
  const document = 'mutation ($input: OpenConflictCaseInput!) { openConflictCase(input: $input) { __typename } }';

  test('asks the database no more for twenty parties than for two', async () => {
    const given = await scene();
    const ids = await equalDealers(given.organization.manager, 20, { industries: ['trade'] });
    const parties = ids.map((dealer) => ({ dealer, role: 'CLAIMANT' as const }));
    const statements = async (count: number) => {
      const input = { ...plain(given), tags: ['trade/diversion'], parties: parties.slice(0, count) };
      return (await given.organization.manager.send(document, { input })).statements.length;
    };
    const [two, twenty] = [await statements(2), await statements(20)];
    expect(twenty).toBe(two);
  });
});
