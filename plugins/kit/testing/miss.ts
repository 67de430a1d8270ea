import type { Finding } from '../validation/check.ts';

/** What a test found wrong at a place, and what to write there. */
export type Miss = Omit<Finding, 'code'>;

/** A line in each language for every miss; they fail a test together, not one by one. */
export function refuse(misses: readonly Miss[]): void {
  if (misses.length === 0) return;
  const lines = misses.map(
    ({ path, found, expected, remedy }) => `${path}: found ${found.en}, expected ${expected.en}. ${remedy.en}
${path}；实际：${found.zhHans}；应为：${expected.zhHans}。${remedy.zhHans}`,
  );
  throw new Error(lines.join('\n'));
}
