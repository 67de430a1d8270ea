import { type GraphQLObjectType, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../api/schema.ts';
import { leavesOf } from '../access/selection.ts';
import { wholeBrand } from '../access/whole-brand.ts';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';

let admin: Client;

beforeAll(async () => {
  const { callers } = await wholeBrand(await createTestApi(), { own: 'OWN' });
  admin = callers.ADMIN;
}, 60_000);

const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
const objectType = (name: string) => schema.getType(name) as GraphQLObjectType;

/** Every list by pages whose nodes have an id of their own, as a document asks it. */
const lists = ['Query', 'Dealer', 'Outlet'].flatMap((parent) =>
  fieldsOf(objectType(parent)).flatMap((field) => {
    const node = schema.getType(getNamedType(field.type).name.replace(/Connection$/, ''));
    const isList = /Connection$/.test(getNamedType(field.type).name) && isObjectType(node) && 'id' in node.getFields();
    return isList ? [{ coordinate: `${parent}.${field.name}`, parent, name: field.name, node }] : [];
  }),
);

type Node = { readonly id: string };
type List = { readonly nodes?: readonly Node[]; readonly edges?: readonly { readonly node: Node }[] };

/** What a list shows of its nodes, each with no more than the id and one field. */
async function shown(
  { parent, name }: (typeof lists)[number],
  selection: string,
  by: 'nodes' | 'edges',
): Promise<Node[]> {
  const node = `{ id ${selection} }`;
  const part = by === 'nodes' ? node : `{ node ${node} }`;
  const above = `${parent.toLowerCase()}s`;
  const document =
    parent === 'Query'
      ? `{ own: ${name}(first: 8) { ${by} ${part} } }`
      : `{ ${above}(first: 3) { nodes { own: ${name}(first: 3) { ${by} ${part} } } } }`;
  const data = expectData(await admin.send(document)) as Record<string, { nodes: { own: List }[] }>;
  const found = parent === 'Query' ? [data.own as unknown as List] : (data[above]?.nodes ?? []).map(({ own }) => own);
  return found.flatMap(({ nodes, edges }) => nodes ?? edges?.map(({ node }) => node) ?? []);
}

/** What the objects themselves say. */
async function told(type: string, ids: readonly string[], selection: string): Promise<Node[]> {
  const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id ${selection} } } }`;
  return (expectData(await admin.send(document, { ids })) as { nodes: Node[] }).nodes;
}

test('there are lists to look at', () => {
  expect(lists.map(({ coordinate }) => coordinate)).toEqual([
    'Query.assessments',
    'Query.conflictCases',
    'Query.dealers',
    'Query.outlets',
    'Dealer.assessments',
    'Dealer.conflictCases',
    'Dealer.grades',
    'Dealer.outlets',
    'Dealer.secondTier',
    'Outlet.assessments',
    'Outlet.grades',
  ]);
});

describe.for(lists)('of the nodes of $coordinate', (list) => {
  test.for(fieldsOf(list.node).map((field) => ({ field: field.name, type: getNamedType(field.type) })))(
    '$field, asked for alone, is what the object itself says',
    async ({ field, type }) => {
      const selection = `${field} ${leavesOf(schema, type, 1)}`;
      const nodes = await shown(list, selection, 'nodes');
      expect(nodes.length).toBeGreaterThan(0);
      const ids = nodes.map(({ id }) => id);
      expect(nodes).toEqual(await told(list.node.name, ids, selection));
      expect(await shown(list, selection, 'edges')).toEqual(nodes);
    },
  );
});

test('columns are read for what is asked of nodes by aliases, fragments and conditions alike', async () => {
  const document = `query ($yes: Boolean!, $no: Boolean!) {
    dealers(first: 5) {
      ...Some
      again: edges { node { made: createdAt } }
      nodes { where: territory @include(if: $yes) { code } upstream @skip(if: $no) { code } status @include(if: $no) }
    }
  }
  fragment Some on DealerConnection { nodes { ... on Assessable { name } ... on Node { ... on Dealer { channel } } } }`;
  const { dealers } = expectData(await admin.send(document, { yes: true, no: false })) as { dealers: never };
  const whole = expectData(
    await admin.send('{ dealers(first: 5) { nodes { name channel createdAt territory { code } upstream { code } } } }'),
  ) as { dealers: { nodes: { createdAt: string; territory: unknown }[] } };
  expect(dealers).toEqual({
    again: whole.dealers.nodes.map(({ createdAt }) => ({ node: { made: createdAt } })),
    nodes: whole.dealers.nodes.map(({ createdAt, territory, ...node }) => ({ ...node, where: territory })),
  });
});
