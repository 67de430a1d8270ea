import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { settings, sizes } from './ground/ground.ts';
import { amount } from './marks.ts';
import { contestantsFolder, editions, nodeProgram, versionOf } from './programs.ts';
import { connections, type Pace } from './race.ts';
import { root } from './server.ts';

const versionsOf = (file: string): string => {
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  const shown = Object.entries(dependencies).filter(([name]) => !name.startsWith('@types/'));
  return shown.map(([name, version]) => `${name} ${version}`).join(', ');
};

const commit = (): string => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ', with changes'}`;
  } catch {
    return 'unknown';
  }
};

/** On what all of it ran. */
export function machine(postgresVersion: string, loadBefore: readonly number[]): string {
  const processors = cpus();
  const load = (of: readonly number[]) => of.map((each) => each.toFixed(1)).join(' ');
  return [
    `- ${new Date().toISOString().slice(0, 10)}, Tierwise at ${commit()}, EXECUTOR=${process.env.EXECUTOR || 'as by default'}`,
    `- ${processors.length} × ${processors[0]?.model.trim()}, ${amount(totalmem() / 1e9)} GB, ${type()} ${release()}`,
    `- Load of the machine before ${load(loadBefore)} and after ${load(loadavg())}: a figure above 1 before means that others worked on it.`,
    `- Node ${editions()
      .map((each) => versionOf(nodeProgram(each)))
      .join(', and for Tierwise also ')}; PostgreSQL ${postgresVersion}`,
    `- Contestants: ${versionsOf(`${contestantsFolder}/package.json`)}`,
    `- Tierwise: ${versionsOf(`${root}/package.json`)}`,
  ].join('\n');
}

/** How it was measured. */
export function method({ rounds, seconds }: Pace): string {
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const { bench, neighbour } = sizes;
  return [
    `- ${rounds} rounds of ${seconds} s for each contestant, after a warm-up of half that; ${connections} connections by autocannon, from a process of its own.`,
    '- Load generator, server and database share the cores of one machine: on few cores the absolute figures are low for all, and the ratios are what counts.',
    `- One PostgreSQL with ${set.join(', ')}. Every contestant has 10 connections to it.`,
    `- ${amount(bench.dealers)} dealers of one organization, each with a territory in two levels, 3 outlets and an open assessment; ${amount(bench.gradedDealers)} of them with three graded periods, by our own rules; a second organization with ${amount(neighbour.dealers)} dealers in the same tables.`,
    '- Tierwise is what `npm start` runs, with NODE_ENV=production: identity, limits, masking, row-level security in one transaction per request, and a log line per request. The others are what one would write instead: no identity, no limits, no row-level security.',
    '- "SQL + node:http" is the limit: prepared statements that build the JSON, or rows and JSON.stringify where that is faster. PostGraphile has the Amber preset, Mercurius JIT, loaders and hand-written batched SQL.',
    '- Processor ms: what the processes of the server used for each request, without the database; it hardly changes with what else the machine does.',
    '- Before each scenario every contestant is asked, and the run stops where one answers other data than Tierwise.',
  ].join('\n');
}
