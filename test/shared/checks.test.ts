import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeFaults,
  keySetFaults,
  nullFaults,
  rangeFaults,
  setFaults,
  shown,
  storable,
  textFaults,
} from '../../api/shared/checks.ts';

/** Any code units at all, halves of letters among them. */
const texts = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

const codesOf = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);

describe('a text', () => {
  test.each([
    ['', ['TEXT_EMPTY']],
    [' \t\r\n\u00a0\u2003\u3000\ufeff', ['TEXT_EMPTY']],
    ['a', []],
    ['新星 😀"ö&<\\', []],
    ['2\nlines\r\n\t', []],
    ['\u2028\u200b', ['TEXT_EMPTY']],
    ['a\u2028\u200b', []],
    ['x'.repeat(10), []],
    ['😀'.repeat(10), []],
    ['x'.repeat(11), ['TEXT_TOO_LONG']],
    ['😀'.repeat(11), ['TEXT_TOO_LONG']],
    ['a\0', ['TEXT_UNPRINTABLE']],
    ['\0', ['TEXT_UNPRINTABLE']],
    ['a\u0001', ['TEXT_UNPRINTABLE']],
    ['a\u000b', ['TEXT_UNPRINTABLE']],
    ['a\u000c', ['TEXT_UNPRINTABLE']],
    ['a\u001b[0m', ['TEXT_UNPRINTABLE']],
    ['a\u007f', ['TEXT_UNPRINTABLE']],
    ['\ud83d', ['TEXT_UNPRINTABLE']],
    ['\ude00', ['TEXT_UNPRINTABLE']],
    ['\ude00\ud83d', ['TEXT_UNPRINTABLE']],
  ])('%j has the faults %j', (text, faults) => {
    expect(codesOf(textFaults(text, ['name'], 10))).toEqual(faults);
  });

  test('tells its place, its length and how long it may be', () => {
    expect(textFaults('😀😀😀', ['answers', 3, 'note'], 2)).toEqual([
      { code: 'TEXT_TOO_LONG', path: ['answers', '3', 'note'], params: { length: 3, max: 2 } },
    ]);
  });

  test('without a fault can be stored', () => {
    fc.assert(fc.property(texts, (text) => textFaults(text, [], 40).length > 0 || storable(text)));
  });

  test('that holds half a letter takes no time, however long it is', () => {
    const text = `${'a'.repeat(9_999)}!`;
    const started = performance.now();
    textFaults(text, [], 20_000);
    codeFaults(text, []);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('a code', () => {
  test.each(['A', '1', 'a.b_c-d/e', '新星-1', 'É', 'ß', '𠮷', 'x'.repeat(64), '𠮷'.repeat(64), '٣', 'Ⅷ'])(
    'may be %j',
    (code) => {
      expect(codeFaults(code, ['code'])).toEqual([]);
    },
  );

  test.each([
    ['', 'TEXT_EMPTY'],
    ['  ', 'TEXT_EMPTY'],
    ['x'.repeat(65), 'TEXT_TOO_LONG'],
    ['a\0', 'TEXT_UNPRINTABLE'],
    ...[
      '.a',
      '-a',
      '_a',
      '/a',
      ' a',
      'a ',
      'a b',
      'a\n',
      'a\nb',
      'a%',
      "a'",
      'a"',
      'a\\b',
      'a:b',
      'a,b',
      'a;b',
      '😀',
      'a#',
      '＿',
      '<a>',
    ].map((code) => [code, 'CODE_INVALID']),
  ])('%j is refused as %s alone', (code, fault) => {
    expect(codesOf(codeFaults(code, ['code']))).toEqual([fault]);
  });
});

describe('a set', () => {
  test('has from one to so many entries, each once', () => {
    expect(setFaults([], ['roles'], 2)).toEqual([{ code: 'LIST_EMPTY', path: ['roles'] }]);
    expect(setFaults(['a'], ['roles'], 2)).toEqual([]);
    expect(setFaults(['a', 'A'], ['roles'], 2)).toEqual([]);
    expect(setFaults(['a', 'b', 'c'], ['roles'], 2)).toEqual([
      { code: 'LIST_TOO_LONG', path: ['roles'], params: { length: 3, max: 2 } },
    ]);
    expect(setFaults(['a', 'b', 'a', 'b', 'a'], ['roles'], 5)).toEqual([
      { code: 'LIST_REPEATED', path: ['roles', '2'], params: { value: 'a' } },
      { code: 'LIST_REPEATED', path: ['roles', '3'], params: { value: 'b' } },
      { code: 'LIST_REPEATED', path: ['roles', '4'], params: { value: 'a' } },
    ]);
  });
});

describe('a set of keys', () => {
  const known = { max: 3, isKnown: (key: string) => key === 'a', unknown: 'CONFLICT_TAG_UNKNOWN' } as const;
  const told = (keys: string[]) =>
    keySetFaults(keys, ['tags'], known).map(({ code, path }) => [code, ...path].join(' '));

  test.each([
    [['a'], []],
    [[], ['LIST_EMPTY tags']],
    [['b', 'a'], ['CONFLICT_TAG_UNKNOWN tags 0']],
    [
      ['b', 'b'],
      ['LIST_REPEATED tags 1', 'CONFLICT_TAG_UNKNOWN tags 0', 'CONFLICT_TAG_UNKNOWN tags 1'],
    ],
    [['b', 'c', 'd', 'd'], ['LIST_TOO_LONG tags']],
  ])('%j has the faults %j', (keys, faults) => {
    expect(told(keys)).toEqual(faults);
  });

  test('repeats what is long or no text at all as far as it can be shown', () => {
    expect(keySetFaults(['x'.repeat(10_000)], ['tags'], known)[0]?.params).toEqual({ value: 'x'.repeat(200) });
    const [again] = setFaults(['\ud83d', '\ud83d'], ['tags']);
    expect(again?.params).toEqual({ value: '\ufffd' });
  });
});

describe('what a message repeats', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['😀😀😀', 2, '😀😀'],
    ['a\ud83d', 2, 'a\ufffd'],
    ['\ude00b', 2, '\ufffdb'],
  ])('%j, cut to %d, is %j', (value, max, expected) => {
    expect(shown(value, max)).toBe(expected);
  });

  test('is well-formed and no longer than it may be', () => {
    fc.assert(fc.property(texts, (text) => shown(text, 10).isWellFormed() && [...shown(text, 10)].length <= 10));
  });
});

describe('a number', () => {
  test.each([
    [-90, true],
    [90, true],
    [-0, true],
    [-90.000001, false],
    [90.000001, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    [Number.NEGATIVE_INFINITY, false],
  ])('%d is within its bounds: %s', (value, within) => {
    const faults = [{ code: 'NUMBER_OUT_OF_RANGE', path: ['latitude'], params: { min: -90, max: 90 } }];
    expect(rangeFaults(value, ['latitude'], -90, 90)).toEqual(within ? [] : faults);
  });
});

describe('null in an update', () => {
  test('is refused for the fields named, told in their order, and absent is none', () => {
    const input = { name: null, roles: undefined, territory: null, status: null };
    expect(nullFaults(input, 'status', 'roles', 'channel', 'name')).toEqual([
      { code: 'NULL_REFUSED', path: ['status'] },
      { code: 'NULL_REFUSED', path: ['name'] },
    ]);
    expect(nullFaults({}, 'constructor', '__proto__')).toEqual([]);
  });
});
