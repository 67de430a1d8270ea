import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { UpdateSegmentInput } from '../kit/gen/graphql.ts';
import { badTexts, expectRefusal, noIdsOf, refusedOf } from '../network/refusals.ts';
import { ListSegments, ReadSegment, UpdateSegment } from './documents.ts';
import { addSegment } from './steps.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

const words = (en: string, zhHans: string) => ({ en, zhHans });
const strategy = { text: words('Call.', '打电话。'), needs: ['EMOTIONAL' as const], channels: ['PHONE' as const] };

async function oneSegment() {
  const organization = await api.seed.organization();
  const { id, code } = await addSegment(organization.manager, { strategies: [strategy] });
  const read = async () => expectData(await organization.auditor.run(ReadSegment, { code })).segment;
  const update = (given: Omit<UpdateSegmentInput, 'id' | 'expectedVersion'>, expectedVersion = 1) =>
    organization.manager.run(UpdateSegment, { input: { id, expectedVersion, ...given } });
  return { organization, id, read, update };
}

describe('updateSegment', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, id, read } = await oneSegment();
    const { client } = await organization.dealer();
    const before = await read();
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(UpdateSegment, { input: { id, expectedVersion: 1, hidden: true } }), 'FORBIDDEN');
    }
    expect(await read()).toEqual(before);
  });

  test('changes all that is given', async () => {
    const { read, update } = await oneSegment();
    const before = await read();
    const strategies = [
      { text: words('One', '一'), needs: ['SOCIAL' as const, 'PERSONAL' as const], channels: ['SOCIAL' as const] },
      strategy,
    ];
    const given = { label: words('B', '乙'), description: words('C', '丙'), strategies, hidden: true };
    const { customerSegment } = expectPayload(await update(given));
    expect(customerSegment).toEqual({
      ...before,
      ...{ ...given.label, whoEn: 'C', whoZhHans: '丙', hidden: true, version: 2 },
      strategies: strategies.map(({ text, ...rest }) => ({ source: 'organization', ...text, ...rest })),
    });
    expect(await read()).toEqual(customerSegment);
  });

  test.each([
    ['label', { label: words('B', '乙') }, words('B', '乙')],
    ['description', { description: words('B', '乙') }, { whoEn: 'B', whoZhHans: '乙' }],
    ['strategies', { strategies: [] }, { strategies: [] }],
    ['hidden', { hidden: true }, { hidden: true }],
    ['nothing', {}, {}],
  ])('keeps the rest where %s alone is given', async (_, given, shown) => {
    const { read, update } = await oneSegment();
    const before = await read();
    expectPayload(await update(given));
    expect(await read()).toEqual({ ...before, ...shown, version: 2 });
  });

  test('hides it from the list, and brings it back', async () => {
    const { organization, id, update } = await oneSegment();
    const isListed = async () =>
      expectData(await organization.auditor.run(ListSegments)).segments.some((segment) => segment.id === id);
    expectPayload(await update({ hidden: true }));
    expect(await isListed()).toBe(false);
    expectPayload(await update({ hidden: false }, 2));
    expect(await isListed()).toBe(true);
  });

  test('refuses null: there is nothing to clear', async () => {
    const { read, update } = await oneSegment();
    const before = await read();
    const fields = ['label', 'description', 'strategies', 'hidden'];
    for (const field of fields) {
      expectRefusal(await update({ [field]: null }), 'ValidationError', `NULL_REFUSED ${field}`);
    }
    expectRefusal(
      await update(Object.fromEntries(fields.map((field) => [field, null]))),
      'ValidationError',
      ...fields.map((field) => `NULL_REFUSED ${field}`),
    );
    expect(await read()).toEqual(before);
  });

  test('refuses what breaks a rule, every fault at once, and changes nothing', async () => {
    const { read, update } = await oneSegment();
    const before = await read();
    for (const { text, fault } of badTexts) {
      expectRefusal(await update({ label: words(text, '甲') }), 'ValidationError', `${fault} label en`);
      expectRefusal(await update({ description: words('A', text) }), 'ValidationError', `${fault} description zhHans`);
    }
    const broken = { text: words('', '甲'), needs: [], channels: ['PHONE' as const, 'PHONE' as const] };
    expectRefusal(
      await update({ hidden: null, label: words('x'.repeat(201), 'a\nb'), strategies: [strategy, broken] }),
      'ValidationError',
      'NULL_REFUSED hidden',
      'TEXT_TOO_LONG label en',
      'TEXT_UNPRINTABLE label zhHans',
      'TEXT_EMPTY strategies 1 text en',
      'LIST_EMPTY strategies 1 needs',
      'LIST_REPEATED strategies 1 channels 1',
    );
    expectRefusal(
      await update({ strategies: Array(21).fill(strategy) }),
      'ValidationError',
      'LIST_TOO_LONG strategies',
    );
    expect(await read()).toEqual(before);
  });

  test('neither changes nor hides one of the six', async () => {
    const { organization } = await oneSegment();
    const { segments } = expectData(await organization.auditor.run(ListSegments));
    for (const { id } of segments.slice(0, 6)) {
      for (const given of [{ hidden: true }, { label: words('', '') }, {}]) {
        const result = await organization.manager.run(UpdateSegment, { input: { id, expectedVersion: 1, ...given } });
        expectRefusal(result, 'InvalidStateError', 'SEGMENT_OF_CORE id');
        expect(expectUserError(result, 'SEGMENT_OF_CORE')).toMatchObject({ state: 'CORE' });
      }
    }
    expect(expectData(await organization.auditor.run(ListSegments)).segments).toEqual(segments);
  });

  test('finds no segment but those of its organization', async () => {
    const { organization, read } = await oneSegment();
    const before = await read();
    const other = await oneSegment();
    const theirs = expectData(await other.organization.auditor.run(ListSegments)).segments.map(({ id }) => id);
    const dealer = await organization.dealer();
    for (const id of [...noIdsOf('CustomerSegment', other.id), ...theirs, dealer.id]) {
      const input = { id, expectedVersion: 1, label: words('', '') };
      expectRefusal(await organization.manager.run(UpdateSegment, { input }), 'NotFoundError', 'NOT_FOUND id');
    }
    expect(await read()).toEqual(before);
    expect(await other.read()).toMatchObject({ version: 1 });
  });

  test('refuses one who read another version, before anything else', async () => {
    const { read, update } = await oneSegment();
    expectPayload(await update({ label: words('B', '乙') }));
    const before = await read();
    for (const version of [1, 3, 0, -1, 2 ** 31 - 1, -(2 ** 31)]) {
      const result = await update({ label: words('', '') }, version);
      expectRefusal(result, 'StaleVersionError', 'STALE_VERSION expectedVersion');
      expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    }
    expect(await read()).toEqual(before);
  });

  test('lets one of twenty through who read the same version', async () => {
    const { read, update } = await oneSegment();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) => update({ label: words(`Label ${at}`, '甲') })),
    );
    const lost = refusedOf(results);
    const [won = -1] = results.flatMap((result, at) => (lost.includes(result) ? [] : [at]));
    expect(lost).toHaveLength(19);
    for (const result of lost) expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
    expect(await read()).toMatchObject({ en: `Label ${won}`, version: 2 });
  });

  test('speaks the language of the request', async () => {
    const { organization } = await oneSegment();
    const { segments } = expectData(await organization.auditor.run(ListSegments));
    const document = `mutation ($input: UpdateSegmentInput!) {
      updateSegment(input: $input) { ... on UserError { message } }
    }`;
    const told = async (language: string) => {
      const input = { id: segments[0]?.id, expectedVersion: 1 };
      const answer = await organization.manager.send(document, { input }, { 'accept-language': language });
      return expectData(answer).updateSegment;
    };
    expect([await told('en'), await told('zh-CN')]).toEqual([
      {
        message:
          'The six segments of the core can be neither changed nor hidden. Add one of your own by createSegment.',
      },
      { message: '核心自带的六大客群不能修改或隐藏。可用 createSegment 添加自有客群。' },
    ]);
  });

  test('asks the database no more than it must', async () => {
    const { organization, id } = await oneSegment();
    const document = 'mutation ($input: UpdateSegmentInput!) { updateSegment(input: $input) { __typename } }';
    const { statements } = await organization.manager.send(document, { input: { id, expectedVersion: 1 } });
    // The key; the segment, the change and its audit entry.
    expect(statements).toHaveLength(4);
  });
});
