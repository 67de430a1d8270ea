import { type Ask, type Heat, refuseUnequal } from './ask.ts';
import { median, medianRatio, rotated } from './figures.ts';
import type { Kind, RunningContestant } from './line-up.ts';
import type { Figures, LoadGenerator } from './load.ts';

export const connections = 16;

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

/** How one contestant did in one heat, round by round. */
export interface Run {
  readonly heat: Heat;
  readonly contestant: RunningContestant;
  readonly rounds: Figures[];
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
): Promise<Figures> {
  const versioned = ask.objects?.();
  return load.run({
    url: contestant.server.url + ask.path,
    headers: contestant.headers,
    bodies: versioned?.bodies ?? ask.bodies,
    versionsFrom: versioned?.from,
    expects: heat.expects,
    connections,
    extent: { seconds },
  });
}

export const medianOf = ({ rounds }: Run, figure: keyof Figures): number => median(rounds.map((each) => each[figure]));

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
