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
};

/** The tier that a class of dealer must reach, and the duties that come with it. */
export type TierRequirement = { readonly tier: TierCode; readonly duties: readonly Text[] };

export type SegmentStrategy = {
  readonly text: Text;
  readonly needs: readonly Need[];
  readonly channels: readonly Channel[];
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
