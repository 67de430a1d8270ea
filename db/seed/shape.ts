import type { accessKeys } from '../tables/access.ts';
import type { conflictCases, conflictEvents, conflictParties, Order } from '../tables/conflicts.ts';
import type { assessments } from '../tables/grading.ts';
import type { dealerClasses, dealers, outlets } from '../tables/network.ts';

type DealerRow = typeof dealers.$inferSelect;

/** A brand with its network, as it is played into an empty organization. */
export interface BrandSeed {
  readonly code: string;
  readonly name: string;
  readonly defaultLocale: 'en' | 'zhHans';
  /** Who holds the key of each role. */
  readonly people: Readonly<Record<(typeof accessKeys.$inferSelect)['role'], string>>;
  /** The dealer's key speaks for the first of these whose industry is loaded. */
  readonly speaksFor: readonly string[];
  readonly territories: readonly TerritorySeed[];
  readonly dealers: readonly DealerSeed[];
  /** In the order of time: a later grade supersedes an earlier one. */
  readonly rounds: readonly RoundSeed[];
  /** In the order in which they were reported. */
  readonly conflicts: readonly ConflictSeed[];
}

/** A parent stands before its parts. */
export type TerritorySeed = readonly [code: string, name: string, parent?: string];

export interface DealerSeed extends Readonly<Pick<DealerRow, 'code' | 'name' | 'roles' | 'channel'>> {
  /** The first is the main one; a dealer whose main industry is not loaded is left out. */
  readonly industries: readonly string[];
  readonly territory: string;
  readonly since: string;
  readonly status?: DealerRow['status'];
  /** From the first day, then each with its day and reason. */
  readonly class?: DealerClass;
  readonly reclassed?: readonly (readonly [to: DealerClass, from: string, reason: string])[];
  /** A dealer that stands earlier in the list. */
  readonly upstream?: string;
  readonly outlets?: readonly OutletSeed[];
}

type DealerClass = (typeof dealerClasses)[number];

/** In the dealer's territory unless another is named. */
export type OutletSeed = readonly [
  code: string,
  name: string,
  kind: (typeof outlets.$inferSelect)['kind'],
  address: string,
  latitude: number,
  longitude: number,
  territory?: string,
];

export interface RoundSeed {
  readonly period: string;
  /** The day of the first assessment; the others follow, a few a day. */
  readonly from: string;
  readonly assessments: readonly AssessmentSeed[];
}

/** How well a subject does, before its exceptions: the tier that its answers are to reach. */
export type Standing = 'outstanding' | 'excellent' | 'good' | 'poor';

/** An item answered unlike the rest: at its best or worst, without the evidence that it asks for, or not at all, with the reason. */
export type Exception = 'best' | 'worst' | 'unproven' | { readonly notApplicable: string };

export interface AssessmentSeed {
  /** A dealer's code, or that of a dealer and one of its outlets: AP-102/TQ. */
  readonly of: string;
  readonly kind: (typeof assessments.$inferSelect)['kind'];
  readonly standing: Standing;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN' | 'PUBLISHED';
  /** By item key; a key that the rubric in force does not have is passed over. */
  readonly except?: Readonly<Record<string, Exception>>;
  /** How much of a draft is answered, 0 to 1. */
  readonly answered?: number;
}

type CaseRow = typeof conflictCases.$inferSelect;
type EventRow = typeof conflictEvents.$inferSelect;

/** A case whose parties are not all loaded is left out. */
export interface ConflictSeed extends Pick<CaseRow, 'title' | 'description' | 'subject' | 'causes'> {
  readonly day: string;
  /** The party that reports it itself; else the brand does. */
  readonly by?: string;
  /** Tags whose plugin is not loaded are passed over. */
  readonly tags?: readonly string[];
  readonly impacts: { readonly [Of in CaseRow['impacts'][number]['impact']]?: number };
  /** Dealers by their codes. */
  readonly parties: readonly (readonly [code: string, role: (typeof conflictParties.$inferSelect)['role']])[];
  readonly steps: readonly ConflictStepSeed[];
}

interface ConflictStepBasis {
  readonly day: string;
  /** The party that acts, by its code; else the brand does. */
  readonly by?: string;
  readonly note?: string;
  /** For the brand alone. */
  readonly confidential?: true;
}

export type ConflictStepSeed = ConflictStepBasis &
  (
    | { readonly to: CaseRow['status'] }
    | { readonly evidence: readonly (readonly [uri: string, note: string])[] }
    | { readonly terms: string }
    | { readonly answer: NonNullable<EventRow['answer']>; readonly party: string }
    | {
        readonly strategies: readonly string[];
        readonly outcome: string;
        readonly orders?: readonly (Pick<Order, 'kind' | 'amount' | 'due'> & {
          readonly party: string;
          readonly beneficiary?: string;
        })[];
      }
    | { readonly order: number; readonly fate: NonNullable<EventRow['orderFate']> }
  );
