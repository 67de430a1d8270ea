import type { FrozenStrategy, Order } from '../../db/tables/conflicts.ts';
import type { Viewer } from '../access/viewer.ts';
import { groupBy } from '../shared/loading.ts';
import type { CaseRow, ConflictStatus } from './case.queries.ts';
import type { EventRow } from './event.queries.ts';
import { isOnRung } from './workflow.rules.ts';

/** What a party said to a proposal: the event says it. */
export interface Answer {
  readonly partyId: string;
  readonly answer: NonNullable<EventRow['answer']>;
  readonly event: EventRow;
}

export interface Proposal {
  readonly number: number;
  readonly terms: string;
  readonly event: EventRow;
  readonly answers: readonly Answer[];
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

/** What the events of a case tell of its settlement. */
export interface Proceedings {
  /** The terms put to the parties, the oldest first: the n-th has the number n. */
  readonly proposals: readonly Proposal[];
  /** By the number of the event that settled the case; reopened, it may be settled again. */
  readonly resolutions: ReadonlyMap<number, Resolution>;
}

export const noProceedings: Proceedings = { proposals: [], resolutions: new Map() };

/** What is said for the brand alone is read by the brand's people and by the dealer that said it. */
export const readsNote = (
  { visibility, actorDealerId }: Pick<EventRow, 'visibility' | 'actorDealerId'>,
  { dealerId }: Viewer,
): boolean => visibility === 'ALL' || dealerId === null || dealerId === actorDealerId;

/** The answer that an event is; null for one of another kind. */
export const answerOf = (event: EventRow): Answer | null =>
  event.kind === 'PROPOSAL_ANSWERED' && event.partyId && event.answer
    ? { partyId: event.partyId, answer: event.answer, event }
    : null;

function resolutionOf(event: EventRow, recorded: readonly EventRow[]): Resolution {
  const { from, strategies, outcome, orders } = event;
  const fates = new Map(recorded.map((each) => [each.order, each]));
  return {
    mechanism: from ?? 'REPORTED',
    strategies: strategies ?? [],
    outcome: outcome ?? '',
    orders: (orders ?? []).map((order) => {
      const last = fates.get(order.number);
      return { ...order, fate: last?.orderFate ?? null, recordedAt: last?.at ?? null };
    }),
    event,
  };
}

/** Reads the proposals and resolutions of a case from its events, the oldest first. */
export function proceedingsFrom(events: readonly EventRow[]): Proceedings {
  const answers = groupBy(
    events.map(answerOf).filter((answer) => answer !== null),
    ({ event }) => `${event.proposal}`,
  );
  const recorded = groupBy(
    events.filter(({ kind }) => kind === 'ORDER_RECORDED'),
    ({ resolutionNumber }) => `${resolutionNumber}`,
  );
  return {
    proposals: events
      .filter(({ kind }) => kind === 'TERMS_PROPOSED')
      .map((event) => {
        const number = event.proposal ?? 0;
        return { number, terms: event.terms ?? '', event, answers: answers.get(`${number}`) ?? [] };
      }),
    resolutions: new Map(
      events
        .filter(({ kind }) => kind === 'RESOLVED')
        .map((event) => [event.number, resolutionOf(event, recorded.get(`${event.number}`) ?? [])]),
    ),
  };
}

/** Only the newest terms can be answered, while the case stands on the ladder that they were proposed on. */
export const isOpen = (
  { number }: Pick<Proposal, 'number'>,
  { proposals }: Proceedings,
  of: Pick<CaseRow, 'status' | 'proposals'>,
): boolean => number === proposals.length && of.proposals > 0 && isOnRung(of.status);
