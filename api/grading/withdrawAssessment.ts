import { change } from '../shared/change.ts';
import { textFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, refuseIf } from '../shared/errors.ts';
import { updateAssessmentRow } from './assessment.queries.ts';
import { type Assessment, asAssessment } from './grading.loaders.ts';
import { takeUp } from './steps.queries.ts';

export interface WithdrawAssessment {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

export async function withdrawAssessment(
  context: Context,
  input: WithdrawAssessment,
): Promise<{ assessment: Assessment }> {
  const row = await change(context, 'withdrawAssessment', input, async (tx) => {
    const assessment = await takeUp(context, tx, input);
    const { status, gradeId } = assessment;
    if (gradeId) throw invalidState('GRADING_ALREADY_PUBLISHED', status, ['id']);
    if (status === 'WITHDRAWN') throw invalidState('GRADING_WITHDRAWN', status, ['id']);
    refuseIf(textFaults(input.reason, ['reason'], 2000));
    return updateAssessmentRow(tx, assessment, {
      status: 'WITHDRAWN',
      withdrawnReason: input.reason,
      withdrawnAt: context.now(),
    });
  });
  return { assessment: asAssessment(row) };
}
