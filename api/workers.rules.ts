/** A worker that ends before it has served so long has ended early. */
const settledMs = 10_000;
const firstRestMs = 100;
const longestRestMs = 30_000;

/** So many workers that end early one after another end a start that has not come to its end. */
export const mostEarlyEnds = 5;

/** How many workers in a row have ended early, with one more that had served so long. */
export const earlyEnds = (before: number, servedMs: number): number => (servedMs < settledMs ? before + 1 : 0);

/** How long the place of a worker stays empty: the longer, the more have ended early. */
export const restMs = (ends: number): number => Math.min(longestRestMs, firstRestMs * 2 ** Math.max(0, ends - 1));
