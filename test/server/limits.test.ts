import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { jsonBody, smallServer, type WireError, withKey } from './small-server.ts';

const server = smallServer();

const ask = async (query: string, more: object = {}): Promise<WireError[]> =>
  (await server.post({ query, ...more })).body.errors ?? [];
const refusal = async (query: string, more: object = {}) => {
  const errors = await ask(query, more);
  return errors.map(({ extensions }) => extensions);
};
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
/** shops { nodes { shops { nodes { … code } } } }, to a depth with the leaf counted. */
const deep = (depth: number): string => {
  const names = Array.from({ length: depth - 1 }, (_, at) => (at % 2 === 0 ? 'shops(first: 1)' : 'nodes'));
  const leaf = depth % 2 === 0 ? 'totalCount' : 'code';
  return `${names.map((name) => `${name} {`).join(' ')} ${leaf} ${'}'.repeat(names.length)}`;
};

describe('the document', () => {
  it('is read up to its limit of characters and refused beyond', async () => {
    const padded = (length: number) => `{ name }${' '.repeat(length - 8)}`;
    expect(await refusal(padded(15_000))).toEqual([]);
    expect(await refusal(padded(15_001))).toEqual([{ code: 'LIMIT_DOCUMENT', limit: 15_000, actual: 15_001 }]);
  });

  it('is read up to its limit of tokens and refused beyond, with their number', async () => {
    // 1,996 names in one list of codes, and { find ( codes : [ ] ) } around them: the literal is refused, not the tokens.
    expect(await refusal(`{ find(codes: [${times(1_991, () => '""')}]) }`)).toEqual([
      { code: 'LIMIT_LIST_INPUT', limit: 250, actual: 1_991, path: ['codes'] },
    ]);
    expect(await refusal(`{ find(codes: [${times(1_992, () => '""')}]) }`)).toEqual([
      { code: 'LIMIT_TOKENS', limit: 2_000, actual: 2_001 },
    ]);
    expect(await refusal('{'.repeat(3_000))).toEqual([{ code: 'LIMIT_TOKENS', limit: 2_000, actual: 3_000 }]);
    expect(await refusal(`{ find(codes: ${'['.repeat(7_000)}`)).toEqual([
      { code: 'LIMIT_TOKENS', limit: 2_000, actual: 7_005 },
    ]);
  });

  it('is read up to its limit of brackets within brackets and refused beyond', async () => {
    const lists = (deep: number) => `{ find(codes: ${'['.repeat(deep)}${']'.repeat(deep)}) }`;
    expect((await refusal(lists(62)))[0]).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await refusal(lists(63))).toEqual([{ code: 'LIMIT_NESTING', limit: 64, actual: 65 }]);
    expect(await refusal(lists(990))).toEqual([{ code: 'LIMIT_NESTING', limit: 64, actual: 992 }]);
  });

  it('that cannot be parsed is refused with its place, again and again', async () => {
    for (const _ of [1, 2]) {
      const [error] = await ask('{ name');
      expect(error).toEqual({
        message: 'Syntax Error: Expected Name, found <EOF>.',
        locations: [{ line: 1, column: 7 }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      });
    }
  });

  it('is told at most ten faults of validation', async () => {
    const errors = await ask(`{ ${times(12, (at) => `wrong${at}`)} }`);
    expect(errors).toHaveLength(10);
    expect(errors[0]).toEqual({
      message: 'Cannot query field "wrong0" on type "Query".',
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });
});

describe('depth', () => {
  const tooDeep = [{ code: 'LIMIT_DEPTH', limit: 12, actual: 13 }];

  it('of twelve levels is served, of thirteen refused', async () => {
    expect(await refusal(`{ ${deep(12)} }`)).toEqual([]);
    expect(await refusal(`{ ${deep(13)} }`)).toEqual(tooDeep);
  });

  it.each([
    ['an inline fragment', `{ ... on Query { ... { ${deep(13)} } } }`],
    ['a named fragment', `{ ...All } fragment All on Query { ${deep(13)} }`],
    ['a fragment named __schema', `{ ...__schema } fragment __schema on Query { ${deep(13)} }`],
    ['an alias named __schema', `{ __schema: ${deep(13)} }`],
    [
      'fragments within fragments',
      `{ shops { nodes { ...A } } } fragment A on Shop { ...B } fragment B on Shop { ${deep(11)} }`,
    ],
    ['a fragment that is not used', `{ name } fragment Unused on Query { ${deep(13)} }`],
    ['an operation that is not chosen', `query A { name } query B { ${deep(13)} }`],
    ['a field __schema where there is none', `{ shops { __schema { ${deep(12)} } } }`],
  ])('is measured through %s', async (_, query) => {
    expect((await refusal(query, { operationName: query.startsWith('query A') ? 'A' : undefined }))[0]).toMatchObject({
      code: 'LIMIT_DEPTH',
      limit: 12,
    });
  });

  it('of a document in the cache is refused like the first time', async () => {
    const query = `{ cached: ${deep(13)} }`;
    expect([await refusal(query), await refusal(query)]).toEqual([tooDeep, tooDeep]);
  });
});

describe('width', () => {
  it.each([
    [
      'aliases',
      `{ ${times(30, (at) => `a${at}: __typename`)} }`.replace('{', '{ ...F } fragment F on Query {'),
      'LIMIT_ROOT_FIELDS',
      20,
      30,
    ],
    ['root fields', `{ ${times(21, () => 'name')} }`, 'LIMIT_ROOT_FIELDS', 20, 21],
    [
      'mutations',
      `mutation { ${times(11, (at) => `a${at}: rename(name: "x") { code }`)} }`,
      'LIMIT_ROOT_FIELDS',
      10,
      11,
    ],
    [
      'thirty mutations',
      `mutation { ${times(31, (at) => `a${at}: rename(name: "x") { code }`)} }`,
      'LIMIT_ALIASES',
      30,
      31,
    ],
    ['a hundred and one aliases', `{ ${times(101, (at) => `a${at}: name`)} }`, 'LIMIT_ALIASES', 30, 101],
    ['nested aliases', `{ shop(code: "a") { ${times(31, (at) => `a${at}: code`)} } }`, 'LIMIT_ALIASES', 30, 31],
    ['five hundred repetitions', `{ ${times(500, () => '__typename')} }`, 'LIMIT_SELECTIONS', 400, 500],
    ['selections', `{ shop(code: "a") { ${times(400, () => 'code')} } }`, 'LIMIT_SELECTIONS', 400, 401],
    ['directives', `{ name ${times(21, () => '@aa')} }`, 'LIMIT_DIRECTIVES', 20, 21],
    ['directives on the operation', `query ${times(21, () => '@aa')} { name }`, 'LIMIT_DIRECTIVES', 20, 21],
    [
      'root fields in fragments',
      `{ ...A ...A } fragment A on Query { ${times(11, () => 'name')} }`,
      'LIMIT_ROOT_FIELDS',
      20,
      22,
    ],
    [
      'directives in fragments',
      `{ ...A ...A ...A } fragment A on Query { name ${times(7, () => '@skip(if: false)')} }`,
      'LIMIT_DIRECTIVES',
      20,
      21,
    ],
  ])('%s', async (_, query, code, limit, actual) => {
    expect(await refusal(query)).toEqual([{ code, limit, actual }]);
  });

  it('at every limit is served', async () => {
    expect(await refusal(`{ ${times(20, () => 'name')} }`)).toEqual([]);
    expect(await refusal(`mutation { ${times(10, (at) => `a${at}: rename(name: "x") { code }`)} }`)).toEqual([]);
    expect(await refusal(`{ shop(code: "a") { ${times(30, (at) => `a${at}: code`)} } }`)).toEqual([]);
    expect(await refusal(`{ shop(code: "a") { ${times(399, () => 'code')} } }`)).toEqual([]);
  });
});

describe('bombs', () => {
  const within = async (milliseconds: number, query: string) => {
    const before = process.cpuUsage();
    const found = await refusal(query);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(milliseconds);
    return found;
  };

  it('of fragments that double at every step are refused in linear time', async () => {
    const steps = times(60, (at) => `fragment F${at} on Shop { ...F${at + 1} ...F${at + 1} }`);
    const query = `{ shop(code: "a") { ...F0 } } ${steps} fragment F60 on Shop { code }`;
    expect(await within(100, query)).toEqual([
      { code: 'LIMIT_SELECTIONS', limit: 400, actual: Number.MAX_SAFE_INTEGER },
    ]);
  });

  it('of overlapping inline fragments are refused before validation compares them', async () => {
    const query = `{ shop(code: "a") { ${times(200, () => '... { code code }')} } }`;
    expect(await within(100, query)).toEqual([{ code: 'LIMIT_SELECTIONS', limit: 400, actual: 401 }]);
  });

  it('of fragments within themselves are refused as what they are', async () => {
    const query = '{ shop(code: "a") { ...A } } fragment A on Shop { code ...B } fragment B on Shop { ...A }';
    expect(await within(100, query)).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });

  it('in introspection are refused before validation compares them', async () => {
    expect(await within(100, `{ __schema { types { ${times(500, () => 'name')} } } }`)).toEqual([
      { code: 'LIMIT_SELECTIONS', limit: 400, actual: 502 },
    ]);
  });
});

describe('introspection', () => {
  it.each([
    ['as graphql-js asks', getIntrospectionQuery()],
    [
      'as GraphiQL and code generators ask',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])('%s is served', async (_, query) => {
    const { status, body } = await server.post({ query });
    expect([status, body.errors]).toEqual([200, undefined]);
  });

  it.each([
    ['types in a circle', '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }', 4],
    [
      'one type in a circle',
      '{ __type(name: "Shop") { fields { type { fields { type { fields { type { fields { name } } } } } } } } }',
      4,
    ],
    [
      'a circle in fragments',
      '{ __schema { ...S } } fragment S on __Schema { types { ...T } } fragment T on __Type { fields { args { type { fields { name } } } } }',
      4,
    ],
  ])('of %s is refused', async (_, query, actual) => {
    expect(await refusal(query)).toEqual([{ code: 'LIMIT_INTROSPECTION', limit: 3, actual }]);
  });

  it('is closed to strangers', async () => {
    const init = { method: 'POST', headers: jsonBody, body: JSON.stringify({ query: getIntrospectionQuery() }) };
    expect((await server.fetch('http://localhost/graphql', init)).status).toBe(401);
  });
});

it('refuses in the language of the request, with the limit and what was asked', async () => {
  const query = `{ ${deep(13)} }`;
  const chinese = await server.post({ query }, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
  expect(chinese.body.errors?.[0]?.message).toBe('操作嵌套 13 层；最多 12 层。');
  const english = await server.post({ query }, { 'accept-language': 'en' });
  expect(english.body.errors?.[0]?.message).toBe('The operation goes 13 levels deep; at most 12 are served.');
});

it('makes no context, and so reaches no database, for what it refuses', async () => {
  const fresh = smallServer();
  for (const query of [`{ ${deep(13)} }`, '{ wrong }', '{ name', '{ shops(first: 101) { totalCount } }']) {
    await fresh.post({ query });
  }
  expect(fresh.contexts).toEqual({ made: 0, ended: 0 });
  expect((await fresh.post({ query: '{ name }' })).body).toEqual({ data: { name: 'Tierwise' } });
  expect(fresh.contexts).toEqual({ made: 1, ended: 1 });
  expect(withKey.authorization).toBe('Bearer good-key');
});
