import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { ListAssessmentsQueryVariables } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import type { Dealer, Outlet } from '../kit/seed/dealer.ts';
import type { Organization } from '../kit/seed/organization.ts';
import { bikes, modest, steady } from './bikes.ts';
import { assess, publish, save, start } from './steps.ts';

const ListAssessments = graphql(`
  query ListAssessments($filter: AssessmentFilter, $first: Int, $after: String, $last: Int, $before: String) {
    assessments(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      nodes { period kind status }
      edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

const ListOfSubject = graphql(`
  query ListOfSubject($id: ID!, $kind: AssessmentKind, $status: AssessmentStatus) {
    node(id: $id) {
      ... on Assessable {
        assessments(kind: $kind, status: $status) { totalCount nodes { period } }
      }
    }
  }
`);

let now = new Date('2026-10-01T08:00:00.000Z');
const { seed } = await createTestApi({ plugins: [bikes, 'fmcg'], now: () => now });

/** Started a minute after the one before it. */
const later = () => {
  now = new Date(now.getTime() + 60_000);
};

let organization: Organization;
let dealer: Dealer;
let other: Dealer;
let outlet: Outlet;

// One network for all that only reads: each assessment is known by its period.
beforeAll(async () => {
  organization = await seed.organization({ industry: 'bikes' });
  dealer = await organization.dealer({ industries: ['bikes', 'fmcg'] });
  other = await organization.dealer();
  outlet = await dealer.outlet();
  const { assessor, manager } = organization;
  await publish(manager, await assess(assessor, { subject: dealer.id, period: '2026-Q1' }, steady));
  later();
  await assess(assessor, { subject: dealer.id, period: '2026-Q2' }, modest);
  later();
  await start(dealer.client, { subject: dealer.id, kind: 'SELF', period: '2026-Q3' });
  later();
  await dealer.assessment({ period: '2026-Q4', rubric: 'fmcg' }).withdraw();
  later();
  await save(assessor, await start(assessor, { subject: outlet.id, period: '2026-H1' }), steady);
  // In the same instant: equal keys stand in an order of their own.
  await start(other.client, { subject: other.id, kind: 'SELF', period: '2026-H2' });
});

const list = async (client: Client, variables: ListAssessmentsQueryVariables = {}) =>
  expectData(await client.run(ListAssessments, variables)).assessments;
const periods = async (client: Client, filter: ListAssessmentsQueryVariables['filter']) => {
  const { nodes, totalCount } = await list(client, { filter });
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ period }) => period);
};

describe('the work list', () => {
  test('is all of the organization’s, newest first', async () => {
    const stranger = await seed.organization({ industry: 'bikes' });
    const { nodes, totalCount } = await list(organization.auditor);
    expect(nodes).toEqual([
      { period: '2026-H2', kind: 'SELF', status: 'DRAFT' },
      { period: '2026-H1', kind: 'MANAGER', status: 'DRAFT' },
      { period: '2026-Q4', kind: 'MANAGER', status: 'WITHDRAWN' },
      { period: '2026-Q3', kind: 'SELF', status: 'DRAFT' },
      { period: '2026-Q2', kind: 'MANAGER', status: 'SUBMITTED' },
      { period: '2026-Q1', kind: 'MANAGER', status: 'SUBMITTED' },
    ]);
    expect(totalCount).toBe(6);
    expect((await list(stranger.admin)).totalCount).toBe(0);
  });

  test('shows a dealer its SELF assessments, and of the others those that a grade rests on', async () => {
    expect(await periods(dealer.client, null)).toEqual(['2026-Q3', '2026-Q1']);
    expect(await periods(other.client, null)).toEqual(['2026-H2']);
    expect(await periods(dealer.client, { kind: ['MANAGER'] })).toEqual(['2026-Q1']);
    expect(await periods(dealer.client, { status: ['WITHDRAWN'] })).toEqual([]);
  });

  test('is filtered by every criterion that is given, within one by any of its values', async () => {
    const { assessor } = organization;
    expect(await periods(assessor, {})).toHaveLength(6);
    expect(
      await periods(assessor, { kind: null, status: null, subject: null, period: null, rubric: null }),
    ).toHaveLength(6);
    expect(await periods(assessor, { kind: [] })).toEqual([]);
    expect(await periods(assessor, { kind: ['SELF'] })).toEqual(['2026-H2', '2026-Q3']);
    expect(await periods(assessor, { kind: ['SELF', 'MANAGER'], status: ['SUBMITTED', 'WITHDRAWN'] })).toEqual([
      ...['2026-Q4', '2026-Q2', '2026-Q1'],
    ]);
    expect(await periods(assessor, { subject: dealer.id })).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1']);
    expect(await periods(assessor, { subject: outlet.id })).toEqual(['2026-H1']);
    expect(await periods(assessor, { rubric: 'fmcg' })).toEqual(['2026-Q4']);
    expect(await periods(assessor, { period: '2026-Q2' })).toEqual(['2026-Q2']);
    expect(await periods(assessor, { period: '2026-Q2', kind: ['SELF'] })).toEqual([]);
  });

  test('refuses a filter that names what is not there', async () => {
    const { assessor } = organization;
    const stranger = await (await seed.organization({ industry: 'bikes' })).dealer();
    const refuse = async (client: Client, filter: ListAssessmentsQueryVariables['filter'], code = 'NOT_FOUND') =>
      expectError(await client.run(ListAssessments, { filter }), code).extensions?.path;
    expect(await refuse(assessor, { rubric: 'boats' })).toEqual(['filter', 'rubric']);
    expect(await refuse(assessor, { subject: stranger.id })).toEqual(['filter', 'subject']);
    expect(await refuse(assessor, { subject: 'nothing' })).toEqual(['filter', 'subject']);
    expect(await refuse(dealer.client, { subject: other.id })).toEqual(['filter', 'subject']);
    expect(await refuse(assessor, { period: '2026-Q5' }, 'GRADING_PERIOD_INVALID')).toEqual(['filter', 'period']);
    const all = await assessor.run(ListAssessments, { filter: { subject: '', rubric: '', period: '' } });
    expect(expectError(all, 'VALIDATION_FAILED').extensions?.issues).toMatchObject([
      { code: 'NOT_FOUND', path: ['filter', 'subject'] },
      { code: 'NOT_FOUND', path: ['filter', 'rubric'] },
      { code: 'GRADING_PERIOD_INVALID', path: ['filter', 'period'] },
    ]);
  });

  test('is paged forwards and backwards, also between two of the same instant', async () => {
    const { assessor } = organization;
    const ids = (await list(assessor)).edges.map(({ node }) => node.id);
    const forwards = [];
    let after: string | null | undefined = null;
    for (let page = 0; page < 6; page += 1) {
      const { edges, pageInfo } = await list(assessor, { first: 1, after });
      expect(pageInfo).toMatchObject({ hasNextPage: page < 5, hasPreviousPage: page > 0 });
      forwards.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
    }
    expect(forwards).toEqual(ids);
    expect((await list(assessor, { first: 1, after })).nodes).toEqual([]);

    const last = await list(assessor, { last: 4 });
    expect(last.edges.map(({ node }) => node.id)).toEqual(ids.slice(2));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = await list(assessor, { last: 4, before: last.pageInfo.startCursor ?? null });
    expect(before.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('refuses page sizes and cursors that are none', async () => {
    const { assessor } = organization;
    for (const wrong of [{ first: 0 }, { first: 101 }, { last: -1 }, { first: 1, last: 1 }]) {
      expectError(await assessor.run(ListAssessments, wrong), 'LIMIT_PAGE_SIZE');
    }
    for (const after of ['', 'nothing', Buffer.from('["grades","x","y"]').toString('base64url')]) {
      expectError(await assessor.run(ListAssessments, { after }), 'CURSOR_INVALID');
    }
  });

  test('takes three statements with its count, however many there are', async () => {
    const { statements } = await organization.assessor.run(ListAssessments, {});
    expect(statements).toHaveLength(3);
  });
});

describe('the assessments of a subject', () => {
  const of = async (client: Client, id: string, filter: object = {}) => {
    const { node } = expectData(await client.run(ListOfSubject, { id, ...filter }));
    if (!node || !('assessments' in node)) return null;
    expect(node.assessments.totalCount).toBe(node.assessments.nodes.length);
    return node.assessments.nodes.map(({ period }) => period);
  };

  test('are its own, newest first, by kind and status', async () => {
    const { auditor } = organization;
    expect(await of(auditor, dealer.id)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1']);
    expect(await of(auditor, outlet.id)).toEqual(['2026-H1']);
    expect(await of(auditor, dealer.id, { kind: 'MANAGER', status: 'SUBMITTED' })).toEqual(['2026-Q2', '2026-Q1']);
    expect(await of(auditor, dealer.id, { kind: null, status: 'WITHDRAWN' })).toEqual(['2026-Q4']);
  });

  test('are for a dealer what it may see', async () => {
    expect(await of(dealer.client, dealer.id)).toEqual(['2026-Q3', '2026-Q1']);
    expect(await of(dealer.client, outlet.id)).toEqual([]);
    expect(await of(other.client, dealer.id)).toBeNull();
  });
});
