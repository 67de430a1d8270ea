import type { Heat } from '../ask.ts';
import type { Ground } from '../ground/ground.ts';
import type { RunningContestant } from '../line-up.ts';
import type { Mark } from '../marks.ts';
import type { Run } from '../race.ts';

export interface Stage {
  readonly ground: Ground;
  readonly contestants: readonly RunningContestant[];
}

/** What the servers are asked over HTTP, side by side. */
export interface Scenario {
  readonly letter: string;
  readonly title: string;
  /** What a reader must know to judge the figures. */
  readonly note: string;
  readonly heats: (stage: Stage) => Promise<readonly Heat[]> | readonly Heat[];
  readonly marks: (runs: readonly Run[]) => readonly Mark[];
}
