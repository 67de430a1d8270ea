import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, refuseIf } from '../shared/errors.ts';
import { type AnswerInput, readAnswers } from './answers.rules.ts';
import { updateAssessmentRow } from './assessment.queries.ts';
import { editionRubric } from './editions.loaders.ts';
import { type Assessment, asAssessment } from './grading.loaders.ts';
import { scoreAnswers } from './scores.rules.ts';
import { takeUp, withHand } from './steps.queries.ts';

export interface SaveAnswers {
  readonly id: string;
  readonly expectedVersion: number;
  readonly answers: readonly AnswerInput[];
}

/** Writes or replaces the answers named, with what the items' own scores say of them; the others stay as they are. */
export async function saveAnswers(context: Context, input: SaveAnswers): Promise<{ assessment: Assessment }> {
  const row = await change(context, 'saveAnswers', input, async (tx) => {
    const assessment = await takeUp(context, tx, input);
    if (assessment.status !== 'DRAFT') throw invalidState('GRADING_NOT_DRAFT', assessment.status, ['id']);
    const rubric = await editionRubric(tx, assessment.rubricVersionId);
    const given = readAnswers(rubric, input.answers, 'GRADING_ITEM_UNKNOWN');
    refuseIf(given.faults);
    const { answers, faults } = scoreAnswers(context.plugins, rubric, given.answers);
    refuseIf(faults);
    return updateAssessmentRow(tx, assessment, {
      answers: { ...assessment.answers, ...answers },
      hands: withHand(assessment, context.viewer.keyId),
    });
  });
  return { assessment: asAssessment(row) };
}
