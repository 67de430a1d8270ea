import { change } from '../shared/change.ts';
import { maxStatement, textFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, refuseIf } from '../shared/errors.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { proceedingsIn, record, takeUp } from './steps.queries.ts';
import { isOnRung } from './workflow.rules.ts';

/** A case is read with all its proposals, so there is a limit to them. */
const mostProposals = 50;

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
    refuseIf(textFaults(terms, ['terms'], maxStatement));

    const { length: made } = (await proceedingsIn(tx, id)).proposals;
    if (made >= mostProposals) throw invalidState('CONFLICT_PROPOSAL_LIMIT', status, ['id'], { max: mostProposals });
    const dueAt = status === 'ARBITRATION' ? conflictCase.dueAt : null;
    const values = { proposals: conflictCase.proposals + 1, dueAt };
    const happened = { kind: 'TERMS_PROPOSED', proposal: made + 1, terms } as const;
    return record(context, tx, conflictCase, values, happened);
  });
  return { conflictCase: asCase(row) };
}
