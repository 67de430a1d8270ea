import { describe, expect, it } from 'vitest';
import { DatabaseError } from '../../db/errors.ts';
import { address, jsonBody, smallServer, withKey } from './small-server.ts';

const unauthenticated = {
  errors: [
    {
      message: 'No valid key. Send the header "Authorization: Bearer <key>".',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
};

describe('without a key that is valid', () => {
  it.each<[string, RequestInit]>([
    ['a query', { headers: jsonBody, body: '{"query":"{ name }"}' }],
    ['no body', {}],
    ['no JSON', { headers: jsonBody, body: '{' }],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={name}' }],
    ['text', { headers: { 'content-type': 'text/plain' }, body: '{ name }' }],
    ['a list', { headers: jsonBody, body: '[{"query":"{ name }"}]' }],
    ['a body beyond the limit', { headers: jsonBody, body: 'x'.repeat(1_100_000) }],
    [
      'an Accept header that wants no JSON',
      { headers: { ...jsonBody, accept: 'image/png' }, body: '{"query":"{ name }"}' },
    ],
    [
      'an Accept header that wants a page',
      { headers: { ...jsonBody, accept: 'text/html' }, body: '{"query":"{ name }"}' },
    ],
    ['an empty key', { headers: { ...jsonBody, authorization: 'Bearer ' }, body: '{"query":"{ name }"}' }],
    ['another scheme', { headers: { ...jsonBody, authorization: 'Basic good-key' }, body: '{"query":"{ name }"}' }],
    ['a wrong key', { headers: { ...jsonBody, authorization: 'Bearer wrong' }, body: '{"query":"{ name }"}' }],
    ['two keys', { headers: { ...jsonBody, authorization: 'Bearer good-key, Bearer good-key' }, body: '{}' }],
    ['a key without end', { headers: { ...jsonBody, authorization: `Bearer ${'k'.repeat(9_000)}` }, body: '{}' }],
  ])('a POST with %s answers 401 in JSON', async (_, init) => {
    const server = smallServer();
    const response = await server.fetch(address, { method: 'POST', ...init });

    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="tierwise"');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toEqual(unauthenticated);
    expect(server.contexts.made).toBe(0);
  });

  it('a GET answers 401, also with the key in the address', async () => {
    const server = smallServer();
    for (const query of [
      '',
      '?query={name}',
      '?query={name}&authorization=good-key&key=good-key&access_token=good-key',
    ]) {
      const response = await server.fetch(`${address}${query}`);
      expect([response.status, await response.json()]).toEqual([401, unauthenticated]);
    }
    expect(server.keysAsked).toEqual([]);
  });

  it('the refusal is in the language of the request', async () => {
    const init = { method: 'POST', headers: { 'accept-language': 'zh-Hans-CN' } };
    const body = await (await smallServer().fetch(address, init)).json();
    expect(body.errors[0].message).toBe('缺少有效密钥。请发送请求头 "Authorization: Bearer <key>"。');
  });
});

describe('with a key', () => {
  it('the scheme may be written in any case, and spaces may be many', async () => {
    const server = smallServer();
    const init = {
      method: 'POST',
      headers: { ...jsonBody, authorization: 'bearer   good-key' },
      body: '{"query":"{ name }"}',
    };
    expect((await server.fetch(address, init)).status).toBe(200);
    expect(server.keysAsked).toEqual(['good-key']);
  });

  it('a database that does not answer is told as such, not as a wrong key', async () => {
    const server = smallServer({
      authenticate: async () => {
        throw new DatabaseError('UNAVAILABLE');
      },
    });
    const { status, body } = await server.post({ query: '{ name }' });
    expect([status, body]).toEqual([
      503,
      {
        errors: [
          {
            message: 'The database cannot be reached. Try again shortly.',
            extensions: { code: 'DATABASE_UNAVAILABLE', retryable: true },
          },
        ],
      },
    ]);
  });

  it('its organization’s language is spoken where the request names none', async () => {
    const server = smallServer({ viewer: { defaultLocale: 'zhHans' } });
    const message = async (headers: Record<string, string>) =>
      (await server.post({ query: 'query A { name } query B { name }' }, headers)).body.errors?.[0]?.message;
    expect(await message({})).toMatch(/^无法确定/);
    expect(await message({ 'accept-language': 'fr, *' })).toMatch(/^无法确定/);
    expect(await message({ 'accept-language': 'en-GB' })).toMatch(/^Which operation/);
  });

  it('who calls is told to the context, with language and request id', async () => {
    const seen: unknown[] = [];
    const server = smallServer({
      createContext: (viewer, { locale, requestId, signal }) => {
        seen.push({ keyId: viewer.keyId, locale, requestId, aborted: signal.aborted });
        return { viewer } as never;
      },
    });
    await server.post({ query: '{ name }' }, { 'accept-language': 'zh', 'x-request-id': 'request-7' });
    expect(seen).toEqual([{ keyId: 'key-1', locale: 'zhHans', requestId: 'request-7', aborted: false }]);
    expect(withKey.authorization).toContain('good-key');
  });
});
