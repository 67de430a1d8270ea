import type { CaseRow, ConflictStatus } from './case.queries.ts';

/** The ladder of mechanisms (协商、谈判、调解、仲裁), climbed one rung at a time. */
const rungs: readonly ConflictStatus[] = ['CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'];

export const isOnRung = (status: ConflictStatus): boolean => rungs.includes(status);
export const isEnded = (status: ConflictStatus): boolean => status === 'CLOSED' || status === 'DISMISSED';

/** Every step of the workflow; a rung can also be left for RESOLVED. */
const steps: { readonly [From in ConflictStatus]: readonly ConflictStatus[] } = {
  REPORTED: ['TRIAGED', 'DISMISSED'],
  TRIAGED: ['CONSULTATION', 'DISMISSED'],
  CONSULTATION: ['NEGOTIATION', 'RESOLVED'],
  NEGOTIATION: ['MEDIATION', 'RESOLVED'],
  MEDIATION: ['ARBITRATION', 'RESOLVED'],
  ARBITRATION: ['RESOLVED'],
  RESOLVED: ['CLOSED'],
  CLOSED: ['TRIAGED'],
  DISMISSED: ['TRIAGED'],
};

const hour = 3_600_000;
export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hour);

/** Whether an ended case may still be reopened, so many hours after its end. */
export const isReopenable = ({ closedAt }: Pick<CaseRow, 'closedAt'>, now: Date, reopening: number): boolean =>
  closedAt !== null && now <= hoursAfter(closedAt, reopening);

/** Where a case may go by the workflow, whatever the day. */
export const stepsFrom = (status: ConflictStatus): readonly ConflictStatus[] => steps[status];

/** Where a case may go now. */
export function nextStatuses(
  of: Pick<CaseRow, 'status' | 'closedAt'>,
  now: Date,
  reopening: number,
): readonly ConflictStatus[] {
  return isEnded(of.status) && !isReopenable(of, now, reopening) ? [] : stepsFrom(of.status);
}

/** The steps that a message offers, with the operation that makes them where it is not advanceConflictCase. */
export const stepsInWords = (next: readonly ConflictStatus[]): string =>
  next.map((status) => (status === 'RESOLVED' ? 'RESOLVED (resolveConflictCase)' : status)).join(', ') || '–';
