import { type Answer, type AnswerFault, type Answers, answerFaults } from '../../plugins/kit/grading/earned.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import { type EvidenceGiven, evidenceFaults, evidenceOf, remarkFaults, shown } from '../shared/checks.ts';
import type { Code } from '../shared/error-catalogue.ts';
import { type Issue, issue } from '../shared/errors.ts';

type Path = readonly (string | number)[];

export interface AnswerInput {
  readonly item: string;
  /** Exactly one of its fields. */
  readonly value: {
    readonly rating?: number | null | undefined;
    readonly yes?: boolean | null | undefined;
    readonly metric?: string | null | undefined;
    readonly notApplicable?: string | null | undefined;
  };
  readonly note?: string | null | undefined;
  readonly evidence: readonly EvidenceGiven[];
}

/** The answer as it is kept: nothing that was left out, nothing that is null. */
function answerOf({ value, note, evidence }: AnswerInput): Answer {
  const { rating, yes, metric, notApplicable } = value;
  return {
    ...(rating != null && { rating }),
    ...(yes != null && { yes }),
    ...(metric != null && { metric }),
    ...(notApplicable != null && { notApplicable }),
    ...(note != null && { note }),
    ...(evidence.length > 0 && { evidence: evidenceOf(evidence) }),
  };
}

/** A fault that the kit finds, as the caller's input shows it. */
function kitIssue(fault: AnswerFault, item: string, answer: Answer, path: Path): Issue | null {
  const at = fault.field === null ? [...path, 'value'] : [...path, 'value', fault.field];
  switch (fault.code) {
    case 'WRONG_KIND':
      return issue('GRADING_ANSWER_WRONG_KIND', at, { item, expected: fault.expected, found: fault.field });
    case 'RATING_OUT_OF_RANGE':
      return issue('GRADING_RATING_OUT_OF_RANGE', at, { item, max: fault.max, found: answer.rating ?? '' });
    case 'METRIC_NOT_DECIMAL':
      return issue('GRADING_METRIC_INVALID', at, { item });
    case 'REASON_EMPTY':
      return null;
    case 'UNKNOWN_ITEM':
    case 'VALUE_MISSING':
    case 'SEVERAL_VALUES':
      return issue('GRADING_VALUE_NOT_ONE', at, { item });
  }
}

/** Reads answers against a rubric: what they are, and every fault with its place. `unknown` is the code for an item that is not there. */
export function readAnswers(
  rubric: Rubric,
  inputs: readonly AnswerInput[],
  unknown: Code,
): { answers: Answers; faults: Issue[] } {
  const seen = new Set<string>();
  const answers: Record<string, Answer> = {};
  const faults = inputs.flatMap((input, at) => {
    const path = ['answers', at];
    const { item } = input;
    if (!rubric.item(item)) return [issue(unknown, [...path, 'item'], { value: shown(item) })];
    if (seen.has(item)) return [issue('GRADING_ITEM_REPEATED', [...path, 'item'], { value: item })];
    seen.add(item);
    const answer = answerOf(input);
    answers[item] = answer;
    return [
      ...answerFaults(rubric, item, answer).flatMap((fault) => kitIssue(fault, item, answer, path) ?? []),
      ...remarkFaults(input.value.notApplicable, [...path, 'value', 'notApplicable']),
      ...remarkFaults(input.note, [...path, 'note']),
      ...evidenceFaults(input.evidence, [...path, 'evidence']),
    ];
  });
  return { answers, faults };
}

export const unansweredIssues = (keys: readonly string[], path: readonly string[]): Issue[] =>
  keys.map((item) => issue('GRADING_ITEM_UNANSWERED', path, { item }));
