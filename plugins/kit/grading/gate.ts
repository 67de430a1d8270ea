import type { TierCode } from '../definition.ts';
import { rounded } from './decimals.ts';
import type { Finding } from './earned.ts';
import type { Rubric, RubricTier } from './rubric.ts';

export type ReasonCode =
  | 'SCORE_BELOW_THRESHOLD'
  | 'CORE_BELOW_FLOOR'
  | 'RED_LINE'
  | 'INSUFFICIENT_APPLICABLE'
  | 'SERVICE_GAP';

export type GateReason = { readonly code: ReasonCode; readonly item: string | null };

export type GateOutcome = {
  readonly tier: TierCode;
  readonly passed: boolean;
  readonly score: number;
  readonly coreScore: number;
  readonly threshold: number;
  readonly reasons: readonly GateReason[];
};

/** What a tier's applicable items weigh and earn together: earned times weight, and weight. */
export type Tally = {
  readonly tier: RubricTier;
  readonly sum: bigint;
  readonly weight: bigint;
  /** Where no core item applies, the whole tier's: the core score is then the tier's. */
  readonly coreSum: bigint;
  readonly coreWeight: bigint;
  readonly hasCore: boolean;
};

export function tally(tier: RubricTier, findings: readonly Finding[]): Tally {
  let [sum, weight, coreSum, coreWeight] = [0n, 0n, 0n, 0n];
  for (const { item, earned } of findings) {
    if (item.tierRank !== tier.rank) continue;
    const earns = item.weight * earned;
    sum += earns;
    weight += item.weight;
    if (!item.isCore) continue;
    coreSum += earns;
    coreWeight += item.weight;
  }
  const hasCore = coreWeight > 0n;
  return hasCore
    ? { tier, sum, weight, coreSum, coreWeight, hasCore }
    : { tier, sum, weight, coreSum: sum, coreWeight: weight, hasCore };
}

/** A broken red line fails every gate above its cap. */
export const failsGate = ({ item, breaksRedLine }: Finding, tier: RubricTier): boolean =>
  breaksRedLine && item.redLine !== null && item.redLine.capRank < tier.rank;

/** Too much of the tier does not apply, or all of it. */
export const isInsufficient = (rubric: Rubric, { tier, weight }: Tally): boolean =>
  weight === 0n || (tier.weight - weight) * 100n * rubric.earnedScale > rubric.maxNotApplicable * tier.weight;

const byCodeThenItem = (a: GateReason, b: GateReason): number => {
  const [left, right] = a.code === b.code ? [a.item ?? '', b.item ?? ''] : [a.code, b.code];
  return left < right ? -1 : left > right ? 1 : 0;
};

export function gateOutcome(rubric: Rubric, tallied: Tally, findings: readonly Finding[]): GateOutcome {
  const { tier, sum, weight, coreSum, coreWeight } = tallied;
  const reasons: GateReason[] = [];
  const applies = weight > 0n;
  if (applies && sum < tier.threshold * weight) reasons.push({ code: 'SCORE_BELOW_THRESHOLD', item: null });
  if (applies && coreSum < tier.coreThreshold * coreWeight) reasons.push({ code: 'CORE_BELOW_FLOOR', item: null });
  if (isInsufficient(rubric, tallied)) reasons.push({ code: 'INSUFFICIENT_APPLICABLE', item: null });
  for (const found of findings)
    if (failsGate(found, tier)) reasons.push({ code: 'RED_LINE', item: found.item.content.key });
  return {
    tier: tier.content.code,
    passed: reasons.length === 0,
    score: applies ? rounded(sum, weight * rubric.earnedScale) : 0,
    coreScore: applies ? rounded(coreSum, coreWeight * rubric.earnedScale) : 0,
    threshold: rounded(tier.threshold, rubric.earnedScale),
    reasons: reasons.sort(byCodeThenItem),
  };
}
