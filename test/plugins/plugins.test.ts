import { describe, expect, test } from 'vitest';
import { box, core, ladder } from '../../plugins/index.ts';
import { compileRubric, rubricContent } from '../../plugins/kit/grading/rubric.ts';
import { createTestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const ListPlugins = graphql(`
  query ListPlugins {
    plugins { name version host enabled industry { key } items { key source weight effectiveWeight } }
  }
`);

const NamePlugins = graphql(`
  query NamePlugins($locale: Locale) {
    plugins { name label(locale: $locale) description(locale: $locale) items { label(locale: $locale) } }
  }
`);

const { seed } = await createTestApi();
const names = ['core', 'appliances', 'fmcg', 'lottery'] as const;

describe('the plugins', () => {
  test('are those that are loaded, the core first, for every role', async () => {
    const organization = await seed.organization();
    const dealer = await organization.dealer();
    const { plugins } = expectData(await organization.auditor.run(ListPlugins));
    expect(
      plugins.map(({ name, version, host, enabled, industry }) => ({ name, version, host, enabled, industry })),
    ).toEqual(
      names.map((name) => ({
        name,
        version: '1.0.0',
        host: '^1.0.0',
        enabled: true,
        industry: name === 'core' ? null : { key: name },
      })),
    );
    expect(expectData(await dealer.client.run(ListPlugins)).plugins).toEqual(plugins);
  });

  test('show their items as declared, weighed as in the industry’s rubric', async () => {
    const { auditor } = await seed.organization();
    const { plugins } = expectData(await auditor.run(ListPlugins));
    const scaled = [];
    for (const { name, items } of plugins) {
      const definition = name === 'core' ? core : box[name];
      if (!definition) throw new Error(`${name} is not in the box.`);
      const rubric = compileRubric(rubricContent(core, ladder, name === 'core' ? null : definition));
      expect(items).toEqual(
        Object.entries(definition.items).map(([key, { weight }]) => ({
          key: `${name}/${key}`,
          source: name,
          weight: Number(weight),
          effectiveWeight: rubric.item(`${name}/${key}`)?.effectiveWeight,
        })),
      );
      scaled.push(items.some(({ weight, effectiveWeight }) => effectiveWeight < weight));
    }
    expect(scaled).toEqual([false, true, true, true]);
    expect(plugins.slice(1).filter(({ items }) => items.length < 14)).toEqual([]);
    expect(plugins[0]?.items.map(({ effectiveWeight }) => effectiveWeight)).toEqual(Array(9).fill(2));
  });

  test('weigh together at most as much as the core in each tier', async () => {
    const { auditor } = await seed.organization();
    const { plugins } = expectData(await auditor.run(ListPlugins));
    for (const { items } of plugins.slice(1)) {
      const sum = items.reduce((total, { effectiveWeight }) => total + effectiveWeight, 0);
      expect(sum).toBeLessThanOrEqual(3 * 6 + 0.01 * items.length);
    }
  });
});

describe('their texts', () => {
  const labels = { en: ['Home appliances', 'Consumer goods'], zh: ['家电', '快消'] };
  const middle = (plugins: readonly { label: string }[]) => plugins.slice(1, 3).map(({ label }) => label);

  test('answer in the language that Accept-Language asks for', async () => {
    const { auditor } = await seed.organization();
    const headers = {
      'zh-CN': 'zh',
      'zh-Hans-SG;q=0.2, fr': 'zh',
      'en-GB': 'en',
      'en;q=0.5, zh;q=0.9': 'zh',
      'zh;q=0.4, en;q=0.8': 'en',
      'zh;q=0, en;q=0.1': 'en',
      'fr, *': 'en',
      'zh-Hant-TW': 'en',
    } as const;
    for (const [header, language] of Object.entries(headers)) {
      const { plugins } = expectData(await auditor.run(NamePlugins, {}, { 'accept-language': header }));
      expect([header, middle(plugins)]).toEqual([header, labels[language]]);
    }
  });

  test('answer in the language of the argument, whatever the header says', async () => {
    const { auditor } = await seed.organization();
    for (const [locale, language] of [
      ['EN', 'en'],
      ['ZH_HANS', 'zh'],
    ] as const) {
      for (const header of ['en', 'zh']) {
        const { plugins } = expectData(await auditor.run(NamePlugins, { locale }, { 'accept-language': header }));
        expect(middle(plugins)).toEqual(labels[language]);
      }
    }
    const { plugins } = expectData(await auditor.run(NamePlugins, { locale: null }, { 'accept-language': 'zh' }));
    expect(middle(plugins)).toEqual(labels.zh);
  });

  test('answer in the organization’s language where nothing else is asked', async () => {
    const { auditor } = await seed.organization({ locale: 'zhHans' });
    const { plugins } = expectData(await auditor.run(NamePlugins));
    expect(middle(plugins)).toEqual(labels.zh);
    const french = expectData(await auditor.run(NamePlugins, {}, { 'accept-language': 'fr' }));
    expect(middle(french.plugins)).toEqual(labels.zh);
    const english = expectData(await auditor.run(NamePlugins, {}, { 'accept-language': 'en' }));
    expect(middle(english.plugins)).toEqual(labels.en);
  });

  test('are there in both languages, everywhere', async () => {
    const { auditor } = await seed.organization();
    const { plugins: chinese } = expectData(await auditor.run(NamePlugins, { locale: 'ZH_HANS' }));
    const texts = chinese.flatMap(({ label, description, items }) => [
      label,
      description,
      ...items.map((item) => item.label),
    ]);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

test('take two statements', async () => {
  const { auditor } = await seed.organization();
  expect((await auditor.run(ListPlugins)).statements).toHaveLength(2);
});
