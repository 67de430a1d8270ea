import { type Ask, type Heat, refuseUnequal } from './ask.ts';
import { median, medianRatio, rotated } from './figures.ts';
import type { Kind, RunningContestant } from './line-up.ts';
import type { Figures, LoadGenerator } from './load.ts';

export const connections = 16;

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

/** `processorMs` is what the server's own processes used for each request; the database's share is not in it. */
export interface Lap extends Figures {
  readonly processorMs: number | null;
}

/** How one contestant did in one heat, round by round. */
export interface Run {
  readonly heat: Heat;
  readonly contestant: RunningContestant;
  readonly rounds: Lap[];
}

interface Entry extends Run {
  readonly ask: Ask;
}

const warmUpShare = 0.5;

/** Every contestant in every heat, each round in another order, after a round that counts for nothing. */
export async function race(
  heats: readonly Heat[],
  contestants: readonly RunningContestant[],
  load: LoadGenerator,
  { rounds, seconds }: Pace,
): Promise<Run[]> {
  for (const heat of heats) await refuseUnequal(heat, contestants);
  const entries = heats.flatMap((heat) => contestants.flatMap((contestant) => entry(heat, contestant)));
  for (const each of entries) await lap(each, load, Math.max(1, warmUpShare * seconds));
  for (let round = 0; round < rounds; round += 1) {
    for (const each of rotated(entries, round)) each.rounds.push(await lap(each, load, seconds));
  }
  return entries;
}

function entry(heat: Heat, contestant: RunningContestant): Entry[] {
  const ask = heat.ask(contestant);
  return ask ? [{ heat, contestant, ask, rounds: [] }] : [];
}

/** One contestant, for a while. */
export async function lap(
  { heat, contestant, ask }: Omit<Entry, 'rounds'>,
  load: LoadGenerator,
  seconds: number,
): Promise<Lap> {
  const versioned = ask.objects?.();
  const before = contestant.server.processorMs();
  const figures = await load.run({
    url: contestant.server.url + ask.path,
    headers: contestant.headers,
    bodies: versioned?.bodies ?? ask.bodies,
    versionsFrom: versioned?.from,
    expects: heat.expects,
    connections,
    extent: { seconds },
  });
  const after = contestant.server.processorMs();
  const processorMs = before === null || after === null ? null : (after - before) / figures.requests;
  return { ...figures, processorMs };
}

export const medianOf = ({ rounds }: Run, figure: keyof Lap): number =>
  median(rounds.map((each) => each[figure] ?? Number.NaN));

/** How many times the throughput of another one has. */
export const ratio = (one: Run, other: Run): number =>
  medianRatio(
    one.rounds.map(({ perSecond }) => perSecond),
    other.rounds.map(({ perSecond }) => perSecond),
  );

/** The run of the first contestant of a kind. */
export function runOf(runs: readonly Run[], kind: Kind, heat?: string): Run {
  const found = runs.find(({ contestant, heat: { title } }) => contestant.kind === kind && (heat ?? title) === title);
  if (!found) throw new Error(`${kind} did not take part.`);
  return found;
}
