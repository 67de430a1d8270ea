import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, brakeless, modest, steady } from './bikes.ts';
import { PublishGrade } from './documents.ts';
import { assess, publish, read, save, start, submit } from './steps.ts';

const ReadStanding = graphql(`
  query ReadStanding($id: ID!) {
    dealer(id: $id) {
      version
      grade { id status outcome { tierCode score } }
      grades { totalCount }
    }
    graded: dealers(filter: { tier: ["GOOD", "EXCELLENT", "OUTSTANDING", "BELOW_STANDARD"] }) { totalCount }
  }
`);

const ReadGradeUnder = graphql(`
  query ReadGradeUnder($id: ID!, $rubric: String!, $outlet: ID!) {
    dealer(id: $id) { grade(rubric: $rubric) { id status } }
    outlet(id: $outlet) { grade(rubric: $rubric) { id status } bikes: grade { id status } }
  }
`);

let now = new Date('2026-10-01T08:00:00.000Z');
const { seed } = await createTestApi({ plugins: [bikes, 'fmcg'], now: () => now });

const publishWith = (client: Client, { id, version }: { id: string; version: number }) =>
  client.run(PublishGrade, { input: { assessment: id, expectedVersion: version } });

async function shop() {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  const standing = async () => expectData(await organization.auditor.run(ReadStanding, { id: dealer.id }));
  return { ...organization, another: organization.dealer, dealer, subject: dealer.id, standing };
}

const ungraded = { dealer: { version: 1, grade: null, grades: { totalCount: 0 } }, graded: { totalCount: 0 } };

describe('who may publish', () => {
  test('is a channel manager or administrator, and nobody else puts a grade in force', async () => {
    const { admin, assessor, auditor, dealer, person, subject, standing } = await shop();
    const stranger = await shop();
    const submitted = await assess(assessor, { subject }, steady);
    for (const client of [assessor, auditor, dealer.client, await person('ASSESSOR')]) {
      expectError(await publishWith(client, submitted), 'FORBIDDEN');
    }
    expect(expectUserError(await publishWith(stranger.manager, submitted), 'NOT_FOUND')).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      path: ['assessment'],
    });
    expectUserError(await publishWith(admin, { id: subject, version: 3 }), 'NOT_FOUND');
    expect(await standing()).toEqual(ungraded);
    expect(await read(assessor, submitted)).toEqual(submitted);
    expect((await publish(admin, submitted)).publishedBy).toBe('admin 1');
  });

  test('is never one who started, saved or submitted it', async () => {
    const { admin, manager: starter, person, assessor, subject, standing } = await shop();
    const saver = await person('CHANNEL_MANAGER');
    const submitter = await person('ADMIN');
    const opened = await start(starter, { subject });
    const submitted = await submit(submitter, await save(assessor, await save(saver, opened, steady), []));
    for (const client of [starter, saver, submitter]) {
      expect(expectUserError(await publishWith(client, submitted), 'GRADING_FOUR_EYES')).toEqual({
        __typename: 'InvalidStateError',
        code: 'GRADING_FOUR_EYES',
        path: ['assessment'],
        state: 'SUBMITTED',
      });
    }
    expect(await standing()).toEqual(ungraded);
    await publish(admin, submitted);
  });

  test('may be one who had a hand in another assessment of the subject', async () => {
    const { manager, assessor, subject } = await shop();
    await assess(manager, { subject, period: '2026-Q3' }, modest);
    await publish(manager, await assess(assessor, { subject }, steady));
  });
});

describe('a grade', () => {
  test('comes into force with all that it says, and the assessment shows it', async () => {
    const { manager, assessor, subject, standing } = await shop();
    const submitted = await assess(assessor, { subject }, steady);
    now = new Date('2026-10-02T12:00:00.500Z');
    const grade = await publish(manager, submitted);
    expect(grade).toEqual({
      id: expect.any(String),
      status: 'IN_FORCE',
      validFrom: '2026-10-02T12:00:00.500Z',
      validTo: null,
      publishedBy: 'channel_manager 1',
      outcome: { tierCode: 'OUTSTANDING', score: 77.5 },
      supersedes: null,
      assessment: { id: submitted.id, version: 4 },
      subject: { id: subject },
    });
    expect(await read(assessor, submitted)).toEqual({ ...submitted, version: 4, grade: { id: grade.id } });
    expect(await standing()).toEqual({
      dealer: {
        version: 1,
        grade: { id: grade.id, status: 'IN_FORCE', outcome: { tierCode: 'OUTSTANDING', score: 77.5 } },
        grades: { totalCount: 1 },
      },
      graded: { totalCount: 1 },
    });
  });

  test('takes the place of the one before it', async () => {
    const { manager, assessor, subject, standing } = await shop();
    const first = await publish(manager, await assess(assessor, { subject, period: '2026-Q3' }, steady));
    now = new Date('2027-01-05T00:00:00.000Z');
    const second = await publish(manager, await assess(assessor, { subject, period: '2026-Q4' }, brakeless));
    expect(second).toMatchObject({
      status: 'IN_FORCE',
      validFrom: '2027-01-05T00:00:00.000Z',
      supersedes: { id: first.id, status: 'SUPERSEDED', validTo: '2027-01-05T00:00:00.000Z' },
    });
    expect((await standing()).dealer).toEqual({
      version: 1,
      grade: { id: second.id, status: 'IN_FORCE', outcome: { tierCode: 'BELOW_STANDARD', score: 67.5 } },
      grades: { totalCount: 2 },
    });
  });

  test('leaves that of another rubric in force, and those of its outlets', async () => {
    const { manager, assessor, another, auditor } = await shop();
    const both = await another({ industries: ['bikes', 'fmcg'] });
    const outlet = await both.outlet();
    const main = await publish(manager, await assess(assessor, { subject: both.id }, steady));
    const other = await both.assessment({ rubric: 'fmcg' }).answer('worst').submit().publish();
    const own = await publish(manager, await assess(assessor, { subject: outlet.id }, modest));
    expect([main.supersedes, own.supersedes]).toEqual([null, null]);
    expect(own.subject).toEqual({ id: outlet.id });

    const { dealer, graded } = expectData(await auditor.run(ReadStanding, { id: both.id }));
    expect(dealer).toMatchObject({ grade: { id: main.id }, grades: { totalCount: 2 } });
    expect(graded.totalCount).toBe(1);
    const fmcg = expectData(await auditor.run(ReadGradeUnder, { id: both.id, rubric: 'fmcg', outlet: outlet.id }));
    expect(fmcg).toEqual({
      dealer: { grade: { id: other.id, status: 'IN_FORCE' } },
      outlet: { grade: null, bikes: { id: own.id, status: 'IN_FORCE' } },
    });
  });

  test('is under the edition, and by the answers, that were submitted', async () => {
    const { manager, assessor, subject } = await shop();
    const submitted = await assess(assessor, { subject }, modest);
    expect((await publish(manager, submitted)).outcome).toEqual(submitted.outcome);
  });
});

describe('is refused', () => {
  test('a draft, one that is withdrawn, and a SELF assessment', async () => {
    const { manager, assessor, dealer, subject, standing } = await shop();
    const draft = await save(assessor, await start(assessor, { subject }), steady);
    const withdrawn = await dealer.assessment({ period: '2026-H1' }).withdraw();
    const self = await assess(dealer.client, { subject, kind: 'SELF' }, steady);
    const cases = [
      [draft, 'GRADING_NOT_SUBMITTED', 'DRAFT'],
      [withdrawn, 'GRADING_NOT_SUBMITTED', 'WITHDRAWN'],
      [self, 'GRADING_SELF_NEVER_PUBLISHED', 'SUBMITTED'],
    ] as const;
    for (const [assessment, code, state] of cases) {
      const refused = expectUserError(await publishWith(manager, assessment), code);
      expect(refused).toEqual({ __typename: 'InvalidStateError', code, path: ['assessment'], state });
    }
    expect(await standing()).toEqual(ungraded);
    expect(await read(assessor, draft)).toEqual(draft);
    expect(await read(dealer.client, self)).toEqual(self);
  });

  test('where it is stale, and a second time', async () => {
    const { admin, manager, assessor, subject, standing } = await shop();
    const submitted = await assess(assessor, { subject }, steady);
    expect(expectUserError(await publishWith(manager, { ...submitted, version: 2 }), 'STALE_VERSION')).toEqual({
      __typename: 'StaleVersionError',
      code: 'STALE_VERSION',
      path: ['expectedVersion'],
      currentVersion: 3,
    });
    expect(await standing()).toEqual(ungraded);
    const { assessment } = await publish(manager, submitted);
    const after = await standing();
    expectUserError(await publishWith(manager, submitted), 'STALE_VERSION');
    expectUserError(await publishWith(admin, assessment), 'GRADING_ALREADY_PUBLISHED');
    expect(await standing()).toEqual(after);
  });

  test('to all but one of twenty that publish at once', async () => {
    const { admin, manager, assessor, subject, standing } = await shop();
    const submitted = await assess(assessor, { subject }, steady);
    const people = Array.from({ length: 20 }, (_, index) => (index % 2 ? admin : manager));
    const results = await Promise.all(people.map((client) => publishWith(client, submitted)));
    const stale = results.filter((result) => 'code' in (result.data?.publishGrade ?? {}));
    for (const result of stale) expectUserError(result, 'STALE_VERSION');
    expect(stale).toHaveLength(19);
    expect((await standing()).dealer?.grades.totalCount).toBe(1);
  });
});

test('of several periods published at once one grade is in force, and the others stand in a row behind it', async () => {
  const { manager, assessor, subject, auditor } = await shop();
  const submitted = [];
  for (const period of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
    submitted.push(await assess(assessor, { subject, period }, steady));
  }
  const results = await Promise.all(submitted.map((assessment) => publishWith(manager, assessment)));
  const published = results.map((result) => expectPayload(result).grade);
  const superseded = published.map(({ supersedes }) => supersedes?.id).filter((id) => id !== undefined);
  expect(new Set(superseded).size).toBe(3);
  const { dealer } = expectData(await auditor.run(ReadStanding, { id: subject }));
  const last = published.find(({ id }) => !superseded.includes(id));
  expect(dealer).toMatchObject({ grade: { id: last?.id, status: 'IN_FORCE' }, grades: { totalCount: 4 } });
});

const PublishBriefly = graphql(`
  mutation PublishBriefly($input: PublishGradeInput!) {
    publishGrade(input: $input) {
      ... on PublishGradePayload { grade { id status } }
      ... on UserError { code }
    }
  }
`);

test('takes ten statements, and one more where a grade is superseded', async () => {
  const { manager, assessor, subject } = await shop();
  const counts = [];
  for (const period of ['2026-Q3', '2026-Q4']) {
    const { id, version } = await assess(assessor, { subject, period }, steady);
    const result = await manager.run(PublishBriefly, { input: { assessment: id, expectedVersion: version } });
    expectPayload(result);
    counts.push(result.statements.length);
  }
  expect(counts).toEqual([10, 11]);
});
