import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import type { Outcome } from '../../plugins/kit/grading/grade.ts';
import { lockDealer } from '../network/dealer.queries.ts';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, notFound, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { type AssessmentRow, lockAssessment, updateAssessmentRow } from './assessment.queries.ts';
import { gradesInForceOf, insertGrade, supersedeGrade } from './grade.queries.ts';
import { asGrade, type Grade } from './grading.loaders.ts';
import { editionsOfIds } from './rubric.queries.ts';
import { saveStanding, standingOf } from './standing.queries.ts';

export interface PublishGrade {
  readonly assessment: string;
  readonly expectedVersion: number;
}

function refuseUnlessPublishable({ kind, status, gradeId, hands }: AssessmentRow, keyId: string): void {
  if (kind === 'SELF') throw invalidState('GRADING_SELF_NEVER_PUBLISHED', status, ['assessment']);
  if (gradeId) throw invalidState('GRADING_ALREADY_PUBLISHED', status, ['assessment']);
  if (status !== 'SUBMITTED') throw invalidState('GRADING_NOT_SUBMITTED', status, ['assessment']);
  if (hands.includes(keyId)) throw invalidState('GRADING_FOUR_EYES', status, ['assessment']);
}

async function gradeInForce(tx: Unit, { dealerId, outletId, rubricId }: AssessmentRow) {
  const subjectId = outletId ?? dealerId;
  const inForce = await gradesInForceOf(tx, [subjectId], outletId ? 'Outlet' : 'Dealer');
  return inForce.get(subjectId)?.find((grade) => grade.rubricId === rubricId);
}

/** Puts a grade in force with all that it rests on; the one before it under the same rubric is superseded. */
export async function publishGrade(context: Context, input: PublishGrade): Promise<{ grade: Grade }> {
  const { viewer } = context;
  const at = context.now();
  const row = await change(context, 'publishGrade', input, async (tx) => {
    const id = idOf(input.assessment, 'Assessment')?.id;
    const assessment = id && (await lockAssessment(tx, id));
    if (!assessment) throw notFound(['assessment']);
    refuseIfStale(input.expectedVersion, assessment.version);
    refuseUnlessPublishable(assessment, viewer.keyId);

    const { dealerId, outletId, rubricId, rubricVersionId } = assessment;
    const dealer = await lockDealer(tx, dealerId);
    const edition = (await editionsOfIds(tx, [rubricVersionId])).get(rubricVersionId);
    if (!dealer || !edition) throw new Error(`The assessment ${assessment.id} rests on something that is missing.`);

    const before = await gradeInForce(tx, assessment);
    if (before) await supersedeGrade(tx, before.id, at);
    const outcome = assessment.outcome as Outcome;
    const grade = await insertGrade(tx, {
      ...{ organizationId: tx.organizationId, id: uuid(), dealerId, outletId, rubricId, rubricVersionId },
      assessmentId: assessment.id,
      status: 'IN_FORCE',
      tierCode: outcome.tier ?? 'BELOW_STANDARD',
      score: outcome.score.toFixed(2),
      outcome,
      answers: assessment.answers,
      composition: edition.composition,
      contentHash: edition.contentHash,
      validFrom: at,
      publishedBy: viewer.name,
      publishedByKey: viewer.keyId,
      supersedesId: before?.id ?? null,
    });
    await updateAssessmentRow(tx, assessment, { gradeId: grade.id });
    if (!outletId) await saveStanding(tx, dealerId, await standingOf(tx, dealerId, dealer.industries[0] ?? ''));
    return grade;
  });
  return { grade: asGrade(row) };
}
