import type { TierCode } from '../definition.ts';
import type { RubricContent, RubricItemContent, RubricTierContent } from './content.ts';
import { MILLION, rounded } from './decimals.ts';
import { exactDecimal, levelsOf, scaleOf } from './levels.ts';
import { effectiveWeights, type Weights } from './weights.ts';

export * from './content.ts';

export type RubricItem = {
  readonly content: RubricItemContent;
  /** After the plugins' share of the tier has been capped, to two decimals. */
  readonly effectiveWeight: number;
  readonly tierRank: number;
  /** The exact effective weight, in parts of the rubric's `weightScale`. */
  readonly weight: bigint;
  readonly isCore: boolean;
  /** What each level of the measure earns, from none upwards, in parts of `earnedScale`. */
  readonly levels: readonly bigint[];
  /** A metric's bands in millionths, best first; empty for other measures. */
  readonly bands: readonly bigint[];
  /** A rank of 0 caps at no tier. */
  readonly redLine: { readonly below: bigint; readonly capRank: number } | null;
};

export type RubricTier = {
  readonly content: RubricTierContent;
  readonly rank: number;
  readonly threshold: bigint;
  readonly coreThreshold: bigint;
  /** In millionths. */
  readonly mix: bigint;
  /** Of all its items, applicable or not. */
  readonly weight: bigint;
};

/** A content compiled to integers over common denominators, so that grading neither divides nor rounds on its way. */
export type Rubric = {
  readonly content: RubricContent;
  readonly tiers: readonly RubricTier[];
  readonly items: readonly RubricItem[];
  readonly earnedScale: bigint;
  readonly weightScale: bigint;
  readonly evidenceCap: bigint;
  readonly mark: bigint;
  readonly maxNotApplicable: bigint;
  /** Those whose answers earn what a function of their plugin says. */
  readonly scored: readonly RubricItem[];
  readonly item: (key: string) => RubricItem | undefined;
  readonly tier: (code: TierCode) => RubricTier | undefined;
};

type InScale = (text: string) => bigint;

function rankOf({ ladder }: RubricContent, code: TierCode): number {
  const index = ladder.tiers.findIndex((tier) => tier.code === code);
  if (index === -1) throw new Error(`Tier ${code} is not on the ladder.`);
  return index + 1;
}

function itemsOf(content: RubricContent, earnedScale: bigint, weights: Weights, inScale: InScale): RubricItem[] {
  return content.items.map((item, index) => {
    const weight = weights.of[index] as bigint;
    if (!(Number.isInteger(item.stepCost) && item.stepCost > 0))
      throw new Error(`The step cost of item ${item.key} is no whole number above 0.`);
    return {
      content: item,
      effectiveWeight: rounded(weight, weights.scale),
      tierRank: rankOf(content, item.tier),
      weight,
      isCore: item.source === 'core',
      levels: levelsOf(item, earnedScale),
      bands: item.measure.kind === 'metric' ? item.measure.bands.map(([from]) => exactDecimal(String(from))) : [],
      redLine: item.redLine && {
        below: inScale(item.redLine.below),
        capRank: item.redLine.capsAt === null ? 0 : rankOf(content, item.redLine.capsAt),
      },
    };
  });
}

function tiersOf({ ladder }: RubricContent, items: readonly RubricItem[], inScale: InScale): RubricTier[] {
  const tiers = ladder.tiers.map((tier, index): RubricTier => {
    const rank = index + 1;
    const threshold = inScale(tier.threshold);
    return {
      content: tier,
      rank,
      threshold,
      coreThreshold: threshold - inScale(ladder.coreFloor),
      mix: exactDecimal(tier.mix),
      weight: items.reduce((sum, item) => (item.tierRank === rank ? sum + item.weight : sum), 0n),
    };
  });
  if (tiers.reduce((sum, { mix }) => sum + mix, 0n) !== MILLION)
    throw new Error('The shares of the tiers do not sum to 1.');
  return tiers;
}

/** Refuses a content that no validated definition gives. */
export function compileRubric(content: RubricContent): Rubric {
  const { ladder } = content;
  const earnedScale = scaleOf(content);
  const inScale: InScale = (text) => (exactDecimal(text) * earnedScale) / MILLION;
  const weights = effectiveWeights(content.items);
  const items = itemsOf(content, earnedScale, weights, inScale);
  const tiers = tiersOf(content, items, inScale);
  const byKey = new Map(items.map((item) => [item.content.key, item]));
  if (byKey.size < items.length) throw new Error('Two items of a rubric have the same key.');
  return {
    content,
    tiers,
    items,
    earnedScale,
    weightScale: weights.scale,
    evidenceCap: inScale(ladder.evidenceCap),
    mark: inScale(ladder.mark),
    maxNotApplicable: inScale(ladder.maxNotApplicable),
    scored: items.filter((item) => item.content.score !== undefined),
    item: (key) => byKey.get(key),
    tier: (code) => tiers.find((tier) => tier.content.code === code),
  };
}
