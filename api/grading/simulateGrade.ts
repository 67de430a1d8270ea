import { unanswered } from '../../plugins/kit/grading/earned.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse, refuseIf } from '../shared/errors.ts';
import { type AnswerInput, readAnswers, unansweredIssues } from './answers.rules.ts';
import { loadEditionsOf, loadRubric, loadRubricByKey, type OutcomeView } from './grading.loaders.ts';
import { scoreAnswers } from './scores.rules.ts';

export interface SimulateGrade {
  readonly rubric: string;
  readonly version?: number | null | undefined;
  readonly answers: readonly AnswerInput[];
}

/** What answers would give; nothing is stored. */
export async function simulateGrade(context: Context, input: SimulateGrade): Promise<OutcomeView> {
  const row = (await loadRubricByKey(context, input.rubric)) ?? refuse([issue('NOT_FOUND', ['rubric'])]);
  const editions = await loadEditionsOf(context, row.id);
  const edition =
    editions.find(({ number, status }) =>
      input.version == null ? status === 'PUBLISHED' : number === input.version,
    ) ?? refuse([issue('NOT_FOUND', ['version'])]);

  const rubric = await loadRubric(context, edition.id);
  const given = readAnswers(rubric, input.answers, 'NOT_FOUND');
  refuseIf([...given.faults, ...unansweredIssues(unanswered(rubric, given.answers), ['answers'])]);
  const { answers, faults } = scoreAnswers(context.plugins, rubric, given.answers);
  refuseIf(faults);
  const outcome = grade(rubric, answers);
  return { editionId: edition.id, summary: null, outcome: async () => outcome };
}
