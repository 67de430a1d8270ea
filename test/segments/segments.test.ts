import { beforeAll, describe, expect, test } from 'vitest';
import { box, core } from '../../plugins/index.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { SegmentsInWordsQuery } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { ListSegments } from './documents.ts';
import { addSegment, addText, hideSegment, setPlugin } from './steps.ts';
import { trades } from './trades.ts';

const SegmentsInWords = graphql(`
  query SegmentsInWords($locale: Locale) {
    segments {
      code
      label(locale: $locale)
      description(locale: $locale)
      strategies { source text(locale: $locale) needs channels }
    }
  }
`);

const PlaybooksInWords = graphql(`
  query PlaybooksInWords($locale: Locale) {
    segments { playbook { stage texts { source detail text(locale: $locale) } } }
  }
`);

const StrategiesOfIndustry = graphql(`
  query StrategiesOfIndustry($industry: String) {
    segments { code strategies(industry: $industry) { source } }
  }
`);

const six = ['GROUP_BUYER', 'MOTHER', 'RIDER', 'OFFICE_WORKER', 'SENIOR', 'STUDENT'];
const industries = ['appliances', 'fmcg', 'lottery'] as const;
const labels = {
  en: [
    'Group buyers',
    'Mothers of young children',
    'Delivery riders',
    'Office workers',
    'Seniors',
    'University students',
  ],
  zhHans: ['团购', '宝妈', '外卖员', '上班族', '老人', '大学生'],
};

let api: TestApi;
let own: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  own = await createTestApi({ plugins: trades });
});

describe('the six', () => {
  /** In their order, each with the core's strategy first and one or more of every industry, all in one language. */
  function expectWhole({ segments }: SegmentsInWordsQuery, language: 'en' | 'zhHans'): void {
    expect(segments.map(({ code }) => code)).toEqual(six);
    expect(segments.map(({ label }) => label)).toEqual(labels[language]);
    for (const { code, description, strategies } of segments) {
      const told = [core, ...industries.map((name) => box[name])].flatMap((plugin) =>
        (plugin?.segments?.[code] ?? []).map(({ text, needs, channels }) => ({
          ...{ source: plugin?.name, text: text[language], needs, channels },
        })),
      );
      expect(strategies).toEqual(told);
      expect([...new Set(strategies.map(({ source }) => source))]).toEqual(['core', ...industries]);
      const hasHan = [description, ...strategies.map(({ text }) => text)].map((text) => /\p{Script=Han}/u.test(text));
      expect(new Set(hasHan)).toEqual(new Set([language === 'zhHans']));
    }
  }

  test('stand in their order, each with a strategy of the core and one of every industry, by Accept-Language', async () => {
    const { auditor } = await api.seed.organization();
    for (const [header, language] of [
      ['en', 'en'],
      ['zh-CN', 'zhHans'],
    ] as const) {
      expectWhole(expectData(await auditor.run(SegmentsInWords, {}, { 'accept-language': header })), language);
    }
  });

  test('stand so by locale, whatever the header says', async () => {
    const { auditor } = await api.seed.organization();
    for (const [locale, language] of [
      ['EN', 'en'],
      ['ZH_HANS', 'zhHans'],
    ] as const) {
      for (const header of ['en', 'zh-CN']) {
        expectWhole(
          expectData(await auditor.run(SegmentsInWords, { locale }, { 'accept-language': header })),
          language,
        );
      }
    }
    const none = await auditor.run(SegmentsInWords, { locale: null }, { 'accept-language': 'zh-CN' });
    expectWhole(expectData(none), 'zhHans');
  });

  test('stand so in the organization’s language where nothing else is asked', async () => {
    const { auditor } = await api.seed.organization({ locale: 'zhHans' });
    expectWhole(expectData(await auditor.run(SegmentsInWords)), 'zhHans');
  });

  test('are served by the core in every stage and detail, and by every industry, in both languages', async () => {
    const { auditor } = await api.seed.organization();
    for (const locale of ['EN', 'ZH_HANS'] as const) {
      const { segments } = expectData(await auditor.run(PlaybooksInWords, { locale }));
      for (const { playbook } of segments) {
        const sources = playbook.map(({ texts }) => texts.map(({ source }) => source));
        expect(new Set(sources.flat())).toEqual(new Set(['core', ...industries]));
        for (const { texts } of playbook) {
          const ofCore = texts.filter(({ source }) => source === 'core');
          expect(new Set(ofCore.map(({ detail }) => detail))).toEqual(new Set(['IMAGE', 'ACTION', 'SCRIPT']));
          const hasHan = texts.map(({ text }) => /\p{Script=Han}/u.test(text));
          expect(new Set(hasHan)).toEqual(new Set([locale === 'ZH_HANS']));
        }
      }
    }
  });

  test('are the core’s and cannot be changed, for every role', async () => {
    const organization = await api.seed.organization();
    const { client } = await organization.dealer();
    const { admin, manager, assessor, auditor } = organization;
    const answers = [];
    for (const caller of [admin, manager, assessor, auditor, client]) {
      answers.push(expectData(await caller.run(ListSegments)).segments);
    }
    expect(answers[0]?.map(({ source, hidden, version }) => ({ source, hidden, version }))).toEqual(
      six.map(() => ({ source: 'core', hidden: false, version: null })),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('have ids of the organization’s own that stay', async () => {
    const [one, two] = [await api.seed.organization(), await api.seed.organization()];
    const idsOf = async ({ auditor }: typeof one) =>
      expectData(await auditor.run(ListSegments)).segments.map(({ id }) => id);
    const ids = await idsOf(one);
    expect(await idsOf(one)).toEqual(ids);
    expect(new Set([...ids, ...(await idsOf(two))]).size).toBe(12);
  });
});

describe('the organization’s own', () => {
  test('follow the six, the oldest first; hidden ones are left out', async () => {
    let now = new Date('2026-11-22T10:00:00.000Z');
    const { seed } = await createTestApi({ now: () => now });
    const organization = await seed.organization();
    const other = await seed.organization();
    await addSegment(other.manager, { code: 'THEIRS' });
    for (const code of ['Z', 'M', 'A']) {
      const { id } = await addSegment(organization.manager, { code });
      now = new Date(now.getTime() + 1);
      if (code !== 'M') continue;
      await hideSegment(organization.manager, id);
    }
    const codesOf = async ({ auditor }: typeof organization) =>
      expectData(await auditor.run(ListSegments)).segments.map(({ code }) => code);
    expect(await codesOf(organization)).toEqual([...six, 'Z', 'A']);
    expect(await codesOf(other)).toEqual([...six, 'THEIRS']);
  });

  test('have the organization’s strategies first, then those of plugins that know the code', async () => {
    const { manager, auditor } = await own.seed.organization({ industry: 'tea' });
    const strategies = [
      { text: { en: 'A late bus.', zhHans: '夜班车。' }, needs: ['PERSONAL' as const], channels: ['SOCIAL' as const] },
      { text: { en: 'Soft light.', zhHans: '柔光。' }, needs: ['EMOTIONAL' as const], channels: ['PHONE' as const] },
    ];
    await addSegment(manager, { code: 'NIGHT_OWL', strategies });
    const shown = expectData(await auditor.run(ListSegments)).segments.at(-1);
    expect(shown?.strategies).toEqual([
      ...strategies.map(({ text, ...rest }) => ({ source: 'organization', ...text, ...rest })),
      { source: 'teahouses', en: 'Open till two.', zhHans: '营业至两点。', needs: ['EMOTIONAL'], channels: ['PHONE'] },
    ]);
  });
});

describe('strategies', () => {
  const sourcesOf = (segments: readonly { strategies: readonly { source: string }[] }[]) =>
    segments.map(({ strategies }) => strategies.map(({ source }) => source).join(' '));
  const others = Array(5).fill('core');

  test('are the core’s, then the plugins’ by their names; of an industry those of its plugin alone', async () => {
    const { manager, auditor } = await own.seed.organization({ industry: 'tea' });
    await addSegment(manager, { code: 'NIGHT_OWL' });
    const of = async (industry?: string | null) =>
      sourcesOf(expectData(await auditor.run(StrategiesOfIndustry, { industry })).segments);
    const all = [...others, 'core bakeries teahouses teahouses', 'teahouses'];
    expect([await of(), await of(null)]).toEqual([all, all]);
    expect(await of('tea')).toEqual([...others, 'core teahouses teahouses', 'teahouses']);
    expect(await of('bread')).toEqual([...others, 'core bakeries', '']);
  });

  test('of an industry that is not known, not loaded or turned off are refused', async () => {
    const { admin, auditor } = await own.seed.organization({ industry: 'tea' });
    await setPlugin(admin, 'teahouses', false);
    for (const industry of ['', 'boats', 'appliances', 'teahouses', 'core', 'BREAD', 'a\0', 'tea']) {
      const refused = await auditor.run(StrategiesOfIndustry, { industry });
      expect(expectError(refused, 'NOT_FOUND').extensions?.path).toEqual(['industry']);
    }
    expectData(await auditor.run(StrategiesOfIndustry, { industry: 'bread' }));
  });

  test('of a plugin that is turned off vanish, and come back', async () => {
    const { admin, manager, auditor } = await own.seed.organization({ industry: 'tea' });
    const other = await own.seed.organization({ industry: 'tea' });
    await addSegment(manager, { code: 'NIGHT_OWL' });
    const shown = async (reader = auditor) =>
      sourcesOf(expectData(await reader.run(StrategiesOfIndustry, {})).segments).slice(5);
    const before = await shown();
    await setPlugin(admin, 'teahouses', false);
    expect(await shown()).toEqual(['core bakeries', '']);
    expect(await shown(other.auditor)).toEqual(['core bakeries teahouses teahouses']);
    await setPlugin(admin, 'teahouses', true);
    expect(await shown()).toEqual(before);
  });
});

describe('statements', () => {
  const whole = `code version strategies { source text } bread: strategies(industry: "bread") { source }
    playbook { stage texts { key text original } } tea: playbook(industry: "tea") { texts(detail: SCRIPT) { key } }`;

  test('are as many for one segment as for all, with strategies and playbooks', async () => {
    const { manager, auditor } = await own.seed.organization({ industry: 'tea' });
    for (const code of ['A', 'B', 'NIGHT_OWL']) {
      await addSegment(manager, { code });
      await addText(manager, { segment: code });
    }
    const one = await auditor.send(`{ segment(code: "STUDENT") { ${whole} } }`);
    const all = await auditor.send(`{ segments { ${whole} } }`);
    expect(expectData(all).segments).toHaveLength(9);
    expectData(one);
    // The key; the organization's segments, the plugins that are off, its texts.
    expect([one.statements.length, all.statements.length]).toEqual([4, 4]);
  });

  test.each([
    ['segments { code label }', 1],
    ['segments { strategies { source } }', 2],
    ['segments { playbook { stage label closingSteps } }', 2],
    ['segments { code } segment(code: "A") { code } other: segment(code: "B") { code }', 1],
  ])('are asked for what is selected only: %s', async (selection, expected) => {
    const { auditor } = await own.seed.organization({ industry: 'tea' });
    const answer = await auditor.send(`{ ${selection} }`);
    expectData(answer);
    expect(answer.statements.length - 1).toBe(expected);
  });
});
