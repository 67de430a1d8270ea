import vm from 'node:vm';
import type { NoteMessage, Score, ScoreFacts, Text } from '../definition.ts';
import { blanksIn } from './blanks.ts';
import { decimalText, rounded } from './decimals.ts';
import { type Answer, levelOf, type Note, type Scored } from './earned.ts';
import { valuesOf } from './parameters.ts';
import type { Rubric, RubricItem } from './rubric.ts';

/** How long all scores of one grade may take together, in milliseconds: long enough for a busy machine, short enough for those who wait. */
const SCORING_TIME = 250;
const MOST_NOTES = 10;
const MOST_DATA = 10;
const LONGEST_DATUM = 200;
const LONGEST_DETAIL = 200;

export type ScoreFailure = {
  readonly reason: 'THREW' | 'NOT_A_NUMBER' | 'OUT_OF_RANGE' | 'NOTE_INVALID' | 'OUT_OF_TIME';
  /** What was thrown, returned or noted, shortened; what the time was. */
  readonly detail: string;
};

/** An answer that applies and has no fault, to an item with a score. */
export type Scoring = { readonly item: RubricItem; readonly answer: Answer; readonly score: Score };

class NoteInvalid extends Error {}

/** Whatever a plugin made, as a short text; making it may fail, as everything there may. */
function shortly(value: unknown): string {
  try {
    return String(value).toWellFormed().slice(0, LONGEST_DETAIL);
  } catch {
    return typeof value;
  }
}

/** What a database can keep and a text can show. */
const isText = (value: string): boolean =>
  value.length <= LONGEST_DATUM && value.isWellFormed() && !value.includes('\0');

const isDatum = ([name, value]: [string, unknown]): boolean =>
  /^\w{1,64}$/.test(name) &&
  (typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && isText(value));

type Messages = Readonly<Record<string, Text>>;

function noteOf(known: Messages, id: string, data: Readonly<Record<string, string | number>> = {}): Note {
  const message = Object.hasOwn(known, id) ? known[id] : undefined;
  if (message === undefined) throw new NoteInvalid(shortly(id));
  const blanks = blanksIn(`${message.en} ${message.zhHans}`).filter((name) => !Object.hasOwn(data, name));
  if (blanks.length > 0) throw new NoteInvalid(shortly(`${id} without ${blanks.join(', ')}`));
  const entries = Object.entries(data);
  if (entries.length > MOST_DATA || !entries.every(isDatum)) throw new NoteInvalid(shortly(id));
  return entries.length === 0 ? { message: id } : { message: id, data: Object.fromEntries(entries) };
}

function factsOf({ earnedScale }: Rubric, item: RubricItem, answer: Answer): ScoreFacts {
  const { rating, yes, metric } = answer;
  return Object.freeze({
    ...(rating !== undefined && { rating }),
    ...(yes !== undefined && { yes }),
    ...(metric !== undefined && { metric }),
    earns: rounded(item.levels[levelOf(item, answer)] as bigint, earnedScale),
  });
}

function scoredBy(rubric: Rubric, { item, answer, score }: Scoring): Scored | ScoreFailure {
  const notes: Note[] = [];
  const note: NoteMessage = (id, data) => {
    if (notes.length === MOST_NOTES) throw new NoteInvalid(`${MOST_NOTES + 1}`);
    notes.push(noteOf(item.content.score?.messages ?? {}, id, data));
  };
  try {
    const earned: unknown = score(
      factsOf(rubric, item, answer),
      Object.freeze({ parameters: valuesOf(item.content.parameters), note }),
    );
    if (typeof earned !== 'number' || !Number.isFinite(earned))
      return { reason: 'NOT_A_NUMBER', detail: shortly(earned) };
    if (earned < 0 || earned > 100) return { reason: 'OUT_OF_RANGE', detail: shortly(earned) };
    return { earned: decimalText(earned.toFixed(6)), ...(notes.length > 0 && { notes: [...notes] }) };
  } catch (error) {
    return error instanceof NoteInvalid
      ? { reason: 'NOTE_INVALID', detail: error.message }
      : { reason: 'THREW', detail: shortly(error) };
  }
}

const room: { run: () => void } = { run: () => {} };
vm.createContext(room);
const inRoom = new vm.Script('run()');

/** Whether a function came to its end in time. A loop without end is broken off wherever it runs, and no catch of its own holds that up. */
function endsInTime(run: () => void, timeout: number): boolean {
  room.run = run;
  try {
    inRoom.runInContext(room, { timeout });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

/** What each score says, in their order; once the time is out, those that have not ended fail. */
export function runScores(
  rubric: Rubric,
  scorings: readonly Scoring[],
  timeout = SCORING_TIME,
): readonly (Scored | ScoreFailure)[] {
  if (scorings.length === 0) return [];
  const said: (Scored | ScoreFailure)[] = [];
  const inTime = endsInTime(() => {
    for (const scoring of scorings) said.push(scoredBy(rubric, scoring));
  }, timeout);
  if (inTime) return said;
  return scorings.map((_, at) => said[at] ?? { reason: 'OUT_OF_TIME', detail: `${timeout} ms` });
}
