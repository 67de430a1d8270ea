import type { Unit } from '../../db/database.ts';
import { change } from '../shared/change.ts';
import { remarkFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { type Issue, invalidState, issue, refuseIf } from '../shared/errors.ts';
import type { CaseRow } from './case.queries.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import type { EventRow } from './event.queries.ts';
import { partyIdsOf } from './party.queries.ts';
import { partyNamed } from './party.rules.ts';
import { isOpen, type Proceedings, type Proposal } from './proceedings.rules.ts';
import { proceedingsIn, type Remark, record, takeUp } from './steps.queries.ts';
import { isOnRung } from './workflow.rules.ts';

export interface AnswerConflictProposal extends Remark {
  readonly id: string;
  readonly proposal: number;
  readonly party?: string | null | undefined;
  readonly answer: NonNullable<EventRow['answer']>;
}

/** The party that answers: a DEALER's own, or the one that the brand's people write an answer down for. */
async function answering({ viewer }: Context, tx: Unit, { id }: CaseRow, party: string | null | undefined) {
  const parties = await partyIdsOf(tx, id);
  const speaksFor = viewer.dealerId === null ? parties : parties.filter((dealerId) => dealerId === viewer.dealerId);
  const partyId = party == null ? viewer.dealerId : partyNamed(party, speaksFor);
  const wanted: Issue[] = party == null && partyId === null ? [issue('CONFLICT_PARTY_WANTED', ['party'])] : [];
  const missing: Issue[] = partyId === undefined ? [issue('NOT_FOUND', ['party'])] : [];
  return { partyId: partyId ?? '', faults: [...wanted, ...missing] };
}

function refuseAnswer(row: CaseRow, proceedings: Proceedings, proposal: Proposal | undefined, partyId: string): void {
  const { status } = row;
  if (!isOnRung(status)) throw invalidState('CONFLICT_NOT_ON_A_RUNG', status, ['id']);
  if (!proposal || !isOpen(proposal, proceedings, row))
    throw invalidState('CONFLICT_PROPOSAL_SUPERSEDED', status, ['proposal']);
  if (proposal.answers.some((answer) => answer.partyId === partyId))
    throw invalidState('CONFLICT_ALREADY_ANSWERED', status, ['proposal']);
}

/** Needs no version: parties answer side by side, each once. */
export async function answerConflictProposal(
  context: Context,
  input: AnswerConflictProposal,
): Promise<{ conflictCase: ConflictCase }> {
  const { answer, note, visibility } = input;
  const row = await change(context, 'answerConflictProposal', input, async (tx) => {
    const conflictCase = await takeUp(context, tx, { id: input.id });
    const proceedings = await proceedingsIn(tx, conflictCase.id);
    const proposal = proceedings.proposals[input.proposal - 1];
    const { partyId, faults } = await answering(context, tx, conflictCase, input.party);
    refuseIf([
      ...(proposal ? [] : [issue('CONFLICT_PROPOSAL_UNKNOWN', ['proposal'], { value: input.proposal })]),
      ...faults,
      ...remarkFaults(note, ['note']),
    ]);
    refuseAnswer(conflictCase, proceedings, proposal, partyId);
    const happened = { proposal: input.proposal, partyId, answer, note: note ?? null, visibility };
    return record(context, tx, conflictCase, {}, { kind: 'PROPOSAL_ANSWERED', ...happened });
  });
  return { conflictCase: asCase(row) };
}
