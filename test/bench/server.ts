import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ServerProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What answers 200 once the server is ready: a path, and what is posted to it where that is wanted. */
  readonly ready: { readonly path: string; readonly body?: string };
}

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first 200. */
  readonly readyAfterMs: number;
  /** Of the process and those that it started. */
  residentBytes(): number;
  /** Time of the processors that they have used since they began; null where the system does not tell. */
  processorMs(): number | null;
  stop(): Promise<void>;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));
const startDeadlineMs = 120_000;
const askAgainMs = 10;

/** Starts a server on a free port of loopback, and waits until it is ready. */
export async function startServer({ program, args, env, ready }: ServerProgram): Promise<RunningServer> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaint = collected(child);
  const url = `http://127.0.0.1:${port}`;
  const end = endWith(child);
  try {
    await untilReady(child, url + ready.path, ready.body);
  } catch (error) {
    await end();
    throw new Error(`${args.at(-1)} did not come up: ${complaint()}`, { cause: error });
  }
  const readyAfterMs = performance.now() - begun;
  const pid = child.pid ?? 0;
  return {
    ...{ url, pid, readyAfterMs },
    residentBytes: () => residentBytes(pid),
    processorMs: () => processorMs(pid),
    stop: end,
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port on loopback.');
  return address.port;
}

function collected(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text = (text + chunk).slice(-4000);
  });
  return () => text;
}

async function untilReady(child: ChildProcess, url: string, body: string | undefined): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const request = body === undefined ? {} : { method: 'POST', headers, body };
  const deadline = performance.now() + startDeadlineMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    const answer = await fetch(url, request).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(askAgainMs);
  }
  throw new Error('It was not ready in time.');
}

/** Nothing that was started outlives this process. */
function endWith(child: ChildProcess): () => Promise<void> {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
}

/** A process and all that it started, with what each holds in memory. */
function familyOf(pid: number): { readonly pid: number; readonly bytes: number }[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  for (const [own = 0, parent = 0] of rows) if (family.has(parent)) family.add(own);
  return rows.flatMap(([own = 0, , kibibytes = 0]) => (family.has(own) ? [{ pid: own, bytes: kibibytes * 1024 }] : []));
}

const residentBytes = (pid: number): number => familyOf(pid).reduce((sum, { bytes }) => sum + bytes, 0);

const clockTickMs = 10;

/** Read where Linux tells it to the hundredth of a second; other systems tell less. */
function processorMs(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const ticks = familyOf(pid).map((member) => {
    const [user, system] = readFileSync(`/proc/${member.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11) ?? [];
    return Number(user) + Number(system);
  });
  return clockTickMs * ticks.reduce((sum, each) => sum + each, 0);
}
