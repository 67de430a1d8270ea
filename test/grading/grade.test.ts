import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { GradeHistoryQueryVariables } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, modest, steady } from './bikes.ts';
import { assess, publish } from './steps.ts';

const GradeHistory = graphql(`
  query GradeHistory($id: ID!, $rubric: String, $first: Int, $after: String, $last: Int, $before: String) {
    dealer(id: $id) {
      grades(rubric: $rubric, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        nodes { id status validFrom validTo outcome { tierCode } assessment { period } supersedes { id } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`);

const GradeOfSubject = graphql(`
  query GradeOfSubject($id: ID!, $rubric: String) {
    node(id: $id) {
      ... on Assessable { grade(rubric: $rubric) { id subject { id } } grades(rubric: $rubric) { totalCount } }
    }
  }
`);

const GradeNode = graphql(`
  query GradeNode($id: ID!) {
    node(id: $id) { ... on Grade { id status publishedBy assessment { id } } }
  }
`);

let now = new Date('2026-01-05T08:00:00.000Z');
const { seed } = await createTestApi({ plugins: [bikes, 'fmcg'], now: () => now });

const at = (day: string) => {
  now = new Date(`${day}T08:00:00.000Z`);
  return now.toISOString();
};

/** A dealer with three grades in a row under one rubric, the newest below the others, and one under another rubric. */
async function graded() {
  const organization = await seed.organization({ industry: 'bikes' });
  const { assessor, manager, auditor } = organization;
  const dealer = await organization.dealer({ industries: ['bikes', 'fmcg'] });
  const publishOn = async (day: string, period: string, answers = steady) => {
    at(day);
    return publish(manager, await assess(assessor, { subject: dealer.id, period }, answers));
  };
  const first = await publishOn('2026-04-01', '2026-Q1');
  const second = await publishOn('2026-07-01', '2026-Q2');
  at('2026-08-01');
  const other = await dealer.assessment({ rubric: 'fmcg', period: '2026-H1' }).answer('worst').submit().publish();
  const third = await publishOn('2026-10-01', '2026-Q3', modest);
  const history = async (variables: Omit<GradeHistoryQueryVariables, 'id'> = {}, client = auditor) =>
    expectData(await client.run(GradeHistory, { id: dealer.id, ...variables })).dealer?.grades;
  return { ...organization, another: organization.dealer, dealer, first, second, third, other, history };
}

describe('the history of grades', () => {
  test('is newest first, each taking the place of the one before under its rubric', async () => {
    const { first, second, third, other, history, dealer } = await graded();
    const all = await history();
    expect(all?.totalCount).toBe(4);
    expect(all?.nodes).toEqual([
      {
        id: third.id,
        status: 'IN_FORCE',
        validFrom: '2026-10-01T08:00:00.000Z',
        validTo: null,
        outcome: { tierCode: 'GOOD' },
        assessment: { period: '2026-Q3' },
        supersedes: { id: second.id },
      },
      {
        id: other.id,
        status: 'IN_FORCE',
        validFrom: '2026-08-01T08:00:00.000Z',
        validTo: null,
        outcome: { tierCode: 'BELOW_STANDARD' },
        assessment: { period: '2026-H1' },
        supersedes: null,
      },
      {
        id: second.id,
        status: 'SUPERSEDED',
        validFrom: '2026-07-01T08:00:00.000Z',
        validTo: '2026-10-01T08:00:00.000Z',
        outcome: { tierCode: 'OUTSTANDING' },
        assessment: { period: '2026-Q2' },
        supersedes: { id: first.id },
      },
      {
        id: first.id,
        status: 'SUPERSEDED',
        validFrom: '2026-04-01T08:00:00.000Z',
        validTo: '2026-07-01T08:00:00.000Z',
        outcome: { tierCode: 'OUTSTANDING' },
        assessment: { period: '2026-Q1' },
        supersedes: null,
      },
    ]);
    expect(await history({}, dealer.client)).toEqual(all);
  });

  test('is paged forwards and backwards, under one rubric or any', async () => {
    const { first, second, third, other, history } = await graded();
    const ids = async (variables: Omit<GradeHistoryQueryVariables, 'id'>) => {
      const page = await history(variables);
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page?.pageInfo ?? {};
      return { ids: page?.nodes.map(({ id }) => id), more: [hasPreviousPage, hasNextPage], startCursor, endCursor };
    };
    const newest = await ids({ first: 2 });
    expect(newest).toMatchObject({ ids: [third.id, other.id], more: [false, true] });
    const older = { first: 2, after: newest.endCursor ?? null };
    expect(await ids(older)).toMatchObject({ ids: [second.id, first.id], more: [true, false] });
    const oldest = await ids({ last: 1 });
    expect(oldest).toMatchObject({ ids: [first.id], more: [true, false] });
    const newer = { last: 3, before: oldest.startCursor ?? null };
    expect(await ids(newer)).toMatchObject({ ids: [third.id, other.id, second.id], more: [false, true] });

    const ofBikes = await history({ rubric: 'bikes', first: 1 });
    expect(ofBikes).toMatchObject({ totalCount: 3, nodes: [{ id: third.id }] });
    expect(await history({ rubric: 'fmcg' })).toMatchObject({ totalCount: 1, nodes: [{ id: other.id }] });
    expect(await history({ rubric: null })).toMatchObject({ totalCount: 4 });
  });

  test('refuses a rubric that is not there, a page size and a cursor that are none', async () => {
    const { auditor, dealer } = await graded();
    const { id } = dealer;
    const unknown = expectError(await auditor.run(GradeHistory, { id, rubric: 'boats' }), 'NOT_FOUND');
    expect(unknown.extensions?.path).toEqual(['rubric']);
    expectError(await auditor.run(GradeHistory, { id, first: 101 }), 'LIMIT_PAGE_SIZE');
    expectError(await auditor.run(GradeHistory, { id, after: 'nothing' }), 'CURSOR_INVALID');
  });
});

describe('the grade in force', () => {
  test('is that of the main industry’s rubric, or of the one that is named', async () => {
    const { auditor, dealer, third, other } = await graded();
    const of = async (rubric?: string | null) =>
      expectData(await auditor.run(GradeOfSubject, { id: dealer.id, ...(rubric !== undefined && { rubric }) })).node;
    const subject = { id: dealer.id };
    expect(await of()).toEqual({ grade: { id: third.id, subject }, grades: { totalCount: 4 } });
    expect(await of(null)).toEqual({ grade: { id: third.id, subject }, grades: { totalCount: 4 } });
    expect(await of('bikes')).toEqual({ grade: { id: third.id, subject }, grades: { totalCount: 3 } });
    expect(await of('fmcg')).toEqual({ grade: { id: other.id, subject }, grades: { totalCount: 1 } });
    const refused = await auditor.run(GradeOfSubject, { id: dealer.id, rubric: 'boats' });
    expect(refused.errors.map(({ extensions }) => extensions?.code)).toContain('NOT_FOUND');
  });

  test('of an outlet stands beside its dealer’s', async () => {
    const { auditor, assessor, manager, dealer, third } = await graded();
    const outlet = await dealer.outlet();
    const unassessed = await dealer.outlet();
    const grade = await publish(manager, await assess(assessor, { subject: outlet.id }, modest));
    const of = async (id: string, client = auditor) => expectData(await client.run(GradeOfSubject, { id })).node;
    expect(await of(outlet.id)).toEqual({
      grade: { id: grade.id, subject: { id: outlet.id } },
      grades: { totalCount: 1 },
    });
    expect(await of(unassessed.id)).toEqual({ grade: null, grades: { totalCount: 0 } });
    expect(await of(dealer.id)).toMatchObject({ grade: { id: third.id }, grades: { totalCount: 4 } });
    expect(await of(outlet.id, dealer.client)).toEqual(await of(outlet.id));
  });

  test('is found by its id by those who see its dealer', async () => {
    const { auditor, dealer, first, another } = await graded();
    const neighbour = await another();
    const stranger = await seed.organization({ industry: 'bikes' });
    const of = async (client = auditor) => expectData(await client.run(GradeNode, { id: first.id })).node;
    const seen = {
      id: first.id,
      status: 'SUPERSEDED',
      publishedBy: 'channel_manager 1',
      assessment: { id: first.assessment.id },
    };
    expect(await of()).toEqual(seen);
    expect(await of(dealer.client)).toEqual(seen);
    expect(await of(neighbour.client)).toBeNull();
    expect(await of(stranger.admin)).toBeNull();
  });
});
