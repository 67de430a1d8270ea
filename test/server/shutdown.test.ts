import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive, runNode, runNpm, sweep } from './running.ts';
import { jsonBody, smallSchema, smallServer, withKey } from './small-server.ts';

const program = 'small-main.ts';
afterEach(sweep);

const done = { status: 200, body: '{"data":{"slow":"done"}}' };

describe('a server that is told to stop', { timeout: 60_000 }, () => {
  it('ends what is under way, takes nothing new, and exits with 0', async () => {
    const server = await runNode(program);
    const underWay = server.ask('{ slow }');
    await server.until('slow');
    server.child.kill('SIGTERM');
    await wait(100);
    await expect(server.ask('{ name }')).rejects.toThrow('fetch failed');
    expect(await underWay).toEqual(done);
    expect(await server.exited).toBe(0);
    expect(server.lines.at(-1)).toEqual({ closed: true });
  });

  it('by a second signal ends at once, with 1', async () => {
    const server = await runNode(program, { SLOW_MS: '8000' });
    const underWay = server.ask('{ slow }').catch(() => 'cut');
    await server.until('slow');
    server.child.kill('SIGTERM');
    await wait(1_200);
    expect(isAlive(server.pid)).toBe(true);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(1);
    expect(await underWay).toBe('cut');
  });

  it('by a terminal that closes and by whatever started it ends once', async () => {
    const server = await runNode(program);
    const underWay = server.ask('{ slow }');
    await server.until('slow');
    server.child.kill('SIGHUP');
    await wait(100);
    server.child.kill('SIGTERM');
    expect(await underWay).toEqual(done);
    expect(await server.exited).toBe(0);
    expect(server.lines.filter((line) => 'closed' in line)).toHaveLength(1);
  });

  it('by a fault that nobody expected says so and exits with 1', async () => {
    const server = await runNode(program);
    await server.ask('{ maybe }');
    expect(await server.exited).toBe(1);
    expect(server.lines).toContainEqual(expect.objectContaining({ level: 'fatal', msg: 'unexpected fault, stopping' }));
    expect(server.lines.at(-1)).toEqual({ closed: true });
  });
});

describe('a server that npm started', { timeout: 60_000 }, () => {
  it('drains when the signal reaches npm alone', async () => {
    const server = await runNpm((node) => `${node} && true`, program);
    expect(server.pid).not.toBe(server.child.pid);
    const underWay = server.ask('{ slow }');
    await server.until('slow');
    server.child.kill('SIGTERM');
    expect(await underWay).toEqual(done);
    await server.gone;
    expect(server.lines).toContainEqual({ closed: true });
  });

  it('takes a Ctrl-C, which reaches it from the terminal and from npm, as one signal', async () => {
    const server = await runNpm((node) => node, program);
    const underWay = server.ask('{ slow }');
    await server.until('slow');
    process.kill(-(server.child.pid ?? 0), 'SIGINT');
    expect(await underWay).toEqual(done);
    await server.gone;
    expect(server.lines).toContainEqual({ closed: true });
  });
});

describe('draining', () => {
  it('cuts what is still under way at its end', async () => {
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const schema = smallSchema({
      slow: () => {
        begun();
        return new Promise(() => {});
      },
    });
    const server = smallServer({ schema, drainMs: 50 });
    const url = await server.start();
    const init = { method: 'POST', headers: { ...withKey, ...jsonBody }, body: '{"query":"{ slow }"}' };
    const cut = expect(fetch(url, init)).rejects.toThrow('fetch failed');
    await started;
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(1_000);
    await cut;
  });

  it('does not wait for connections that are merely kept', async () => {
    const server = smallServer();
    const url = await server.start();
    const init = { method: 'POST', headers: { ...withKey, ...jsonBody }, body: '{"query":"{ name }"}' };
    expect((await fetch(url, init)).status).toBe(200);
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
