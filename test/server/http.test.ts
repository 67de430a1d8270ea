import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jsonBody, smallServer, withKey } from './small-server.ts';

const server = smallServer();
let url: string;
let port: number;
beforeAll(async () => {
  url = await server.start();
  port = Number(new URL(url).port);
});
afterAll(() => server.stop());

/** Sends bytes as they are and answers all that comes back until the connection is closed. */
function raw(...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`;
const auth = `authorization: ${withKey.authorization}`;
const summary = (answer: string) => ({
  status: Number(answer.split(' ')[1]),
  code: /"code":"([A-Z_]+)"/.exec(answer)?.[1],
  json: /^content-type: application\/json; charset=utf-8\r$/im.test(answer),
  nosniff: /^x-content-type-options: nosniff\r$/im.test(answer),
  poweredBy: /^x-powered-by:/im.test(answer),
});
const refused = (status: number, code: string) => ({ status, code, json: true, nosniff: true, poweredBy: false });

describe('over a socket', () => {
  it('an operation is answered, and the connection kept', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...withKey, ...jsonBody },
      body: '{"query":"{ name }"}',
    });
    expect([response.status, await response.json()]).toEqual([200, { data: { name: 'Tierwise' } }]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('keep-alive')).toBe('timeout=5');
  });

  it('a body announced as too long is refused before it is sent', async () => {
    const answer = await raw(
      head('POST /graphql HTTP/1.1', 'host: x', auth, 'content-type: application/json', 'content-length: 1100000'),
    );
    expect(summary(answer)).toEqual(refused(413, 'LIMIT_BODY'));
  });

  it('a client that asks first is not told to go on', async () => {
    const lines = ['POST /graphql HTTP/1.1', 'host: x', auth, 'content-type: application/json', 'expect: 100-continue'];
    const tooLong = await raw(head(...lines, 'content-length: 1100000'));
    expect(summary(tooLong)).toEqual(refused(413, 'LIMIT_BODY'));
    const fits = await raw(head(...lines, 'content-length: 20', 'connection: close'), '{"query":"{ name }"}');
    expect(fits).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  });

  it('a body in chunks is read no further than the limit, and the connection closed', async () => {
    const chunk = Buffer.concat([Buffer.from('186a0\r\n'), Buffer.alloc(100_000, 32), Buffer.from('\r\n')]);
    const lines = [
      'POST /graphql HTTP/1.1',
      'host: x',
      auth,
      'content-type: application/json',
      'transfer-encoding: chunked',
    ];
    const answer = await raw(head(...lines), ...Array.from({ length: 11 }, () => chunk));
    expect(summary(answer)).toEqual(refused(413, 'LIMIT_BODY'));
  });

  it('a body longer than it was announced to be ends the connection', async () => {
    const lines = ['POST /graphql HTTP/1.1', 'host: x', auth, 'content-type: application/json', 'content-length: 20'];
    const answer = await raw(head(...lines), '{"query":"{ name }"}garbage\r\n\r\n');
    expect(summary(answer)).toEqual(refused(400, 'REQUEST_UNREADABLE'));
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'REQUEST_UNREADABLE'],
    ['a broken address', head('GET /graphql?\u0000 HTTP/1.1', 'host: x'), 400, 'REQUEST_UNREADABLE'],
    [
      'a header with a line break',
      head('GET /graphql HTTP/1.1', 'host: x', 'x-request-id: a\nb'),
      400,
      'REQUEST_UNREADABLE',
    ],
    [
      'two lengths',
      head('POST /graphql HTTP/1.1', 'host: x', 'content-length: 1', 'content-length: 2'),
      400,
      'REQUEST_UNREADABLE',
    ],
    [
      'length and chunks',
      head('POST /graphql HTTP/1.1', 'host: x', 'content-length: 1', 'transfer-encoding: chunked'),
      400,
      'REQUEST_UNREADABLE',
    ],
    ['too many headers', head('GET /graphql HTTP/1.1', 'host: x', `x: ${'y'.repeat(17_000)}`), 431, 'LIMIT_HEADERS'],
    ['no host', head('GET /graphql HTTP/1.1', 'connection: close'), 401, 'UNAUTHENTICATED'],
    [
      'a host that cannot be',
      head('GET /graphql HTTP/1.1', 'host: a b<>^', 'connection: close'),
      401,
      'UNAUTHENTICATED',
    ],
    [
      'an address with a host',
      head('GET http://evil.example/graphql HTTP/1.1', 'host: x', 'connection: close'),
      404,
      'ROUTE_NOT_FOUND',
    ],
    ['no address', head('OPTIONS * HTTP/1.1', 'host: x', 'connection: close'), 204, undefined],
    ['the method TRACE', head('TRACE /graphql HTTP/1.1', 'host: x', 'connection: close'), 405, 'METHOD_NOT_ALLOWED'],
    [
      'an unknown expectation',
      head('GET /graphql HTTP/1.1', 'host: x', 'expect: magic', 'connection: close'),
      401,
      'UNAUTHENTICATED',
    ],
  ])('%s is answered in the form of every refusal', async (_, request, status, code) => {
    const found = summary(await raw(request));
    expect(found).toEqual(code ? refused(status, code) : { ...found, status, nosniff: true, poweredBy: false });
  });

  it('a client that goes away leaves nothing behind, and is no fault of ours', async () => {
    const lines = ['POST /graphql HTTP/1.1', 'host: x', auth, 'content-type: application/json', 'content-length: 9999'];
    const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => {}).write(`${head(...lines)}{"query":"{ name }"}`);
    await wait(100);
    for (const socket of sockets) socket.resetAndDestroy();

    const brokenOff = () => server.lines().filter(({ codes }) => String(codes) === 'REQUEST_UNREADABLE');
    await vi.waitFor(() => expect(brokenOff()).toHaveLength(20));
    expect(server.lines().filter(({ level }) => level !== 'info')).toEqual([]);
    expect(server.contexts.made).toBe(server.contexts.ended);
  });
});
