import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severityOf } from '../../api/conflicts/severity.rules.ts';

describe('severity', () => {
  test.each([
    // The highest · 15 + the sum · 5/3, by hand.
    ['of nothing rated', [], 0],
    ['of nothing harmed', [0, 0, 0, 0, 0, 0], 0],
    ['of one slight harm', [1], 16.67],
    ['of one severe harm', [4], 66.67],
    ['of a severe and a slight harm', [4, 1], 68.33],
    ['whatever the order', [1, 4], 68.33],
    ['of three middling harms', [2, 2, 2], 40],
    ['of one harm among things unharmed', [0, 3, 0], 50],
    ['of harms in steps', [3, 2, 1], 55],
    ['of every harm, slight', [1, 1, 1, 1, 1, 1], 25],
    ['of four harms', [4, 3, 3, 2], 80],
    ['of every harm, severe', [4, 4, 4, 4, 4, 4], 100],
    ['of five severe harms', [4, 4, 4, 4, 4], 93.33],
    ['of two middling harms', [2, 2], 36.67],
  ])('%s, %j, is %d', (_, ratings, expected) => {
    expect(severityOf(ratings)).toBe(expected);
  });

  const ratings = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 });

  /** 25 · (6/10 · highest + 4/10 · sum/6) as one fraction over 60, half up to hundredths. */
  const byFractions = (given: readonly number[]): number => {
    const highest = BigInt([...given].sort((one, other) => other - one)[0] ?? 0);
    const sum = given.reduce((total, rating) => total + BigInt(rating), 0n);
    const [numerator, denominator] = [25n * (36n * highest + 4n * sum) * 100n, 60n];
    return Number((2n * numerator + denominator) / (2n * denominator)) / 100;
  };

  test('is what fractions give, whatever is rated', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        expect(severityOf(given)).toBe(byFractions(given));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is within 0 and 100, and no less where anything is rated worse', () => {
    fc.assert(
      fc.property(ratings, fc.nat({ max: 5 }), (given, at) => {
        const worse = given.map((rating, index) => (index === at ? Math.min(4, rating + 1) : rating));
        expect(severityOf(worse)).toBeGreaterThanOrEqual(severityOf(given));
        expect(severityOf(given)).toBeGreaterThanOrEqual(0);
        expect(severityOf(given)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
