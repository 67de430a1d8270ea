import { change } from '../shared/change.ts';
import { remarkFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, issue, refuseIf } from '../shared/errors.ts';
import type { CaseRow, ConflictStatus } from './case.queries.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { dueAfter } from './due.rules.ts';
import { type Remark, record, takeUp } from './steps.queries.ts';
import { isEnded, isReopenable, nextStatuses, stepsFrom, stepsInWords } from './workflow.rules.ts';

export interface AdvanceConflictCase extends Remark {
  readonly id: string;
  readonly expectedVersion: number;
  readonly to: ConflictStatus;
}

function refuseStep({ plugins, now }: Context, row: CaseRow, to: ConflictStatus): void {
  const { reopening } = plugins.conflictTerms;
  if (to === 'RESOLVED' || !stepsFrom(row.status).includes(to))
    throw invalidState('CONFLICT_STEP_NOT_ALLOWED', row.status, ['to'], {
      to,
      allowed: stepsInWords(nextStatuses(row, now(), reopening)),
    });
  if (isEnded(row.status) && !isReopenable(row, now(), reopening))
    throw invalidState('CONFLICT_REOPENING_TOO_LATE', row.status, ['to'], { days: reopening / 24 });
}

/** What a case is after a step; reopened, it begins anew from triage. */
function afterStep({ plugins, now }: Context, row: CaseRow, to: ConflictStatus): Partial<CaseRow> {
  const at = now();
  const isTriage = to === 'TRIAGED';
  const progress = { status: to, triagedAt: isTriage ? at : row.triagedAt, proposals: isTriage ? 0 : row.proposals };
  return {
    ...progress,
    resolutionNumber: isTriage ? null : row.resolutionNumber,
    closedAt: isEnded(to) ? at : null,
    dueAt: dueAfter(progress, at, plugins.conflictTerms),
  };
}

/** Moves a case one step along its workflow; only RESOLVED is reached otherwise. */
export async function advanceConflictCase(
  context: Context,
  input: AdvanceConflictCase,
): Promise<{ conflictCase: ConflictCase }> {
  const { to, note, visibility } = input;
  const row = await change(context, 'advanceConflictCase', input, async (tx) => {
    const conflictCase = await takeUp(context, tx, input);
    refuseStep(context, conflictCase, to);
    refuseIf([
      ...(isEnded(conflictCase.status) && note == null ? [issue('CONFLICT_REOPENING_WITHOUT_NOTE', ['note'])] : []),
      ...remarkFaults(note, ['note']),
    ]);
    const values = afterStep(context, conflictCase, to);
    return record(context, tx, conflictCase, values, { kind: 'ADVANCED', note: note ?? null, visibility });
  });
  return { conflictCase: asCase(row) };
}
