import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { StartAssessmentInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, coreItems } from './bikes.ts';
import { StartAssessment } from './documents.ts';
import { start } from './steps.ts';

const CountAssessments = graphql(`
  query CountAssessments { assessments(first: 1) { totalCount } }
`);

const at = new Date('2026-11-22T15:04:05.123Z');
const { seed } = await createTestApi({ plugins: [bikes, 'fmcg'], now: () => at });

const countBy = async (client: Client) => expectData(await client.run(CountAssessments)).assessments.totalCount;
const startWith = (client: Client, given: Partial<StartAssessmentInput> & { subject: string }) =>
  client.run(StartAssessment, { input: { kind: 'MANAGER', period: '2026-Q4', ...given } });

async function shop() {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  return { ...organization, another: organization.dealer, dealer, subject: dealer.id };
}

describe('who may start', () => {
  test('is a matter of role and kind, and a refusal makes nothing', async () => {
    const { admin, manager, assessor, auditor, dealer, subject } = await shop();
    expectError(await startWith(auditor, { subject }), 'FORBIDDEN');
    expectError(await startWith(auditor, { subject, kind: 'SELF' }), 'FORBIDDEN');
    expectError(await startWith(dealer.client, { subject }), 'FORBIDDEN');
    for (const client of [admin, manager, assessor]) {
      expectError(await startWith(client, { subject, kind: 'SELF' }), 'FORBIDDEN');
    }
    expect(await countBy(admin)).toBe(0);

    expect(await start(admin, { subject, period: '2026-Q1' })).toMatchObject({ assessor: 'admin 1' });
    expect(await start(manager, { subject, period: '2026-Q2' })).toMatchObject({ assessor: 'channel_manager 1' });
    expect(await start(assessor, { subject, period: '2026-Q3' })).toMatchObject({ assessor: 'assessor 1' });
    expect(await start(dealer.client, { subject, kind: 'SELF' })).toMatchObject({ assessor: 'dealer 1', kind: 'SELF' });
    expect(await countBy(admin)).toBe(4);
  });

  test('a dealer assesses itself and its outlets, and no other', async () => {
    const { admin, dealer, another } = await shop();
    const other = await another();
    const outlet = await dealer.outlet();
    const othersOutlet = await other.outlet();
    for (const subject of [other.id, othersOutlet.id]) {
      const refused = await startWith(dealer.client, { subject, kind: 'SELF' });
      const notFound = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['subject'] };
      expect(expectUserError(refused, 'NOT_FOUND')).toEqual(notFound);
    }
    expect(await countBy(admin)).toBe(0);
    await start(dealer.client, { subject: dealer.id, kind: 'SELF' });
    await start(dealer.client, { subject: outlet.id, kind: 'SELF' });
    expect(await countBy(dealer.client)).toBe(2);
    expect(await countBy(other.client)).toBe(0);
  });
});

describe('the draft', () => {
  test('is empty, under the edition in force, and wants every answer', async () => {
    const { assessor, subject } = await shop();
    const draft = await start(assessor, { subject });
    expect(draft).toEqual({
      id: expect.any(String),
      version: 1,
      kind: 'MANAGER',
      status: 'DRAFT',
      period: '2026-Q4',
      assessor: 'assessor 1',
      startedAt: '2026-11-22T15:04:05.123Z',
      submittedAt: null,
      withdrawnAt: null,
      withdrawalReason: null,
      unanswered: [...coreItems, 'bikes/repair-hours', 'bikes/brake-check', 'bikes/test-rides'],
      answers: [],
      outcome: null,
      grade: null,
    });
  });

  test('is under the main industry’s rubric unless another of the subject’s is named', async () => {
    const { assessor, another } = await shop();
    const { id: subject } = await another({ industries: ['bikes', 'fmcg'] });
    const rubricsAsked = [undefined, null, 'fmcg'] as const;
    const unanswered = [];
    for (const [index, rubric] of rubricsAsked.entries()) {
      const given = { subject, period: `2026-Q${index + 1}`, ...(rubric !== undefined && { rubric }) };
      unanswered.push((await start(assessor, given)).unanswered.at(-1)?.split('/')[0]);
    }
    expect(unanswered).toEqual(['bikes', 'bikes', 'fmcg']);
  });
});

describe('a refusal', () => {
  test('names a period that is not written as a quarter or half', async () => {
    const { assessor, subject } = await shop();
    const wrong = ['2026', '2026-Q0', '2026-Q5', '2026-H3', '2026-q4', '26-Q4', ' 2026-Q4', '2026-Q4\n', '2026-12', ''];
    for (const period of wrong) {
      expect(expectUserError(await startWith(assessor, { subject, period }), 'GRADING_PERIOD_INVALID')).toEqual({
        __typename: 'ValidationError',
        code: 'VALIDATION_FAILED',
        path: ['period'],
        issues: [{ code: 'GRADING_PERIOD_INVALID', path: ['period'] }],
      });
    }
    expect(await countBy(assessor)).toBe(0);
  });

  test('is none for any quarter or half', async () => {
    const { assessor, subject } = await shop();
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026-H1', '2026-H2']) {
      expect(await start(assessor, { subject, period })).toMatchObject({ period });
    }
  });

  test('names a rubric that is not there, or is not of the subject’s industries', async () => {
    const { assessor, subject } = await shop();
    const unknown = await startWith(assessor, { subject, rubric: 'boats' });
    expect(expectUserError(unknown, 'NOT_FOUND')).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      path: ['rubric'],
    });
    const foreign = await startWith(assessor, { subject, rubric: 'fmcg' });
    expect(expectUserError(foreign, 'GRADING_RUBRIC_NOT_OF_SUBJECT')).toMatchObject({ path: ['rubric'] });
    expect(await countBy(assessor)).toBe(0);
  });

  test('names a subject that is no id, no subject, or another organization’s', async () => {
    const { assessor, id } = await shop();
    const stranger = await shop();
    const organizationId = Buffer.from(`Organization:${id}`).toString('base64url');
    for (const subject of ['', 'nothing', organizationId, stranger.subject]) {
      expect(expectUserError(await startWith(assessor, { subject }), 'NOT_FOUND')).toMatchObject({ path: ['subject'] });
    }
    expect(await countBy(assessor)).toBe(0);
  });

  test('names every fault at once', async () => {
    const { assessor } = await shop();
    const refused = await startWith(assessor, { subject: 'nothing', rubric: 'boats', period: 'soon' });
    expect(expectUserError(refused, 'VALIDATION_FAILED')).toEqual({
      __typename: 'ValidationError',
      code: 'VALIDATION_FAILED',
      path: ['subject'],
      issues: [
        { code: 'NOT_FOUND', path: ['subject'] },
        { code: 'NOT_FOUND', path: ['rubric'] },
        { code: 'GRADING_PERIOD_INVALID', path: ['period'] },
      ],
    });
  });
});

describe('one per subject, rubric, kind and period', () => {
  test('is refused a second, and side by side with any other', async () => {
    const { assessor, manager, dealer, subject } = await shop();
    const outlet = await dealer.outlet();
    await start(assessor, { subject });
    expect(expectUserError(await startWith(manager, { subject }), 'GRADING_ASSESSMENT_EXISTS')).toEqual({
      __typename: 'InvalidStateError',
      code: 'GRADING_ASSESSMENT_EXISTS',
      path: ['period'],
      state: 'DRAFT',
    });
    expect(await countBy(assessor)).toBe(1);

    await start(assessor, { subject, period: '2026-H2' });
    await start(assessor, { subject: outlet.id });
    await start(dealer.client, { subject, kind: 'SELF' });
    expect(await countBy(assessor)).toBe(4);
  });

  test('makes room for another once it is withdrawn', async () => {
    const { assessor, dealer } = await shop();
    await dealer.assessment().withdraw();
    await dealer.assessment().withdraw();
    await dealer.assessment();
    expectUserError(await startWith(assessor, { subject: dealer.id }), 'GRADING_ASSESSMENT_EXISTS');
    expect(await countBy(assessor)).toBe(3);
  });

  test('holds also when twenty start at once', async () => {
    const { assessor, manager, subject } = await shop();
    const people = Array.from({ length: 20 }, (_, index) => (index % 2 ? assessor : manager));
    const results = await Promise.all(people.map((client) => startWith(client, { subject })));
    const refused = results.filter((result) => 'code' in (result.data?.startAssessment ?? {}));
    for (const result of refused) expectUserError(result, 'GRADING_ASSESSMENT_EXISTS');
    expect(refused).toHaveLength(19);
    expect(await countBy(assessor)).toBe(1);
  });
});

const StartBriefly = graphql(`
  mutation StartBriefly($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      ... on StartAssessmentPayload { assessment { id version } }
      ... on UserError { code }
    }
  }
`);

test('takes seven statements', async () => {
  const { assessor, subject } = await shop();
  const input = { subject, kind: 'MANAGER', period: '2026-Q4' } as const;
  const result = await assessor.run(StartBriefly, { input });
  expectPayload(result);
  expect(result.statements).toHaveLength(7);
});
