import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, getNullableType, isListType, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../api/server/cost.ts';
import { limits } from '../../api/server/limits.ts';
import { listSizes } from '../../api/server/list-sizes.ts';
import { chosenOperation, createJudge } from '../../api/server/operation.ts';
import { EdgeRefusal } from '../../api/server/refusals.ts';
import { coercionOf } from '../../api/server/variables.ts';

const folder = new URL('../../schema/', import.meta.url);
const examples = new URL('examples/', folder);
const contract = buildSchema(
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n'),
);
const { coerce } = createJudge(contract);

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(contract, document)).toEqual([]);
  const operation = chosenOperation(document, null, 'POST');
  const { values, refusals } = coercionOf(contract, operation)(variables);
  expect(refusals).toEqual([]);
  return costOf(contract, document, operation)(values);
}

describe('the cost of an operation', () => {
  it.each([
    ['scalars are free', '{ __typename }', 0],
    ['an object is 1', '{ viewer { name role } }', 1],
    ['objects add up', '{ viewer { organization { name } dealer { code } } }', 3],
    ['a list of scalars is 1', '{ viewer { scopes } }', 2],
    ['a list is 1 and three elements', '{ plugins { name } }', 1 + 3],
    ['lists within lists multiply', '{ rubrics { versions { number } } }', 1 + 3 * (1 + (1 + 3))],
    ['a list that is often longer is reckoned so', '{ plugins { items { key } } }', 1 + 3 * (1 + (1 + 25))],
    [
      'playbooks cost by their texts',
      '{ segments { playbook { texts { text } } } }',
      1 + 20 * (1 + (1 + 4 * (1 + (1 + 25)))),
    ],
    [
      'a case costs by what is in it',
      `{ conflictCase(id: "x") { parties { role } suggestedStrategies { answers }
        proposals { answers { answer } unanswered { role } } resolution { orders { kind } strategies { code } } } }`,
      1 + (1 + 5) + (1 + 10 * 2) + (1 + 10 * (1 + (1 + 5) + (1 + 5))) + (1 + (1 + 5) + (1 + 3)),
    ],
    [
      'a list of the same name elsewhere is as short as others',
      '{ conflictCase(id: "x") { resolution { strategies { answers } } } }',
      1 + 1 + (1 + 3 * 2),
    ],
    ['a connection is 1 and a page of nodes', '{ dealers { nodes { code } } }', 1 + 25],
    ['its count alone is 1', '{ dealers { totalCount } }', 1],
    ['its pageInfo is an object', '{ dealers { pageInfo { endCursor } } }', 2],
    ['first counts', '{ dealers(first: 7) { nodes { code } } }', 8],
    ['last counts', '{ dealers(last: 7) { nodes { code } } }', 8],
    ['edges cost what nodes do', '{ dealers(first: 7) { edges { cursor node { code } } } }', 8],
    [
      'first counts for a list that is no connection, also where it is left out',
      '{ conflictCase(id: "x") { precedents(first: 7) { likeness } others: precedents { likeness } } }',
      1 + (1 + 7) + (1 + 5),
    ],
    ['cursors alone cost their rows', '{ dealers(first: 7) { edges { cursor } } }', 8],
    ['nodes and edges add up', '{ dealers(first: 7) { nodes { code } edges { node { code } } } }', 15],
    [
      'pages within pages multiply',
      '{ dealers(first: 10) { nodes { outlets(first: 5) { nodes { code } } } } }',
      1 + 10 * (1 + 6),
    ],
    ['aliases cost again', '{ a: viewer { name } b: viewer { name } }', 2],
    [
      'what is merged costs once',
      '{ viewer { name } viewer { role } ...V } fragment V on Query { viewer { name } }',
      1,
    ],
    ['merged selections add up', '{ viewer { organization { name } } viewer { dealer { code } } }', 3],
    [
      'fragments cost what they hold',
      '{ dealers(first: 2) { ...D } } fragment D on DealerConnection { nodes { grade { id } } }',
      5,
    ],
    ['introspection is free', '{ __schema { types { name fields { name } } } viewer { name } }', 1],
    ['a skipped field is free', '{ viewer { dealer @skip(if: true) { code } } }', 1],
    ['nodes by id cost each', '{ nodes(ids: ["a", "b", "c", "d"]) { id } }', 1 + 4],
    ['one id in place of a list is one', '{ nodes(ids: "a") { id } }', 1 + 1],
    [
      'of several branches the dearest counts',
      '{ node(id: "x") { ... on Dealer { grade { id } } ... on Outlet { dealer { grade { id } territory { id } } } } }',
      1 + 3,
    ],
    [
      'a branch costs what its interfaces ask too',
      '{ node(id: "x") { ... on Assessable { industries { key } } ... on Dealer { grade { id } } } }',
      1 + (4 + 1),
    ],
    [
      'an interface costs by its objects',
      '{ node(id: "x") { ... on Grade { subject { industries { key } } } } }',
      1 + (1 + 4),
    ],
    [
      'a mutation costs the dearest of its results',
      'mutation { createDealer(input: { code: "a", name: "b", industries: ["c"] }) { ... on CreateDealerPayload { dealer { code } } ... on ValidationError { issues { code } } } }',
      1 + 4,
    ],
  ])('%s', (_, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('fits fifty dealers with grade, gates, reasons and shortfalls', () => {
    const text = `{ dealers(first: 50) { nodes { code name grade { outcome { tierCode score
      gates { tier { code } passed score reasons { code message item { key } } }
      shortfalls { item { key } earned size redLine } } } } pageInfo { endCursor hasNextPage } totalCount } }`;
    expect(cost(text)).toBe(1 + 50 * (1 + (1 + (1 + (1 + 3 * (2 + 7)) + (1 + 10 * 2)))) + 1);
    expect(cost(text)).toBeLessThan(limits.cost);
  });

  it.each(readdirSync(examples).filter((name) => name.endsWith('.graphql')))('fits %s', (name) => {
    expect(cost(readFileSync(new URL(name, examples), 'utf8'))).toBeLessThan(limits.cost);
  });

  it.each(Object.keys(listSizes))('%s is a list of the contract', (coordinate) => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const type = contract.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    expect(isListType(getNullableType(field?.type))).toBe(true);
    expect(field?.args.map(({ name: argument }) => argument)).not.toContain('first');
  });
});

describe('variables', () => {
  const priced = 'query ($n: Int = 3, $yes: Boolean = true, $ids: [ID!]! = ["a"])';

  it.each([
    ['a page size', '{ dealers(first: $n) { nodes { code } } }', { n: 50 }, 51],
    ['the default of a page size', '{ dealers(first: $n) { nodes { code } } }', {}, 4],
    ['a page size backwards', '{ dealers(last: $n) { nodes { code } } }', { n: 50 }, 51],
    ['an @include that holds', '{ viewer @include(if: $yes) { name } }', { yes: true }, 1],
    ['an @include that does not', '{ viewer @include(if: $yes) { name } }', { yes: false }, 0],
    ['the default of an @include', '{ viewer @include(if: $yes) { name } }', {}, 1],
    ['a @skip that holds', '{ viewer { dealer @skip(if: $yes) { code } } }', { yes: true }, 1],
    ['a @skip that does not', '{ viewer { dealer @skip(if: $yes) { code } } }', { yes: false }, 2],
    ['an @include on a fragment', '{ ... @include(if: $yes) { viewer { name } } }', { yes: false }, 0],
    ['one of two ways to a field', '{ viewer @skip(if: $yes) { name } ... { viewer { role } } }', { yes: true }, 1],
    [
      'both ways to a field closed',
      '{ viewer @skip(if: $yes) { name } viewer @skip(if: $yes) { role } }',
      { yes: true },
      0,
    ],
    ['ids', '{ nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] }, 4],
    ['the default of ids', '{ nodes(ids: $ids) { id } }', {}, 2],
    [
      'a page size within a branch',
      '{ node(id: "x") { ... on Dealer { outlets(first: $n) { nodes { id } } } } }',
      { n: 9 },
      11,
    ],
  ])('count: %s', (_, text, variables, expected) => {
    const used = ['n', 'yes', 'ids'].filter((name) => text.includes(`$${name}`));
    const declared = priced
      .slice('query ('.length, -1)
      .split(', ')
      .filter((part) => used.some((name) => part.startsWith(`$${name}:`)));
    expect(cost(`query (${declared.join(', ')}) ${text}`, variables)).toBe(expected);
  });

  it('decide anew for the same document each time', () => {
    const document = parse('query ($n: Int) { dealers(first: $n) { nodes { outlets(first: $n) { nodes { id } } } } }');
    const operation = chosenOperation(document, null, 'POST');
    const verdict = (n: number) =>
      coerce(document, operation, { n }).refusals.map(({ code, params }) => ({ code, ...params }));
    const dear = [{ code: 'LIMIT_COST', limit: 5_000, actual: 1 + 100 * (1 + 101) }];
    expect([verdict(1), verdict(100), verdict(1), verdict(100)]).toEqual([[], dear, [], dear]);
  });

  it('never price past what can be told exactly', () => {
    const levels = Array.from({ length: 10 }, () => 'secondTier(first: 100) { nodes {').join(' ');
    const document = parse(`{ dealers(first: 100) { nodes { ${levels} id ${'} }'.repeat(10)} } } }`);
    const [refusal] = coerce(document, chosenOperation(document, null, 'POST'), {}).refusals;
    expect(refusal).toBeInstanceOf(EdgeRefusal);
    expect(refusal?.params).toEqual({ limit: 5_000, actual: Number.MAX_SAFE_INTEGER });
  });
});
