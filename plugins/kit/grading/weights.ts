import type { RubricItemContent } from './content.ts';
import { gcd, lcm, MILLION } from './decimals.ts';
import { exactDecimal } from './levels.ts';

/** In the order of the items, in parts of `scale`. */
export type Weights = { readonly of: readonly bigint[]; readonly scale: bigint };

/**
 * The effective weights: where a tier's plugin items together weigh more than its core items as declared, one factor
 * makes them weigh exactly as much; a tier without core items is not scaled. All are integers over one `scale`, so
 * that weights of different tiers compare.
 */
export function effectiveWeights(items: readonly RubricItemContent[]): Weights {
  const declared = items.map(({ key, weight }) => {
    const value = exactDecimal(weight);
    if (value <= 0n) throw new Error(`The weight of item ${key} is not above 0.`);
    return value;
  });
  const totals = new Map<string, { core: bigint; plugin: bigint }>();
  items.forEach(({ tier, source }, index) => {
    const total = totals.get(tier) ?? { core: 0n, plugin: 0n };
    total[source === 'core' ? 'core' : 'plugin'] += declared[index] as bigint;
    totals.set(tier, total);
  });

  const factors = new Map<string, { core: bigint; plugin: bigint }>();
  for (const [tier, { core, plugin }] of totals) {
    const common = gcd(core, plugin);
    const capped = core > 0n && plugin > core;
    factors.set(tier, capped ? { core: plugin / common, plugin: core / common } : { core: 1n, plugin: 1n });
  }
  const perTier = [...factors.values()].reduce((scale, { core }) => lcm(scale, core), 1n);

  const weights = items.map(({ tier, source }, index) => {
    const factor = factors.get(tier) as { core: bigint; plugin: bigint };
    const share = source === 'core' ? factor.core : factor.plugin;
    return ((declared[index] as bigint) * share * perTier) / factor.core;
  });
  const scale = MILLION * perTier;
  const common = weights.reduce(gcd, scale);
  return { of: weights.map((weight) => weight / common), scale: scale / common };
}
