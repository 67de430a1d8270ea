import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { isNode } from './crawl.ts';

/** A way inwards, as selections that hold one another. */
type Way = readonly string[];

export type Met = { readonly id: string; readonly type: string; readonly path: string };

/** Pages are small on the way, so that many may be nested, and larger at its end. */
const page = { onTheWay: '(first: 3)', atTheEnd: '(first: 10)' };

/** The ways from a type to objects with an id, through connections, lists and values alike. */
function stepsFrom(schema: GraphQLSchema, type: GraphQLObjectType, above: readonly string[] = []): Way[] {
  return Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .flatMap((field) => {
      const target = getNamedType(field.type);
      if (isNode(schema, target)) return [[field.name]];
      if (!isObjectType(target) || above.includes(target.name)) return [];
      const name = target.name.endsWith('Connection') ? `${field.name}(…)` : field.name;
      return stepsFrom(schema, target, [...above, type.name]).map((inner) => [name, ...inner]);
    });
}

const nested = (way: Way, inside: string, size: string): string =>
  way.reduceRight((inner, field) => `${field.replace('(…)', size)} { ${inner} }`, inside);

/** The objects at the end of a way; fragments are no level of an answer. */
function at(value: unknown, [field, ...rest]: Way): { id: string; __typename: string }[] {
  if (Array.isArray(value)) return value.flatMap((entry) => at(entry, field === undefined ? [] : [field, ...rest]));
  if (value === null || value === undefined) return [];
  if (field === undefined) return [value as { id: string; __typename: string }];
  if (field.startsWith('...')) return at(value, rest);
  return at((value as Record<string, unknown>)[field.replace('(…)', '')], rest);
}

/**
 * Every object that a caller meets on ways of up to so many objects. Each way is asked from the query type on, since what a
 * caller meets it may not be able to ask for; it is walked on wherever it met an object that no such step had met.
 */
export async function walk(client: Client, schema: GraphQLSchema, hops: number): Promise<Met[]> {
  const met: Met[] = [];
  const known = new Set<string>();
  let ways: Way[] = [[]];
  for (let hop = 1; hop <= hops; hop += 1) {
    const next: Way[] = [];
    for (const way of ways) {
      const type = way.at(-1)?.replace('... on ', '') ?? 'Query';
      const steps = stepsFrom(schema, schema.getType(type) as GraphQLObjectType);
      for (const step of steps) {
        const inside = nested(step, '__typename ... on Node { id }', page.atTheEnd);
        const data = expectData(await client.send(`{ ${nested(way, inside, page.onTheWay)} }`));
        const fresh = at(data, [...way, ...step]).filter(({ id }) => !known.has(`${type}.${step} ${id}`));
        for (const { id } of fresh) known.add(`${type}.${step} ${id}`);
        met.push(...fresh.map(({ id, __typename }) => ({ id, type: __typename, path: [...way, ...step].join('.') })));
        const types = new Set(step.includes('edges') ? [] : fresh.map(({ __typename }) => __typename));
        next.push(...[...types].map((each) => [...way, ...step, `... on ${each}`]));
      }
    }
    ways = next;
  }
  return met;
}
