import { describe, expect, it } from 'vitest';
import { address, jsonBody, smallSchema, smallServer, withKey } from './small-server.ts';

const renamed: unknown[] = [];
const server = smallServer({
  schema: smallSchema({
    rename: ({ name }) => {
      renamed.push(name);
      return { code: name };
    },
  }),
});

async function send(init: RequestInit & { query?: string }) {
  const { query = '', ...rest } = init;
  const response = await server.fetch(`${address}${query}`, { ...rest, headers: { ...withKey, ...rest.headers } });
  const body = await response.json();
  return { status: response.status, code: body.errors?.[0]?.extensions.code, headers: response.headers, body };
}
const post = (body: string, headers: Record<string, string> = jsonBody) => send({ method: 'POST', headers, body });

describe('a body', () => {
  const mutation = 'mutation { rename(name: "x") { code } }';

  it.each([
    ['a form', 'application/x-www-form-urlencoded', `query=${encodeURIComponent(mutation)}`],
    [
      'parts',
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: mutation })}\r\n--x--`,
    ],
    ['plain text', 'text/plain', JSON.stringify({ query: mutation })],
    ['a GraphQL document', 'application/graphql', mutation],
    ['JSON in another alphabet', 'application/json; charset=utf-16', JSON.stringify({ query: mutation })],
    ['JSON by another name', 'application/json+x', JSON.stringify({ query: mutation })],
    ['nothing named', '', JSON.stringify({ query: mutation })],
  ])('of %s is not read', async (_, type, body) => {
    const found = await post(body, type === '' ? {} : { 'content-type': type });
    expect([found.status, found.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(renamed).toEqual([]);
  });

  it('of JSON is read', async () => {
    expect((await post(JSON.stringify({ query: mutation }))).body).toEqual({ data: { rename: { code: 'x' } } });
    expect(renamed.splice(0)).toEqual(['x']);
  });

  it('that is compressed is not read', async () => {
    const found = await post('{"query":"{ name }"}', { ...jsonBody, 'content-encoding': 'gzip' });
    expect([found.status, found.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each([['application/json'], ['application/json; charset=utf-8'], ['Application/JSON;charset="UTF-8"']])(
    'of %s is read',
    async (type) => {
      expect((await post('{"query":"{ name }"}', { 'content-type': type })).body).toEqual({
        data: { name: 'Tierwise' },
      });
    },
  );

  it.each([
    ['nothing', ''],
    ['no JSON', '{"query":'],
    ['null', 'null'],
    ['a text', '"{ name }"'],
    ['a number', '1'],
    ['no query', '{"variables":{}}'],
    ['a query that is no text', '{"query":1}'],
    ['variables that are no object', '{"query":"{ name }","variables":[]}'],
    ['a name that is no text', '{"query":"{ name }","operationName":1}'],
    ['a parameter of its own', '{"query":"{ name }","doc_id":1}'],
    ['a parameter named like a method', '{"query":"{ name }","toString":"x"}'],
    ['a prototype', '{"query":"{ name }","__proto__":{"x":1}}'],
  ])('with %s is refused', async (_, body) => {
    const found = await post(body);
    expect([found.status, found.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['[]'],
    ['[{"query":"{ name }"}]'],
    ['[{"query":"{ name }"},{"query":"{ name }"}]'],
    ['[[{"query":"{ name }"}]]'],
  ])('that is a batch is refused: %s', async (body) => {
    const found = await post(body);
    expect([found.status, found.code]).toEqual([400, 'BATCHING_NOT_SUPPORTED']);
  });

  it('may be as long as the limit, not longer', async () => {
    const padded = (length: number) => `{"query":"{ name }"${' '.repeat(length - 20)}}`;
    expect((await post(padded(1_000_000))).status).toBe(200);
    const found = await post(padded(1_000_001));
    expect([found.status, found.body]).toEqual([
      413,
      {
        errors: [
          { message: 'The body is longer than 1000000 bytes.', extensions: { code: 'LIMIT_BODY', limit: 1_000_000 } },
        ],
      },
    ]);
    expect(found.headers.get('connection')).toBe('close');
  });

  it('without a length is read no further than the limit', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const init = { method: 'POST', headers: jsonBody, body: endless, duplex: 'half' } as RequestInit;
    const found = await send(init);
    expect([found.status, found.code]).toEqual([413, 'LIMIT_BODY']);
    expect(given).toBeLessThanOrEqual(1_300_000);
  });
});

it('leaves the headers that it is given as they are', async () => {
  const headers = { ...withKey, ...jsonBody };
  await server.fetch(address, { method: 'POST', headers, body: '{"query":"{ name }"}' });
  expect(headers).toEqual({ authorization: 'Bearer good-key', 'content-type': 'application/json' });
});

describe('a GET', () => {
  it('runs a query', async () => {
    const query = `?query=${encodeURIComponent('query Q($c: [String!]) { find(codes: $c) }')}&variables=${encodeURIComponent('{"c":["a"]}')}&operationName=Q`;
    expect((await send({ query })).body).toEqual({ data: { find: 1 } });
  });

  it('never runs a mutation, however its document is written', async () => {
    for (const text of [
      'mutation { rename(name: "x") { code } }',
      'query A { name } mutation B { rename(name: "x") { code } }',
    ]) {
      const found = await send({
        query: `?operationName=${text.includes('B') ? 'B' : ''}&query=${encodeURIComponent(text)}`,
      });
      expect([found.status, found.code, found.headers.get('allow')]).toEqual([405, 'MUTATION_BY_GET', 'POST']);
    }
    expect(renamed).toEqual([]);
  });

  it.each([
    ['no query', ''],
    ['two queries', '?query={name}&query={name}'],
    ['variables that are no JSON', '?query={name}&variables={'],
    ['a parameter of its own', '?query={name}&key=x'],
  ])('with %s is refused', async (_, query) => {
    const found = await send({ query });
    expect([found.status, found.code]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('an operation', () => {
  it.each([
    ['of several, none named', { query: 'query A { name } query B { name }' }],
    ['of several, an unknown one named', { query: 'query A { name } query B { name }', operationName: 'C' }],
    ['unknown', { query: 'query A { name }', operationName: 'constructor' }],
    ['among fragments alone', { query: 'fragment F on Query { name }' }],
  ])('%s is not found', async (_, body) => {
    const found = await post(JSON.stringify(body));
    expect([found.status, found.code]).toEqual([200, 'OPERATION_NOT_FOUND']);
  });

  it('that subscribes is not supported', async () => {
    const found = await post('{"query":"subscription { name }"}');
    expect([found.status, found.code]).toEqual([200, 'OPERATION_NOT_SUPPORTED']);
  });
});

describe('an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0.5, application/json', 'application/json'],
    ['text/event-stream, */*;q=0.1', 'application/json'],
    ['application/json;q=0, */*', 'application/graphql-response+json'],
  ])('to Accept %s comes in %s', async (accept, type) => {
    const found = await post('{"query":"{ name }"}', { ...jsonBody, ...(accept && { accept }) });
    expect([found.status, found.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
  });

  it.each([
    ['text/event-stream'],
    ['multipart/mixed'],
    ['text/html'],
    ['application/json;charset=utf-16'],
    ['application/json;q=0'],
  ])('to Accept %s is refused, in JSON', async (accept) => {
    const found = await post('{"query":"{ name }"}', { ...jsonBody, accept });
    expect([found.status, found.code, found.headers.get('content-type')]).toEqual([
      406,
      'NOT_ACCEPTABLE',
      'application/json; charset=utf-8',
    ]);
  });

  it('to a refused request has the status that its media type asks for', async () => {
    const status = async (accept: string) => (await post('{"query":"{ wrong }"}', { ...jsonBody, accept })).status;
    expect(await status('application/json')).toBe(200);
    expect(await status('application/graphql-response+json')).toBe(400);
  });
});

describe('an address or method that is not served', () => {
  it.each([
    ['/'],
    ['/graphql/'],
    ['/graphql/x'],
    ['/health'],
    ['/x/health'],
    ['/GRAPHQL'],
    ['/graphql%2f'],
    ['/health/live/'],
  ])('%s is not found', async (path) => {
    const response = await server.fetch(`http://localhost${path}`, { headers: withKey });
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it.each([['PUT'], ['DELETE'], ['PATCH'], ['PROPFIND']])('%s is not allowed', async (method) => {
    const found = await send({ method });
    expect([found.status, found.code, found.headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, POST']);
  });
});

describe('the request id', () => {
  it.each([
    ['request-7', 'request-7'],
    ['a b', null],
    ['a"b', null],
    ['x'.repeat(65), null],
    ['<script>', null],
  ])('%s is kept only where it is safe', async (given, kept) => {
    const { headers } = await send({
      method: 'POST',
      headers: { ...jsonBody, 'x-request-id': given },
      body: '{"query":"{ name }"}',
    });
    if (kept === null) expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    else expect(headers.get('x-request-id')).toBe(kept);
  });
});
