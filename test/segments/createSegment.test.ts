import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { CreateSegmentInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, refusedOf } from '../network/refusals.ts';
import { CreateSegment, ListSegments, plain, ReadSegment } from './documents.ts';
import { addSegment } from './steps.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

const text = { en: 'Bring the keys.', zhHans: '送钥匙上门。' };
const strategy = { text, needs: ['EMOTIONAL' as const], channels: ['PHONE' as const] };

/** The codes of the segments that an organization added. */
const addedTo = async (reader: Client): Promise<string[]> =>
  expectData(await reader.run(ListSegments))
    .segments.slice(6)
    .map(({ code }) => code);

describe('createSegment', () => {
  test('is not for those who do not run the network', async () => {
    const organization = await api.seed.organization();
    const { client } = await organization.dealer();
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(CreateSegment, { input: plain }), 'FORBIDDEN');
    }
    expect(await addedTo(organization.auditor)).toEqual([]);
  });

  test('takes in a segment of which only the needed is told', async () => {
    const { manager, auditor } = await api.seed.organization();
    const segment = await addSegment(manager);
    expect(segment).toEqual({
      id: expect.any(String),
      code: 'NEW_SETTLER',
      source: 'organization',
      hidden: false,
      version: 1,
      en: 'New settlers',
      zhHans: '新住户',
      whoEn: 'Those who moved in this year.',
      whoZhHans: '今年入住的人群。',
      strategies: [],
    });
    expect(expectData(await auditor.run(ReadSegment, { code: plain.code })).segment).toEqual(segment);
  });

  test('keeps all that is told, in the order told', async () => {
    const { admin, auditor } = await api.seed.organization();
    const input: CreateSegmentInput = {
      code: 'A1_B2_3C',
      label: { en: '  "Söhne" & 😀 ', zhHans: '新\u3000住户' },
      description: { en: 'Two\nlines.', zhHans: '两\n行。' },
      strategies: [
        { text, needs: ['SOCIAL', 'FUNCTIONAL'], channels: ['SOCIAL', 'PHYSICAL', 'PHONE'] },
        { text: { en: 'B', zhHans: '乙' }, needs: ['PERSONAL'], channels: ['ECOMMERCE'] },
      ],
    };
    const { customerSegment } = expectPayload(await admin.run(CreateSegment, { input }));
    expect(customerSegment).toMatchObject({
      ...{ code: input.code, ...input.label, whoEn: input.description.en, whoZhHans: input.description.zhHans },
      strategies: input.strategies?.map(({ text: words, ...rest }) => ({ source: 'organization', ...words, ...rest })),
    });
    expect(expectData(await auditor.run(ReadSegment, { code: input.code })).segment).toEqual(customerSegment);
  });

  test('knows no null', async () => {
    const { manager } = await api.seed.organization();
    for (const field of ['code', 'label', 'description', 'strategies']) {
      const refused = await manager.run(CreateSegment, { input: { ...plain, [field]: null } });
      expect(expectError(refused, 'BAD_USER_INPUT').message).toContain(field);
    }
    expect(await addedTo(manager)).toEqual([]);
  });

  test('refuses what breaks a rule, and adds nothing', async () => {
    const { manager } = await api.seed.organization();
    const refused = async (given: Partial<CreateSegmentInput>, ...faults: string[]) =>
      expectRefusal(await manager.run(CreateSegment, { input: { ...plain, ...given } }), 'ValidationError', ...faults);

    for (const { text: bad, fault } of badTexts) {
      await refused({ code: bad }, `${fault} code`);
      await refused({ label: { en: bad, zhHans: bad } }, `${fault} label en`, `${fault} label zhHans`);
      await refused({ description: { en: 'A', zhHans: bad } }, `${fault} description zhHans`);
      const strategies = [strategy, { ...strategy, text: { en: bad, zhHans: '甲' } }];
      await refused({ strategies }, `${fault} strategies 1 text en`);
    }
    for (const code of ['a', 'A-B', 'A__B', '_A', 'A_', '1A', 'A B', ' A', 'É', '新', 'A\nB', 'A\n']) {
      await refused({ code }, 'SEGMENT_CODE_INVALID code');
    }
    await refused({ code: 'C'.repeat(65) }, 'TEXT_TOO_LONG code');
    await refused(
      { label: { en: 'x'.repeat(201), zhHans: 'two\nlines' } },
      'TEXT_TOO_LONG label en',
      'TEXT_UNPRINTABLE label zhHans',
    );
    await refused({ description: { en: 'x'.repeat(2001), zhHans: '甲' } }, 'TEXT_TOO_LONG description en');
    await refused({ strategies: Array(21).fill(strategy) }, 'LIST_TOO_LONG strategies');
    await refused(
      { strategies: [strategy, { text: { en: 'x'.repeat(2001), zhHans: '' }, needs: [], channels: [] }] },
      'TEXT_TOO_LONG strategies 1 text en',
      'TEXT_EMPTY strategies 1 text zhHans',
      'LIST_EMPTY strategies 1 needs',
      'LIST_EMPTY strategies 1 channels',
    );
    await refused(
      { strategies: [{ text, needs: Array(6).fill('SOCIAL'), channels: ['PHONE', 'SOCIAL', 'PHONE'] }] },
      ...[1, 2, 3, 4, 5].map((at) => `LIST_REPEATED strategies 0 needs ${at}`),
      'LIST_REPEATED strategies 0 channels 2',
    );
    expect(await addedTo(manager)).toEqual([]);
  });

  test('takes what is just within the rules', async () => {
    const { manager } = await api.seed.organization();
    const most = { en: '长'.repeat(2000), zhHans: '😀'.repeat(2000) };
    const segment = await addSegment(manager, {
      code: `A${'_9'.repeat(31)}Z`,
      label: { en: '😀'.repeat(200), zhHans: '长'.repeat(200) },
      description: most,
      strategies: Array(20).fill(strategy),
    });
    expect(segment.code).toHaveLength(64);
    expect(segment.strategies).toHaveLength(20);
    expect(await addSegment(manager, { code: 'A', strategies: [] })).toMatchObject({ code: 'A', strategies: [] });
  });

  test('tells every fault at once', async () => {
    const { manager } = await api.seed.organization();
    await addSegment(manager);
    const input = { ...plain, label: { en: '', zhHans: '甲' }, strategies: [{ ...strategy, needs: [] }] };
    expectRefusal(
      await manager.run(CreateSegment, { input }),
      'ValidationError',
      'TEXT_EMPTY label en',
      'LIST_EMPTY strategies 0 needs',
      'SEGMENT_CODE_TAKEN code',
    );
  });

  test('gives a code to one segment of an organization only, and none of the six', async () => {
    const { manager, auditor } = await api.seed.organization();
    const other = await api.seed.organization();
    const { segments } = expectData(await auditor.run(ListSegments));
    await addSegment(manager);
    for (const code of [plain.code, ...segments.map((segment) => segment.code)]) {
      const refused = await manager.run(CreateSegment, { input: { ...plain, code } });
      expectRefusal(refused, 'ValidationError', 'SEGMENT_CODE_TAKEN code');
    }
    await addSegment(other.manager);
    expect([await addedTo(manager), await addedTo(other.manager)]).toEqual([[plain.code], [plain.code]]);
  });

  test('gives a code to one of many who ask at the same moment', async () => {
    const { manager } = await api.seed.organization();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        manager.run(CreateSegment, { input: { ...plain, label: { en: `Label ${at}`, zhHans: '甲' } } }),
      ),
    );
    const refused = refusedOf(results);
    expect(refused).toHaveLength(7);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'SEGMENT_CODE_TAKEN code');
    expect(await addedTo(manager)).toEqual([plain.code]);
  });

  test('adds fifty and no more, however many ask at the same moment', async () => {
    const { manager } = await api.seed.organization();
    for (let at = 0; at < 45; at += 1) await addSegment(manager, { code: `S${at}` });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) => manager.run(CreateSegment, { input: { ...plain, code: `P${at}` } })),
    );
    const refused = refusedOf(results);
    expect(refused).toHaveLength(3);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'SEGMENT_LIMIT');
    expect(await addedTo(manager)).toHaveLength(50);
  });

  test('speaks the language of the request', async () => {
    const { manager } = await api.seed.organization();
    const document = `mutation ($input: CreateSegmentInput!) {
      createSegment(input: $input) { ... on UserError { message } }
    }`;
    const told = async (language: string) => {
      const input = { ...plain, code: 'senior' };
      return expectData(await manager.send(document, { input }, { 'accept-language': language })).createSegment;
    };
    expect([await told('en'), await told('zh-CN')]).toEqual([
      {
        message:
          'A segment’s code has capitals, digits and single underscores only, and begins with a letter, such as NEW_SETTLER.',
      },
      { message: '客群编码只能包含大写字母、数字和单个下划线，并以字母开头，例如 NEW_SETTLER。' },
    ]);
  });

  test('asks the database no more than it must', async () => {
    const { manager } = await api.seed.organization();
    const document = 'mutation ($input: CreateSegmentInput!) { createSegment(input: $input) { __typename } }';
    // The key; the lock, the segments that are there, the new one and its audit entry.
    expect((await manager.send(document, { input: plain })).statements).toHaveLength(5);
  });
});
