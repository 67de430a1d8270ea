import { describe, expect, it } from 'vitest';
import { smallServer } from './small-server.ts';

const server = smallServer();
const errors = async (query: string, variables: Record<string, unknown> = {}) =>
  (await server.post({ query, variables })).body.errors ?? [];
const refusals = async (query: string, variables: Record<string, unknown> = {}) =>
  (await errors(query, variables)).map(({ extensions }) => extensions);

describe('a page size', () => {
  const pageSize = (actual: unknown, path: string) => [{ code: 'LIMIT_PAGE_SIZE', limit: 100, actual, path: [path] }];

  it.each([
    ['first: 1', undefined],
    ['first: 100', undefined],
    ['last: 100', undefined],
    ['first: 101', pageSize(101, 'first')],
    ['last: 101', pageSize(101, 'last')],
    ['first: 0', pageSize(0, 'first')],
    ['first: -1', pageSize(-1, 'first')],
    ['last: -5', pageSize(-5, 'last')],
    ['first: null', pageSize('null', 'first')],
    ['last: null', pageSize('null', 'last')],
    ['first: 1, last: 1', pageSize('first 1, last 1', 'first')],
    ['first: null, last: 5', pageSize('first null, last 5', 'first')],
  ])('(%s)', async (argument, expected) => {
    expect(await refusals(`{ shops(${argument}) { totalCount } }`)).toEqual(expected ?? []);
    const asVariables = argument.replace(/(first|last): ([^,]+)/g, (_, name) => `${name}: $${name}`);
    const variables = Object.fromEntries(
      [...argument.matchAll(/(first|last): ([^,]+)/g)].map(([, name, value]) => [name, JSON.parse(value ?? '')]),
    );
    const declared = Object.keys(variables).map((name) => `$${name}: Int`);
    const query = `query (${declared}) { shops(${asVariables}) { totalCount } }`;
    expect(await refusals(query, variables)).toEqual(expected ?? []);
  });

  it('is refused on every level, and names its field', async () => {
    const [error] = await errors('{ shop(code: "a") { shops(first: 500) { totalCount } } }');
    expect(error).toEqual({
      message: 'shops: 500 is asked for; give first or last, not both, as a number from 1 to 100, or leave both out.',
      locations: [{ line: 1, column: 21 }],
      extensions: { code: 'LIMIT_PAGE_SIZE', limit: 100, actual: 500, path: ['first'] },
    });
  });

  it('may be left out by a variable, and is not looked at where it is skipped', async () => {
    expect(await refusals('query ($n: Int) { shops(first: $n) { totalCount } }')).toEqual([]);
    const skipped = 'query ($n: Int, $with: Boolean!) { shops(first: $n) @include(if: $with) { totalCount } name }';
    expect(await refusals(skipped, { n: null, with: false })).toEqual([]);
    expect(await refusals(skipped, { n: null, with: true })).toEqual(pageSize('null', 'first'));
  });
});

describe('a list', () => {
  const query = 'query ($codes: [String!]) { find(codes: $codes) }';
  const codes = (count: number) => Array.from({ length: count }, (_, at) => `${at}`);

  it('is read up to 250 entries', async () => {
    expect(await refusals(query, { codes: codes(250) })).toEqual([]);
    expect(await refusals(query, { codes: codes(251) })).toEqual([
      { code: 'LIMIT_LIST_INPUT', limit: 250, actual: 251, path: ['codes'] },
    ]);
  });

  it('is refused in the document and in the default of a variable too', async () => {
    const list = `[${codes(251).map((code) => `"${code}"`)}]`;
    const refused = [{ code: 'LIMIT_LIST_INPUT', limit: 250, actual: 251, path: ['codes'] }];
    expect(await refusals(`{ find(codes: ${list}) }`)).toEqual(refused);
    expect(await refusals(`query ($codes: [String!] = ${list}) { find(codes: $codes) }`)).toEqual(refused);
  });

  it('that no operation declares is not looked at', async () => {
    expect(await refusals('{ name }', { codes: codes(251) })).toEqual([]);
  });
});

describe('a text', () => {
  const query = 'query ($text: String, $codes: [String!]) { find(text: $text, codes: $codes) }';
  const tooLong = (...path: string[]) => [{ code: 'LIMIT_TEXT', limit: 10_000, actual: 10_001, path }];

  it('is read up to 10,000 characters', async () => {
    expect(await refusals(query, { text: 'x'.repeat(10_000) })).toEqual([]);
    expect(await refusals(query, { text: 'x'.repeat(10_001) })).toEqual(tooLong('text'));
    expect(await refusals(query, { codes: ['a', 'x'.repeat(10_001)] })).toEqual(tooLong('codes', '1'));
    expect(await refusals(`{ find(text: "${'x'.repeat(10_001)}") }`)).toEqual(tooLong('text'));
  });

  it('says where it stands', async () => {
    const [error] = await errors(query, { codes: ['a', 'x'.repeat(10_001)] });
    expect(error?.message).toBe('The text at codes.1 has 10001 characters; at most 10000 are read.');
  });
});

describe('a variable', () => {
  const query =
    'query ($code: String!, $first: Int, $codes: [String!]) { shop(code: $code) { code } shops(first: $first) { totalCount } find(codes: $codes) }';

  it('is coerced before anything is run: every fault at once, with its path', async () => {
    const found = await errors(query, { first: 'many', codes: ['a', 1, null] });
    expect(found.map(({ message, extensions }) => ({ message, ...extensions }))).toEqual([
      { message: '$code: a value of type String! is required.', code: 'BAD_USER_INPUT', path: ['code'] },
      {
        message: '$first: Int cannot represent non-integer value: "many"',
        code: 'BAD_USER_INPUT',
        path: ['first'],
      },
      {
        message: '$codes.1: String cannot represent a non string value: 1',
        code: 'BAD_USER_INPUT',
        path: ['codes', '1'],
      },
      {
        message: '$codes.2: Expected non-nullable type "String!" not to be null.',
        code: 'BAD_USER_INPUT',
        path: ['codes', '2'],
      },
    ]);
    expect(server.contexts.made).toBe(server.contexts.ended);
  });

  it.each([
    ['null where there must be a value', '{"code":null}', '$code: a value of type String! must not be null.'],
    [
      'a number beyond its range',
      '{"code":"a","first":2147483648}',
      '$first: Int cannot represent non 32-bit signed integer value: 2147483648',
    ],
    [
      'a number without end',
      '{"code":"a","codes":[1e400]}',
      '$codes.0: String cannot represent a non string value: Infinity',
    ],
    [
      'lists within lists',
      `{"code":"a","codes":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      '$codes.0: String cannot represent a non string value: [[[Array]]]',
    ],
    [
      'a key of all objects',
      '{"code":{"__proto__":{"polluted":1}}}',
      '$code: String cannot represent a non string value: { __proto__: { polluted: 1 } }',
    ],
  ])('refuses %s', async (_, variables, message) => {
    const { body } = await server.post(`{"query":${JSON.stringify(query)},"variables":${variables}}`);
    expect(body.errors?.map((error) => [error.extensions.code, error.message])).toEqual([['BAD_USER_INPUT', message]]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is not repeated at length', async () => {
    const [error] = await errors('query ($first: Int) { shops(first: $first) { totalCount } }', {
      first: 'x'.repeat(9_000),
    });
    expect(error?.message).toHaveLength('$first: '.length + 300 + 1);
  });

  it('tells at most ten faults', async () => {
    const codes = Array.from({ length: 40 }, (_, at) => at);
    expect(await errors('query ($codes: [String!]) { find(codes: $codes) }', { codes })).toHaveLength(10);
  });

  it('that empties an argument which must have a value is refused as input', async () => {
    const [error] = await errors('query ($code: String = "a") { shop(code: $code) { code } }', { code: null });
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(error?.message).toBe('Argument "code" of non-null type "String!" must not be null.');
  });
});
