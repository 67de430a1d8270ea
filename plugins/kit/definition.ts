/** A text that a person reads, in both languages. */
export type Text = { readonly en: string; readonly zhHans: string };

/** An exact decimal; a string where a float would blur it. */
export type Decimal = number | string;

export const tierCodes = ['GOOD', 'EXCELLENT', 'OUTSTANDING'] as const;
export type TierCode = (typeof tierCodes)[number];

export const dimensions = ['QUALITY', 'CONTENT', 'FEEDBACK', 'COMPLIANCE'] as const;
export type Dimension = (typeof dimensions)[number];

export const directions = ['DEALER_PROVIDES', 'BRAND_PROVIDES'] as const;
export type Direction = (typeof directions)[number];

export const dealerClasses = ['A', 'B', 'C'] as const;
export type DealerClass = (typeof dealerClasses)[number];

export const needs = ['FUNCTIONAL', 'EMOTIONAL', 'SOCIAL', 'CONVENIENCE', 'PERSONAL'] as const;
export type Need = (typeof needs)[number];

export const channels = ['PHYSICAL', 'ECOMMERCE', 'PHONE', 'SOCIAL'] as const;
export type Channel = (typeof channels)[number];

/** A scale of described anchors, from 0 upwards; the last one earns everything. */
export type RatingMeasure = { readonly kind: 'rating'; readonly anchors: readonly Text[] };

export type YesNoMeasure = { readonly kind: 'yesNo'; readonly question: Text };

/** Bands are listed best first: at or beyond `from`, in the better direction, earns `earns` of 100. */
export type MetricMeasure = {
  readonly kind: 'metric';
  readonly unit: string;
  readonly better: 'HIGHER' | 'LOWER';
  readonly bands: readonly (readonly [from: Decimal, earns: Decimal])[];
};

export type Measure = RatingMeasure | YesNoMeasure | MetricMeasure;

/**
 * Earning less than `below` breaks the line; absent, `capsAt` is the tier below the item's own; null caps at no tier.
 * A line that still allowed the highest tier would cap nothing.
 */
export type RedLine = { readonly below: Decimal; readonly capsAt?: Exclude<TierCode, 'OUTSTANDING'> | null };

/** What a score judges by: the answer as its measure takes it, and what the measure's own rule makes it earn, 0 to 100. */
export type ScoreFacts = {
  readonly rating?: number;
  readonly yes?: boolean;
  /** Decimal text, in the measure's unit. */
  readonly metric?: string;
  readonly earns: number;
};

/** What an organization may set about a score: a number between two, yes or no, one of some options by their keys. */
export type ScoreParameter =
  | {
      readonly kind: 'number';
      readonly label: Text;
      readonly min: number;
      readonly max: number;
      readonly default: number;
    }
  | { readonly kind: 'yesNo'; readonly label: Text; readonly default: boolean }
  | {
      readonly kind: 'choice';
      readonly label: Text;
      readonly options: Readonly<Record<string, Text>>;
      readonly default: string;
    };
export type ParameterValue = number | boolean | string;

/** The values of an item's parameters by their names. */
// biome-ignore lint/suspicious/noExplicitAny: each is of the type that its own declaration says, which a type for all items cannot tell
export type ParametersGiven = Readonly<Record<string, any>>;

/** Notes one of the item's messages by its id; what stands in {braces} in its texts is filled from the data. */
export type NoteMessage = (id: string, data?: Readonly<Record<string, string | number>>) => void;

/** What an answer earns, 0 to 100. Pure: the same facts give the same number for ever. */
export type Score = (
  facts: ScoreFacts,
  given: { readonly parameters: ParametersGiven; readonly note: NoteMessage },
) => number;

export type ItemDefinition = {
  readonly tier: TierCode;
  readonly dimension: Dimension;
  readonly weight: Decimal;
  readonly label: Text;
  readonly guidance?: Text;
  readonly measure: Measure;
  readonly redLine?: RedLine;
  readonly evidence?: 'required';
  /** What one raise of this item costs on the way up: a whole number from 1 to 100, 1 where absent. */
  readonly stepCost?: number;
  /** In place of what the measure's own rule makes an answer earn. */
  readonly score?: Score;
  /** What its score may note, by id. */
  readonly messages?: Readonly<Record<string, Text>>;
  /** What an organization may set about it, by name. */
  readonly parameters?: Readonly<Record<string, ScoreParameter>>;
};

/** The tier that a class of dealer must reach, and the duties that come with it. */
export type TierRequirement = { readonly tier: TierCode; readonly duties: readonly Text[] };

export type SegmentStrategy = {
  readonly text: Text;
  readonly needs: readonly Need[];
  readonly channels: readonly Channel[];
};

export const segmentCodes = ['GROUP_BUYER', 'MOTHER', 'RIDER', 'OFFICE_WORKER', 'SENIOR', 'STUDENT'] as const;
export type SegmentCode = (typeof segmentCodes)[number];

/** The stages of the store sales-service process, a closed loop. */
export const storeServiceStages = [
  'ON_SITE_REPAIR',
  'PRODUCT_RECOMMENDATION',
  'SERVICE_CLOSE',
  'AFTER_SALE_REVISIT',
] as const;
export type StoreServiceStage = (typeof storeServiceStages)[number];

/** How staff and place look, what staff do, what they say. */
export const playbookDetails = ['IMAGE', 'ACTION', 'SCRIPT'] as const;
export type PlaybookDetail = (typeof playbookDetails)[number];

/** One thing to look like, do or say while a segment is served in a stage. */
export type PlaybookText = {
  /** One of the six, or a code in the same style that organizations may add. */
  readonly segment: string;
  readonly stage: StoreServiceStage;
  readonly detail: PlaybookDetail;
  readonly text: Text;
};

export const conflictCauses = [
  'GOAL_MISALIGNMENT',
  'ROLE_AMBIGUITY',
  'POOR_COMMUNICATION',
  'RESOURCE_SCARCITY',
  'POWER_IMBALANCE',
  'COMPETITION',
  'OTHER',
] as const;
export type ConflictCause = (typeof conflictCauses)[number];

/** A finer name for a cause of conflicts. */
export type ConflictTag = { readonly cause: ConflictCause; readonly label: Text };

/** A way to coordinate a channel in conflict, with the causes and the tags, `plugin/key`, that it answers. */
export type ConflictStrategy = {
  readonly label: Text;
  readonly measures: readonly Text[];
  readonly answers: readonly ConflictCause[];
  readonly answersTags?: readonly string[];
};

export type PluginDefinition = {
  /** Lower case, digits and hyphens, from a letter; unique on a server. */
  readonly name: string;
  /** The plugin's own version, as semver. */
  readonly version: string;
  /** The kit versions it was written for, as a semver range. */
  readonly host: string;
  readonly label: Text;
  readonly description: Text;
  readonly industry?: { readonly key: string; readonly label: Text; readonly direction?: Direction };
  readonly items: Readonly<Record<string, ItemDefinition>>;
  readonly tierRequirements?: Readonly<Partial<Record<DealerClass, TierRequirement>>>;
  readonly segments?: Readonly<Record<string, readonly SegmentStrategy[]>>;
  /** By keys that are for ever, as items have them: an organization's override holds on to a key. */
  readonly playbook?: Readonly<Record<string, PlaybookText>>;
  readonly conflictTags?: Readonly<Record<string, ConflictTag>>;
  readonly conflictStrategies?: Readonly<Record<string, ConflictStrategy>>;
};

/** The tiers of a rubric in ascending order, and the marks that grading measures by. */
export type Ladder = {
  readonly tiers: readonly {
    readonly code: TierCode;
    readonly label: Text;
    /** 0 to 100: what the tier's items must earn on the weighted mean. */
    readonly threshold: Decimal;
    /** The tier's share of the overall score; the shares sum to 1. */
    readonly mix: Decimal;
  }[];
  /** Points below the threshold down to which core items alone may fall. */
  readonly coreFloor: Decimal;
  /** Percent of a tier's weight that may be not applicable. */
  readonly maxNotApplicable: Decimal;
  /** The most that an item earns without the evidence it requires. */
  readonly evidenceCap: Decimal;
  /** What an item must earn to be no shortfall. */
  readonly mark: Decimal;
};

/** A customer segment of the core. */
export type SegmentDefinition = { readonly code: SegmentCode; readonly label: Text; readonly description: Text };

/** Why a channel meets a need, and how much that counts. */
export type ChannelFit = {
  readonly need: Need;
  readonly channel: Channel;
  readonly weight: number;
  readonly reason: Text;
};

/** How needs and channels are matched: what is not listed counts 0. */
export type ChannelMatching = {
  readonly fits: readonly ChannelFit[];
  /** What it counts that the segment's first strategy uses the channel. */
  readonly strategy: { readonly weight: number; readonly reason: Text };
};

/** By when the steps of a conflict are wanted, in hours, and how alike cases are, in points of 100. */
export type ConflictTerms = {
  readonly triage: number;
  readonly firstProposal: number;
  readonly ruling: number;
  readonly reopening: number;
  readonly likeness: { readonly subject: number; readonly structure: number; readonly causes: number };
};

/** The reference data that only the core brings, beside its plugin: no plugin adds to it or changes it. */
export type CoreData = {
  readonly ladder: Ladder;
  readonly segments: readonly SegmentDefinition[];
  readonly stages: Readonly<Record<StoreServiceStage, Text>>;
  readonly closingSteps: readonly Text[];
  readonly channels: Readonly<Record<Channel, Text>>;
  readonly matching: ChannelMatching;
  /** In the catalogue's order; the last resort answers any cause and is suggested last. */
  readonly conflictStrategies: readonly (ConflictStrategy & { readonly code: string; readonly lastResort?: true })[];
  readonly conflictTerms: ConflictTerms;
};
