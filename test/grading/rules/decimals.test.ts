import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, millionths, rounded } from '../../../plugins/kit/grading/decimals.ts';

test.each([
  ['92.5', 92_500_000n],
  ['-0.000001', -1n],
  ['007', 7_000_000n],
  ['999999999999999.999999', 999_999_999_999_999_999_999n],
])('%s is a decimal', (text, value) => {
  expect(millionths(text)).toBe(value);
});

test.each(['', '-', '.5', '5.', '+5', '1e3', '1,5', ' 5', '5\n', 'NaN', '٣', '1234567890123456', '0.1234567'])(
  '%j is no decimal',
  (text) => {
    expect(millionths(text)).toBeNull();
  },
);

test.each([
  [95, '95'],
  ['95.00', '95'],
  ['-0.50', '-0.5'],
  ['-0', '0'],
  ['010.010', '10.01'],
  [0.1, '0.1'],
])('%j is written %s', (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test.each([1e-7, 1e21, Number.NaN, 'many'])('%s is refused as content', (value) => {
  expect(() => decimalText(value)).toThrow(`"${value}" is no decimal`);
});

test('the text of a decimal is the same decimal', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 21n) + 1n, max: 10n ** 21n - 1n }), (value) => {
      const magnitude = (value < 0n ? -value : value).toString().padStart(7, '0');
      const text = `${value < 0n ? '-' : ''}${magnitude.slice(0, -6)}.${magnitude.slice(-6)}`;
      expect(millionths(decimalText(text))).toBe(value);
    }),
  );
});

test.each([
  [1n, 3n, 0.33],
  [2n, 3n, 0.67],
  [1n, 200n, 0.01],
  [999n, 200_000n, 0],
  [675n, 8n, 84.38],
  [100n, 1n, 100],
])('%d / %d leaves as %d', (numerator, denominator, value) => {
  expect(rounded(numerator, denominator)).toBe(value);
});
