import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { RemovePlaybookTextInput } from '../kit/gen/graphql.ts';
import { expectRefusal, refusedOf } from '../network/refusals.ts';
import { OverridePlaybookText, ReadSegment, RemovePlaybookText } from './documents.ts';
import { addSegment, addText, keysOf, setPlugin, textsOf } from './steps.ts';
import { teahouses, trades } from './trades.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: trades });
});
const apron = teahouses.playbook?.apron;
const white = { en: 'Wear white.', zhHans: '穿白色。' };

/** A playbook in which one text of a plugin is overridden, and one of the organization's own stands. */
async function onePlaybook() {
  const organization = await api.seed.organization({ industry: 'tea' });
  const { manager, auditor } = organization;
  const added = await addText(manager);
  const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 0, text: white };
  expectPayload(await manager.run(OverridePlaybookText, { input }));
  const read = () => textsOf(auditor, 'STUDENT');
  const remove = (expectedVersion = 1, given: Partial<RemovePlaybookTextInput> = {}) =>
    manager.run(RemovePlaybookText, {
      input: { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion, ...given },
    });
  return { organization, added, read, remove };
}

describe('removePlaybookText', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, read } = await onePlaybook();
    const { client } = await organization.dealer();
    const before = await read();
    for (const key of ['teahouses/apron', 'organization/1']) {
      const input = { segment: 'STUDENT', key, expectedVersion: 1 };
      for (const caller of [organization.assessor, organization.auditor, client]) {
        expectError(await caller.run(RemovePlaybookText, { input }), 'FORBIDDEN');
      }
    }
    expect(await read()).toEqual(before);
  });

  test('takes an override back, so that the plugin’s words show again, and gives the segment as it is now', async () => {
    const { organization, read, remove } = await onePlaybook();
    const before = await read();
    const { customerSegment } = expectPayload(await remove());
    const { playbook, ...segment } = customerSegment;
    const fallen = { ...apron?.text, overridden: false, originalEn: null, originalZhHans: null, version: 2 };
    const after = before.map((text) => (text.key === 'teahouses/apron' ? { ...text, ...fallen } : text));
    expect(await read()).toEqual(after);
    expect(playbook.flatMap(({ texts }) => texts)).toEqual(after);
    expect(segment).toEqual(expectData(await organization.auditor.run(ReadSegment, { code: 'STUDENT' })).segment);
  });

  test('removes a text of the organization’s own for good', async () => {
    const { organization, added, read, remove } = await onePlaybook();
    const before = await read();
    expectPayload(await remove(1, { key: added.key }));
    expect(await read()).toEqual(before.filter(({ key }) => key !== added.key));
    for (const version of [0, 1, 2]) {
      expectRefusal(await remove(version, { key: added.key }), 'NotFoundError', 'NOT_FOUND key');
      const input = { segment: 'STUDENT', key: added.key, expectedVersion: version, text: white };
      expectRefusal(await organization.manager.run(OverridePlaybookText, { input }), 'NotFoundError', 'NOT_FOUND key');
    }
  });

  test('has nothing to take back of a text that stands as it was written, or was taken back already', async () => {
    const { read, remove } = await onePlaybook();
    expectPayload(await remove());
    const before = await read();
    for (const [key, version] of [
      ['teahouses/apron', 2],
      ['teahouses/welcome', 0],
      ['bakeries/taste', 0],
    ] as const) {
      const result = await remove(version, { key });
      expectRefusal(result, 'InvalidStateError', 'SEGMENT_TEXT_NOT_OVERRIDDEN key');
      expect(expectUserError(result, 'SEGMENT_TEXT_NOT_OVERRIDDEN')).toMatchObject({ state: 'ORIGINAL' });
    }
    expect(await read()).toEqual(before);
  });

  test('knows no null', async () => {
    const { organization, read } = await onePlaybook();
    const before = await read();
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 1 };
    for (const field of Object.keys(input)) {
      const refused = await organization.manager.run(RemovePlaybookText, { input: { ...input, [field]: null } });
      expect(expectError(refused, 'BAD_USER_INPUT').message).toContain(field);
    }
    expect(await read()).toEqual(before);
  });

  test('finds no segment that is not there, and no text that the segment has not', async () => {
    const { organization, read, remove } = await onePlaybook();
    const before = await read();
    const other = await onePlaybook();
    await addSegment(other.organization.manager, { code: 'THEIRS' });
    await addText(other.organization.manager);
    for (const segment of ['', 'student', 'THEIRS', 'a\0']) {
      expectRefusal(await remove(7, { segment }), 'NotFoundError', 'NOT_FOUND segment');
    }
    for (const key of ['', 'apron', 'teahouses/candles', 'core/apron', 'organization/2', 'organization/01', 'a\0']) {
      expectRefusal(await remove(7, { key }), 'NotFoundError', 'NOT_FOUND key');
    }
    await setPlugin(organization.admin, 'teahouses', false);
    expectRefusal(await remove(), 'NotFoundError', 'NOT_FOUND key');
    await setPlugin(organization.admin, 'teahouses', true);
    expect(await read()).toEqual(before);
  });

  test('refuses one who read another version, before the state', async () => {
    const { read, remove } = await onePlaybook();
    const before = await read();
    for (const [key, currentVersion] of [
      ['teahouses/apron', 1],
      ['organization/1', 1],
      ['bakeries/taste', 0],
    ] as const) {
      for (const version of [currentVersion - 1, currentVersion + 1, 2 ** 31 - 1, -(2 ** 31)]) {
        const result = await remove(version, { key });
        expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
        expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion });
      }
    }
    expect(await read()).toEqual(before);
  });

  test('lets one of twenty through who read the same version', async () => {
    const { read, remove } = await onePlaybook();
    const taken = await Promise.all(Array.from({ length: 20 }, () => remove()));
    expect(refusedOf(taken)).toHaveLength(19);
    for (const result of refusedOf(taken)) expectUserError(result, 'STALE_VERSION');
    const removed = await Promise.all(Array.from({ length: 20 }, () => remove(1, { key: 'organization/1' })));
    expect(refusedOf(removed)).toHaveLength(19);
    for (const result of refusedOf(removed)) expectUserError(result, 'NOT_FOUND');
    expect(keysOf(await read())).toEqual(['teahouses/apron', 'bakeries/taste', 'teahouses/welcome']);
  });

  test('answers in the language of the request, and refuses in it', async () => {
    const { organization } = await onePlaybook();
    const document = `mutation ($input: RemovePlaybookTextInput!) {
      removePlaybookText(input: $input) {
        ... on RemovePlaybookTextPayload { customerSegment { label here: label(locale: ZH_HANS) } }
        ... on UserError { message }
      }
    }`;
    const told = async (language: string, key: string, expectedVersion: number) => {
      const input = { segment: 'STUDENT', key, expectedVersion };
      const answer = await organization.manager.send(document, { input }, { 'accept-language': language });
      return expectData(answer).removePlaybookText;
    };
    expect(await told('en', 'teahouses/apron', 1)).toEqual({
      customerSegment: { label: 'University students', here: '大学生' },
    });
    expect(await told('zh-CN', 'organization/1', 1)).toEqual({ customerSegment: { label: '大学生', here: '大学生' } });
    expect([await told('en', 'bakeries/taste', 0), await told('zh-CN', 'bakeries/taste', 0)]).toEqual([
      { message: 'The text is as the core or the plugin wrote it; there is nothing to take back.' },
      { message: '该文本仍为核心或插件的原文，没有可撤回的改写。' },
    ]);
  });

  test('asks the database no more than it must', async () => {
    const { organization } = await onePlaybook();
    const document = 'mutation ($input: RemovePlaybookTextInput!) { removePlaybookText(input: $input) { __typename } }';
    const input = { segment: 'STUDENT', key: 'teahouses/apron', expectedVersion: 1 };
    // The key; the organization's segments, the lock, the plugins that are off, the texts; the change and its audit entry.
    expect((await organization.manager.send(document, { input })).statements).toHaveLength(7);
  });
});
