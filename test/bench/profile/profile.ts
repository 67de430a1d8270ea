import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Heat } from '../ask.ts';
import type { Ground } from '../ground/ground.ts';
import { start, tierwise } from '../line-up.ts';
import type { LoadGenerator } from '../load.ts';
import { lap } from '../race.ts';
import { table } from '../report.ts';
import { type Share, type Shares, sharesOf } from './shares.ts';
import { unbundled } from './unbundled.ts';

const builtFile = new URL('../../../.build/main.js', import.meta.url);
const shown = 10;
const writtenAfterMs = 100;

/** Where the time of Tierwise goes in a heat, from a server of its own that counts for nothing else. */
export async function profile(heat: Heat, ground: Ground, load: LoadGenerator, seconds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-bench-'));
  const file = join(folder, 'profile.json');
  const contestant = await start({ ...tierwise, env: { PROFILE: file } }, ground, [
    '--import',
    './test/bench/profile/on-signal.ts',
  ]);
  try {
    const ask = heat.ask(contestant);
    if (!ask) throw new Error(`Tierwise takes no part in ${heat.title}.`);
    const entry = { heat, contestant, ask };
    await lap(entry, load, seconds);
    process.kill(contestant.server.pid, 'SIGCONT');
    await lap(entry, load, seconds);
    process.kill(contestant.server.pid, 'SIGCONT');
    const text = await readFile(builtFile, 'utf8');
    const found = unbundled(JSON.parse(await written(file)), { url: builtFile.href, text });
    return told(heat, sharesOf(found));
  } finally {
    await contestant.server.stop();
    await rm(folder, { recursive: true });
  }
}

async function written(file: string): Promise<string> {
  for (let tries = 300; tries > 0; tries -= 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('}')) return text;
    await pause(writtenAfterMs);
  }
  throw new Error('The profile was never written.');
}

const cell = (share: Share | undefined): string[] => (share ? [share.name, `${share.percent.toFixed(1)} %`] : ['', '']);

function told({ title }: Heat, { busyPercent, groups, functions }: Shares): string {
  const rows = Array.from({ length: shown }, (_, at) => [...cell(groups[at]), ...cell(functions[at])]);
  const head = ['By package', '', 'By function', ''];
  return `Where the time of Tierwise goes, ${title}: busy for ${busyPercent.toFixed(0)} % of it.\n\n${table(head, rows)}`;
}
