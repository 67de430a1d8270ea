import { change } from '../shared/change.ts';
import { textFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, refuseIf } from '../shared/errors.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { proceedingsOf } from './event.queries.ts';
import { longestText } from './opening.rules.ts';
import { proposalsFrom } from './proceedings.rules.ts';
import { record, refuseIfFull, takeUp } from './steps.queries.ts';
import { isOnRung } from './workflow.rules.ts';

export interface ProposeConflictTerms {
  readonly id: string;
  readonly expectedVersion: number;
  readonly terms: string;
}

/** Puts terms to all parties. With the first of them nothing more is due until arbitration, whose ruling stays due. */
export async function proposeConflictTerms(
  context: Context,
  input: ProposeConflictTerms,
): Promise<{ conflictCase: ConflictCase }> {
  const { terms } = input;
  const row = await change(context, 'proposeConflictTerms', input, async (tx) => {
    const conflictCase = await takeUp(context, tx, input);
    const { id, status } = conflictCase;
    if (!isOnRung(status)) throw invalidState('CONFLICT_NOT_ON_A_RUNG', status, ['id']);
    refuseIfFull(conflictCase);
    refuseIf(textFaults(terms, ['terms'], longestText));

    const made = proposalsFrom((await proceedingsOf(tx, [id])).get(id) ?? [], conflictCase);
    const dueAt = status === 'ARBITRATION' ? conflictCase.dueAt : null;
    const values = { proposals: conflictCase.proposals + 1, dueAt };
    const happened = { kind: 'TERMS_PROPOSED', proposal: made.length + 1, terms } as const;
    return record(context, tx, conflictCase, values, happened);
  });
  return { conflictCase: asCase(row) };
}
