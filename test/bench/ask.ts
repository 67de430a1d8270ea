import { isDeepStrictEqual } from 'node:util';
import type { Kind, RunningContestant } from './line-up.ts';
import { versionMark } from './load.ts';

/** `versionMark` stands for the version, which begins here and grows with each answer. */
export interface VersionedBodies {
  readonly bodies: readonly string[];
  readonly from: number;
}

/** What a contestant is asked in a heat. */
export interface Ask {
  readonly path: string;
  /** Sent in turn by each connection. */
  readonly bodies: readonly string[];
  /** What can be changed only from the version that it has: other objects for each lap, one for each connection. */
  readonly objects?: (() => VersionedBodies) | undefined;
  /** Brings the data of an answer into the form that Tierwise gives it. */
  readonly asTierwise?: ((data: never) => unknown) | undefined;
}

/** One question, put to all who take part in it. */
export interface Heat {
  readonly title: string;
  /** A part of every answer that is as it should be. */
  readonly expects: string;
  /** Null for one that does not take part. */
  readonly ask: (contestant: RunningContestant) => Ask | null;
  /** What the database holds after the answer, where the answer is not all. */
  readonly left?: (contestant: RunningContestant) => Promise<unknown>;
}

export const graphql = (query: string, variables: object = {}): Ask => ({
  path: '/graphql',
  bodies: [JSON.stringify({ query, variables })],
});

export const path = (to: string, body: object = {}): Ask => ({ path: to, bodies: [JSON.stringify(body)] });

/** One ask for each kind of contestant; those that are left out do not take part. */
export const byKind =
  (asks: { readonly [Of in Kind]?: Ask }) =>
  ({ kind }: RunningContestant): Ask | null =>
    asks[kind] ?? null;

export async function send(contestant: RunningContestant, { path: to }: Ask, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...contestant.headers };
  const answer = await fetch(contestant.server.url + to, { method: 'POST', headers, body });
  return answer.text();
}

/** Asks everybody the same before anything is measured, and stops where one answers other data than Tierwise. */
export async function refuseUnequal(heat: Heat, contestants: readonly RunningContestant[]): Promise<void> {
  const told = [];
  for (const contestant of contestants) {
    const ask = heat.ask(contestant);
    if (ask)
      told.push({
        name: contestant.name,
        answers: await answersOf(contestant, ask),
        left: await heat.left?.(contestant),
      });
  }
  const [ours, ...others] = told;
  for (const { name, answers, left } of others) {
    const at = answers.findIndex((answer, index) => !isDeepStrictEqual(answer, ours?.answers[index]));
    if (at !== -1) throw new Error(unequal(heat, name, ours?.answers[at], answers[at]));
    if (!isDeepStrictEqual(left, ours?.left)) throw new Error(unequal(heat, name, ours?.left, left));
  }
}

async function answersOf(contestant: RunningContestant, ask: Ask): Promise<unknown[]> {
  const { objects, asTierwise = (data) => data } = ask;
  const versioned = objects?.();
  const bodies = versioned
    ? versioned.bodies.slice(0, 1).map((body) => body.replace(versionMark, String(versioned.from)))
    : ask.bodies;
  const answers = bodies.map(async (body) => {
    const text = await send(contestant, ask, body);
    const answer = JSON.parse(text);
    if (!answer.data || answer.errors) throw new Error(`${contestant.name} answers ${text.slice(0, 1000)}`);
    return asTierwise(answer.data as never);
  });
  return Promise.all(answers);
}

const unequal = ({ title }: Heat, name: string, ours: unknown, theirs: unknown): string =>
  `${title}: ${name} answers other data than Tierwise.\n${JSON.stringify(theirs)}\n${JSON.stringify(ours)}`;
