const PLAIN = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{1,6}))?$/;

/** Millionths, so that decimals compare exactly; undefined for what is no plain decimal of 15 whole and 6 fraction digits. */
export function millionths(value: unknown): bigint | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const parts = PLAIN.exec(String(value));
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  return BigInt(`${sign}${whole}${fraction.padEnd(6, '0')}`);
}

/** Whether a value is a decimal within the bounds given: `above` excludes its own value, `from` and `upTo` include theirs. */
export function isDecimal(value: unknown, bounds: { above?: number; from?: number; upTo?: number } = {}): boolean {
  const amount = millionths(value);
  if (amount === undefined) return false;
  const { above = Number.NEGATIVE_INFINITY, from = Number.NEGATIVE_INFINITY, upTo = Number.POSITIVE_INFINITY } = bounds;
  return amount > above * 1e6 && amount >= from * 1e6 && amount <= upTo * 1e6;
}
