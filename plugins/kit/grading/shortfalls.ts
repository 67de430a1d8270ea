import { rounded } from './decimals.ts';
import type { Finding } from './earned.ts';
import { failsGate } from './gate.ts';
import type { Rubric, RubricTier } from './rubric.ts';

export type Shortfall = {
  readonly item: string;
  readonly earned: number;
  readonly size: number;
  /** Whether the item breaks its red line, whichever gate that fails. */
  readonly redLine: boolean;
};

export type RankedFinding = { readonly found: Finding; readonly size: bigint };

/** First what holds the gate shut by a red line, then the gate's tier, then the later ones, then those already passed. */
function urgency(found: Finding, failed: RubricTier): number {
  if (failsGate(found, failed)) return 1;
  if (found.item.tierRank === failed.rank) return 2;
  return found.item.tierRank > failed.rank ? 3 : 4;
}

export const byKey = (a: Finding, b: Finding): number => (a.item.content.key < b.item.content.key ? -1 : 1);

/** Items below the mark, the most pressing first; `failed` is the first failed gate's tier, null at the top. */
export function rankedShortfalls(
  rubric: Rubric,
  findings: readonly Finding[],
  failed: RubricTier | null,
): RankedFinding[] {
  const ranked: (RankedFinding & { group: number })[] = [];
  for (const found of findings) {
    const group = failed === null ? 4 : urgency(found, failed);
    const missing = rubric.mark - found.earned;
    const size = missing > 0n ? found.item.weight * missing : 0n;
    if (size > 0n || group === 1) ranked.push({ found, size, group });
  }
  return ranked.sort((a, b) => {
    if (a.group !== b.group) return a.group - b.group;
    if (a.size !== b.size) return a.size > b.size ? -1 : 1;
    return byKey(a.found, b.found);
  });
}

export const shortfall = (rubric: Rubric, { found, size }: RankedFinding): Shortfall => ({
  item: found.item.content.key,
  earned: rounded(found.earned, rubric.earnedScale),
  size: rounded(size, rubric.weightScale * rubric.earnedScale),
  redLine: found.breaksRedLine,
});
