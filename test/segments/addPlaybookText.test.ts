import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { AddPlaybookTextInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, refusedOf } from '../network/refusals.ts';
import { AddPlaybookText, plain, plainText, RemovePlaybookText } from './documents.ts';
import { addSegment, addText, hideSegment, keysOf, setPlugin, textsOf } from './steps.ts';
import { bakeries } from './trades.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: [bakeries] });
});
const brand = () => api.seed.organization({ industry: 'bread' });

describe('addPlaybookText', () => {
  test('is not for those who do not run the network', async () => {
    const organization = await brand();
    const { client } = await organization.dealer();
    const before = await textsOf(organization.auditor, 'STUDENT');
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(AddPlaybookText, { input: plainText }), 'FORBIDDEN');
    }
    expect(await textsOf(organization.auditor, 'STUDENT')).toEqual(before);
  });

  test('adds a text to a segment of the core or of the organization’s own, hidden or not', async () => {
    const { admin, manager, auditor } = await brand();
    const { id } = await addSegment(manager);
    await hideSegment(manager, id);
    for (const [client, segment] of [
      [admin, 'SENIOR'],
      [manager, plain.code],
    ] as const) {
      const { text, stage, detail } = plainText;
      const { playbookText } = expectPayload(await client.run(AddPlaybookText, { input: { ...plainText, segment } }));
      expect(playbookText).toEqual({
        ...{ key: 'organization/1', source: 'organization', stage, detail, ...text },
        ...{ overridden: false, originalEn: null, originalZhHans: null, version: 1 },
      });
      expect((await textsOf(auditor, segment)).find(({ key }) => key === playbookText.key)).toEqual(playbookText);
    }
  });

  test('keeps stage, detail and words as told', async () => {
    const { manager, auditor } = await brand();
    const given = {
      ...({ stage: 'AFTER_SALE_REVISIT', detail: 'SCRIPT' } as const),
      text: { en: ' "Söhne" &\n😀', zhHans: `${'长'.repeat(1999)}😀` },
    };
    const { en, zhHans } = given.text;
    expect(await addText(manager, given)).toMatchObject({ stage: given.stage, detail: given.detail, en, zhHans });
    const shown = (await textsOf(auditor, 'STUDENT')).find(({ source }) => source === 'organization');
    expect(shown).toMatchObject({ stage: given.stage, detail: given.detail, en, zhHans });
  });

  test('knows no null', async () => {
    const { manager, auditor } = await brand();
    for (const field of ['segment', 'stage', 'detail', 'text']) {
      const refused = await manager.run(AddPlaybookText, { input: { ...plainText, [field]: null } });
      expect(expectError(refused, 'BAD_USER_INPUT').message).toContain(field);
    }
    expect(keysOf(await textsOf(auditor, 'STUDENT'))).toEqual(['bakeries/taste']);
  });

  test('refuses a text that nobody can read, and a segment that is not there, all at once, and adds nothing', async () => {
    const { manager, auditor } = await brand();
    await addSegment((await brand()).manager, { code: 'THEIRS' });
    const refused = async (given: Partial<AddPlaybookTextInput>, type: string, ...faults: string[]) =>
      expectRefusal(await manager.run(AddPlaybookText, { input: { ...plainText, ...given } }), type, ...faults);

    for (const { text, fault } of badTexts) {
      await refused({ text: { en: text, zhHans: '甲' } }, 'ValidationError', `${fault} text en`);
      await refused(
        { text: { en: text, zhHans: text } },
        'ValidationError',
        `${fault} text en`,
        `${fault} text zhHans`,
      );
    }
    await refused({ text: { en: 'A', zhHans: '长'.repeat(2001) } }, 'ValidationError', 'TEXT_TOO_LONG text zhHans');
    for (const segment of ['', 'student', 'THEIRS', plain.code, 'a\0']) {
      await refused({ segment }, 'NotFoundError', 'NOT_FOUND segment');
      const text = { en: '', zhHans: '甲' };
      await refused({ segment, text }, 'ValidationError', 'NOT_FOUND segment', 'TEXT_EMPTY text en');
    }
    expect(keysOf(await textsOf(auditor, 'STUDENT'))).toEqual(['bakeries/taste']);
  });

  test('numbers the texts of each segment, and never gives a number twice', async () => {
    const { manager } = await brand();
    const other = await brand();
    const keys = [];
    for (const [by, segment] of [
      [manager, 'RIDER'],
      [manager, 'RIDER'],
      [manager, 'MOTHER'],
      [other.manager, 'RIDER'],
    ] as const) {
      keys.push((await addText(by, { segment })).key);
    }
    expect(keys).toEqual(['organization/1', 'organization/2', 'organization/1', 'organization/1']);
    const input = { segment: 'RIDER', key: 'organization/2', expectedVersion: 1 };
    expectPayload(await manager.run(RemovePlaybookText, { input }));
    expect((await addText(manager, { segment: 'RIDER' })).key).toBe('organization/3');
  });

  test('numbers them apart for those who add at the same moment', async () => {
    const { manager, auditor } = await brand();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => manager.run(AddPlaybookText, { input: { ...plainText, segment: 'RIDER' } })),
    );
    const given = results.map((result) => expectPayload(result).playbookText.key);
    const all = Array.from({ length: 20 }, (_, at) => `organization/${at + 1}`);
    expect(new Set(given)).toEqual(new Set(all));
    expect(keysOf(await textsOf(auditor, 'RIDER'))).toEqual(all);
  });

  test('adds two hundred that stand to a segment and no more, however many ask at the same moment', async () => {
    const { manager, auditor } = await brand();
    const fill = `mutation ($input: AddPlaybookTextInput!) { ${Array.from({ length: 10 }, (_, at) => `a${at}: addPlaybookText(input: $input) { __typename }`).join(' ')} }`;
    for (let round = 0; round < 19; round += 1) expectData(await manager.send(fill, { input: plainText }));
    for (let at = 0; at < 6; at += 1) await addText(manager);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => manager.run(AddPlaybookText, { input: plainText })),
    );
    const refused = refusedOf(results);
    expect(refused).toHaveLength(4);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'SEGMENT_PLAYBOOK_LIMIT');
    const both = await manager.run(AddPlaybookText, { input: { ...plainText, text: { en: '', zhHans: '甲' } } });
    expectRefusal(both, 'ValidationError', 'TEXT_EMPTY text en', 'SEGMENT_PLAYBOOK_LIMIT');
    expect(keysOf(await textsOf(auditor, 'STUDENT'))).toHaveLength(1 + 200);

    await addText(manager, { segment: 'RIDER' });
    const input = { segment: 'STUDENT', key: 'organization/7', expectedVersion: 1 };
    expectPayload(await manager.run(RemovePlaybookText, { input }));
    expect((await addText(manager)).key).toBe('organization/201');
    expectRefusal(
      await manager.run(AddPlaybookText, { input: plainText }),
      'ValidationError',
      'SEGMENT_PLAYBOOK_LIMIT',
    );
  }, 30_000);

  test('stands whatever plugins are off', async () => {
    const { admin, manager, auditor } = await brand();
    await addText(manager);
    await setPlugin(admin, 'bakeries', false);
    expect(keysOf(await textsOf(auditor, 'STUDENT'))).toEqual(['organization/1']);
  });

  test('answers in the language of the request, and refuses in it', async () => {
    const { manager } = await brand();
    const document = `mutation ($input: AddPlaybookTextInput!) {
      addPlaybookText(input: $input) {
        ... on AddPlaybookTextPayload { playbookText { text here: text(locale: EN) } }
        ... on UserError { message }
      }
    }`;
    const told = async (language: string, given = {}) => {
      const input = { ...plainText, ...given };
      return expectData(await manager.send(document, { input }, { 'accept-language': language })).addPlaybookText;
    };
    const { en, zhHans } = plainText.text;
    expect(await told('en')).toEqual({ playbookText: { text: en, here: en } });
    expect(await told('zh-CN')).toEqual({ playbookText: { text: zhHans, here: en } });
    expect([await told('en', { segment: 'NOBODY' }), await told('zh-CN', { segment: 'NOBODY' })]).toEqual([
      { message: 'Nothing that you can see has this id or key. Check it, or ask for it anew.' },
      { message: '没有您可见的对象使用此标识或键。请核对，或重新查询获取。' },
    ]);
  });

  test('asks the database no more than it must', async () => {
    const { manager } = await brand();
    const document = 'mutation ($input: AddPlaybookTextInput!) { addPlaybookText(input: $input) { __typename } }';
    // The key; the organization's segments, the lock, how many texts there are, the new one and its audit entry.
    expect((await manager.send(document, { input: plainText })).statements).toHaveLength(6);
  });
});
