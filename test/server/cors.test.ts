import { describe, expect, it } from 'vitest';
import { address, jsonBody, smallServer, withKey } from './small-server.ts';

const good = 'https://good.example';
const configuration = { corsOrigins: [good, 'http://localhost:3000'] };

async function allowed(server: ReturnType<typeof smallServer>, origin: string, method = 'POST') {
  const init =
    method === 'POST'
      ? { headers: { ...withKey, ...jsonBody, origin }, body: '{"query":"{ name }"}' }
      : { headers: { origin } };
  const { headers, status } = await server.fetch(address, { method, ...init });
  const named = [...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary');
  return { status, ...Object.fromEntries(named) };
}

describe('with origins listed', () => {
  const server = smallServer({ configuration });

  it.each([[good], ['http://localhost:3000']])('a page of %s may read answers', async (origin) => {
    expect(await allowed(server, origin)).toEqual({
      status: 200,
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'x-request-id',
    });
  });

  it('a page of a listed origin may send a key', async () => {
    expect(await allowed(server, good, 'OPTIONS')).toEqual({
      status: 204,
      vary: 'Origin',
      'access-control-allow-origin': good,
      'access-control-expose-headers': 'x-request-id',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, accept-language, x-request-id',
      'access-control-max-age': '600',
    });
  });

  it.each([
    ['https://evil.example'],
    ['null'],
    ['https://good.example.evil'],
    ['https://good.example:8443'],
    ['http://good.example'],
    ['HTTPS://GOOD.EXAMPLE'],
    ['*'],
  ])('a page of %s may not', async (origin) => {
    expect(await allowed(server, origin)).toEqual({ status: 200, vary: 'Origin' });
    expect(await allowed(server, origin, 'OPTIONS')).toEqual({ status: 204, vary: 'Origin' });
  });

  it('a refusal can be read by a page too', async () => {
    const response = await server.fetch(address, { method: 'POST', headers: { origin: good } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, good]);
  });
});

it('with no origin listed, no page may read anything', async () => {
  const server = smallServer();
  expect(await allowed(server, good)).toEqual({ status: 200 });
  expect(await allowed(server, good, 'OPTIONS')).toEqual({ status: 204 });
});
