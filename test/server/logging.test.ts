import { describe, expect, it } from 'vitest';
import { createLog } from '../../api/server/logging.ts';
import { address, jsonBody, smallServer, withKey } from './small-server.ts';

describe('the log', () => {
  it('has one line per request, which tells who did what and how it went', async () => {
    const server = smallServer();
    await server.post({ query: 'query Names { name }' }, { 'x-request-id': 'request-7' });
    const [line, ...others] = server.lines();
    expect(others).toEqual([]);
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      requestId: 'request-7',
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      operation: 'Names',
      keyId: 'key-1',
      organizationId: 'organization-1',
      msg: 'request',
    });
  });

  it('has the codes of what was refused', async () => {
    const server = smallServer();
    await server.post({ query: '{ shops(first: 500) { totalCount } }' });
    await server.fetch(address, { method: 'POST' });
    expect(server.lines().map(({ status, codes, keyId }) => ({ status, codes, keyId }))).toEqual([
      { status: 200, codes: ['LIMIT_PAGE_SIZE'], keyId: 'key-1' },
      { status: 401, codes: ['UNAUTHENTICATED'], keyId: undefined },
    ]);
  });

  it('never holds a key, variables, or the query string', async () => {
    const server = smallServer();
    const secret = 'hunter2-CANARY';
    await server.post({ query: 'query ($n: String!) { shop(code: $n) { code } }', variables: { n: secret } });
    await server.fetch(`${address}?query={name}&key=${secret}`, { headers: { authorization: `Bearer ${secret}` } });
    await server.fetch(address, { method: 'POST', headers: { ...withKey, ...jsonBody, cookie: secret }, body: secret });
    expect(server.rawLog()).not.toMatch(/hunter2|good-key/);
    expect(server.lines()).toHaveLength(3);
  });

  it('cannot be forged by what a request holds', async () => {
    const server = smallServer();
    const forged = '\n{"level":"fatal"}\u001b[2J\r\u009b';
    await server.post(
      { query: `query A { name } # ${forged}`, operationName: `A${forged}` },
      { 'accept-language': 'en' },
    );
    await server.fetch(`http://localhost/${encodeURIComponent(forged)}${'x'.repeat(5_000)}`);
    await server.post({ query: `query ${'L'.repeat(500)} { name }` }, { 'x-request-id': 'a"b' });
    const raw = server.rawLog();
    expect(raw.split('\n')).toHaveLength(4);
    expect(raw.replaceAll('\n', '')).toMatch(/^[\x20-\x7e]*$/);
    const [, route, long] = server.lines();
    expect(route?.path).toHaveLength(200);
    expect(long?.operation).toBe('L'.repeat(100));
  });

  it('keeps to its level', async () => {
    const written: string[] = [];
    for (const level of ['warn', 'silent'] as const) {
      const server = smallServer({ log: createLog(level, { write: (line) => void written.push(line) }) });
      await server.post({ query: '{ name }' });
    }
    expect(written).toEqual([]);
  });

  it('censors what is called a key wherever it stands', () => {
    const written: string[] = [];
    const log = createLog('info', { write: (line) => void written.push(line) });
    const secret = 'hunter2-CANARY';
    log.info({
      authorization: secret,
      headers: { authorization: secret },
      request: { headers: { authorization: secret } },
    });
    log.info({ key: secret, configuration: { databaseUrl: secret, password: secret } });
    expect(written.join('')).not.toContain('CANARY');
    expect(JSON.parse(written[0] ?? '').headers).toEqual({ authorization: '[redacted]' });
  });
});
