import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { built } from '../kit/built.ts';
import { jsonBody, withKey } from './small-server.ts';

export interface Begun {
  readonly child: ChildProcess;
  /** The JSON lines on standard output so far. */
  readonly lines: Record<string, unknown>[];
  /** What stands on standard output and on standard error so far. */
  readonly output: () => string;
  readonly complaint: () => string;
  readonly exited: Promise<number | null>;
  /** When neither npm, its shell nor the program holds the output any longer. */
  readonly gone: Promise<unknown>;
  /** Waits for so many lines with this field. */
  until(field: string, count?: number): Promise<void>;
  /** Waits for words on standard output, and gives them. */
  says(words: RegExp): Promise<RegExpExecArray>;
}

export interface Running extends Begun {
  readonly url: string;
  /** The program's own process, below npm and its shell. */
  readonly pid: number;
  ask(query: string): Promise<{ status: number; body: string }>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const steps: (() => void)[] = [];

/** Ends what was begun and removes what was made for it. */
export function sweep(): void {
  for (const step of steps.splice(0)) step();
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What `npm start` runs, built as it builds it. */
export function beginBuilt(env: Record<string, string>): Begun {
  execFileSync('npm', ['run', '--silent', 'prestart'], { cwd: root });
  return begin(process.execPath, [join(root, '.build/main.js')], env);
}

/** A program of this folder as a process of its own. */
export const beginNode = async (program: string, env?: Record<string, string>): Promise<Begun> =>
  begin(process.execPath, [await built(join('test/server', program))], env);

/** The same, once it tells its address. */
export const runNode = async (program: string, env?: Record<string, string>): Promise<Running> =>
  serving(await beginNode(program, env));

/** The same, begun by `npm start` with a script around the command, compiled as it starts. */
export function runNpm(script: (node: string) => string, program: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-npm-'));
  steps.push(() => rmSync(folder, { recursive: true }));
  const start = script(`node ${argumentsOf(program).join(' ')}`);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'small', type: 'module', scripts: { start } }));
  return serving(begin('npm', ['start', '--prefix', folder, '--no-update-notifier']));
}

const pathOf = (program: string): string => fileURLToPath(new URL(program, import.meta.url));

const argumentsOf = (program: string): string[] => ['--import', import.meta.resolve('tsx'), pathOf(program)];

function begin(command: string, args: readonly string[], env: Record<string, string> = {}): Begun {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const child = spawn(command, args, { env: { ...inherited, SLOW_MS: '700', ...env }, detached: true });
  const lines: Record<string, unknown>[] = [];
  let output = '';
  let complaint = '';
  let rest = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
    const texts = (rest + bytes).split('\n');
    rest = texts.pop() ?? '';
    lines.push(...texts.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text)));
  });
  child.stderr.on('data', (bytes) => {
    complaint += bytes;
  });
  const until = async (field: string, count = 1) => {
    for (let tries = 0; lines.filter((line) => field in line).length < count; tries += 1) {
      if (tries > 3_000) throw new Error(`no ${field} after thirty seconds`);
      await wait(10);
    }
  };
  const says = async (words: RegExp) => {
    for (let tries = 0; tries < 3_000; tries += 1) {
      const found = words.exec(output);
      if (found) return found;
      await wait(10);
    }
    throw new Error(`no ${words} after thirty seconds: ${complaint}`);
  };
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const gone = new Promise((resolve) => child.once('close', resolve));
  steps.push(() => child.kill('SIGKILL'));
  return { child, lines, output: () => output, complaint: () => complaint, exited, gone, until, says };
}

async function serving(begun: Begun): Promise<Running> {
  await begun.until('url');
  const { url, pid } = begun.lines.find((line) => 'url' in line) as { url: string; pid: number };
  steps.push(() => isAlive(pid) && process.kill(pid, 'SIGKILL'));
  const ask = async (query: string) => {
    const init = { method: 'POST', headers: { ...withKey, ...jsonBody }, body: JSON.stringify({ query }) };
    const response = await fetch(url, init);
    return { status: response.status, body: await response.text() };
  };
  return { ...begun, url, pid, ask };
}
