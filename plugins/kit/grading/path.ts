import type { TierCode } from '../definition.ts';
import { cheapestRaises } from './cheapest.ts';
import { rounded } from './decimals.ts';
import type { Finding } from './earned.ts';
import { failsGate, isInsufficient, type Tally } from './gate.ts';
import { climb } from './raises.ts';
import type { Rubric } from './rubric.ts';
import { byKey, type RankedFinding } from './shortfalls.ts';

export type PathStep = { readonly item: string; readonly fromEarned: number; readonly toEarned: number };

export type NextTier = {
  readonly tier: TierCode;
  /** False where no raise opens the gate; there are no steps then. */
  readonly reachable: boolean;
  /** Points that the gate's score lacks to its threshold. */
  readonly deficit: number;
  readonly steps: readonly PathStep[];
};

type Candidate = {
  readonly found: Finding;
  readonly inTier: boolean;
  readonly earns: readonly bigint[];
  /** Raises until its red line no longer fails the gate. */
  readonly forced: number;
};

/** Null where no number of raises mends its red line. */
function candidate(rubric: Rubric, { tier }: Tally, found: Finding): Candidate | null {
  const { redLine, tierRank } = found.item;
  const earns = climb(rubric, found);
  const forced = redLine !== null && failsGate(found, tier) ? earns.findIndex((e) => e >= redLine.below) : 0;
  return forced === -1 ? null : { found, inTier: tierRank === tier.rank, earns, forced };
}

/** The raises of each candidate, in their order; null where no set of raises opens the gate. */
function raisesOf(tallied: Tally, candidates: readonly Candidate[]): number[] | null {
  const { tier, hasCore } = tallied;
  let core = tier.coreThreshold * tallied.coreWeight - tallied.coreSum;
  let total = tier.threshold * tallied.weight - tallied.sum;
  const contenders = candidates.map(({ found: { item }, inTier, earns, forced }) => {
    const base = earns[forced] as bigint;
    const isCore = item.isCore || !hasCore;
    const mended = inTier ? item.weight * (base - (earns[0] as bigint)) : 0n;
    total -= mended;
    if (isCore) core -= mended;
    const gains = inTier ? earns.slice(forced).map((earned) => item.weight * (earned - base)) : [0n];
    return { gains, stepCost: item.content.stepCost, isNew: forced === 0, isCore, forced };
  });
  const largestForced = Math.max(0, ...contenders.map(({ forced }) => forced));
  const chosen = cheapestRaises(contenders, { core, total }, largestForced);
  return chosen?.map((raises, index) => raises + (candidates[index] as Candidate).forced) ?? null;
}

function stepsOf(
  rubric: Rubric,
  tallied: Tally,
  findings: readonly Finding[],
  ranked: readonly RankedFinding[],
): PathStep[] | null {
  if (isInsufficient(rubric, tallied)) return null;
  const listed = ranked.map(({ found }) => found);
  const inOrder = [...listed, ...findings.filter((found) => !listed.includes(found)).sort(byKey)];
  const candidates: Candidate[] = [];
  for (const found of inOrder) {
    if (found.item.tierRank !== tallied.tier.rank && !failsGate(found, tallied.tier)) continue;
    const open = candidate(rubric, tallied, found);
    if (open === null) return null;
    candidates.push(open);
  }
  const raises = raisesOf(tallied, candidates);
  return (
    raises &&
    candidates.flatMap(({ found, earns }, index) => {
      const count = raises[index] as number;
      if (count === 0) return [];
      const [fromEarned, toEarned] = [found.earned, earns[count] as bigint].map((e) => rounded(e, rubric.earnedScale));
      return [{ item: found.item.content.key, fromEarned, toEarned } as PathStep];
    })
  );
}

/** The cheapest raises that open the first failed gate, one step per item in the order of the shortfalls. */
export function nextTier(
  rubric: Rubric,
  tallied: Tally,
  findings: readonly Finding[],
  ranked: readonly RankedFinding[],
): NextTier {
  const { tier, sum, weight } = tallied;
  const lack = tier.threshold * weight - sum;
  const steps = stepsOf(rubric, tallied, findings, ranked);
  return {
    tier: tier.content.code,
    reachable: steps !== null,
    deficit: lack > 0n ? rounded(lack, weight * rubric.earnedScale) : 0,
    steps: steps ?? [],
  };
}
