import { getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../api/schema.ts';
import { nodeTypes } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import { crawl, type Found } from './crawl.ts';
import { findsNothing } from './finds-nothing.ts';
import { openings, type Variables } from './openings.ts';
import { type Met, walk } from './paths.ts';
import { queriesOf, requestsOf } from './requests.ts';
import { documentFor, leavesOf } from './selection.ts';
import { type WholeBrand, wholeBrand } from './whole-brand.ts';

let api: TestApi;
let brand: WholeBrand;
/** Above `top`, beside `middle`, below `low`, and linked to nobody. */
let others: { above: Dealer; beside: Dealer; below: Dealer; apart: Dealer };
let own: Client;
let everything: Found;
let met: Met[];
const hops = 8;

const link = async (upstream: Dealer, downstream: Dealer): Promise<void> => {
  const document = 'mutation ($input: LinkDealersInput!) { linkDealers(input: $input) { __typename } }';
  const input = { upstream: upstream.id, downstream: downstream.id };
  expectData(await brand.callers.CHANNEL_MANAGER.send(document, { input }));
};

beforeAll(async () => {
  api = await createTestApi();
  brand = await wholeBrand(api, { own: 'LOW' });
  own = brand.middle.client;
  const dealer = () => brand.organization.dealer({ territory: brand.region.id });
  others = { above: await dealer(), beside: await dealer(), below: await dealer(), apart: await dealer() };
  for (const each of Object.values(others)) {
    await (await each.outlet()).assessment().answer('best').submit().publish();
    await each.assessment().answer('worst').submit().publish();
    await each.assessment({ kind: 'SELF' });
  }
  await link(others.above, brand.top);
  await link(brand.top, others.beside);
  await link(brand.low, others.below);
  everything = await crawl(brand.callers.ADMIN, schema);
  const askedFor = await crawl(own, schema);
  met = [...(await walk(own, schema, hops)), ...[...askedFor.ids].map(([id, type]) => ({ id, type, path: 'node' }))];
}, 60_000);

const idsOf = (type: string) => [...new Set(met.filter((each) => each.type === type).map(({ id }) => id))].sort();

describe('along every way from its own, a DEALER meets', () => {
  test('itself, its upstream and its second tier, and no other dealer', () => {
    expect(idsOf('Dealer')).toEqual([brand.top.id, brand.middle.id, brand.low.id].sort());
  });

  test('its own outlets', () => {
    expect(idsOf('Outlet')).toEqual([brand.outlet.id]);
  });

  test('the grades and the SELF assessments of its own, and MANAGER assessments where a published grade rests on them', async () => {
    const subject = '... on Dealer { id } ... on Outlet { dealer { id } }';
    const document = `{ assessments(first: 100) { nodes { id kind grade { id } subject { ${subject} } } } }`;
    const { assessments } = expectData(await brand.callers.ADMIN.send(document));
    type Node = {
      id: string;
      kind: string;
      grade: { id: string } | null;
      subject: { id?: string; dealer?: { id: string } };
    };
    const ofOwn = (assessments as { nodes: Node[] }).nodes.filter(
      (node) => (node.subject.dealer ?? node.subject).id === brand.middle.id,
    );
    const seen = ofOwn.filter(({ kind, grade }) => kind === 'SELF' || grade);
    expect([ofOwn.length, seen.length]).toEqual([12, 7]);
    expect(idsOf('Assessment')).toEqual(seen.map(({ id }) => id).sort());
    expect(idsOf('Grade')).toEqual(seen.flatMap(({ grade }) => grade?.id ?? []).sort());
  });

  test('the conflict cases that it is a party to, and no other', async () => {
    const document = '{ conflictCases(first: 100) { nodes { id parties { dealer { id } } } } }';
    const { conflictCases } = expectData(await brand.callers.ADMIN.send(document));
    type Node = { id: string; parties: { dealer: { id: string } }[] };
    const { nodes } = conflictCases as { nodes: Node[] };
    const ofOwn = nodes.filter(({ parties }) => parties.some(({ dealer }) => dealer.id === brand.middle.id));
    expect([nodes.length, ofOwn.length]).toEqual([7, 6]);
    expect(idsOf('ConflictCase')).toEqual(ofOwn.map(({ id }) => id).sort());
  });

  test('the brand, its territories, its rubrics and its customer segments whole', () => {
    for (const type of ['Organization', 'Territory', 'Rubric', 'RubricVersion', 'CustomerSegment']) {
      expect(idsOf(type)).toEqual([...everything.ids.keys()].filter((id) => everything.ids.get(id) === type).sort());
    }
  });

  test('objects of every type, and at the end of the longest ways nothing new', () => {
    expect([...new Set(met.map(({ type }) => type))].sort()).toEqual([...nodeTypes].sort());
    expect(Math.max(...met.map(({ path }) => path.split(' on ').length))).toBeLessThan(hops);
  });
});

describe('a card', () => {
  const open = ['id', 'code', 'name', 'roles', 'status', 'channel', 'industries', 'createdAt', 'updatedAt', 'version'];
  const type = schema.getType('Dealer');
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const closed = fields.filter(({ name }) => !open.includes(name));
  const given: Readonly<Record<string, string>> = {
    ...{ first: '1', rubric: '"appliances"', kind: 'SELF', locale: 'EN' },
    ...{ AssessmentStatus: 'SUBMITTED', ConflictStatus: 'CLOSED' },
  };
  /** By the argument's name, or by its type where several fields have one of that name. */
  const givenTo = ({ name, type: of }: (typeof fields)[number]['args'][number]) =>
    given[name] ?? given[getNamedType(of).name];
  const nothing = { totalCount: 0, edges: [], nodes: [] };
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

  const cardsBy = async (caller: Client, inside: string) => {
    const card = `{ __typename ${inside} }`;
    const document = `{ viewer { dealer { upstream ${card} secondTier(first: 5) { nodes ${card} edges { node ${card} } } } } }`;
    type Cards = { upstream: object; secondTier: { nodes: object[]; edges: { node: object }[] } };
    const { viewer } = expectData(await caller.send(document)) as { viewer: { dealer: Cards } };
    const { upstream, secondTier } = viewer.dealer;
    return [upstream, ...secondTier.nodes, ...secondTier.edges.map(({ node }) => node)];
  };

  test.for(closed)('keeps its $name to itself', async (field) => {
    const target = getNamedType(field.type);
    const selection = leavesOf(schema, target, target.name.endsWith('Connection') ? 1 : 0).replaceAll('__typename', '');
    const some = field.args.filter(givenTo).map((argument) => `${argument.name}: ${givenTo(argument)}`);
    const expected = target.name.endsWith('Connection')
      ? { ...nothing, pageInfo }
      : String(field.type).startsWith('[')
        ? []
        : null;
    for (const call of [field.name, ...(some.length > 0 ? [`${field.name}(${some.join(', ')})`] : [])]) {
      for (const inside of [`it: ${call} ${selection}`, `... on Dealer { it: ${call} ${selection} }`]) {
        for (const card of await cardsBy(own, inside)) expect(card).toEqual({ __typename: 'Dealer', it: expected });
      }
    }
  });

  test('keeps the same through the interface', async () => {
    const inside = `... on Assessable {
      grade { id } grades { totalCount nodes { id } } assessments { totalCount nodes { id } }
    }`;
    const list = { totalCount: 0, nodes: [] };
    for (const card of await cardsBy(own, inside)) {
      expect(card).toEqual({ __typename: 'Dealer', grade: null, grades: list, assessments: list });
    }
  });

  test('shows what else it has as the brand sees it, and there is something behind what it keeps', async () => {
    const inside = open.map((name) => (name === 'industries' ? 'industries { key }' : name)).join(' ');
    const more = 'class territory { id } grade { id } outlets { totalCount }';
    const [upstream, below] = await cardsBy(own, inside);
    const asked = `query ($id: ID!) { dealer(id: $id) { __typename ${inside} } hidden: dealer(id: $id) { ${more} } }`;
    for (const [card, id] of [
      [upstream, brand.top.id],
      [below, brand.low.id],
    ] as const) {
      const { dealer, hidden } = expectData(await brand.callers.ADMIN.send(asked, { id }));
      expect(card).toEqual(dealer);
      expect(hidden).toMatchObject({ class: 'B', territory: { id: brand.region.id }, outlets: { totalCount: 1 } });
    }
  });
});

describe('lists', () => {
  const dealers = `query ($filter: DealerFilter, $orderBy: DealerOrder, $after: String, $before: String) {
    dealers(filter: $filter, orderBy: $orderBy, after: $after, before: $before) { totalCount nodes { id } }
  }`;
  const only = () => ({ totalCount: 1, nodes: [{ id: brand.middle.id }] });
  const none = { totalCount: 0, nodes: [] };
  const listed = async (document: string, variables: object) =>
    Object.values(expectData(await own.send(document, { ...variables })))[0];

  test('hold its own dealer by whatever criterion, and no other by the criteria that others meet', async () => {
    // Of the others some are below standard, some at the top, some in class B, all of them in the same territory.
    for (const filter of [
      { tier: ['GOOD', 'EXCELLENT', 'OUTSTANDING', 'BELOW_STANDARD', 'UNGRADED'] },
      { class: ['A', 'B', 'C'] },
      { status: ['APPLICANT', 'ACTIVE', 'RECTIFYING', 'SUSPENDED', 'EXITED'] },
      { channel: ['PHYSICAL', 'ECOMMERCE', 'PHONE', 'SOCIAL'] },
      { industry: ['appliances', 'fmcg', 'lottery'] },
      { territory: brand.region.id },
      { search: '' },
      { search: 'dealer' },
    ]) {
      expect(await listed(dealers, { filter }), JSON.stringify(filter)).toEqual(only());
    }
    for (const filter of [{ tier: ['BELOW_STANDARD'] }, { tier: ['UNGRADED'] }, { search: brand.low.code }]) {
      const brandSees = expectData(await brand.callers.ADMIN.send(dealers, { filter })).dealers;
      if (!filter.tier?.includes('UNGRADED')) expect(brandSees).not.toEqual(none);
      expect(await listed(dealers, { filter }), JSON.stringify(filter)).toEqual(none);
    }
  });

  test('stand in any order, from any cursor, and hold its own dealer only', async () => {
    const end = (name: string, last: string) => [name, last, 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const start = (name: string, first: string) => [name, first, '00000000-0000-0000-0000-000000000000'];
    const cursor = (values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const bounds = { CODE: ['', '\uffff'], NAME: ['', '\uffff'], SCORE: ['-1', '101'] } as const;
    for (const [field, [least, most]] of Object.entries(bounds)) {
      const orderBy = { field, direction: 'ASC' };
      const name = `dealers ${field} ASC`;
      const [from, to] = [cursor(start(name, least)), cursor(end(name, most))];
      for (const page of [{ after: from }, { before: to }, { after: from, before: to }]) {
        expect(await listed(dealers, { orderBy, ...page }), field).toEqual(only());
      }
      expect(await listed(dealers, { orderBy, after: to })).toEqual({ totalCount: 1, nodes: [] });
    }
    const assessments = `query ($after: String) { assessments(after: $after) { totalCount nodes { id } } }`;
    const newest = cursor(end('assessments', '9999-01-01T00:00:00.000Z'));
    const { nodes } = (await listed(assessments, { after: newest })) as { nodes: { id: string }[] };
    expect(nodes.map(({ id }) => id).sort()).toEqual(idsOf('Assessment'));
  });

  test('of outlets and assessments hold its own by whatever criterion', async () => {
    const outlets = `query ($filter: OutletFilter) { outlets(filter: $filter) { totalCount nodes { id } } }`;
    const own = { totalCount: 1, nodes: [{ id: brand.outlet.id }] };
    for (const filter of [
      { kind: ['STORE'] },
      { territory: brand.region.id },
      { industry: ['appliances'] },
      { search: 'o' },
    ]) {
      expect(await listed(outlets, { filter })).toEqual(own);
    }
    const assessments = `query ($filter: AssessmentFilter) { assessments(filter: $filter) { totalCount nodes { id } } }`;
    for (const [filter, count] of [
      [{ kind: ['MANAGER'] }, 3],
      [{ kind: ['SELF'] }, 4],
      [{ kind: ['MANAGER'], status: ['DRAFT'] }, 0],
      [{ kind: ['MANAGER'], status: ['WITHDRAWN'] }, 0],
      [{ kind: ['MANAGER'], status: ['SUBMITTED'] }, 3],
      [{ period: '2025-Q4' }, 0],
      [{ rubric: 'appliances' }, 7],
    ] as const) {
      const { totalCount, nodes } = (await listed(assessments, { filter })) as { totalCount: number; nodes: object[] };
      expect([totalCount, nodes.length], JSON.stringify(filter)).toEqual([count, count]);
    }
  });
});

describe('whatever happens to others', () => {
  /** What a DEALER is told by each query, with its own ids and with hidden ones, and by the cards on its own. */
  async function answers(): Promise<string[]> {
    const bodies: string[] = [];
    for (const [field, variablesOf] of Object.entries(asked)) {
      const answer = await own.send(documentFor(schema, field, variablesOf), variablesOf);
      bodies.push(`${field} ${withoutChangesOfCards(answer.body)}`);
    }
    const card =
      'id code name roles status channel industries { key } createdAt class grade { id } outlets { totalCount }';
    const cards = `{ viewer { dealer { upstream { ${card} } secondTier { totalCount nodes { ${card} } } } } }`;
    return [...bodies, (await own.send(cards)).body];
  }
  let asked: Record<string, Variables>;
  let before: string[];
  let walked: Met[];
  beforeAll(async () => {
    asked = {};
    for (const [field, variables] of Object.entries(queriesOf(brand))) asked[field] = await variables();
    before = await answers();
    walked = await walk(own, schema, hops);
  }, 60_000);

  /** A card's scalars say that its dealer was changed, though not what of it. */
  const withoutChangesOfCards = (body: string): string =>
    JSON.stringify(JSON.parse(body), (_, value) => {
      if (value?.id !== brand.top.id && value?.id !== brand.low.id) return value;
      return { ...value, version: 0, updatedAt: '' };
    });

  test('a DEALER is told the same as before, byte for byte, and meets the same on every way from its own', async () => {
    const { manager } = brand.organization;
    const change = async (name: string, type: string, input: object) => {
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { code } } }`;
      const data = expectData(await manager.send(document, { input }));
      expect(data[name]).toMatchObject({ __typename: expect.stringMatching(/Payload$/) });
    };
    for (const dealer of [brand.top, brand.low, ...Object.values(others)]) {
      const classed = { dealer: dealer.id, class: 'A', validFrom: '2026-02-01', reason: 'Promoted.' };
      await change('assignDealerClass', 'AssignDealerClassInput', classed);
      const outlet = await dealer.outlet({ territory: brand.region.id });
      await outlet.assessment().answer('best').submit().publish();
      await dealer.assessment({ period: '2026-Q3' }).answer('worst').submit().publish();
      await dealer.assessment({ kind: 'SELF', period: '2026-Q3' }).answer('best').submit();
    }
    await change('unlinkDealers', 'UnlinkDealersInput', { downstream: brand.top.id });
    await change('linkDealers', 'LinkDealersInput', { upstream: brand.low.id, downstream: others.apart.id });
    await brand.organization.dealer({ code: 'A0', territory: brand.region.id });
    await brand.organization.conflictCase([brand.top, brand.low]).reach('CLOSED');
    await brand.organization.conflictCase([brand.low, others.apart]).reach('CONSULTATION').propose();
    for (const subject of [brand.middle, brand.outlet]) {
      await subject.assessment({ period: '2027-Q1' });
      await subject.assessment({ period: '2027-Q2' }).answer('worst').submit();
      await subject.assessment({ period: '2027-Q3' }).withdraw();
    }
    expect(await answers()).toEqual(before);
    expect(await walk(own, schema, hops)).toEqual(walked);
  }, 60_000);

  test('while what happens to its own it is told', async () => {
    await brand.middle.assessment({ period: '2027-Q4' }).answer('best').submit().publish();
    expect(await answers()).not.toEqual(before);
  }, 60_000);
});

test('the answer to what a DEALER writes opens no other way', async () => {
  const card =
    'class grade { id } outlets { totalCount } assessments { totalCount } secondTier { totalCount } upstream { id }';
  const document = `mutation ($input: StartAssessmentInput!) {
    startAssessment(input: $input) { ... on StartAssessmentPayload { assessment { subject { ... on Outlet { dealer {
      upstream { id ${card} } secondTier { nodes { id ${card} } } assessments(kind: MANAGER) { totalCount }
    } } } } } }
  }`;
  const input = { subject: brand.outlet.id, kind: 'SELF', rubric: 'appliances', period: '2028-Q1' };
  const empty = { totalCount: 0 };
  const closed = { class: null, grade: null, outlets: empty, assessments: empty, secondTier: empty, upstream: null };
  expect(expectData(await own.send(document, { input }))).toEqual({
    startAssessment: {
      assessment: {
        subject: {
          dealer: {
            upstream: { id: brand.top.id, ...closed },
            secondTier: { nodes: [{ id: brand.low.id, ...closed }] },
            assessments: { totalCount: 3 },
          },
        },
      },
    },
  });
});

describe('ids that a DEALER does not see', () => {
  const ids = openings(schema).filter(({ type, field }) => type === 'ID' && /^(Query|Mutation)\./.test(field));

  test.for(ids)('are nothing to it at $coordinate', async (opening) => {
    const given = (await requestsOf(brand, 'DEALER')[opening.field]?.()) as Variables;
    const seen = new Set([...met.map(({ id }) => id)]);
    // Whom it is in conflict with, and about whom it asks, a DEALER names among those that it meets.
    const namesCards = ['Mutation.openConflictCase', 'Query.conflictCases'].includes(opening.field);
    const cards = namesCards ? [] : [brand.top.id, brand.low.id];
    const hidden = new Map([...everything.ids].filter(([id]) => !seen.has(id) || cards.includes(id)));
    expect(hidden.size).toBeGreaterThan(30);
    const answer = await findsNothing(own, opening, given, hidden);
    expect(['nothing', 'FORBIDDEN']).toContain(answer);
  });
});
