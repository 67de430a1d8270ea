import { describe, expect, it } from 'vitest';
import { createHealth } from '../../api/server/health.ts';
import { smallServer } from './small-server.ts';

const get = async (server: ReturnType<typeof smallServer>, path: string, init: RequestInit = {}) => {
  const response = await server.fetch(`http://localhost${path}`, init);
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
};

describe('health', () => {
  it('is open to all, by GET and HEAD', async () => {
    const server = smallServer();
    const ok = { status: 200, body: '{"status":"ok"}', type: 'application/json; charset=utf-8' };
    expect(await get(server, '/health/live')).toEqual(ok);
    expect(await get(server, '/health/ready')).toEqual(ok);
    expect((await get(server, '/health/live', { method: 'HEAD' })).status).toBe(200);
    expect((await get(server, '/health/live', { method: 'POST' })).status).toBe(405);
  });

  it('tells that the database does not answer, and nothing about it', async () => {
    const server = smallServer({
      ready: async () => {
        throw new Error('connect ECONNREFUSED postgres://user:hunter2-CANARY@db');
      },
    });
    const unavailable = { status: 503, body: '{"status":"unavailable","reason":"DATABASE_NOT_ANSWERING"}' };
    expect(await get(server, '/health/ready')).toMatchObject(unavailable);
    expect((await get(server, '/health/live')).status).toBe(200);
    expect(server.rawLog()).not.toContain('CANARY');
  });

  it('tells that the server drains', async () => {
    const server = smallServer();
    await server.stop();
    expect(await get(server, '/health/ready')).toMatchObject({
      status: 503,
      body: '{"status":"unavailable","reason":"DRAINING"}',
    });
    expect((await get(server, '/health/live')).status).toBe(200);
  });
});

describe('readiness', () => {
  it('asks the database once at a time, however many ask, and again when it has answered', async () => {
    let asked = 0;
    let answer = () => {};
    const health = createHealth(() => {
      asked += 1;
      return new Promise<void>((resolve) => {
        answer = resolve;
      });
    }, 1_000);
    const all = Array.from({ length: 100 }, () => health.unready());
    answer();
    expect(new Set(await Promise.all(all))).toEqual(new Set([null]));
    expect(asked).toBe(1);
    const next = health.unready();
    answer();
    expect(await next).toBeNull();
    expect(asked).toBe(2);
  });

  it('waits no longer than its deadline, and asks no second time while the first is open', async () => {
    let asked = 0;
    const health = createHealth(() => {
      asked += 1;
      return new Promise(() => {});
    }, 20);
    expect(await health.unready()).toBe('DATABASE_NOT_ANSWERING');
    expect(await health.unready()).toBe('DATABASE_NOT_ANSWERING');
    expect(asked).toBe(1);
  });
});
