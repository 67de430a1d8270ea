/** An item that may be raised on the way up, in a knapsack of raises. */
export type Raisable = {
  /** What 0, 1, 2 … raises add to the weighted sum, beyond those it must have. */
  readonly gains: readonly bigint[];
  readonly stepCost: number;
  /** Whether its first raise adds one more item to the path. */
  readonly isNew: boolean;
};

/** `[first][cost]`: the most that the items from `first` on can add for at most that cost. */
export type Gains = readonly (readonly bigint[])[];

/**
 * Without `fewer`, new items cost nothing but their raises. With it, only as many items may be new as one more than
 * in `fewer`; null allows none.
 */
export function gains(items: readonly Raisable[], budget: number, fewer?: Gains | null): Gains {
  let row: bigint[] = new Array(budget + 1).fill(0n);
  const rows = [row];
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const { gains: added, stepCost, isNew } = items[index] as Raisable;
    const rest = isNew && fewer !== undefined ? fewer?.[index + 1] : row;
    row = row.slice();
    if (rest !== undefined) {
      for (let raises = 1, cost = stepCost; raises < added.length && cost <= budget; raises += 1, cost += stepCost) {
        const gain = added[raises] as bigint;
        for (let spent = cost; spent <= budget; spent += 1) {
          const sum = gain + (rest[spent - cost] as bigint);
          if (sum > (row[spent] as bigint)) row[spent] = sum;
        }
      }
    }
    rows.unshift(row);
  }
  return rows;
}
