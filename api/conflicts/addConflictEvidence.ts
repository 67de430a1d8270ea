import type { Unit } from '../../db/database.ts';
import { change } from '../shared/change.ts';
import { type EvidenceGiven, evidenceFaults, evidenceOf, remarkFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, issue, refuseIf } from '../shared/errors.ts';
import type { CaseRow } from './case.queries.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { countEvidence } from './event.queries.ts';
import { type Remark, record, takeUp } from './steps.queries.ts';
import { isEnded } from './workflow.rules.ts';

export interface AddConflictEvidence extends Remark {
  readonly id: string;
  readonly evidence: readonly EvidenceGiven[];
}

const mostTimes = 50;

/** No side can fill a case's history by itself. */
async function refuseBeyondLimit({ viewer }: Context, tx: Unit, { id, status }: CaseRow): Promise<void> {
  if ((await countEvidence(tx, id, viewer.dealerId)) >= mostTimes)
    throw invalidState('CONFLICT_EVIDENCE_LIMIT', status, ['id'], { max: mostTimes });
}

/** Adds evidence, which needs no version: it takes nothing from what anybody else does. */
export async function addConflictEvidence(
  context: Context,
  input: AddConflictEvidence,
): Promise<{ conflictCase: ConflictCase }> {
  const { evidence, note, visibility } = input;
  const row = await change(context, 'addConflictEvidence', input, async (tx) => {
    const conflictCase = await takeUp(context, tx, { id: input.id });
    if (isEnded(conflictCase.status)) throw invalidState('CONFLICT_ENDED', conflictCase.status, ['id']);
    refuseIf([
      ...(evidence.length === 0 ? [issue('LIST_EMPTY', ['evidence'])] : evidenceFaults(evidence, ['evidence'])),
      ...remarkFaults(note, ['note']),
    ]);
    await refuseBeyondLimit(context, tx, conflictCase);
    const happened = {
      kind: 'EVIDENCE_ADDED',
      evidence: evidenceOf(evidence),
      note: note ?? null,
      visibility,
    } as const;
    return record(context, tx, conflictCase, {}, happened);
  });
  return { conflictCase: asCase(row) };
}
