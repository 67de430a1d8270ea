import type { ConflictTerms } from '../../plugins/kit/definition.ts';
import type { CaseRow } from './case.queries.ts';
import { hoursAfter, isOnRung } from './workflow.rules.ts';

type Progress = Pick<CaseRow, 'status' | 'triagedAt' | 'proposals'>;

/** When the step that is wanted of a case, which has just come to its status, is due; null where nothing is wanted. */
export function dueAfter({ status, triagedAt, proposals }: Progress, at: Date, terms: ConflictTerms): Date | null {
  if (status === 'REPORTED') return hoursAfter(at, terms.triage);
  if (status === 'ARBITRATION') return hoursAfter(at, terms.ruling);
  const wantsProposal = (status === 'TRIAGED' || isOnRung(status)) && proposals === 0;
  return wantsProposal && triagedAt ? hoursAfter(triagedAt, terms.firstProposal) : null;
}

export const isOverdue = ({ dueAt }: Pick<CaseRow, 'dueAt'>, now: Date): boolean => dueAt !== null && dueAt < now;
