import { MILLION, millionths, rounded } from './decimals.ts';
import { exactDecimal } from './levels.ts';
import type { Rubric, RubricItem } from './rubric.ts';

/** What a score noted: a message of the item by its id, and what fills its texts. */
export type Note = { readonly message: string; readonly data?: Readonly<Record<string, string | number>> };

/** What an item's own score said of an answer when it was given, kept with it: grading reads it and never asks again. */
export type Scored = { readonly earned: string; readonly notes?: readonly Note[] };

/** Exactly one of the first four. */
export type Answer = {
  readonly rating?: number;
  readonly yes?: boolean;
  readonly metric?: string;
  /** Why the item does not apply. */
  readonly notApplicable?: string;
  readonly note?: string;
  readonly evidence?: readonly { readonly uri: string; readonly note?: string }[];
  readonly scored?: Scored;
};

/** By item key; the order of the keys means nothing. */
export type Answers = Readonly<Record<string, Answer>>;

export const answerFields = ['rating', 'yes', 'metric', 'notApplicable'] as const;
export type AnswerField = (typeof answerFields)[number];

/** `field` is the field of the answer that is at fault; null where it is the answer as a whole. */
export type AnswerFault =
  | { readonly code: 'UNKNOWN_ITEM' | 'VALUE_MISSING' | 'SEVERAL_VALUES'; readonly field: null }
  | { readonly code: 'WRONG_KIND'; readonly field: AnswerField; readonly expected: AnswerField }
  | { readonly code: 'RATING_OUT_OF_RANGE'; readonly field: 'rating'; readonly max: number }
  | { readonly code: 'METRIC_NOT_DECIMAL'; readonly field: 'metric' }
  | { readonly code: 'REASON_EMPTY'; readonly field: 'notApplicable' };

const fieldOf = { rating: 'rating', yesNo: 'yes', metric: 'metric' } as const;

/** Everything that is wrong with an answer to this item; empty where nothing is. */
export function answerFaults(rubric: Rubric, key: string, answer: Answer): AnswerFault[] {
  const item = rubric.item(key);
  if (item === undefined) return [{ code: 'UNKNOWN_ITEM', field: null }];
  const faults: AnswerFault[] = [];
  const expected = fieldOf[item.content.measure.kind];
  let given = 0;
  for (const field of answerFields) {
    if (answer[field] === undefined) continue;
    given += 1;
    if (field !== expected && field !== 'notApplicable') faults.push({ code: 'WRONG_KIND', field, expected });
  }
  if (given === 0) faults.push({ code: 'VALUE_MISSING', field: null });
  if (given > 1) faults.push({ code: 'SEVERAL_VALUES', field: null });
  const max = item.levels.length - 1;
  const { rating, metric, notApplicable } = answer;
  if (expected === 'rating' && rating !== undefined && !(Number.isInteger(rating) && rating >= 0 && rating <= max))
    faults.push({ code: 'RATING_OUT_OF_RANGE', field: 'rating', max });
  if (expected === 'metric' && metric !== undefined && millionths(metric) === null)
    faults.push({ code: 'METRIC_NOT_DECIMAL', field: 'metric' });
  if (notApplicable !== undefined && notApplicable.trim() === '')
    faults.push({ code: 'REASON_EMPTY', field: 'notApplicable' });
  return faults;
}

/** Keys of the items that still want an answer, in the rubric's order. */
export const unanswered = (rubric: Rubric, answers: Answers): string[] =>
  rubric.items.map(({ content }) => content.key).filter((key) => answers[key] === undefined);

/** What an applicable answer comes to, exactly. */
export type Finding = {
  readonly item: RubricItem;
  readonly level: number;
  readonly lacksEvidence: boolean;
  /** What it would earn with its evidence. */
  readonly full: bigint;
  readonly earned: bigint;
  readonly breaksRedLine: boolean;
};

/** The level of the first band, best first, that the value meets in the better direction. */
function metricLevel({ bands, content }: RubricItem, value: bigint): number {
  const higher = content.measure.kind === 'metric' && content.measure.better === 'HIGHER';
  const met = bands.findIndex((from) => (higher ? value >= from : value <= from));
  return met === -1 ? 0 : bands.length - met;
}

export function levelOf(item: RubricItem, answer: Answer): number {
  if (answer.rating !== undefined) return answer.rating;
  if (answer.metric !== undefined) return metricLevel(item, millionths(answer.metric) as bigint);
  return answer.yes === true ? 1 : 0;
}

export const capped = (rubric: Rubric, earned: bigint): bigint =>
  earned < rubric.evidenceCap ? earned : rubric.evidenceCap;

function scoredOf({ earnedScale }: Rubric, { content }: RubricItem, { scored }: Answer): bigint {
  if (scored === undefined) throw new Error(`The answer to ${content.key} has not been scored.`);
  return (exactDecimal(scored.earned) * earnedScale) / MILLION;
}

/** Null where the item does not apply. The answer is without fault. */
export function finding(rubric: Rubric, item: RubricItem, answer: Answer): Finding | null {
  if (answer.notApplicable !== undefined) return null;
  const level = levelOf(item, answer);
  const lacksEvidence = item.content.evidenceRequired && (answer.evidence?.length ?? 0) === 0;
  const full = item.content.score === undefined ? (item.levels[level] as bigint) : scoredOf(rubric, item, answer);
  const earned = lacksEvidence ? capped(rubric, full) : full;
  const breaksRedLine = item.redLine !== null && earned < item.redLine.below;
  return { item, level, lacksEvidence, full, earned, breaksRedLine };
}

/** 0 to 100 to two decimals; null where the item does not apply. Refuses an answer with a fault. */
export function earned(rubric: Rubric, key: string, answer: Answer): number | null {
  const [fault] = answerFaults(rubric, key, answer);
  if (fault !== undefined) throw new Error(`The answer to ${key} has a fault: ${fault.code}.`);
  const found = finding(rubric, rubric.item(key) as RubricItem, answer);
  return found && rounded(found.earned, rubric.earnedScale);
}
