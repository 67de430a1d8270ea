import type { Decimal } from '../definition.ts';

/** Every decimal of a rubric or an answer is a whole number of millionths. */
export const MILLION = 1_000_000n;

const written = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;

/** Null for what is not written as a decimal of at most 15 integer and 6 fraction digits. */
export function millionths(value: string): bigint | null {
  const parts = written.exec(value);
  if (parts === null) return null;
  const [, sign, whole = '', fraction = ''] = parts;
  const magnitude = BigInt(whole + fraction.padEnd(6, '0'));
  return sign === '-' ? -magnitude : magnitude;
}

/** The shortest way to write the same number, so that 95, '95' and '95.00' are one content. */
export function decimalText(value: Decimal): string {
  const parsed = millionths(String(value));
  if (parsed === null) throw new Error(`"${value}" is no decimal of at most 15 integer and 6 fraction digits.`);
  const magnitude = parsed < 0n ? -parsed : parsed;
  const fraction = (magnitude % MILLION).toString().padStart(6, '0').replace(/0+$/, '');
  return `${parsed < 0n ? '-' : ''}${magnitude / MILLION}${fraction && `.${fraction}`}`;
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** A fraction that is not negative, half up to two decimals. */
export const rounded = (numerator: bigint, denominator: bigint): number =>
  Number((numerator * 200n + denominator) / (denominator * 2n)) / 100;
