import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../api/server/compiled.ts';
import { executors } from '../../api/server/execution.ts';
import { chosenOperation, createJudge } from '../../api/server/operation.ts';
import { generatedOperation, type Samples } from './generated-operations.ts';
import { oddSchema } from './odd-schema.ts';
import { address, jsonBody, smallServer, withKey } from './small-server.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Asks the same of both executors, each with a schema of its own. */
function bothExecutors() {
  const servers = executors.map((executor) => smallServer({ schema: oddSchema(), configuration: { executor } }));
  return (query: string, variables: Variables) =>
    Promise.all(
      servers.map(async (server) => {
        const headers = { ...withKey, ...jsonBody, 'x-request-id': 'same' };
        const body = JSON.stringify({ query, variables });
        const response = await server.fetch(address, { method: 'POST', headers, body });
        return { status: response.status, headers: [...response.headers], body: await response.text() };
      }),
    );
}
const ask = bothExecutors();

/** The one answer of both, also when asked again. */
async function answer(query: string, variables: Variables = {}) {
  const [compiled, interpreted] = await ask(query, variables);
  expect(compiled).toEqual(interpreted);
  const [again] = await ask(query, variables);
  if (query.startsWith('mutation')) expect(again?.status).toBe(compiled?.status);
  else expect(again).toEqual(compiled);
  return JSON.parse(compiled?.body ?? '');
}

/** What a compiled run answers by itself; null where graphql-js is left to answer. */
const compiler = createCompiler(oddSchema());
const { judge, coerce } = createJudge(oddSchema());
async function compiledAlone(query: string, given: Variables = {}) {
  const { document, refusals: faults } = judge(query);
  if (!document || faults.length > 0) throw new AggregateError(faults);
  const operation = chosenOperation(document, null, 'POST');
  const { values, refusals } = coerce(document, operation, given);
  expect(refusals).toEqual([]);
  return compiler({ document, operation, given, values, context: {} });
}

describe('what fails is told the same way by both executors', () => {
  it.each([
    [['thrown', 'rejected', 'refused', 'thrownThing', 'rejectedNothing', 'returned', 'path']],
    [['notWhole', 'noMood', 'oddNull', 'oddThrows', 'day', 'days', 'called', 'info']],
    [['noList', 'textAsList', 'set', 'generator', 'holes', 'hole', 'holeDeep', 'errors', 'lateErrors', 'lateInts']],
    [['lateTexts', 'oddLate']],
  ])('in leaves: %s', async (fields) => {
    for (const field of fields) await answer(`{ odds { ${field} } surely { ${field} } }`);
    await answer(`{ odds { ${fields.join(' ')} } surely { ${fields.toReversed().join(' ')} } }`);
  });

  it.each(['noType', 'wrongType', 'lateType', 'throwsType', 'lateThrowsType'])('in types: %s', async (field) => {
    await answer(
      `{ surely { ${field} { __typename ... on Cat { name } } } odds { ${field} { ... on Dog { name } } } }`,
    );
  });

  it.each([
    ['a field that must not be null', '{ failsSurely }'],
    ['one of several such', '{ failsSurely b: failsSurely cat { lives } }'],
    ['in an element', '{ all { name ... on Dog { fails } } }'],
    ['in an element that may be null', '{ owner { dogs { name fails } } }'],
    ['in an element that must not', '{ owner { late { name fails } } }'],
    [
      'in several elements and beside',
      '{ some { ... on Dog { fails a: fails barks owner { fails } } } owner { fails } }',
    ],
    [
      'deep below a field that may be null',
      '{ dog { friend { ... on Dog { fails } friend { ... on Dog { owner { fails } } } } } }',
    ],
    ['beside what succeeds late', '{ owner { first { owner { name fails } } } dog { name owner { name } } }'],
    ['getters', '{ odds { getter { name } lateGetter { name } called } }'],
    ['a late getter alone', '{ odds { lateGetter { name } } }'],
    ['a mutation', 'mutation { count fail cat { lives } }'],
    ['a mutation that takes all with it', 'mutation { a: count(by: 2) failSurely b: count(by: 3) }'],
  ])('%s', async (_, query) => {
    expect(Object.keys(await answer(query))).toContain('data');
  });
});

describe('arguments come to resolvers as graphql-js gives them', () => {
  const told = async (query: string, variables?: Variables) => (await answer(query, variables)).data?.echo;

  it.each<[string, string, Variables?]>([
    ['none', '{ echo }'],
    [
      'literals',
      '{ echo(text: "a", number: 2, mood: BAD, day: "2026-01-31", list: [1, 2], where: { id: 3 }, must: 1) }',
    ],
    ['one in place of a list', '{ echo(list: 1) }'],
    ['nulls', '{ echo(text: null, mood: null, day: null, list: null, filter: null) }'],
    ['objects with defaults', '{ echo(filter: { mood: BAD, days: "2026-01-31", inner: { text: null, inner: {} } }) }'],
    [
      'variables',
      'query ($t: String, $m: Mood, $d: Day) { echo(text: $t, mood: $m, day: $d) }',
      { t: 'b', m: 'BAD', d: '2026-01-31' },
    ],
    [
      'variables that are absent',
      'query ($t: String, $m: Mood, $n: Int, $f: Filter) { echo(text: $t, mood: $m, number: $n, filter: $f) }',
    ],
    ['variables that are null', 'query ($t: String, $f: Filter) { echo(text: $t, filter: $f) }', { t: null, f: null }],
    [
      'variables with defaults',
      'query ($t: String = "c", $f: Filter = { mood: BAD, days: ["2026-01-31"] }) { echo(text: $t, filter: $f) }',
    ],
    [
      'absent variables within a literal',
      'query ($t: String, $m: Mood) { echo(filter: { text: $t, inner: { mood: $m } }) }',
    ],
    ['variables within lists', 'query ($n: Int!) { echo(list: [1, $n]) }', { n: 2 }],
    ['a variable in place of a list', 'query ($n: [Int!]) { echo(list: $n) }', { n: 2 }],
    [
      'a variable of an object',
      'query ($f: Filter) { echo(filter: $f) }',
      { f: { at: { name: 'x' }, inner: { days: ['2026-01-31'] } } },
    ],
    [
      'what the compiler takes for its own marks',
      '{ echo(text: "__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8") }',
    ],
  ])('%s', async (_, query, variables) => {
    expect(await told(query, variables)).toMatch(/^\{/);
    expect(await compiledAlone(query, variables)).not.toBeNull();
  });

  it('and are refused alike', async () => {
    const refused = async (query: string, variables?: Variables) =>
      (await answer(query, variables)).errors[0].extensions.code;
    expect(await refused('query ($n: Int) { echo(must: $n) }', { n: null })).toBe('BAD_USER_INPUT');
    expect(await refused('query ($n: Int!) { echo(must: $n) }', { n: 'many' })).toBe('BAD_USER_INPUT');
    expect(await refused('query ($w: Where!) { need(id: 1, where: $w) }', { w: { id: 1, name: 'x' } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await refused('query ($w: Where!) { need(id: 1, where: $w) }', { w: {} })).toBe('BAD_USER_INPUT');
    expect(await refused('query ($m: Mood) { echo(mood: $m) }', { m: 'good' })).toBe('BAD_USER_INPUT');
  });

  it('never as code', async () => {
    const code = '0),ran:(globalThis.ranByCompiler=true';
    await answer(`{ echo(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d${code}") }`);
    expect(globalThis).not.toHaveProperty('ranByCompiler');
  });
});

describe('conditions and fragments choose the same fields in the same order', () => {
  it.each<[string, string, Variables?]>([
    ['a field skipped and then asked', '{ cat { name @skip(if: true) mood name } }'],
    [
      'one node under two conditions',
      'query ($a: Boolean!, $b: Boolean!) { cat { ...F @include(if: $a) ...F @include(if: $b) } } fragment F on Cat { name }',
      { a: false, b: true },
    ],
    [
      'a fragment spread first under a condition',
      'query ($a: Boolean!) { cat { ...F @include(if: $a) mood ...F } } fragment F on Cat { name }',
      { a: false },
    ],
    [
      'a fragment below fields with opposite conditions',
      'query ($a: Boolean!) { cat { x: friend @skip(if: $a) { ...F } y: friend @include(if: $a) { ...F } } } fragment F on Named { name }',
      { a: true },
    ],
    [
      'an inline fragment below a field that is left out',
      'query ($a: Boolean!) { cat { friend @skip(if: $a) { ... on Dog { barks } } friend { name } } }',
      { a: true },
    ],
    [
      'both directives',
      'query ($a: Boolean!, $b: Boolean!) { cat { name @include(if: $a) @skip(if: $b) mood } }',
      { a: true, b: false },
    ],
    ['a condition with a default', 'query ($a: Boolean = false) { cat { name @include(if: $a) } }'],
    ['all left out', 'query ($a: Boolean!) { cat @include(if: $a) { name } }', { a: false }],
    [
      'types that do not fit',
      '{ named { ... on Cat { lives } ... on Named { ... on Dog { name } } ... @include(if: true) { mood } } }',
    ],
    [
      'a union',
      '{ some { __typename ... on Stone { weight } ... on Named { name } } any(of: "dog") { ... on Dog { barks } } none: any(of: "x") { __typename } }',
    ],
    ['defaults of members that differ', '{ cat { pick } named { pick } all { pick two: pick(first: 4) } }'],
    [
      'merged selections',
      '{ cat { friend { name } ...F } cat { friend { mood } } } fragment F on Cat { friend { friend { name } } }',
    ],
    [
      'keys with the sign that the compiler joins by',
      '{ all_cats: all { a_b: name } x_y: cat { z: name } x: cat { z_y: name } __typename }',
    ],
    ['introspection', '{ __schema { queryType { name } } __type(name: "Cat") { name fields { name } } cat { name } }'],
    ['names that objects have', '{ constructor: cat { toString: name hasOwnProperty: mood } __proto__: cat { name } }'],
    ['one operation of several', '{ odds { info } }'],
    [
      'what resolvers are told',
      'query ($n: Int, $a: Boolean!) { odds { info a: info @include(if: $a) } ... { odds { ...F } } echo(number: $n) } fragment F on Odds { info }',
      { n: 1, a: true },
    ],
  ])('%s', async (_, query, variables) => {
    for (const flipped of [{}, { a: true }, { a: false }]) {
      const given = 'a' in (variables ?? {}) ? { ...variables, ...flipped } : variables;
      expect((await answer(query, given)).errors).toBeUndefined();
    }
  });

  it('where a condition is null too', async () => {
    await answer('query ($a: Boolean = true) { cat { name @include(if: $a) } }', { a: null });
  });
});

describe('a compiled run', () => {
  it.each<[string, string, Variables?]>([
    ['fields', '{ cat { name friend { name mood } kittens { lives } } dog { owner { dogs { name } late { name } } } }'],
    ['types', '{ named { __typename name } some { ... on Stone { weight } } all { pick(first: 1) } }'],
    ['conditions', 'query ($a: Boolean!) { cat { name @skip(if: $a) ...F } } fragment F on Cat { mood }', { a: true }],
    ['late elements and sets', '{ odds { lateInts set days } }'],
    ['keys with underscores', '{ a_cat: cat { its_name: name } }'],
  ])('answers %s', async (_, query, variables) => {
    expect(await compiledAlone(query, variables)).toEqual({ data: expect.anything() });
  });

  it.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    ['a key that is no key of an object', '{ __proto__: cat { name } }'],
    [
      'places that the compiler would confuse',
      '{ x_y: cat { z: name } x: cat { z_y: name } z: cat { x_y: name } y: cat { z_x: name } z_y: cat { x: name } }',
    ],
    [
      'more fields than are compiled',
      `{ ${Array.from({ length: 20 }, (_, at) => `a${at}: cat { friend { ...F } }`)} } fragment F on Named { name friend { name mood ... on Cat { lives } friend { name } } }`,
    ],
    ['whatever fails', '{ cat { name } odds { rejected } }'],
  ])('leaves %s to graphql-js', async (_, query) => {
    expect(await compiledAlone(query)).toBeNull();
  });
});

const samples: Samples = (scalar) =>
  ({
    Int: [1, 2, 0],
    Float: [1.5],
    Boolean: [true, false],
    ID: ['1', 2],
    Day: ['2026-01-31'],
    String: ['cat', 'dog', 'x'],
  })[scalar] ?? ['x'];

it('any operation is answered alike', async () => {
  const schema = oddSchema();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9_999), { minLength: 10, maxLength: 150, size: 'max' }), async (numbers) => {
      const { query, variables } = generatedOperation(schema, numbers, samples);
      await answer(query, variables);
    }),
    { numRuns: 200 },
  );
}, 30_000);
