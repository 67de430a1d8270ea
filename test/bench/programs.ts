import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type NodeEdition = 20 | 24;

export const contestantsFolder = fileURLToPath(new URL('contestants', import.meta.url));

/** Installs what the lock of the contestants' folder names. The Node that does so need not be the one that they run on. */
export function installContestants(): void {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, { cwd: contestantsFolder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The program of an edition of Node: the one that npm brings for this platform, else the one that runs this. */
export function nodeProgram(edition: NodeEdition): string {
  const brought = `${contestantsFolder}/node_modules/node-${edition}-${process.platform}-${process.arch}/bin/node`;
  if (existsSync(brought)) return brought;
  if (process.versions.node.startsWith(`${edition}.`)) return process.execPath;
  throw new Error(`npm brings no Node ${edition} for this platform: start the benchmarks with a Node ${edition}.`);
}

export const versionOf = (program: string): string => execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
