import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';

export type Found = {
  /** Every object with an id that was met, and what it is. */
  readonly ids: ReadonlyMap<string, string>;
  /** The fields that led to one: `Dealer.upstream`, `DealerEdge.node`. */
  readonly edges: ReadonlySet<string>;
};

/** Several objects a request, but cases one by one: a case with all its lists takes up half of what a query may cost. */
const idsPerRequest = (type: string): number => (type === 'ConflictCase' ? 1 : 4);

export function isNode(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('There is no interface Node.');
  return type === node || ((isObjectType(type) || isInterfaceType(type)) && schema.isSubType(node, type));
}

const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));

/** What leads from a type to objects with an id, through the values and lists between; null where nothing does. */
function waysOn(schema: GraphQLSchema, type: GraphQLNamedType, above: readonly string[]): string | null {
  if (isNode(schema, type)) return '{ __typename ... on Node { id } }';
  if (isLeafType(type) || above.includes(type.name)) return null;
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type).map((member) => waysOn(schema, member, above));
    return members.some(Boolean) ? `{ __typename ${members.filter(Boolean).join(' ')} }` : null;
  }
  return isObjectType(type) ? fieldsOn(schema, type, above) : null;
}

function fieldsOn(schema: GraphQLSchema, type: GraphQLObjectType, above: readonly string[]): string | null {
  const fields = fieldsOf(type).flatMap((field) => {
    const inner = waysOn(schema, getNamedType(field.type), [...above, type.name]);
    return inner ? [`${field.name} ${inner}`] : [];
  });
  const complete = type.name.endsWith('Connection') ? 'pageInfo { hasNextPage }' : '';
  return fields.length > 0 ? `{ __typename ${complete} ${fields.join(' ')} }` : null;
}

/** Every field of the schema, reachable from queries, that gives an object with an id. */
export function edgesOf(schema: GraphQLSchema): Set<string> {
  const edges = new Set<string>();
  const seen = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (isLeafType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    if (isAbstractType(type)) for (const member of schema.getPossibleTypes(type)) visit(member);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      if (isNode(schema, target)) edges.add(`${type.name}.${field.name}`);
      visit(target);
    }
  };
  visit(schema.getQueryType() as GraphQLNamedType);
  return edges;
}

/** All that a caller can reach: from every query that asks for no key, on through every field of every object found. */
export async function crawl(client: Client, schema: GraphQLSchema): Promise<Found> {
  const ids = new Map<string, string>();
  const edges = new Set<string>();
  let fresh: string[] = [];

  const note = (value: unknown, from: string): void => {
    if (Array.isArray(value)) for (const entry of value) note(entry, from);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { __typename: type, id, hasNextPage, ...fields } = value as Record<string, unknown>;
    if (hasNextPage === true) throw new Error(`${from} goes on beyond its first page, which is all that is walked.`);
    if (typeof id === 'string') {
      edges.add(from);
      if (!ids.has(id)) fresh.push(id);
      ids.set(id, String(type));
    }
    for (const [name, inner] of Object.entries(fields)) note(inner, `${type}.${name}`);
  };

  for (const field of fieldsOf(schema.getQueryType() as GraphQLObjectType)) {
    const inner = waysOn(schema, getNamedType(field.type), ['Query']);
    if (!inner) continue;
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 100)' : '';
    note({ __typename: 'Query', ...expectData(await client.send(`{ ${field.name}${page} ${inner} }`)) }, '');
  }
  while (fresh.length > 0) {
    const [first = '', ...others] = fresh;
    const type = ids.get(first) ?? '';
    const alike = [first, ...others.filter((id) => ids.get(id) === type)].slice(0, idsPerRequest(type));
    fresh = fresh.filter((id) => !alike.includes(id));
    const inner = fieldsOn(schema, schema.getType(type) as GraphQLObjectType, []);
    if (!inner) continue;
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on ${type} ${inner} } }`;
    const { nodes } = expectData(await client.send(document, { ids: alike }));
    for (const node of nodes as unknown[]) note(node, 'Query.nodes');
    if ((nodes as unknown[]).some(Boolean)) edges.add('Query.nodes');
  }
  return { ids, edges };
}
