import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { bikes, steady } from './bikes.ts';
import { WithdrawAssessment } from './documents.ts';
import { assess, publish, read, save, start } from './steps.ts';

let now = new Date('2026-10-01T08:00:00.000Z');
const { seed } = await createTestApi({ plugins: [bikes], now: () => now });

const withdrawWith = (client: Client, id: string, expectedVersion: number, reason = 'The wrong shop.') =>
  client.run(WithdrawAssessment, { input: { id, expectedVersion, reason } });

async function opened() {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  return { ...organization, dealer, draft: await start(organization.assessor, { subject: dealer.id }) };
}

test('is refused to all who may not assess in this kind, and changes nothing', async () => {
  const { assessor, auditor, dealer, draft } = await opened();
  const stranger = await seed.organization({ industry: 'bikes' });
  const self = await start(dealer.client, { subject: dealer.id, kind: 'SELF' });
  expectError(await withdrawWith(auditor, draft.id, 1), 'FORBIDDEN');
  expectError(await withdrawWith(assessor, self.id, 1), 'FORBIDDEN');
  for (const client of [dealer.client, stranger.admin]) {
    expectUserError(await withdrawWith(client, draft.id, 1), 'NOT_FOUND');
  }
  expect(await read(assessor, draft)).toEqual(draft);
  expect(await read(dealer.client, self)).toEqual(self);
});

describe('takes out of use, with the reason', () => {
  test('a draft, also one of another person', async () => {
    const { manager, assessor, draft } = await opened();
    now = new Date('2026-10-03T10:00:00.000Z');
    const { assessment } = expectPayload(await withdrawWith(manager, draft.id, 1));
    expect(assessment).toEqual({
      ...draft,
      version: 2,
      status: 'WITHDRAWN',
      withdrawnAt: '2026-10-03T10:00:00.000Z',
      withdrawalReason: 'The wrong shop.',
    });
    expect(await read(assessor, draft)).toEqual(assessment);
  });

  test('a draft that was answered whole, which still shows what it gave', async () => {
    const { assessor, draft } = await opened();
    const answered = await save(assessor, draft, steady);
    const { assessment } = expectPayload(await withdrawWith(assessor, draft.id, 2));
    expect(assessment).toMatchObject({ status: 'WITHDRAWN', outcome: answered.outcome, answers: answered.answers });
  });

  test('one that is submitted, which keeps its answers and outcome', async () => {
    const { assessor, dealer } = await opened();
    const submitted = await assess(assessor, { subject: dealer.id, period: '2026-H2' }, steady);
    const { assessment } = expectPayload(await withdrawWith(assessor, submitted.id, submitted.version));
    expect(assessment).toEqual({
      ...submitted,
      version: 4,
      status: 'WITHDRAWN',
      withdrawnAt: now.toISOString(),
      withdrawalReason: 'The wrong shop.',
    });
  });

  test('a dealer’s own', async () => {
    const { dealer } = await opened();
    const self = await start(dealer.client, { subject: dealer.id, kind: 'SELF' });
    expect(expectPayload(await withdrawWith(dealer.client, self.id, 1)).assessment.status).toBe('WITHDRAWN');
  });
});

describe('is refused', () => {
  test('without a reason, or with one that is too long', async () => {
    const { assessor, draft } = await opened();
    const reasons = [
      ['', 'TEXT_EMPTY'],
      [' \n', 'TEXT_EMPTY'],
      ['x'.repeat(2001), 'TEXT_TOO_LONG'],
    ] as const;
    for (const [reason, code] of reasons) {
      expect(expectUserError(await withdrawWith(assessor, draft.id, 1, reason), code)).toEqual({
        __typename: 'ValidationError',
        code: 'VALIDATION_FAILED',
        path: ['reason'],
        issues: [{ code, path: ['reason'] }],
      });
    }
    expect(await read(assessor, draft)).toEqual(draft);
  });

  test('where it is stale, and a second time', async () => {
    const { assessor, draft } = await opened();
    expectUserError(await withdrawWith(assessor, draft.id, 2), 'STALE_VERSION');
    expect(await read(assessor, draft)).toEqual(draft);
    const { assessment } = expectPayload(await withdrawWith(assessor, draft.id, 1));
    expectUserError(await withdrawWith(assessor, draft.id, 1), 'STALE_VERSION');
    expect(expectUserError(await withdrawWith(assessor, draft.id, 2, 'Again.'), 'GRADING_WITHDRAWN')).toEqual({
      __typename: 'InvalidStateError',
      code: 'GRADING_WITHDRAWN',
      path: ['id'],
      state: 'WITHDRAWN',
    });
    expect(await read(assessor, draft)).toEqual(assessment);
  });

  test('to all but one of twenty that withdraw at once', async () => {
    const { assessor, draft } = await opened();
    const results = await Promise.all(Array.from({ length: 20 }, () => withdrawWith(assessor, draft.id, 1)));
    const stale = results.filter((result) => 'code' in (result.data?.withdrawAssessment ?? {}));
    for (const result of stale) expectUserError(result, 'STALE_VERSION');
    expect(stale).toHaveLength(19);
  });

  test('once its grade is published, in force or superseded', async () => {
    const { assessor, manager, dealer } = await opened();
    const first = await publish(manager, await assess(assessor, { subject: dealer.id, period: '2026-Q1' }, steady));
    await publish(manager, await assess(assessor, { subject: dealer.id, period: '2026-Q2' }, steady));
    const before = await read(assessor, first.assessment);
    const refused = await withdrawWith(manager, before.id, before.version);
    expect(expectUserError(refused, 'GRADING_ALREADY_PUBLISHED')).toEqual({
      __typename: 'InvalidStateError',
      code: 'GRADING_ALREADY_PUBLISHED',
      path: ['id'],
      state: 'SUBMITTED',
    });
    expect(await read(assessor, before)).toEqual(before);
  });
});
