import type { TierCode } from '../../../plugins/kit/index.ts';
import { type Answered, topOf } from './generated.ts';
import { ladder } from './rubrics.ts';

/*
 * The rules once more, as plainly as they are written and as slowly: whole numbers in sixtieths of a point and
 * quarters of a weight, and every set of raises tried.
 */
const POINT = 60;
const codes = ladder.tiers.map(({ code }) => code);
export const rankOf = (code: TierCode | null): number => (code === null ? 0 : codes.indexOf(code) + 1);

export function earns({ definition: { measure, evidence }, level, proven }: Answered): number {
  const full = 100 * POINT;
  let earned = 0;
  if (measure.kind === 'rating') earned = (full * level) / (measure.anchors.length - 1);
  else if (measure.kind === 'yesNo') earned = full * level;
  else earned = Number(measure.bands[measure.bands.length - level]?.[1] ?? 0) * POINT;
  return evidence === 'required' && !proven ? Math.min(earned, 50 * POINT) : earned;
}

const quarters = ({ definition }: Answered): number => Number(definition.weight) * 4;
const sum = (items: readonly Answered[], of: (item: Answered) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
const isCore = ({ key }: Answered): boolean => key.startsWith('core/');

type Fraction = readonly [numerator: number, denominator: number];
type Weights = ReadonlyMap<string, Fraction>;

/** Effective weights as fractions of whole numbers, over one denominator in a tier. */
export const weigh = (items: readonly Answered[]): Weights =>
  new Map(
    items.map((item) => {
      const tier = items.filter(({ definition }) => definition.tier === item.definition.tier);
      const core = sum(tier.filter(isCore), quarters);
      const own = sum(tier, quarters) - core;
      if (core === 0 || own <= core) return [item.key, [quarters(item), 4]];
      return [item.key, [quarters(item) * (isCore(item) ? own : core), 4 * own]];
    }),
  );

const breaks = (item: Answered): boolean =>
  item.applies && item.definition.redLine !== undefined && earns(item) < Number(item.definition.redLine.below) * POINT;

export function failsGate(item: Answered, rank: number): boolean {
  const { redLine, tier } = item.definition;
  if (redLine === undefined || !breaks(item)) return false;
  return (redLine.capsAt === undefined ? rankOf(tier) - 1 : rankOf(redLine.capsAt)) < rank;
}

/** The score of a tier's applicable items, all and core alone, as fractions. */
export function tierScores(items: readonly Answered[], rank: number, weights = weigh(items)): [Fraction, Fraction] {
  const score = (counted: readonly Answered[]): Fraction => [
    sum(counted, (item) => (weights.get(item.key)?.[0] ?? 0) * earns(item)),
    sum(counted, ({ key }) => weights.get(key)?.[0] ?? 0),
  ];
  const applicable = items.filter(({ applies, definition }) => applies && rankOf(definition.tier) === rank);
  const all = score(applicable);
  const core = score(applicable.filter(isCore));
  return [all, core[1] === 0 ? all : core];
}

export function passes(items: readonly Answered[], rank: number, weights = weigh(items)): boolean {
  const [[total, applicable], [coreTotal, core]] = tierScores(items, rank, weights);
  const inTier = items.filter(({ definition }) => rankOf(definition.tier) === rank);
  const everything = sum(inTier, ({ key }) => weights.get(key)?.[0] ?? 0);
  const threshold = Number(ladder.tiers[rank - 1]?.threshold) * POINT;
  return (
    applicable > 0 &&
    (everything - applicable) * 5 <= everything &&
    total >= threshold * applicable &&
    coreTotal >= (threshold - 10 * POINT) * core &&
    !items.some((item) => failsGate(item, rank))
  );
}

export type Path = { readonly gate: number; readonly raises: ReadonlyMap<string, number> | null };

/** Keys in the order of the shortfalls, then those that are none, by key; gate 0 where all passed. */
export function inOrder(items: readonly Answered[], gate: number): { key: string; listed: boolean }[] {
  const group = (item: Answered) => {
    const rank = rankOf(item.definition.tier);
    if (gate === 0) return 4;
    if (failsGate(item, gate)) return 1;
    return rank === gate ? 2 : rank > gate ? 3 : 4;
  };
  const weights = weigh(items);
  return items
    .filter(({ applies }) => applies)
    .map((item) => {
      const [numerator, denominator] = weights.get(item.key) ?? [0, 1];
      const size: [number, number] = [numerator * Math.max(0, 75 * POINT - earns(item)), denominator * POINT];
      const listed = size[0] > 0 || failsGate(item, gate);
      return { key: item.key, size, listed, group: listed ? group(item) : 5 };
    })
    .sort(
      (a, b) =>
        a.group - b.group ||
        (a.group === 5 ? 0 : b.size[0] * a.size[1] - a.size[0] * b.size[1]) ||
        (a.key < b.key ? -1 : 1),
    );
}

/** The best that an item can be after so many raises. */
function raised(item: Answered, raises: number): Answered | null {
  const ways = [{ ...item, level: item.level + raises }];
  const canProve = item.definition.evidence === 'required' && !item.proven && raises > 0;
  if (canProve) ways.push({ ...item, level: item.level + raises - 1, proven: true });
  const possible = ways.filter((way) => way.level <= topOf(item));
  return possible.sort((a, b) => earns(b) - earns(a))[0] ?? null;
}

function allRaises(item: Answered): Answered[] {
  const after: Answered[] = [];
  for (let next: Answered | null = item; next !== null; next = raised(item, after.length)) after.push(next);
  return after;
}

export const applyRaises = (items: readonly Answered[], raises: ReadonlyMap<string, number>): Answered[] =>
  items.map((item) => raised(item, raises.get(item.key) ?? 0) ?? item);

type Candidate = { readonly stepCost: number; readonly after: readonly Answered[] };

function* setsOfCost(candidates: readonly Candidate[], cost: number, from = 0): Generator<number[]> {
  const candidate = candidates[from];
  if (candidate === undefined) {
    if (cost === 0) yield [];
    return;
  }
  const { stepCost, after } = candidate;
  for (let raises = 0; raises * stepCost <= cost && raises < after.length; raises += 1)
    for (const rest of setsOfCost(candidates, cost - raises * stepCost, from + 1)) yield [raises, ...rest];
}

/** Negative where `a` is the better of two sets of equal cost. */
function compare(a: readonly number[], b: readonly number[]): number {
  const items = (set: readonly number[]) => set.filter((raises) => raises > 0).length;
  const fewer = Math.max(...a) - Math.max(...b) || items(a) - items(b);
  if (fewer !== 0) return fewer;
  const first = a.findIndex((raises, index) => raises !== b[index]);
  return (b[first] ?? 0) - (a[first] ?? 0);
}

/** Null at the top; `raises` is null where no set of raises opens the gate. */
export function bestPath(items: readonly Answered[]): Path | null {
  const gate = codes.findIndex((_, index) => !passes(items, index + 1)) + 1;
  if (gate === 0) return null;
  const keys = inOrder(items, gate).map(({ key }) => key);
  const candidates = items
    .filter((item) => item.applies && (rankOf(item.definition.tier) === gate || failsGate(item, gate)))
    .sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
    .map((item) => ({ stepCost: item.definition.stepCost ?? 1, after: allRaises(item) }));
  const others = items.filter(({ key }) => !candidates.some(({ after }) => after[0]?.key === key));
  const weights = weigh(items);
  const opens = (set: readonly number[]) => {
    const chosen = candidates.map(({ after }, index) => after[set[index] ?? 0] as Answered);
    return passes([...others, ...chosen], gate, weights);
  };

  if (!opens(candidates.map(({ after }) => after.length - 1))) return { gate, raises: null };
  for (let cost = 0; ; cost += 1) {
    let best: number[] | null = null;
    for (const set of setsOfCost(candidates, cost))
      if ((best === null || compare(set, best) < 0) && opens(set)) best = set;
    if (best === null) continue;
    const found = best;
    return { gate, raises: new Map(candidates.map(({ after }, index) => [after[0]?.key ?? '', found[index] ?? 0])) };
  }
}
