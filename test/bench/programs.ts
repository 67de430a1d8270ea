import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type NodeEdition = 20 | 24;

const root = fileURLToPath(new URL('../..', import.meta.url));
export const contestantsFolder = fileURLToPath(new URL('contestants', import.meta.url));

/** Installs what the lock of the contestants' folder names. The Node that does so need not be the one that they run on. */
export function installContestants(): void {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, { cwd: contestantsFolder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Builds Tierwise as `npm start` does before it runs it. */
export function buildTierwise(): void {
  execFileSync('npm', ['run', '--silent', 'prestart'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The program that npm brings for this platform, else the one that runs this. */
function found(edition: NodeEdition): string | undefined {
  const brought = `${contestantsFolder}/node_modules/node-${edition}-${process.platform}-${process.arch}/bin/node`;
  if (existsSync(brought)) return brought;
  return process.versions.node.startsWith(`${edition}.`) ? process.execPath : undefined;
}

export function nodeProgram(edition: NodeEdition): string {
  const program = found(edition);
  if (program) return program;
  throw new Error(`npm brings no Node ${edition} for this platform: start the benchmarks with a Node ${edition}.`);
}

/** What Tierwise is measured on: the Node of all the others, and the oldest that it supports where there is one. */
export const editions = (): NodeEdition[] => (found(20) ? [24, 20] : [24]);

export const versionOf = (program: string): string => execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
