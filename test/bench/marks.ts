/** What was to be reached, and what was. */
export interface Mark {
  readonly wanted: string;
  readonly found: string;
  readonly reached: boolean;
}

export const atLeast = (what: string, wanted: number, found: number, unit = ''): Mark => ({
  wanted: `${what}: at least ${amount(wanted)}${unit}`,
  found: `${amount(found)}${unit}`,
  reached: found >= wanted,
});

export const atMost = (what: string, wanted: number, found: number, unit = ''): Mark => ({
  wanted: `${what}: at most ${amount(wanted)}${unit}`,
  found: `${amount(found)}${unit}`,
  reached: found <= wanted,
});

/** Three figures that count, and none that pretend more. */
export function amount(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: 0 });
}
