/** 0 to 100: 25 · (0.6 · the highest rating + 0.4 · the mean of all six impacts), half up to two decimals. */
export function severityOf(ratings: readonly number[]): number {
  const highest = Math.max(0, ...ratings);
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  // In hundredths this is (4500 · highest + 500 · sum) / 3, whole numbers whose third is never a half.
  return Math.round((4500 * highest + 500 * sum) / 3) / 100;
}
