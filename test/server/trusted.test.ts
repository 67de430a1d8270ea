import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { address, smallSchema, smallServer, withKey } from './small-server.ts';

const idOf = (text: string) => createHash('sha256').update(text).digest('hex');
const documents = [
  '{ name }',
  'query Find($codes: [String!], $text: String) { find(codes: $codes, text: $text) }',
  'query Shops($first: Int) { shops(first: $first) { nodes { shops(first: $first) { nodes { code } } } } }',
  'mutation Rename($name: String!) { rename(name: $name) { code } }',
  'query One { name } query Two { maybe }',
];
const [name = '', find = '', shops = '', rename = '', two = ''] = documents;
const schema = smallSchema({ maybe: () => 'maybe' });
const trusted = new Map([...documents.map((text) => [idOf(text), text] as const), ['by-name', name]]);
const anyone = smallServer({ schema, trusted });
const bound = smallServer({ schema, trusted, viewer: { trustedOnly: true } });

async function ask(server: typeof anyone, body: object, headers: Record<string, string> = {}) {
  const answer = await server.post(body, headers);
  return answer.body.errors ? answer.body.errors.map(({ extensions }) => extensions) : answer.body.data;
}
async function get(server: typeof anyone, query: Record<string, string>, headers: Record<string, string> = {}) {
  const url = `${address}?${new URLSearchParams(query)}`;
  const response = await server.fetch(url, { headers: { ...withKey, ...headers } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe.each([
  ['any document', anyone],
  ['trusted documents only', bound],
])('a key for %s', (_, server) => {
  it.each([
    ['by documentId', { documentId: `sha256:${idOf(name)}` }],
    ['by documentId without a prefix', { documentId: idOf(name) }],
    ['by an id of its maker', { documentId: 'by-name' }],
    ['by the hash of a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(name) } } }],
    ['with what is null left aside', { documentId: idOf(name), query: null, variables: null, operationName: null }],
  ])('runs a trusted one %s', async (_by, body) => {
    expect(await ask(server, body)).toEqual({ name: 'Tierwise' });
    expect(await ask(server, body)).toEqual({ name: 'Tierwise' });
  });

  it('runs one by GET', async () => {
    expect((await get(server, { documentId: `sha256:${idOf(name)}` })).body).toEqual({ data: { name: 'Tierwise' } });
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: idOf(find) } });
    const variables = JSON.stringify({ codes: ['a', 'b'] });
    expect((await get(server, { extensions, variables })).body).toEqual({ data: { find: 2 } });
  });

  it('names one of its operations, and no other', async () => {
    expect(await ask(server, { documentId: idOf(two), operationName: 'Two' })).toEqual({ maybe: 'maybe' });
    for (const operationName of [null, 'Three']) {
      expect(await ask(server, { documentId: idOf(two), operationName })).toEqual([{ code: 'OPERATION_NOT_FOUND' }]);
    }
  });

  it('changes something by POST only', async () => {
    const body = { documentId: idOf(rename), variables: { name: 'x' } };
    expect(await ask(server, body)).toEqual({ rename: { code: 'x' } });
    const { status, headers } = await get(server, { documentId: idOf(rename), variables: '{"name":"x"}' });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('has its variables coerced, measured and reckoned with', async () => {
    expect(await ask(server, { documentId: idOf(find), variables: { codes: [1] } })).toEqual([
      { code: 'BAD_USER_INPUT', path: ['codes', '0'] },
    ]);
    expect(await ask(server, { documentId: idOf(find), variables: { text: 'x'.repeat(10_001) } })).toEqual([
      { code: 'LIMIT_TEXT', limit: 10_000, actual: 10_001, path: ['text'] },
    ]);
    expect(await ask(server, { documentId: idOf(shops), variables: { first: 101 } })).toEqual([
      { code: 'LIMIT_PAGE_SIZE', limit: 100, actual: 101, path: ['first'] },
    ]);
    expect(await ask(server, { documentId: idOf(shops), variables: { first: 100 } })).toEqual([
      { code: 'LIMIT_COST', limit: 5_000, actual: 1 + 100 * (1 + 1 + 100) },
    ]);
    expect(await ask(server, { documentId: idOf(shops), variables: { first: 5 } })).toEqual({ shops: { nodes: [] } });
  });

  it.each([
    ['an unknown hash', { documentId: `sha256:${idOf('{ other }')}` }],
    ['a hash in capitals', { documentId: idOf(name).toUpperCase() }],
    ['a part of a hash', { documentId: idOf(name).slice(0, 40) }],
    ['a hash of another kind', { documentId: `md5:${idOf(name)}` }],
    ['nothing', { documentId: '' }],
    ['a name that objects have', { documentId: 'constructor' }],
    ['an unknown persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: idOf('{ other }') } } }],
  ])('learns that a document by %s is not known', async (_by, body) => {
    expect(await ask(server, body)).toEqual([{ code: 'DOCUMENT_UNKNOWN' }]);
    expect((await server.post(body, { accept: 'application/graphql-response+json' })).status).toBe(400);
  });

  it.each([
    ['an id and a text', { documentId: idOf(name), query: name }],
    ['an id that is no text', { documentId: 1 }],
    ['a hash that is no text', { extensions: { persistedQuery: { sha256Hash: 1 } } }],
    ['no hash', { extensions: { persistedQuery: null } }],
  ])('is not understood with %s', async (_with, body) => {
    const { status, body: answer } = await server.post(body);
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('a key for trusted documents only', () => {
  const refused = [{ code: 'DOCUMENT_NOT_TRUSTED' }];

  it.each([
    ['any text', '{ maybe }'],
    ['the text of a trusted document', name],
    ['introspection', getIntrospectionQuery()],
    ['no document at all', '{'],
    ['a text that is too long', `{ name }${' '.repeat(20_000)}`],
  ])('runs no document by its text: %s', async (_, query) => {
    expect(await ask(bound, { query })).toEqual(refused);
    expect((await get(bound, { query: query.slice(0, 2_000) })).body.errors[0].extensions.code).toBe(
      'DOCUMENT_NOT_TRUSTED',
    );
    const named = { query, extensions: { persistedQuery: { version: 1, sha256Hash: idOf(query) } } };
    expect(await ask(bound, named)).toEqual(refused);
  });

  it('is told so in either language, with the status of a refused request', async () => {
    const chinese = await bound.post({ query: '{ name }' }, { 'accept-language': 'zh' });
    expect(chinese.body.errors?.[0]?.message).toBe('此密钥只能执行可信文档：请用 documentId 代替 query。');
    const english = await bound.post({ query: '{ name }' }, { accept: 'application/graphql-response+json' });
    expect([english.status, english.body.errors?.[0]?.message]).toEqual([
      400,
      'This key runs trusted documents only: send documentId in place of query.',
    ]);
  });

  it('reaches no database for what is refused', async () => {
    const fresh = smallServer({ schema, trusted, viewer: { trustedOnly: true } });
    for (const body of [{ query: name }, { documentId: 'unknown' }]) await fresh.post(body);
    expect(fresh.contexts).toEqual({ made: 0, ended: 0 });
  });

  it('sends what a person types into GraphiQL in vain', async () => {
    const page = await bound.fetch(address, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await ask(bound, { query: 'query IntrospectionQuery { __schema { queryType { name } } }' })).toEqual(
      refused,
    );
  });
});

it('where no documents are trusted, none is known', async () => {
  expect(await ask(smallServer(), { documentId: idOf(name) })).toEqual([{ code: 'DOCUMENT_UNKNOWN' }]);
});
