import { change } from '../shared/change.ts';
import { type EvidenceGiven, evidenceFaults, evidenceOf, remarkFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, issue, refuseIf } from '../shared/errors.ts';
import type { Remark } from './advanceConflictCase.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { record, refuseIfFull, takeUp } from './steps.queries.ts';
import { isEnded } from './workflow.rules.ts';

export interface AddConflictEvidence extends Remark {
  readonly id: string;
  readonly evidence: readonly EvidenceGiven[];
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
    refuseIfFull(conflictCase);
    refuseIf([
      ...(evidence.length === 0 ? [issue('LIST_EMPTY', ['evidence'])] : evidenceFaults(evidence, ['evidence'])),
      ...remarkFaults(note, ['note']),
    ]);
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
