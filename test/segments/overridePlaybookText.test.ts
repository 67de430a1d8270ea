import { beforeAll, describe, expect, test } from 'vitest';
import { core } from '../../plugins/index.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { OverridePlaybookTextInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, refusedOf } from '../network/refusals.ts';
import { OverridePlaybookText, RemovePlaybookText } from './documents.ts';
import { addSegment, addText, setPlugin, textsOf } from './steps.ts';
import { bakeries, teahouses, trades } from './trades.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: trades });
});
const apron = teahouses.playbook?.apron;
const white = { en: 'Wear white.', zhHans: '穿白色。' };

async function onePlaybook() {
  const organization = await api.seed.organization({ industry: 'tea' });
  const { manager, auditor } = organization;
  const read = () => textsOf(auditor, 'STUDENT');
  const readOne = async (key = 'teahouses/apron') => (await read()).find((text) => text.key === key);
  const override = (expectedVersion = 0, given: Partial<OverridePlaybookTextInput> = {}) => {
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion, text: white, ...given };
    return manager.run(OverridePlaybookText, { input });
  };
  return { organization, read, readOne, override };
}

describe('overridePlaybookText', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, read } = await onePlaybook();
    const { client } = await organization.dealer();
    const before = await read();
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text: white };
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(OverridePlaybookText, { input }), 'FORBIDDEN');
    }
    expect(await read()).toEqual(before);
  });

  test('puts the organization’s words in place of a plugin’s, which stay beneath them, for one organization', async () => {
    const { read, readOne, override } = await onePlaybook();
    const other = await onePlaybook();
    const [before, theirs] = [await read(), await other.read()];
    const { playbookText } = expectPayload(await override());
    expect(playbookText).toEqual({
      ...{ key: 'teahouses/apron', source: 'teahouses', stage: 'ON_SITE_REPAIR', detail: 'IMAGE', ...white },
      ...{ overridden: true, originalEn: apron?.text.en, originalZhHans: apron?.text.zhHans, version: 1 },
    });
    expect(await read()).toEqual(before.map((text) => (text.key === playbookText.key ? playbookText : text)));

    expectPayload(await override(1, { text: { en: 'Wear blue.', zhHans: '穿蓝色。' } }));
    const original = { originalEn: apron?.text.en, originalZhHans: apron?.text.zhHans };
    expect(await readOne()).toMatchObject({ en: 'Wear blue.', zhHans: '穿蓝色。', ...original, version: 2 });
    expect(await other.read()).toEqual(theirs);
  });

  test('puts them in place of the core’s', async () => {
    const { readOne, override } = await onePlaybook();
    for (const [key, { segment, text }] of Object.entries(core.playbook ?? {}).filter(
      ([, each]) => each.segment === 'STUDENT',
    )) {
      const answer = await override(0, { segment, key: `core/${key}` });
      const shown = { ...white, overridden: true, originalEn: text.en, originalZhHans: text.zhHans, version: 1 };
      expect(expectPayload(answer).playbookText).toMatchObject(shown);
      expect(await readOne(`core/${key}`)).toMatchObject(shown);
    }
  });

  test('rewrites a text of the organization’s own: there is nothing beneath it', async () => {
    const { organization, read, override } = await onePlaybook();
    const added = await addText(organization.manager);
    const { playbookText } = expectPayload(await override(1, { key: added.key }));
    expect(playbookText).toEqual({ ...added, ...white, version: 2 });
    expect(playbookText).toMatchObject({ overridden: false, originalEn: null, originalZhHans: null });
    expect((await read()).find(({ key }) => key === added.key)).toEqual(playbookText);
  });

  test('overrides anew what was taken back', async () => {
    const { organization, readOne, override } = await onePlaybook();
    expectPayload(await override());
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 1 };
    expectPayload(await organization.manager.run(RemovePlaybookText, { input }));
    expect(await readOne()).toMatchObject({ ...apron?.text, overridden: false, version: 2 });
    expectPayload(await override(2));
    expect(await readOne()).toMatchObject({ ...white, overridden: true, originalEn: apron?.text.en, version: 3 });
  });

  test('knows no null', async () => {
    const { organization, read } = await onePlaybook();
    const before = await read();
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text: white };
    for (const field of Object.keys(input)) {
      const refused = await organization.manager.run(OverridePlaybookText, { input: { ...input, [field]: null } });
      expect(expectError(refused, 'BAD_USER_INPUT').message).toContain(field);
    }
    expect(await read()).toEqual(before);
  });

  test('refuses words that nobody can read, in both languages at once, and changes nothing', async () => {
    const { read, override } = await onePlaybook();
    const before = await read();
    for (const { text, fault } of badTexts) {
      const both = await override(0, { text: { en: text, zhHans: text } });
      expectRefusal(both, 'ValidationError', `${fault} text en`, `${fault} text zhHans`);
      expectRefusal(await override(0, { text: { en: 'A', zhHans: text } }), 'ValidationError', `${fault} text zhHans`);
    }
    const long = { en: 'x'.repeat(2001), zhHans: '😀'.repeat(2000) };
    expectRefusal(await override(0, { text: long }), 'ValidationError', 'TEXT_TOO_LONG text en');
    expect(await read()).toEqual(before);
  });

  test('finds no segment that is not there, and no text that the segment has not', async () => {
    const { organization, read, override } = await onePlaybook();
    const before = await read();
    const other = await onePlaybook();
    await addSegment(other.organization.manager, { code: 'THEIRS' });
    await addText(other.organization.manager);
    const text = { en: '', zhHans: '' };
    for (const segment of ['', 'student', 'THEIRS', 'a\0']) {
      expectRefusal(await override(7, { segment, text }), 'NotFoundError', 'NOT_FOUND segment');
    }
    const keys = [
      '',
      'apron',
      'teahouses/',
      'teahouses/candles',
      'bakeries/apron',
      'core/apron',
      'organization/1',
      'a\0',
    ];
    for (const key of [...keys, '__proto__', 'Teahouses/apron', 'teahouses/__proto__']) {
      expectRefusal(await override(7, { key, text }), 'NotFoundError', 'NOT_FOUND key');
    }
    expectRefusal(await override(0, { segment: 'SENIOR' }), 'NotFoundError', 'NOT_FOUND key');
    await setPlugin(organization.admin, 'teahouses', false);
    expectRefusal(await override(), 'NotFoundError', 'NOT_FOUND key');
    await setPlugin(organization.admin, 'teahouses', true);
    expect(await read()).toEqual(before);
  });

  test('finds no text of a plugin that is not loaded', async () => {
    const { organization } = await onePlaybook();
    const { as } = await createTestApi({ plugins: [bakeries] });
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text: white };
    const refused = await as(organization.manager.key).run(OverridePlaybookText, { input });
    expectRefusal(refused, 'NotFoundError', 'NOT_FOUND key');
  });

  test('works in a segment of the organization’s own', async () => {
    const { organization } = await onePlaybook();
    const { manager, auditor } = organization;
    await addSegment(manager, { code: 'NIGHT_OWL' });
    const input = { segment: 'NIGHT_OWL', key: 'teahouses/candles', expectedVersion: 0, text: white };
    expectPayload(await manager.run(OverridePlaybookText, { input }));
    expect(await textsOf(auditor, 'NIGHT_OWL')).toMatchObject([{ ...white, overridden: true, version: 1 }]);
  });

  test('refuses one who read another version, before the words', async () => {
    const { read, override } = await onePlaybook();
    const text = { en: '', zhHans: '' };
    for (const currentVersion of [0, 1]) {
      const before = await read();
      for (const version of [currentVersion - 1, currentVersion + 1, 2 ** 31 - 1, -(2 ** 31)]) {
        const result = await override(version, { text });
        expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
        expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion });
      }
      expect(await read()).toEqual(before);
      expectPayload(await override(currentVersion));
    }
  });

  test.each([0, 1])('lets one of twenty through who read version %i', async (version) => {
    const { readOne, override } = await onePlaybook();
    if (version > 0) expectPayload(await override());
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) => override(version, { text: { en: `Words ${at}`, zhHans: '甲' } })),
    );
    const lost = refusedOf(results);
    const [won = -1] = results.flatMap((result, at) => (lost.includes(result) ? [] : [at]));
    expect(lost).toHaveLength(19);
    for (const result of lost) {
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: version + 1 });
    }
    expect(await readOne()).toMatchObject({ en: `Words ${won}`, version: version + 1 });
  });

  test('answers in the language of the request, and refuses in it', async () => {
    const { organization } = await onePlaybook();
    const document = `mutation ($input: OverridePlaybookTextInput!) {
      overridePlaybookText(input: $input) {
        ... on OverridePlaybookTextPayload { playbookText { text original there: original(locale: ZH_HANS) } }
        ... on UserError { message }
      }
    }`;
    const told = async (language: string, expectedVersion: number) => {
      const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion, text: white };
      const answer = await organization.manager.send(document, { input }, { 'accept-language': language });
      return expectData(answer).overridePlaybookText;
    };
    const there = apron?.text.zhHans;
    expect(await told('en', 0)).toEqual({ playbookText: { text: white.en, original: apron?.text.en, there } });
    expect(await told('zh-CN', 1)).toEqual({ playbookText: { text: white.zhHans, original: there, there } });
    expect([await told('en', 0), await told('zh-CN', 0)]).toEqual([
      { message: 'The object has changed: its version is now 2. Read it again, then repeat.' },
      { message: '对象已被更改，当前版本为 2。请重新读取后再试。' },
    ]);
  });

  test('asks the database no more than it must', async () => {
    const { organization } = await onePlaybook();
    const document =
      'mutation ($input: OverridePlaybookTextInput!) { overridePlaybookText(input: $input) { __typename } }';
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text: white };
    // The key; the organization's segments, the lock, the plugins that are off, the texts; the change and its audit entry.
    expect((await organization.manager.send(document, { input })).statements).toHaveLength(7);
  });
});
