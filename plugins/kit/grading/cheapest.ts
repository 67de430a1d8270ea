import { type Gains, gains, type Raisable } from './gains.ts';

export type Contender = Raisable & {
  readonly isCore: boolean;
  /** Raises that it must have before those chosen here. */
  readonly forced: number;
};

/** What the weighted sums still lack: a core item's raise adds to both, a plugin item's to the total alone. */
export type Lack = { readonly core: bigint; readonly total: bigint };

type Groups = { readonly core: readonly Contender[]; readonly plugin: readonly Contender[] };

/** For a given cost each group wants only its largest gain, so that the groups meet in how they share the budget. */
function suffices(core: readonly bigint[], plugin: readonly bigint[], budget: number, lack: Lack): boolean {
  for (let spent = 0; spent <= budget; spent += 1) {
    const gain = core[spent] as bigint;
    if (gain >= lack.core && gain + (plugin[budget - spent] as bigint) >= lack.total) return true;
  }
  return false;
}

const sufficesIn = ({ core, plugin }: Groups, budget: number, lack: Lack): boolean =>
  suffices(gains(core, budget)[0] ?? [], gains(plugin, budget)[0] ?? [], budget, lack);

const mostOf = (items: readonly Contender[]): bigint =>
  items.reduce((sum, item) => sum + (item.gains.at(-1) ?? 0n), 0n);

function leastCost({ core, plugin }: Groups, lack: Lack): number | null {
  if (!suffices([mostOf(core)], [mostOf(plugin)], 0, lack)) return null;
  for (let budget = 4; ; budget *= 2) {
    const [ofCore, ofPlugin] = [gains(core, budget)[0] ?? [], gains(plugin, budget)[0] ?? []];
    for (let cost = 0; cost <= budget; cost += 1) if (suffices(ofCore, ofPlugin, cost, lack)) return cost;
  }
}

const atMost = (items: readonly Contender[], raises: number): Contender[] =>
  items.map((item) => ({ ...item, gains: item.gains.slice(0, Math.max(0, raises - item.forced) + 1) }));

/** The smallest largest number of raises on one item for which the cost still suffices. */
function evenly(groups: Groups, cost: number, lack: Lack, forced: number): Groups {
  for (let raises = forced; ; raises += 1) {
    const limited = { core: atMost(groups.core, raises), plugin: atMost(groups.plugin, raises) };
    if (sufficesIn(limited, cost, lack)) return limited;
  }
}

/** Tables of both groups, layered by how many of their items may be new. */
type Layers = { readonly core: Gains[]; readonly plugin: Gains[] };
type Position = { readonly core: number; readonly plugin: number };

/** What the items from a position on may spend, and must still bring. */
type Rest = { readonly budget: number; readonly newItems: number; readonly lack: Lack };

const lackAfter = ({ core, total }: Lack, gain: bigint, isCore: boolean): Lack => ({
  core: isCore ? core - gain : core,
  total: total - gain,
});

function sufficesFrom(layers: Layers, from: Position, { budget, newItems, lack }: Rest): boolean {
  if (budget < 0 || newItems < 0) return false;
  for (let ofCore = 0; ofCore <= newItems; ofCore += 1) {
    const core = layers.core[ofCore]?.[from.core] ?? [];
    const plugin = layers.plugin[newItems - ofCore]?.[from.plugin] ?? [];
    if (suffices(core, plugin, budget, lack)) return true;
  }
  return false;
}

/** The layers up to the fewest new items that suffice. */
function fewest({ core, plugin }: Groups, cost: number, lack: Lack): Layers {
  const layers: Layers = { core: [], plugin: [] };
  for (let newItems = 0; ; newItems += 1) {
    layers.core.push(gains(core, cost, layers.core.at(-1) ?? null));
    layers.plugin.push(gains(plugin, cost, layers.plugin.at(-1) ?? null));
    if (sufficesFrom(layers, { core: 0, plugin: 0 }, { newItems, budget: cost, lack })) return layers;
  }
}

/**
 * How often to raise each item, in their order, beyond what is forced: the least cost, then the smallest largest number
 * of raises on one item, then the fewest items, then as many raises as possible on the first, the second and so on.
 * Null where even all raises together do not suffice.
 */
export function cheapestRaises(items: readonly Contender[], lack: Lack, largestForced: number): number[] | null {
  const groups = { core: items.filter(({ isCore }) => isCore), plugin: items.filter(({ isCore }) => !isCore) };
  const cost = leastCost(groups, lack);
  if (cost === null) return null;
  const limited = evenly(groups, cost, lack, largestForced);
  const layers = fewest(limited, cost, lack);

  let rest: Rest = { budget: cost, newItems: layers.core.length - 1, lack };
  let from: Position = { core: 0, plugin: 0 };
  return items.map(({ isCore, isNew, stepCost }) => {
    const { gains: added } = (isCore ? limited.core[from.core] : limited.plugin[from.plugin]) as Contender;
    from = isCore ? { ...from, core: from.core + 1 } : { ...from, plugin: from.plugin + 1 };
    const after = (raises: number): Rest => ({
      budget: rest.budget - raises * stepCost,
      newItems: rest.newItems - (isNew && raises > 0 ? 1 : 0),
      lack: lackAfter(rest.lack, added[raises] as bigint, isCore),
    });
    let raises = added.length - 1;
    while (raises > 0 && !sufficesFrom(layers, from, after(raises))) raises -= 1;
    rest = after(raises);
    return raises;
  });
}
