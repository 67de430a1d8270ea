import { capped, type Finding } from './earned.ts';
import type { Rubric } from './rubric.ts';

/**
 * What an item can earn after 0, 1, 2 … raises, each time the best. A raise is one level of its measure, or the missing
 * evidence supplied, which counts as one wherever among the raises it comes. What a score of the plugin's would give another
 * answer nobody knows before it is asked, so that such an item can only be proven.
 */
export function climb(rubric: Rubric, { item, level, lacksEvidence, full }: Finding): bigint[] {
  const proven = item.content.score === undefined ? item.levels.slice(level) : [full];
  if (!lacksEvidence) return proven;
  const unproven = proven.map((earned) => capped(rubric, earned));
  return [unproven[0] as bigint, ...proven.map((earned, index) => larger(earned, unproven[index + 1] ?? 0n))];
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
