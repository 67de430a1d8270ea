import type { FrozenStrategy, Order } from '../../db/tables/conflicts.ts';
import type { Viewer } from '../access/viewer.ts';
import type { CaseRow, ConflictStatus } from './case.queries.ts';
import type { EventRow } from './event.queries.ts';
import { isOnRung } from './workflow.rules.ts';

export interface Answer {
  readonly partyId: string;
  readonly answer: NonNullable<EventRow['answer']>;
  readonly event: EventRow;
}

export interface Proposal {
  readonly caseId: string;
  readonly number: number;
  readonly terms: string;
  readonly event: EventRow;
  readonly answers: readonly Answer[];
  readonly open: boolean;
}

export interface OrderState extends Order {
  readonly fate: EventRow['orderFate'];
  readonly recordedAt: Date | null;
}

export interface Resolution {
  readonly mechanism: ConflictStatus;
  readonly strategies: readonly FrozenStrategy[];
  readonly outcome: string;
  readonly orders: readonly OrderState[];
  readonly event: EventRow;
}

/** What is said for the brand alone is read by the brand's people and by the dealer that said it. */
export const readsNote = (
  { visibility, actorDealerId }: Pick<EventRow, 'visibility' | 'actorDealerId'>,
  { dealerId }: Viewer,
): boolean => visibility === 'ALL' || dealerId === null || dealerId === actorDealerId;

const ofKind = (events: readonly EventRow[], kind: EventRow['kind']): EventRow[] =>
  events.filter((event) => event.kind === kind);

/** The terms put to the parties, the oldest first; the newest can be answered unless the case left its ladder since. */
export function proposalsFrom(events: readonly EventRow[], of: Pick<CaseRow, 'status' | 'proposals'>): Proposal[] {
  const made = ofKind(events, 'TERMS_PROPOSED');
  const answers = ofKind(events, 'PROPOSAL_ANSWERED');
  return made.map((event, at) => ({
    caseId: event.caseId,
    number: event.proposal ?? 0,
    terms: event.terms ?? '',
    event,
    answers: answers.flatMap((answered) =>
      answered.proposal === event.proposal && answered.partyId && answered.answer
        ? [{ partyId: answered.partyId, answer: answered.answer, event: answered }]
        : [],
    ),
    open: at === made.length - 1 && of.proposals > 0 && isOnRung(of.status),
  }));
}

/** How a case was settled, with what became of each order; null where it is not settled. */
export function resolutionFrom(
  events: readonly EventRow[],
  { resolutionNumber }: Pick<CaseRow, 'resolutionNumber'>,
): Resolution | null {
  const event = events.find(({ number }) => number === resolutionNumber);
  if (!event?.from) return null;
  const recorded = ofKind(events, 'ORDER_RECORDED').filter((each) => each.resolutionNumber === resolutionNumber);
  const orders = (event.orders ?? []).map((order) => {
    const last = recorded.findLast((each) => each.order === order.number);
    return { ...order, fate: last?.orderFate ?? null, recordedAt: last?.at ?? null };
  });
  const { from: mechanism, strategies, outcome } = event;
  return { mechanism, strategies: strategies ?? [], outcome: outcome ?? '', orders, event };
}
