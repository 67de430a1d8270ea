import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BenefitParty as Party, share } from '../../api/conflicts/sharing.rules.ts';

describe('whatever is divided', () => {
  type Fraction = readonly [numerator: bigint, denominator: bigint];
  const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
  const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
  const by = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
  const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
  const floor = ([a, b]: Fraction): bigint => a / b;
  const total = (fractions: readonly Fraction[]): Fraction => fractions.reduce(add, [0n, 1n]);
  /** Reads what a decimal says: its digits over a power of ten. */
  const said = (decimal: string): Fraction => {
    const [whole = '', fraction = ''] = decimal.split('.');
    return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
  };

  const decimal = (max: number, scale: number) =>
    fc.nat({ max }).map((units) => {
      const digits = String(units).padStart(scale + 1, '0');
      return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    });
  const scale = fc.integer({ min: 0, max: 6 });
  const sharing = scale.chain((decimals) =>
    fc.record({
      amount: decimal(1_000_000, decimals),
      scale: fc.constant(decimals),
      contributionWeight: decimal(30, 1),
      costWeight: decimal(30, 1),
      parties: fc
        .array(fc.record({ contribution: decimal(999, 2), cost: decimal(99, 0) }), { minLength: 1, maxLength: 20 })
        .map((values) => values.map((value, at) => ({ ...value, party: `P${at}` }))),
    }),
  );
  const counts = (of: { contributionWeight: string; costWeight: string; parties: readonly Party[] }): boolean => {
    const [first, second] = [said(of.contributionWeight)[0], said(of.costWeight)[0]];
    const [contributed, cost] = (['contribution', 'cost'] as const).map((field) =>
      of.parties.some((party) => said(party[field])[0] > 0n),
    );
    return first + second > 0n && (first === 0n || contributed === true) && (second === 0n || cost === true);
  };

  test('the parts are those of the formula, and sum to the whole', () => {
    fc.assert(
      fc.property(sharing.filter(counts), (given) => {
        const unit: Fraction = [1n, 10n ** BigInt(given.scale)];
        const weights = [said(given.contributionWeight), said(given.costWeight)];
        const shareOf = (party: Party): Fraction => {
          const weighed = (['contribution', 'cost'] as const).map((field, at): Fraction => {
            const weight = weights[at] ?? [0n, 1n];
            if (weight[0] === 0n) return [0n, 1n];
            return times(weight, by(said(party[field]), total(given.parties.map((each) => said(each[field])))));
          });
          return by(total(weighed), total(weights));
        };
        const exact = given.parties.map((party) => by(times(said(given.amount), shareOf(party)), unit));
        const units = exact.map(floor);
        let left = floor(by(said(given.amount), unit)) - units.reduce((sum, each) => sum + each, 0n);
        const remainders = exact.map((each, at) => add(each, [-(units[at] ?? 0n), 1n]));
        const open = new Set(remainders.keys());
        for (; left > 0n; left -= 1n) {
          const [first = 0] = open;
          let best = first;
          for (const at of open) if (less(remainders[best] ?? [0n, 1n], remainders[at] ?? [0n, 1n])) best = at;
          open.delete(best);
          units[best] = (units[best] ?? 0n) + 1n;
        }
        const parts = share(given);
        expect(parts.map(({ party }) => party)).toEqual(given.parties.map(({ party }) => party));
        expect(parts.map(({ amount }) => floor(by(said(amount), unit)))).toEqual(units);
        expect(less(total(parts.map(({ amount }) => said(amount))), said(given.amount))).toBe(false);
        expect(less(said(given.amount), total(parts.map(({ amount }) => said(amount))))).toBe(false);
        for (const { amount } of parts) expect(amount.split('.')[1]?.length ?? 0).toBe(given.scale);
        const percents = given.parties.map((party) => {
          const [numerator, denominator] = times(shareOf(party), [10_000n, 1n]);
          return Number((2n * numerator + denominator) / (2n * denominator)) / 100;
        });
        expect(parts.map(({ share: percent }) => percent)).toEqual(percents);
      }),
      { numRuns: 400 },
    );
  });
});
