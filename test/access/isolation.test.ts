import { randomUUID } from 'node:crypto';
import { extendSchema, type GraphQLSchema, isObjectType, isRequiredArgument, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../api/access/access.ts';
import { type Role, roles } from '../../api/access/viewer.ts';
import { schema } from '../../api/schema.ts';
import { type NodeType, nodeTypes } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Result } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { crawl, edgesOf, type Found } from './crawl.ts';
import { findsNothing } from './finds-nothing.ts';
import { type Opening, openings, type Variables, valueAt, withValue } from './openings.ts';
import { type Requests, requestsOf } from './requests.ts';
import { ownedTables, printsOf } from './rows.ts';
import { documentFor, documentWithin } from './selection.ts';
import { brandPlugins, formerIndustry, formerItem, formerPlugin, type WholeBrand, wholeBrand } from './whole-brand.ts';

let api: TestApi;
let tables: string[];
/** The brand whose callers try, and the one whose objects they must not find. */
let ours: WholeBrand;
let theirs: WholeBrand;
let foreign: Found;
let reached: Map<Role, Found>;

beforeAll(async () => {
  api = await createTestApi({ plugins: brandPlugins });
  tables = await ownedTables(api.database);
  ours = await wholeBrand(api, { own: 'OURS' });
  theirs = await wholeBrand(api, { own: 'THEIRS', hasHistory: true });
  foreign = await crawl(theirs.callers.ADMIN, schema);
  reached = new Map();
  for (const role of roles) reached.set(role, await crawl(ours.callers[role], schema));
}, 60_000);

const rootOpenings = (of: GraphQLSchema): Opening[] =>
  openings(of).filter(({ field }) => /^(Query|Mutation)\./.test(field));
const idOpenings = rootOpenings(schema).filter(({ type }) => type === 'ID');
const prints = () => printsOf(api.database, tables, [ours.organization.id, theirs.organization.id]);
const accessOf = (coordinate: string): Access => {
  const [parent = '', name = ''] = coordinate.split('.');
  const type = schema.getType(parent);
  return isObjectType(type) ? (type.getFields()[name]?.extensions.access as Access) : [];
};

/** What of a schema the matrix would pass over. */
async function uncovered(of: GraphQLSchema, requests: Requests, found: Found): Promise<string[]> {
  const operations = ['Query', 'Mutation'].flatMap((root) => {
    const type = of.getType(root);
    return isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${root}.${name}`) : [];
  });
  const missing = operations.filter((coordinate) => !(coordinate in requests));
  const empty: string[] = [];
  for (const { coordinate, field, path, type } of rootOpenings(of)) {
    if (type !== 'ID' || missing.includes(field)) continue;
    const value = valueAt(await requests[field]?.(), path);
    if (typeof value !== 'string') empty.push(coordinate);
  }
  const deep = openings(of).filter(({ field, type }) => type === 'ID' && !/^(Query|Mutation)\./.test(field));
  const node = of.getType('Node');
  const kinds = node && 'getInterfaces' in node ? of.getPossibleTypes(node as never).map(({ name }) => name) : [];
  const met = new Set(found.ids.values());
  return [...missing, ...empty, ...deep.map(({ coordinate }) => coordinate), ...kinds.filter((kind) => !met.has(kind))];
}

describe('the matrix', () => {
  test('asks every operation, with an id at every place that takes one, for objects of every type that has ids', async () => {
    expect(await uncovered(schema, requestsOf(ours, 'ADMIN'), foreign)).toEqual([]);
    expect([...new Set(foreign.ids.values())].sort()).toEqual([...nodeTypes].sort());
  });

  test.for([
    ['extend type Query { other: Int }', ['Query.other']],
    ['extend type Mutation { other: Int }', ['Mutation.other']],
    ['extend type Query { other(id: ID!): Dealer }', ['Query.other']],
    ['extend input OutletFilter { others: [ID!] }', ['Query.outlets(filter.others)']],
    [
      'extend input ItemAnswerInput { source: ID }',
      ['Mutation.saveAnswers(input.answers.source)', 'Query.simulateGrade(input.answers.source)'],
    ],
    ['type Order implements Node { id: ID! }', ['Order']],
  ] as const)('is not complete where the contract grows by %s', async ([extension, expected]) => {
    const grown = extendSchema(schema, parse(extension), { assumeValidSDL: true });
    expect((await uncovered(grown, requestsOf(ours, 'ADMIN'), foreign)).sort()).toEqual(expected);
  });

  test('knows every object that there is, over every way to one', async () => {
    const [, counted] = await prints();
    const rows = (table: string) => counted[table]?.rows;
    const met = (type: NodeType) => [...foreign.ids.values()].filter((found) => found === type).length;
    expect([...nodeTypes].map((type) => [type, met(type)])).toEqual([
      ['Organization', 1],
      ['Dealer', rows('dealers')],
      ['Outlet', rows('outlets')],
      ['Territory', rows('territories')],
      ['Rubric', rows('rubrics')],
      ['RubricVersion', rows('rubric_versions')],
      ['Assessment', rows('assessments')],
      ['Grade', rows('grades')],
      ['CustomerSegment', 6 + (rows('customer_segments') ?? 0)],
      ['ConflictCase', rows('conflict_cases')],
    ]);
    const keyed = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) =>
      field.args.some(isRequiredArgument),
    );
    const ways = [...edgesOf(schema)].filter((edge) => !keyed.some(({ name }) => edge === `Query.${name}`));
    const forDealers = 'Viewer.dealer';
    expect(ways.filter((edge) => !foreign.edges.has(edge))).toEqual([forDealers]);
    expect(reached.get('DEALER')?.edges).toContain(forDealers);
  });
});

describe.for(roles)('of another brand, a caller as %s', (role: Role) => {
  test('reaches nothing by any way from its own', () => {
    const own = reached.get(role);
    expect([...(own?.ids.keys() ?? [])].filter((id) => foreign.ids.has(id))).toEqual([]);
    if (role === 'DEALER') return;
    expect([...foreign.edges].filter((edge) => !own?.edges.has(edge))).toEqual([]);
  });

  test.for(idOpenings)('finds nothing through $coordinate', async (opening) => {
    const own = (await requestsOf(ours, role)[opening.field]?.()) as Variables;
    const before = await prints();
    const answer = await findsNothing(ours.callers[role], opening, own, foreign.ids);
    expect(answer).toBe(accessOf(opening.field).includes(role) ? 'nothing' : 'FORBIDDEN');
    expect(await prints()).toEqual(before);
  });
});

describe('an id that was never given out', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  const uuid = randomUUID();
  const strange = [
    ...['', ' ', 'no id', '%', "' or '1'='1", uuid, `Dealer:${uuid}`, '编码', 'A'.repeat(9_000)],
    ...['__proto__:1', 'constructor:1', 'toString:1', 'Query:1', ':', `:${uuid}`, `Dealer:${uuid}:2`].map(encoded),
    ...['Dealer:', 'Dealer:1', `dealer:${uuid}`, `Dealer:${uuid.toUpperCase()}`, `Dealer:${uuid}\0`].map(encoded),
    Buffer.from(`Dealer:${uuid}`).toString('base64'),
    encoded(`Dealer:${uuid}`).concat('='),
  ];

  const places = ['node(id)', 'nodes(ids)', 'outlet(id)', 'dealers(filter.territory)', 'updateDealer(input.id)'];
  const some = idOpenings.filter(({ coordinate }) => places.includes(coordinate.replace(/^\w+\./, '')));

  test.for(some)('is nothing at $coordinate, however strange it is', async ({ field, path }) => {
    const own = (await requestsOf(ours, 'ADMIN')[field]?.()) as Variables;
    const document = documentFor(schema, field, own);
    const ask = (id: string) => ours.callers.ADMIN.send(document, withValue(own, path, id));
    const nothing = await ask(encoded(`Dealer:${uuid}`));
    for (const id of strange) expect((await ask(id)).body, id).toBe(nothing.body);
  });

  test('is another way of writing one of its own', async () => {
    const { id } = ours.middle;
    const ways = [`${id}=`, `${id} `, ` ${id}`, `${id}\n`, Buffer.from(id, 'base64url').toString('base64')];
    const { nodes } = expectData(
      await ours.callers.ADMIN.send('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: [id, ...ways.filter((way) => way !== id)],
      }),
    );
    expect(nodes).toEqual([{ id }, ...ways.filter((way) => way !== id).map(() => null)]);
  });
});

describe('the same requests with ids of its own', () => {
  const operations = ['Query', 'Mutation'].flatMap((root) => {
    const type = schema.getType(root);
    return isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${root}.${name}`) : [];
  });

  test.for(operations)('%s answers those who may ask', async (field) => {
    for (const role of roles.filter((each) => accessOf(field).includes(each))) {
      const own = (await requestsOf(ours, role)[field]?.()) as Variables;
      const answer = await ours.callers[role].send(documentFor(schema, field, own), own);
      expect(isFound(answer), `${role}: ${answer.body}`).toBe(true);
    }
  });
});

/** Whether an answer holds what was asked for: no refusal, no null, no empty list. */
function isFound({ data, errors }: Result<unknown>): boolean {
  const [value] = Object.values(data ?? {}) as ({ code?: string; totalCount?: number } | unknown[] | null)[];
  if (errors.length > 0 || !value) return false;
  if (Array.isArray(value)) return value.length > 0 && value.every(Boolean);
  return !value.code?.includes('_') && value.totalCount !== 0;
}

const words = [
  ...['code', 'name', 'reason', 'note', 'uri', 'address', 'period', 'notApplicable', 'en', 'zhHans'],
  ...['title', 'description', 'terms', 'outcome', 'party'],
];

/** What the texts of the contract stand for: a key that only the other brand has, one that all brands share, a cursor, or just words. */
const keyAt = (coordinate: string): ((brand: WholeBrand) => string) | 'shared' | 'cursor' | 'words' => {
  const [, field = '', place = ''] = /^(.*)\((.*)\)$/.exec(coordinate) ?? [];
  const last = place.split('.').at(-1) ?? '';
  if (last === 'after' || last === 'before') return 'cursor';
  if (last === 'search' || field === 'Query.dealerByCode') return ({ low }) => low.code;
  if (field === 'Query.outletByCode') return ({ lowOutlet }) => lowOutlet.code;
  if (field === 'Query.segment' || last === 'segment') return ({ low }) => low.code;
  if (last === 'key' && field.endsWith('PlaybookText')) return 'shared';
  if (['rubric', 'key', 'industry', 'industries'].includes(last)) return () => formerIndustry;
  if (last === 'item') return () => formerItem;
  if (last === 'source' || field === 'Mutation.setPluginEnabled') return () => formerPlugin;
  if (['tier', 'tags', 'strategies', 'currency', 'choice'].includes(last)) return 'shared';
  if (words.includes(last)) return 'words';
  throw new Error(`Say what the text at ${coordinate} stands for.`);
};
const textOpenings = openings(schema).filter(
  ({ type, field }) => type === 'String' && !field.startsWith('Assessable.'),
);
const keyOpenings = textOpenings.filter(({ coordinate }) => typeof keyAt(coordinate) === 'function');
const cursorFields = [...new Set(textOpenings.filter(({ path }) => path[0] === 'after').map(({ field }) => field))];

/** An object of a type that a caller sees, to ask one of its fields. */
function objectOf(role: Role, field: string): string {
  const [type] = field.split('.');
  const [id] = [...(reached.get(role)?.ids ?? [])].find(([, found]) => found === type) ?? [];
  return id ?? '';
}

describe('a key that another brand has', () => {
  test.for(keyOpenings)('tells nothing at $coordinate', async ({ coordinate, field, path }) => {
    const keyOf = keyAt(coordinate) as (brand: WholeBrand) => string;
    const isRoot = /^(Query|Mutation)\./.test(field);
    for (const role of isRoot ? roles.filter((each) => accessOf(field).includes(each)) : roles) {
      const own = isRoot ? ((await requestsOf(ours, role)[field]?.()) as Variables) : { id: objectOf(role, field) };
      const document = isRoot ? documentFor(schema, field, own) : documentWithin(schema, field, path[0] ?? '');
      const ask = (key: string) => ours.callers[role].send(document, withValue(own, isRoot ? path : ['key'], key));
      const [key, unknown] = [keyOf(theirs), `X${randomUUID()}`];
      const before = await prints();
      const [answer, likewise] = [await ask(key), await ask(unknown)];
      expect(answer.body.replaceAll(key, '?')).toBe(likewise.body.replaceAll(unknown, '?'));
      expect([answer.status, answer.statements]).toEqual([likewise.status, likewise.statements]);
      expect(await prints()).toEqual(before);
    }
  });

  test('is found by those whose it is', async () => {
    const document = `query ($dealer: ID!, $code: String!) {
      rubric(key: "${formerIndustry}") { key current { items(source: "${formerPlugin}") { key } } }
      dealerByCode(code: "${theirs.low.code}") { id }
      outletByCode(dealer: $dealer, code: $code) { id }
      segment(code: "${theirs.low.code}") { code }
    }`;
    const variables = { dealer: theirs.low.id, code: theirs.lowOutlet.code };
    expect((await theirs.callers.ADMIN.send(document, variables)).data).toEqual({
      rubric: { key: formerIndustry, current: { items: [{ key: formerItem }] } },
      dealerByCode: { id: theirs.low.id },
      outletByCode: { id: theirs.lowOutlet.id },
      segment: { code: theirs.low.code },
    });
  });

  test('is free to be taken', async () => {
    const { CHANNEL_MANAGER } = ours.callers;
    for (const field of ['createDealer', 'createOutlet', 'createTerritory', 'createSegment']) {
      const own = (await requestsOf(ours, 'ADMIN')[`Mutation.${field}`]?.()) as Variables;
      const code = field === 'createOutlet' ? theirs.lowOutlet.code : theirs.low.code;
      const document = documentFor(schema, `Mutation.${field}`, own);
      const answer = await CHANNEL_MANAGER.send(document, withValue(own, ['input', 'code'], code));
      expect(isFound(answer), answer.body).toBe(true);
    }
  });
});

describe('a cursor that another brand got', () => {
  test.for(cursorFields)('at %s opens no list but the caller’s own', async (field) => {
    const isRoot = field.startsWith('Query.');
    const name = field.split('.')[1];
    const shown = field === 'ConflictCase.events' ? 'number at' : 'id';
    const list = `${name}(first: 100, after: $after) { totalCount edges { cursor node { ${shown} } } }`;
    const document = isRoot
      ? `query ($after: String) { ${list} }`
      : `query ($id: ID!, $after: String) { node(id: $id) { ... on ${field.split('.')[0]} { ${list} } } }`;
    type List = { totalCount: number; edges: { cursor: string; node: object }[] };
    const ask = async (brand: WholeBrand, id: string, after: string | null): Promise<List> => {
      const answer = await brand.callers.ADMIN.send(document, isRoot ? { after } : { id, after });
      expect(answer.errors).toEqual([]);
      return Object.values((isRoot ? answer.data : answer.data?.node) as object)[0] as List;
    };
    const objects = { Dealer: 'middle', Outlet: 'outlet', ConflictCase: 'dispute' } as const;
    const object = objects[field.split('.')[0] as keyof typeof objects] ?? 'outlet';
    const foreignList = await ask(theirs, theirs[object].id, null);
    const ownList = await ask(ours, ours[object].id, null);
    expect(foreignList.edges.length).toBeGreaterThan(0);
    for (const { cursor } of foreignList.edges) {
      const page = await ask(ours, ours[object].id, cursor);
      expect(page.totalCount).toBe(ownList.totalCount);
      for (const { node } of page.edges) expect(foreignList.edges.map((edge) => edge.node)).not.toContainEqual(node);
    }
  });
});
