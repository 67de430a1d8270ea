import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, brakeless, steady, steadyBut } from './bikes.ts';
import { SubmitAssessment } from './documents.ts';
import { publish, read, save, start, submit } from './steps.ts';

let now = new Date('2026-10-01T08:00:00.000Z');
const { seed } = await createTestApi({ plugins: [bikes], now: () => now });

const submitWith = (client: Client, id: string, expectedVersion: number) =>
  client.run(SubmitAssessment, { input: { id, expectedVersion } });

async function answered(answers = steady) {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  const opened = await start(organization.assessor, { subject: dealer.id });
  return { ...organization, dealer, draft: await save(organization.assessor, opened, answers) };
}

test('is refused to all who may not assess in this kind, and changes nothing', async () => {
  const { assessor, manager, auditor, dealer, draft } = await answered();
  const stranger = await seed.organization({ industry: 'bikes' });
  const self = await save(dealer.client, await start(dealer.client, { subject: dealer.id, kind: 'SELF' }), steady);
  expectError(await submitWith(auditor, draft.id, 2), 'FORBIDDEN');
  expectError(await submitWith(manager, self.id, 2), 'FORBIDDEN');
  for (const client of [dealer.client, stranger.admin]) {
    expect(expectUserError(await submitWith(client, draft.id, 2), 'NOT_FOUND')).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      path: ['id'],
    });
  }
  expectUserError(await submitWith(assessor, 'nothing', 2), 'NOT_FOUND');
  expect(await read(assessor, draft)).toEqual(draft);
  expect(await read(dealer.client, self)).toEqual(self);
});

test('freezes the answers and what they give', async () => {
  const { manager, assessor, draft } = await answered(brakeless);
  now = new Date('2026-10-02T09:30:00.250Z');
  const submitted = await submit(manager, draft);
  expect(submitted).toEqual({
    ...draft,
    version: 3,
    status: 'SUBMITTED',
    submittedAt: '2026-10-02T09:30:00.250Z',
    outcome: { tierCode: 'BELOW_STANDARD', score: 67.5 },
    grade: null,
  });
  expect(await read(assessor, draft)).toEqual(submitted);
});

test('is taken from a dealer too, and stays indicative', async () => {
  const { dealer, assessor } = await answered();
  const self = await start(dealer.client, { subject: dealer.id, kind: 'SELF' });
  const submitted = await submit(dealer.client, await save(dealer.client, self, steady));
  expect(submitted).toMatchObject({
    kind: 'SELF',
    status: 'SUBMITTED',
    outcome: { tierCode: 'OUTSTANDING' },
    grade: null,
  });
  expect(await read(assessor, submitted)).toEqual(submitted);
});

test('names every item that wants an answer, and none that does not apply', async () => {
  const but = steadyBut({ item: 'core/policy-support', value: { notApplicable: 'The brand has no policy yet.' } });
  const { assessor, draft } = await answered(but.slice(1, -1));
  expect(draft.unanswered).toEqual(['core/parts-delivery', 'bikes/test-rides']);
  const refused = expectUserError(await submitWith(assessor, draft.id, 2), 'GRADING_ITEM_UNANSWERED');
  const issue = { code: 'GRADING_ITEM_UNANSWERED', path: [] };
  expect(refused).toEqual({
    __typename: 'ValidationError',
    code: 'VALIDATION_FAILED',
    path: [],
    issues: [issue, issue],
  });
  expect(await read(assessor, draft)).toEqual(draft);
});

describe('the expected version', () => {
  test('refuses a stale one, and a second submission', async () => {
    const { assessor, draft } = await answered();
    expect(expectUserError(await submitWith(assessor, draft.id, 1), 'STALE_VERSION')).toEqual({
      __typename: 'StaleVersionError',
      code: 'STALE_VERSION',
      path: ['expectedVersion'],
      currentVersion: 2,
    });
    expect(await read(assessor, draft)).toEqual(draft);
    const submitted = await submit(assessor, draft);
    expectUserError(await submitWith(assessor, draft.id, 2), 'STALE_VERSION');
    expect(expectUserError(await submitWith(assessor, draft.id, 3), 'GRADING_NOT_DRAFT')).toEqual({
      __typename: 'InvalidStateError',
      code: 'GRADING_NOT_DRAFT',
      path: ['id'],
      state: 'SUBMITTED',
    });
    expect(await read(assessor, draft)).toEqual(submitted);
  });

  test('lets one of twenty through that submit at once', async () => {
    const { assessor, manager, draft } = await answered();
    const people = Array.from({ length: 20 }, (_, index) => (index % 2 ? assessor : manager));
    const results = await Promise.all(people.map((client) => submitWith(client, draft.id, 2)));
    const stale = results.filter((result) => 'code' in (result.data?.submitAssessment ?? {}));
    for (const result of stale) expectUserError(result, 'STALE_VERSION');
    expect(stale).toHaveLength(19);
    expect(await read(assessor, draft)).toMatchObject({ version: 3, status: 'SUBMITTED' });
  });
});

test('is refused to one that is withdrawn', async () => {
  const { assessor, dealer } = await answered();
  const { id, version } = await dealer.assessment({ period: '2026-H2' }).answer('best').withdraw();
  expect(expectUserError(await submitWith(assessor, id, version), 'GRADING_NOT_DRAFT')).toMatchObject({
    state: 'WITHDRAWN',
  });
});

test('is forbidden to a dealer that sees the assessment by its grade', async () => {
  const { assessor, manager, dealer, draft } = await answered();
  const { assessment } = await publish(manager, await submit(assessor, draft));
  expectError(await submitWith(dealer.client, assessment.id, assessment.version), 'FORBIDDEN');
});

const SubmitBriefly = graphql(`
  mutation SubmitBriefly($input: SubmitAssessmentInput!) {
    submitAssessment(input: $input) {
      ... on SubmitAssessmentPayload { assessment { id version } }
      ... on UserError { code }
    }
  }
`);

test('takes five statements', async () => {
  const { assessor, draft } = await answered();
  const result = await assessor.run(SubmitBriefly, { input: { id: draft.id, expectedVersion: 2 } });
  expectPayload(result);
  expect(result.statements).toHaveLength(5);
});
