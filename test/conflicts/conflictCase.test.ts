import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { noIdsOf } from '../network/refusals.ts';
import { ReadConflictCase } from './documents.ts';
import { read, sceneOf } from './scene.ts';
import { trade } from './trade.ts';

const MeetCase = graphql(`
  query MeetCase($id: ID!) {
    node(id: $id) { ...CaseState }
    nodes(ids: [$id, "x", $id]) { __typename id ... on ConflictCase { number } }
  }
`);

const CaseTexts = graphql(`
  query CaseTexts($id: ID!, $locale: Locale) {
    conflictCase(id: $id) {
      structureReason(locale: $locale)
      tags { key label(locale: $locale) }
      suggestedStrategies { strategy { code source label(locale: $locale) measures(locale: $locale) answers answersTags } }
      resolution { strategies { code source label(locale: $locale) measures(locale: $locale) answers answersTags } }
    }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: [trade] });
});

const turn = (enabled: boolean) =>
  `mutation { setPluginEnabled(input: { name: "trade", enabled: ${enabled} }) { __typename } }`;

describe('conflictCase', () => {
  test('gives a case to every role of its organization, and of dealers to those that are in it', async () => {
    const { organization, claimant, respondent, stranger } = await sceneOf(api, { industry: 'trade' });
    const { id } = await organization.conflictCase([claimant, respondent]).reach('CONSULTATION').propose();
    const { admin, manager, assessor, auditor } = organization;
    const seen = await read(admin, { id });
    expect(seen).toMatchObject({ id, status: 'CONSULTATION', version: 4, proposals: [{ number: 1 }] });
    for (const reader of [manager, assessor, auditor, claimant.client, respondent.client]) {
      expect(await read(reader, { id })).toEqual(seen);
      const { node, nodes } = expectData(await reader.run(MeetCase, { id }));
      expect(node).toEqual(seen);
      const met = { __typename: 'ConflictCase', id, number: 1 };
      expect(nodes).toEqual([met, null, met]);
    }
    expect(expectData(await stranger.client.run(ReadConflictCase, { id }))).toEqual({ conflictCase: null });
    expect(expectData(await stranger.client.run(MeetCase, { id }))).toEqual({ node: null, nodes: [null, null, null] });
  });

  test('is null for every id that names none, as for one that the caller may not see', async () => {
    const { organization, claimant, respondent, stranger } = await sceneOf(api, { industry: 'trade' });
    const other = await sceneOf(api, { industry: 'trade' });
    const foreign = await other.organization.conflictCase([other.claimant, other.respondent]);
    const own = await organization.conflictCase([claimant, respondent]);
    const nothing = await stranger.client.run(ReadConflictCase, { id: noIdsOf('ConflictCase', '')[1] ?? '' });
    const hidden = await stranger.client.run(ReadConflictCase, { id: own.id });
    expect([hidden.body, hidden.statements]).toEqual([nothing.body, nothing.statements]);
    for (const id of [...noIdsOf('ConflictCase', foreign.id), claimant.id, ` ${own.id}`]) {
      expect(expectData(await organization.admin.run(ReadConflictCase, { id }))).toEqual({ conflictCase: null });
      expect(expectData(await claimant.client.run(ReadConflictCase, { id }))).toEqual({ conflictCase: null });
    }
  });

  test('asks the database once, and not at all for an id that names no case', async () => {
    const { organization, claimant, respondent } = await sceneOf(api, { industry: 'trade' });
    const { id } = await organization.conflictCase([claimant, respondent]);
    const document = `query($id: ID!) { conflictCase(id: $id) {
      id number title description openedBy structure structureReason subject causes tags { key label } impacts { impact }
      severity status nextStatuses openedAt closedAt dueAt overdue version
    } }`;
    const statements = async (of: string) => (await organization.auditor.send(document, { id: of })).statements.length;
    // The key comes first.
    expect([await statements(id), await statements('nobody')]).toEqual([2, 1]);
  });
});

describe('a case speaks', () => {
  test('both languages, by Accept-Language and by locale', async () => {
    const { organization, claimant, respondent } = await sceneOf(api, { industry: 'trade' });
    const opening = { causes: ['COMPETITION' as const], tags: ['trade/diversion'] };
    const { id } = await organization
      .conflictCase([claimant, respondent], opening)
      .reach('CONSULTATION')
      .resolve({ strategies: ['MARKET_WATCH', 'trade/price-floor'] });
    const asked = async (locale: 'EN' | 'ZH_HANS' | null, language?: string) =>
      expectData(
        await organization.auditor.run(CaseTexts, { id, locale }, language ? { 'accept-language': language } : {}),
      ).conflictCase;
    const [english, chinese] = [await asked('EN'), await asked('ZH_HANS')];
    expect(english?.structureReason).toMatch(/^[^\p{Script=Han}]{10,}$/u);
    expect(chinese?.structureReason).toMatch(/\p{Script=Han}/u);
    expect([english, chinese].map((texts) => texts?.tags)).toEqual([
      [{ key: 'trade/diversion', label: 'Diversion' }],
      [{ key: 'trade/diversion', label: '窜货' }],
    ]);
    const floor = {
      code: 'trade/price-floor',
      source: 'trade',
      answers: ['COMPETITION'],
      answersTags: ['trade/undercut', 'trade/diversion'],
    };
    const inEnglish = { label: 'Agree on a price floor', measures: ['Write the floor down.', 'Check it monthly.'] };
    const inChinese = { label: '约定底价', measures: ['书面约定底价。', '每月核查。'] };
    expect(english?.suggestedStrategies[0]?.strategy).toEqual({ ...floor, ...inEnglish });
    expect(chinese?.suggestedStrategies[0]?.strategy).toEqual({ ...floor, ...inChinese });
    const watch = { code: 'MARKET_WATCH', source: 'core', answers: ['COMPETITION'], answersTags: [] };
    expect(chinese?.resolution?.strategies).toEqual([
      { ...watch, label: '关注市场变化', measures: ['调整渠道策略', '引导渠道成员共同应对'] },
      { ...floor, ...inChinese },
    ]);
    expect([await asked(null), await asked(null, 'zh-CN'), await asked('EN', 'zh')]).toEqual([
      english,
      chinese,
      english,
    ]);
  });

  test('the words of its day where its plugin is turned off since; what is suggested is of today', async () => {
    const { organization, claimant, respondent } = await sceneOf(api, { industry: 'trade' });
    const { id } = await organization
      .conflictCase([claimant, respondent], { tags: ['trade/undercut'] })
      .reach('CONSULTATION')
      .resolve({ strategies: ['trade/sealed-codes'] });
    const texts = async () =>
      expectData(await organization.auditor.run(CaseTexts, { id, locale: 'ZH_HANS' })).conflictCase;
    const before = await texts();
    expect(before?.suggestedStrategies.map(({ strategy }) => strategy.code)[0]).toBe('trade/price-floor');
    expectData(await organization.admin.send(turn(false)));
    const after = await texts();
    expect(after?.tags).toEqual([{ key: 'trade/undercut', label: '低价倾销' }]);
    expect(after).toMatchObject({ tags: before?.tags, resolution: before?.resolution });
    expect(after?.suggestedStrategies.map(({ strategy }) => strategy.code)).toEqual([
      ...['ROLE_POSITIONING', 'ALLIANCE', 'MARKET_WATCH', 'RESOLUTION_MECHANISM'],
    ]);
    expectData(await organization.admin.send(turn(true)));
    expect(await texts()).toEqual(before);
  });
});
