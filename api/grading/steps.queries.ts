import type { Unit } from '../../db/database.ts';
import { forbiddenKind } from '../access/access.ts';
import { seesAssessment } from '../access/visibility.rules.ts';
import type { Context } from '../shared/context.ts';
import { notFound, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { type AssessmentRow, lockAssessment } from './assessment.queries.ts';
import { mayAssess } from './assessor.rules.ts';

/** The assessment that a step is asked for, held for it: it exists for the caller, is of a kind it may assess, and is as the caller read it. */
export async function takeUp(
  context: Context,
  tx: Unit,
  input: { readonly id: string; readonly expectedVersion: number },
): Promise<AssessmentRow> {
  const id = idOf(input.id, 'Assessment')?.id;
  const assessment = id && (await lockAssessment(tx, id));
  if (!assessment || !seesAssessment(context.viewer, assessment)) throw notFound(['id']);
  if (!mayAssess(context.viewer.role, assessment.kind)) throw forbiddenKind(context, assessment.kind);
  refuseIfStale(input.expectedVersion, assessment.version);
  return assessment;
}

/** The keys that have had a hand in an assessment, the caller's now among them. */
export const withHand = ({ hands }: AssessmentRow, keyId: string): string[] => [...new Set([...hands, keyId])];
