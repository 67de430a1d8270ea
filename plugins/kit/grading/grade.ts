import { type Dimension, dimensions, type TierCode } from '../definition.ts';
import { MILLION, rounded } from './decimals.ts';
import { type Answers, answerFaults, type Finding, finding, type Note, unanswered } from './earned.ts';
import { type GateOutcome, gateOutcome, type Tally, tally } from './gate.ts';
import { type NextTier, nextTier } from './path.ts';
import type { Rubric } from './rubric.ts';
import { rankedShortfalls, type Shortfall, shortfall } from './shortfalls.ts';

export type { GateOutcome, GateReason, ReasonCode } from './gate.ts';
export type { NextTier, PathStep } from './path.ts';
export type { Shortfall } from './shortfalls.ts';

export type DimensionScore = { readonly dimension: Dimension; readonly score: number };

export type ItemNote = Note & { readonly item: string };

/** Plain JSON; the same rubric and answers give the same bytes for ever. */
export type Outcome = {
  /** Null where no tier is reached. */
  readonly tier: TierCode | null;
  readonly score: number;
  /** Ascending by tier. */
  readonly gates: readonly GateOutcome[];
  /** Only those in which something applies. */
  readonly dimensions: readonly DimensionScore[];
  readonly shortfalls: readonly Shortfall[];
  /** Null only at the top. */
  readonly nextTier: NextTier | null;
  /** What the items' own scores noted, in the rubric's order; absent where nothing was. */
  readonly notes?: readonly ItemNote[];
};

function refuseUnfit(rubric: Rubric, answers: Answers): void {
  const missing = unanswered(rubric, answers);
  if (missing.length > 0) throw new Error(`Without an answer there is no grade: ${missing.join(', ')}.`);
  for (const [key, answer] of Object.entries(answers)) {
    const [fault] = answerFaults(rubric, key, answer);
    if (fault !== undefined) throw new Error(`The answer to ${key} has a fault: ${fault.code}.`);
  }
}

/** The tiers' scores by the ladder's mix, over one denominator; a tier in which nothing applies counts 0. */
function overallScore({ earnedScale }: Rubric, tallies: readonly Tally[]): number {
  let [numerator, denominator] = [0n, 1n];
  for (const { tier, sum, weight } of tallies) {
    if (weight === 0n) continue;
    numerator = numerator * weight + tier.mix * sum * denominator;
    denominator *= weight;
  }
  return rounded(numerator, denominator * earnedScale * MILLION);
}

function dimensionScores({ earnedScale }: Rubric, findings: readonly Finding[]): DimensionScore[] {
  return dimensions.flatMap((dimension) => {
    let [sum, weight] = [0n, 0n];
    for (const { item, earned } of findings) {
      if (item.content.dimension !== dimension) continue;
      sum += item.weight * earned;
      weight += item.weight;
    }
    return weight === 0n ? [] : [{ dimension, score: rounded(sum, weight * earnedScale) }];
  });
}

const notesOf = ({ scored }: Rubric, answers: Answers): ItemNote[] =>
  scored.flatMap(({ content: { key } }) => (answers[key]?.scored?.notes ?? []).map((note) => ({ item: key, ...note })));

/** Pure: no database, no clock, no chance. Refuses answers that are missing or at fault; callers check first. */
export function grade(rubric: Rubric, answers: Answers): Outcome {
  refuseUnfit(rubric, answers);
  const findings = rubric.items.flatMap((item) => finding(rubric, item, answers[item.content.key] ?? {}) ?? []);
  const tallies = rubric.tiers.map((tier) => tally(tier, findings));
  const gates = tallies.map((tallied) => gateOutcome(rubric, tallied, findings));

  const failed = gates.findIndex(({ passed }) => !passed);
  const atFailed = tallies[failed] ?? null;
  const reached = failed === -1 ? gates.at(-1) : gates[failed - 1];
  const notes = notesOf(rubric, answers);
  const ranked = rankedShortfalls(rubric, findings, atFailed?.tier ?? null);
  return {
    tier: reached?.tier ?? null,
    score: overallScore(rubric, tallies),
    gates,
    dimensions: dimensionScores(rubric, findings),
    shortfalls: ranked.map((entry) => shortfall(rubric, entry)),
    nextTier: atFailed && nextTier(rubric, atFailed, findings, ranked),
    ...(notes.length > 0 && { notes }),
  };
}
