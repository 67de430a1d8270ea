import type { RubricContent, RubricItemContent } from './content.ts';
import { gcd, lcm, MILLION, millionths } from './decimals.ts';

export function exactDecimal(text: string): bigint {
  const value = millionths(text);
  if (value === null) throw new Error(`A rubric's number reads "${text}", which is no decimal.`);
  return value;
}

/** The smallest denominator over which all that can be earned, and all it is compared with, is a whole number. */
export function scaleOf({ ladder, items }: RubricContent): bigint {
  const decimals = [ladder.coreFloor, ladder.maxNotApplicable, ladder.evidenceCap, ladder.mark];
  for (const { threshold } of ladder.tiers) decimals.push(threshold);
  let scale = 1n;
  for (const { measure, redLine, score } of items) {
    if (score !== undefined) scale = lcm(scale, MILLION);
    if (redLine !== null) decimals.push(redLine.below);
    if (measure.kind === 'metric') decimals.push(...measure.bands.map(([, earns]) => String(earns)));
    if (measure.kind === 'rating' && measure.anchors.length > 1) {
      const steps = BigInt(measure.anchors.length - 1);
      scale = lcm(scale, steps / gcd(steps, 100n));
    }
  }
  return decimals.reduce((common, text) => lcm(common, MILLION / gcd(exactDecimal(text), MILLION)), scale);
}

/**
 * What a measure earns at each of its levels, from none upwards: a rating's anchors, no and yes,
 * no band reached and then the bands from the last listed to the first. A raise is one level.
 */
export function levelsOf({ key, measure }: RubricItemContent, scale: bigint): bigint[] {
  const full = 100n * scale;
  if (measure.kind === 'yesNo') return [0n, full];
  if (measure.kind === 'rating') {
    const steps = BigInt(measure.anchors.length - 1);
    if (steps < 1n) throw new Error(`The rating of item ${key} has fewer than two anchors.`);
    return measure.anchors.map((_, anchor) => (full * BigInt(anchor)) / steps);
  }
  const sign = measure.better === 'HIGHER' ? 1n : -1n;
  const worstFirst = measure.bands.toReversed();
  const froms = worstFirst.map(([from]) => exactDecimal(String(from)) * sign);
  const levels = [0n, ...worstFirst.map(([, earns]) => (exactDecimal(String(earns)) * scale) / MILLION)];
  const ordered =
    froms.length > 0 &&
    froms.every((from, index) => index === 0 || from > (froms[index - 1] as bigint)) &&
    levels.every((level, index) => index === 0 || level >= (levels[index - 1] as bigint));
  if (!ordered) throw new Error(`The bands of item ${key} are not listed best first.`);
  if ((levels.at(-1) as bigint) > full) throw new Error(`A band of item ${key} earns more than 100.`);
  return levels;
}
