import { beforeAll, describe, expect, test } from 'vitest';
import { core, coreData } from '../../plugins/index.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { noIdsOf } from '../network/refusals.ts';
import { ListSegments, OverridePlaybookText, plain, ReadPlaybook, ReadSegment } from './documents.ts';
import { addSegment, addText, hideSegment, keysOf, setPlugin, textsOf } from './steps.ts';
import { bakeries, teahouses, trades } from './trades.ts';

const SegmentNodes = graphql(`
  query SegmentNodes($ids: [ID!]!) {
    nodes(ids: $ids) { ...SegmentState }
  }
`);

const PlaybookInWords = graphql(`
  query PlaybookInWords($code: String!, $locale: Locale) {
    segment(code: $code) {
      playbook {
        stage
        label(locale: $locale)
        closingSteps(locale: $locale)
        texts { key text(locale: $locale) original(locale: $locale) }
      }
    }
  }
`);

const stages = ['ON_SITE_REPAIR', 'PRODUCT_RECOMMENDATION', 'SERVICE_CLOSE', 'AFTER_SALE_REVISIT'] as const;

let now = new Date('2026-11-22T10:00:00.000Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: trades, now: () => now });
});
const brand = () => api.seed.organization({ industry: 'tea' });

describe('a segment', () => {
  test('is found by its code, for every role, and null where there is none', async () => {
    const organization = await brand();
    const { client } = await organization.dealer();
    const { admin, manager, assessor, auditor } = organization;
    const added = await addSegment(manager);
    const listed = expectData(await auditor.run(ListSegments)).segments;
    for (const caller of [admin, manager, assessor, auditor, client]) {
      const read = async (code: string) => expectData(await caller.run(ReadSegment, { code })).segment;
      expect(await read(plain.code)).toEqual(added);
      expect(await read('SENIOR')).toEqual(listed[4]);
      for (const code of ['', 'senior', 'SENIOR ', 'NOBODY', 'a\0', '__proto__', listed[4]?.id ?? '']) {
        expect(await read(code)).toBeNull();
      }
    }
  });

  test('of another organization is not there', async () => {
    const [one, two] = [await brand(), await brand()];
    const { id } = await addSegment(one.manager);
    expect(expectData(await two.auditor.run(ReadSegment, { code: plain.code })).segment).toBeNull();
    const six = expectData(await one.auditor.run(ListSegments)).segments.map((segment) => segment.id);
    const { nodes } = expectData(
      await two.auditor.run(SegmentNodes, { ids: [...noIdsOf('CustomerSegment', id), ...six] }),
    );
    expect(nodes.filter(Boolean)).toEqual([]);
  });

  test('is found though it is hidden, and by its id', async () => {
    const { manager, auditor } = await brand();
    const { id } = await addSegment(manager);
    await hideSegment(manager, id);
    const { segment } = expectData(await auditor.run(ReadSegment, { code: plain.code }));
    expect(segment).toMatchObject({ hidden: true, version: 2 });
    const { segments } = expectData(await auditor.run(ListSegments));
    const { nodes } = expectData(await auditor.run(SegmentNodes, { ids: [id, ...segments.map((each) => each.id)] }));
    expect(nodes).toEqual([segment, ...segments]);
  });
});

describe('its playbook', () => {
  test('has the four stages of the process in their order, with the six steps of closing in one of them', async () => {
    const { auditor, manager } = await brand();
    await addSegment(manager);
    for (const code of ['RIDER', plain.code]) {
      for (const [locale, language] of [
        ['EN', 'en'],
        ['ZH_HANS', 'zhHans'],
      ] as const) {
        const { segment } = expectData(await auditor.run(PlaybookInWords, { code, locale }));
        expect(segment?.playbook.map(({ texts, ...stage }) => stage)).toEqual(
          stages.map((stage) => ({
            stage,
            label: coreData.stages[stage][language],
            closingSteps: stage === 'PRODUCT_RECOMMENDATION' ? coreData.closingSteps.map((step) => step[language]) : [],
          })),
        );
      }
    }
    expect(coreData.closingSteps).toHaveLength(6);
  });

  test('has the core’s texts first, then the plugins’ by their names, then the organization’s own, the oldest first', async () => {
    const { auditor, manager } = await brand();
    const stage = 'PRODUCT_RECOMMENDATION';
    for (let number = 1; number <= 11; number += 1) await addText(manager, { stage });
    now = new Date(now.getTime() + 1);
    await addText(manager, { stage });
    const { segment } = expectData(await auditor.run(ReadPlaybook, { code: 'STUDENT' }));
    expect(segment?.playbook.map((each) => each.stage)).toEqual(stages);
    const told = segment?.playbook.map(({ texts }) => texts.map(({ key }) => key)) ?? [];
    const ofCore = stages.map((at) =>
      Object.entries(core.playbook ?? {}).flatMap(([key, text]) =>
        text.segment === 'STUDENT' && text.stage === at ? [`core/${key}`] : [],
      ),
    );
    const own = Array.from({ length: 12 }, (_, at) => `organization/${at + 1}`);
    expect(told).toEqual([
      [...(ofCore[0] ?? []), 'teahouses/apron'],
      [...(ofCore[1] ?? []), 'bakeries/taste', 'teahouses/welcome', ...own],
      ofCore[2],
      ofCore[3],
    ]);
  });

  test('shows a text as its plugin wrote it', async () => {
    const { auditor } = await brand();
    const text = (await textsOf(auditor, 'STUDENT')).find(({ key }) => key === 'teahouses/apron');
    expect(text).toEqual({
      ...{ key: 'teahouses/apron', source: 'teahouses', stage: 'ON_SITE_REPAIR', detail: 'IMAGE' },
      ...teahouses.playbook?.apron?.text,
      ...{ overridden: false, originalEn: null, originalZhHans: null, version: 0 },
    });
  });

  test('speaks by Accept-Language, by locale, and the organization’s own words as much as others’', async () => {
    const { auditor, manager } = await brand();
    await addText(manager);
    const text = { en: 'Wear white.', zhHans: '穿白色。' };
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text };
    expectPayload(await manager.run(OverridePlaybookText, { input }));
    const { apron } = teahouses.playbook ?? {};
    const told = async (header: string, locale?: 'EN' | 'ZH_HANS') => {
      const answer = await auditor.run(PlaybookInWords, { code: 'STUDENT', locale }, { 'accept-language': header });
      const texts = expectData(answer).segment?.playbook[0]?.texts ?? [];
      return texts.filter(({ key }) => !key.startsWith('core/')).map(({ key, ...words }) => words);
    };
    const english = [
      { text: text.en, original: apron?.text.en },
      { text: 'Show the student card.', original: null },
    ];
    const chinese = [
      { text: text.zhHans, original: apron?.text.zhHans },
      { text: '出示学生证。', original: null },
    ];
    expect([await told('en'), await told('zh-CN')]).toEqual([english, chinese]);
    expect([await told('zh-CN', 'EN'), await told('en', 'ZH_HANS')]).toEqual([english, chinese]);
  });

  test('is narrowed to a detail, and to an industry beside what is not of a plugin', async () => {
    const { auditor, manager } = await brand();
    await addText(manager);
    const told = async (given: object) => {
      const { segment } = expectData(await auditor.run(ReadPlaybook, { code: 'STUDENT', ...given }));
      expect(segment?.playbook.map(({ stage }) => stage)).toEqual(stages);
      return keysOf(segment?.playbook.flatMap(({ texts }) => texts) ?? []);
    };
    const all = ['teahouses/apron', 'organization/1', 'bakeries/taste', 'teahouses/welcome'];
    expect([await told({}), await told({ industry: null, detail: null })]).toEqual([all, all]);
    expect(await told({ detail: 'IMAGE' })).toEqual(['teahouses/apron']);
    expect(await told({ detail: 'ACTION' })).toEqual(['organization/1', 'bakeries/taste']);
    expect(await told({ industry: 'bread' })).toEqual(['organization/1', 'bakeries/taste']);
    expect(await told({ industry: 'tea', detail: 'SCRIPT' })).toEqual(['teahouses/welcome']);
    expect(bakeries.playbook?.taste?.detail).toBe('ACTION');
  });

  test('of an industry that is not known, not loaded or turned off is refused', async () => {
    const { admin, auditor } = await brand();
    await setPlugin(admin, 'teahouses', false);
    for (const industry of ['', 'boats', 'appliances', 'teahouses', 'core', 'tea']) {
      const refused = await auditor.run(ReadPlaybook, { code: 'STUDENT', industry });
      expect(expectError(refused, 'NOT_FOUND').extensions?.path).toEqual(['industry']);
    }
  });

  test('takes up what plugins have for a code that the organization adds', async () => {
    const { auditor, manager } = await brand();
    expect(expectData(await auditor.run(ReadPlaybook, { code: 'NIGHT_OWL' })).segment).toBeNull();
    await addSegment(manager, { code: 'NIGHT_OWL' });
    expect((await textsOf(auditor, 'NIGHT_OWL')).map(({ key }) => key)).toEqual(['teahouses/candles']);
  });

  test('loses the texts of a plugin that is turned off, and has them and their overrides back', async () => {
    const { admin, auditor, manager } = await brand();
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text: { en: 'A', zhHans: '甲' } };
    expectPayload(await manager.run(OverridePlaybookText, { input }));
    const before = await textsOf(auditor, 'STUDENT');
    await setPlugin(admin, 'teahouses', false);
    expect(keysOf(await textsOf(auditor, 'STUDENT'))).toEqual(['bakeries/taste']);
    await setPlugin(admin, 'teahouses', true);
    expect(await textsOf(auditor, 'STUDENT')).toEqual(before);
    expect(before.find(({ key }) => key === 'teahouses/apron')).toMatchObject({
      en: 'A',
      overridden: true,
      version: 1,
    });
  });

  test('loses the texts of a plugin that is not loaded any more', async () => {
    const { auditor, manager } = await brand();
    await addText(manager);
    const { as } = await createTestApi({ plugins: [bakeries] });
    expect(keysOf(await textsOf(as(auditor.key), 'STUDENT'))).toEqual(['organization/1', 'bakeries/taste']);
  });
});
