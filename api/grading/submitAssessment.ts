import type { Answers } from '../../plugins/kit/grading/earned.ts';
import { unanswered } from '../../plugins/kit/grading/earned.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, refuseIf } from '../shared/errors.ts';
import { unansweredIssues } from './answers.rules.ts';
import { updateAssessmentRow } from './assessment.queries.ts';
import { editionRubric } from './editions.loaders.ts';
import { type Assessment, asAssessment } from './grading.loaders.ts';
import { takeUp, withHand } from './steps.queries.ts';

export interface SubmitAssessment {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Freezes the answers and the outcome that they give. */
export async function submitAssessment(context: Context, input: SubmitAssessment): Promise<{ assessment: Assessment }> {
  const row = await change(context, 'submitAssessment', input, async (tx) => {
    const assessment = await takeUp(context, tx, input);
    if (assessment.status !== 'DRAFT') throw invalidState('GRADING_NOT_DRAFT', assessment.status, ['id']);
    const rubric = await editionRubric(tx, assessment.rubricVersionId);
    const answers = assessment.answers as Answers;
    refuseIf(unansweredIssues(unanswered(rubric, answers), []));
    return updateAssessmentRow(tx, assessment, {
      status: 'SUBMITTED',
      outcome: grade(rubric, answers),
      submittedAt: context.now(),
      hands: withHand(assessment, context.viewer.keyId),
    });
  });
  return { assessment: asAssessment(row) };
}
