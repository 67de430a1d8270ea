type Parse = (text: string) => unknown;

const number: Parse = (text) => Number(text);
const numbers: Parse = (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number));
const instant: Parse = (text) => new Date(text);
const same: Parse = (text) => text;

/**
 * How a column's text becomes a value, by the oid of its type: said here once, so that both drivers give the same.
 * Decimals and days stay text; counts, which come as bigint, are numbers.
 */
export const parsers: Readonly<Record<number, Parse>> = {
  16: (text) => text === 't',
  20: number,
  21: number,
  23: number,
  700: number,
  701: number,
  114: JSON.parse,
  3802: JSON.parse,
  1016: numbers,
  1082: same,
  1114: (text) => new Date(`${text}Z`),
  1184: instant,
  1700: same,
  2950: same,
};
