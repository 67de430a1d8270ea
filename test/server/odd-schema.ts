import { inspect } from 'node:util';
import {
  buildSchema,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLUnionType,
  Kind,
} from 'graphql';
import { notFound } from '../../api/shared/errors.ts';

const sdl = /* GraphQL */ `
  scalar Day
  scalar Odd
  enum Mood { GOOD BAD }
  input Where @oneOf { id: ID, name: String }
  input Filter { text: String = "none", mood: Mood, days: [Day!], at: Where, inner: Filter }
  interface Named { name: String!, friend: Named, mood: Mood!, pick(first: Int = 2): [Int!] }
  type Cat implements Named { name: String!, friend: Named, mood: Mood!, pick(first: Int = 3): [Int!], lives: Int!, kittens: [Cat!]! }
  type Dog implements Named { name: String!, friend: Named, mood: Mood!, pick(first: Int = 2): [Int!], barks: Boolean, fails: Int!, owner: Owner! }
  type Owner { name: String!, dogs: [Dog], late: [Dog!], fails: String!, first: Dog }
  type Stone { weight: Float }
  union Any = Cat | Dog | Stone
  type Odds {
    thrown: String, rejected: String, refused: Int, thrownThing: String, rejectedNothing: Int, returned: Int
    notWhole: Int, noMood: Mood, oddNull: Odd, oddThrows: Odd, oddLate: Odd, day: Day, days: [Day!]
    noList: [Int], textAsList: [String], set: [Int!], generator: [Int!], holes: [Int], hole: [Int!], holeDeep: [[Int!]]
    errors: [Int], lateErrors: [Int], lateInts: [Int!], lateTexts: [String!]!
    noType: Named, wrongType: Named, lateType: Any, throwsType: Any, lateThrowsType: Any, called: Int, calledObject: Owner
    getter: Owner, lateGetter: Owner, path: String, info: String!
  }
  type Query {
    cat: Cat!, dog: Dog, named: Named, all: [Named!], any(of: String = "cat"): Any, some: [Any], owner: Owner, odds: Odds, missing: Odds
    surely: Odds!, failsSurely: Int!
    echo(text: String = "otherwise", number: Int, mood: Mood = GOOD, day: Day, list: [Int!], where: Where, filter: Filter, must: Int! = 5): String!
    need(id: ID!, where: Where!): String
  }
  type Mutation { count(by: Int! = 1): Int!, fail(by: Int): Int, failSurely: Int!, cat: Cat! }
`;

const late = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, 1, value));
const lateFailure = (error: unknown): Promise<never> => Promise.reject(error);

const cat: Record<string, unknown> = { __typename: 'Cat', name: 'Mimi', mood: 'GOOD', lives: 9 };
const dog: Record<string, unknown> = { __typename: 'Dog', name: 'Rex', mood: 'BAD', barks: null };
cat.friend = dog;
dog.friend = cat;
const owner: Record<string, unknown> = { name: 'Li', first: dog };
const stone = { __typename: 'Stone', weight: 1.5 };
const withGetter = {
  get name() {
    throw new Error('a getter throws');
  },
};

function* threeAtMost() {
  yield 1;
  yield 2;
  throw new Error('a generator throws');
}

type Resolve = (parent: never, args: Record<string, unknown>, context: unknown, info: never) => unknown;

const resolvers: Record<string, Record<string, Resolve>> = {
  Query: {
    cat: () => cat,
    dog: () => late(dog),
    named: () => dog,
    all: () => [cat, late(dog), dog],
    any: (_, { of }) => late({ cat, dog, stone }[of as 'cat'] ?? null),
    some: () => [stone, null, late(cat), dog],
    owner: () => owner,
    odds: () => ({ called: () => 7, calledObject: () => owner }),
    missing: () => null,
    surely: () => late({}),
    failsSurely: () => lateFailure(new Error('for sure')),
    echo: (_, args) => inspect(args, { depth: 9, sorted: true }),
    need: (_, args) => inspect(args, { sorted: true }),
  },
  Cat: { kittens: () => late([cat, cat]), pick: (_, { first }) => [first] },
  Dog: {
    pick: (_, { first }) => late([first, first]),
    fails: () => lateFailure(notFound(['dog'])),
    owner: () => late(owner),
  },
  Owner: {
    dogs: () => [dog, null, late(dog)],
    late: () => late([late(dog), dog]),
    fails: () => {
      throw new Error('an owner fails');
    },
  },
  Odds: {
    thrown: () => {
      throw new Error('thrown');
    },
    rejected: () => lateFailure(new Error('rejected')),
    refused: () => {
      throw notFound(['key']);
    },
    thrownThing: () => {
      throw 'a text';
    },
    rejectedNothing: () => lateFailure(undefined),
    returned: () => new Error('returned'),
    notWhole: () => 1.5,
    noMood: () => 'NONE',
    oddNull: () => 'null',
    oddThrows: () => late('throw'),
    oddLate: () => late('late'),
    day: () => new Date('2026-01-31'),
    days: () => late([new Date('2026-01-31'), new Date('2026-02-01')]),
    noList: () => 7,
    textAsList: () => 'abc',
    set: () => new Set([1, 2]),
    generator: () => threeAtMost(),
    holes: () => [1, null, 2],
    hole: () => late([1, null, 2]),
    holeDeep: () => [[1], [2, null], null],
    errors: () => [1, new Error('an element'), 2],
    lateErrors: () => [1, lateFailure(new Error('a late element')), late(2)],
    lateInts: () => [late(1), 2],
    lateTexts: () => late(null).then(() => [late('a'), lateFailure(new Error('no text'))]),
    noType: () => ({ name: 'nobody' }),
    wrongType: () => ({ __typename: 'Stone' }),
    lateType: () => ({ type: 'late', name: 'Late', mood: 'GOOD' }),
    throwsType: () => ({ type: 'throws' }),
    lateThrowsType: () => late({ type: 'throws' }),
    getter: () => withGetter,
    lateGetter: () => late(withGetter),
    path: () => lateFailure(Object.assign(new Error('an error with a path'), { path: ['elsewhere'] })),
    info: (_parent, _args, _context, info) => toldBy(info),
  },
};

/** What a resolver can learn of the operation that it serves. */
function toldBy(info: Record<string, unknown>): string {
  const { fieldName, fieldNodes, returnType, parentType, operation, fragments, variableValues, path } = info as never;
  const nodes = (fieldNodes as { loc: { start: number } }[]).map(({ loc }) => loc.start);
  const { loc } = operation as { loc: { end: number } };
  return inspect([
    fieldName,
    nodes,
    `${returnType} ${parentType}`,
    loc.end,
    Object.keys(fragments),
    variableValues,
    (path as { key: string }).key,
  ]);
}

/** A schema with every oddity that a resolver, a type or a scalar can have. */
export function oddSchema(): GraphQLSchema {
  const schema = buildSchema(sdl);
  let counted = 0;
  const mutations: Record<string, Resolve> = {
    count: async (_, { by }) => {
      const before = counted;
      await late(null);
      counted = before + (by as number);
      return counted;
    },
    fail: () => lateFailure(new Error('not counted')),
    failSurely: () => {
      throw new Error('surely not counted');
    },
    cat: () => late(cat),
  };
  for (const [type, fields] of Object.entries({ ...resolvers, Mutation: mutations })) {
    const known = (schema.getType(type) as GraphQLObjectType).getFields();
    for (const [name, resolve] of Object.entries(fields)) Object.assign(known[name] ?? {}, { resolve });
  }
  Object.assign(schema.getType('Day') as GraphQLScalarType, {
    serialize: (day: Date) => day.toISOString().slice(0, 10),
    parseValue: (text: string) => new Date(text),
    parseLiteral: (node: { kind: string; value: string }) =>
      node.kind === Kind.STRING ? new Date(node.value) : undefined,
  });
  Object.assign(schema.getType('Odd') as GraphQLScalarType, {
    serialize: (value: unknown) => {
      if (value === 'throw') throw new Error('not serialized');
      return value === 'null' ? null : value === 'late' ? late('late') : value;
    },
  });
  Object.assign(schema.getType('Any') as GraphQLUnionType, {
    resolveType: (value: { type?: string; __typename?: string }) => {
      if (value.type === 'throws') throw new Error('no type at all');
      return value.type === 'late' ? late('Cat') : value.__typename;
    },
  });
  return schema;
}
