/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('Nothing has no median.');
  return (low + high) / 2;
}

/** Round by round, since what disturbs a round disturbs both; then the median. */
export function medianRatio(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) throw new Error('The rounds of a ratio are the same ones.');
  return median(one.map((value, round) => value / (other[round] ?? Number.NaN)));
}

/** A list that begins one further on with each turn, so that nobody always follows the same one. */
export const rotated = <T>(list: readonly T[], turn: number): T[] => {
  const from = list.length === 0 ? 0 : turn % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
};
