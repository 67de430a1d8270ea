import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { jsonBody, smallSchema, smallServer, withKey } from './small-server.ts';

const program = `--import ${import.meta.resolve('tsx')} ${fileURLToPath(new URL('small-main.ts', import.meta.url))}`;
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const step of cleanUp.splice(0)) step();
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** The server's own process, below npm and its shell. */
  readonly pid: number;
  readonly lines: Record<string, unknown>[];
  readonly exited: Promise<number | null>;
  /** When neither npm, its shell nor the server holds the output any longer. */
  readonly gone: Promise<unknown>;
  ask(query: string): Promise<{ status: number; body: string }>;
  until(field: string): Promise<void>;
}

async function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Running> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const child = spawn(command, args, { env: { ...inherited, SLOW_MS: '700', ...env }, detached: true });
  const lines: Record<string, unknown>[] = [];
  let rest = '';
  child.stdout.on('data', (bytes) => {
    const texts = (rest + bytes).split('\n');
    rest = texts.pop() ?? '';
    lines.push(...texts.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text)));
  });
  const until = async (field: string) => {
    for (let tries = 0; !lines.some((line) => field in line); tries += 1) {
      if (tries > 1_000) throw new Error(`no ${field} after ten seconds`);
      await wait(10);
    }
  };
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const gone = new Promise((resolve) => child.once('close', resolve));
  cleanUp.push(() => child.kill('SIGKILL'));
  await until('url');
  const { url, pid } = lines.find((line) => 'url' in line) as { url: string; pid: number };
  cleanUp.push(() => isAlive(pid) && process.kill(pid, 'SIGKILL'));
  const ask = async (query: string) => {
    const init = { method: 'POST', headers: { ...withKey, ...jsonBody }, body: JSON.stringify({ query }) };
    const response = await fetch(url, init);
    return { status: response.status, body: await response.text() };
  };
  return { child, url, pid, lines, exited, gone, ask, until };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const runNode = (env?: Record<string, string>) => run('node', program.split(' '), env);

function runNpm(script: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-npm-'));
  cleanUp.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'small', type: 'module', scripts: { start: script } }),
  );
  return run('npm', ['start', '--prefix', folder, '--no-update-notifier']);
}

const done = { status: 200, body: '{"data":{"slow":"done"}}' };

describe('a server that is told to stop', { timeout: 30_000 }, () => {
  it('ends what is under way, takes nothing new, and exits with 0', async () => {
    const server = await runNode();
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
    const server = await runNode({ SLOW_MS: '8000' });
    const underWay = server.ask('{ slow }').catch(() => 'cut');
    await server.until('slow');
    server.child.kill('SIGTERM');
    await wait(1_200);
    expect(isAlive(server.pid)).toBe(true);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(1);
    expect(await underWay).toBe('cut');
  });

  it('by a fault that nobody expected says so and exits with 1', async () => {
    const server = await runNode();
    await server.ask('{ maybe }');
    expect(await server.exited).toBe(1);
    expect(server.lines).toContainEqual(expect.objectContaining({ level: 'fatal', msg: 'unexpected fault, stopping' }));
    expect(server.lines.at(-1)).toEqual({ closed: true });
  });
});

describe('a server that npm started', { timeout: 30_000 }, () => {
  it('drains when the signal reaches npm alone', async () => {
    const server = await runNpm(`node ${program} && true`);
    expect(server.pid).not.toBe(server.child.pid);
    const underWay = server.ask('{ slow }');
    await server.until('slow');
    server.child.kill('SIGTERM');
    expect(await underWay).toEqual(done);
    await server.gone;
    expect(server.lines).toContainEqual({ closed: true });
  });

  it('takes a Ctrl-C, which reaches it from the terminal and from npm, as one signal', async () => {
    const server = await runNpm(`node ${program}`);
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
