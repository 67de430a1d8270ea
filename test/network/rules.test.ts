import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeInChain } from '../../api/network/class-chain.rules.ts';
import {
  caseless,
  codeTaken,
  industryFaults,
  namingFaults,
  placeFaults,
  roleFaults,
  searchText,
} from '../../api/network/network.rules.ts';

const told = (faults: readonly { code: string; path: readonly string[] }[]) =>
  faults.map(({ code, path }) => [code, ...path].join(' '));

describe('without regard to case', () => {
  test.each([
    ['ABC', 'abc'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['ΟΔΟΣΑ', 'οδοσα'],
    ['ÄÖÜ', 'äöü'],
    ['ЖУК', 'жук'],
    ['Ａ', 'ａ'],
    ['ǅ', 'ǆ'],
    ['新星', '新星'],
  ])('%j is %j', (one, other) => {
    expect(caseless(one)).toBe(caseless(other));
  });

  test.each([
    ['a', 'b'],
    ['e', 'é'],
    ['a ', 'a'],
  ])('%j is still not %j', (one, other) => {
    expect(caseless(one)).not.toBe(caseless(other));
  });

  test('every part of a code or name finds it, as it is and in capitals', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, words, words, (before, part, after) => {
        const text = searchText('code', `${before}${part}${after}`);
        expect(text).toContain(caseless(part));
        expect(text).toContain(caseless(part.toUpperCase()));
        expect(text).toContain('code');
      }),
    );
  });
});

describe('the faults of', () => {
  test.each([
    [{}, []],
    [{ code: null, name: null }, []],
    [{ code: 'A', name: 'A' }, []],
    [{ code: '', name: '' }, ['TEXT_EMPTY code', 'TEXT_EMPTY name']],
    [{ name: 'x'.repeat(200) }, []],
    [{ name: 'x'.repeat(201), code: 'a b' }, ['CODE_INVALID code', 'TEXT_TOO_LONG name']],
  ])('a naming %j are %j', (named, faults) => {
    expect(told(namingFaults(named))).toEqual(faults);
  });

  test.each([
    [undefined, []],
    [null, []],
    [['AGENT', 'DEALER'], []],
    [[], ['LIST_EMPTY roles']],
    [['AGENT', 'AGENT'], ['LIST_REPEATED roles 1']],
    [['1', '2', '3', '4', '5', '6', '7', '8', '9'], ['LIST_TOO_LONG roles']],
  ])('roles %j are %j', (roles, faults) => {
    expect(told(roleFaults(roles))).toEqual(faults);
  });

  test.each([
    [undefined, []],
    [null, []],
    [['a', 'b'], []],
    [[], ['LIST_EMPTY industries']],
    [
      ['c', 'a', ''],
      ['NETWORK_INDUSTRY_UNKNOWN industries 0', 'NETWORK_INDUSTRY_UNKNOWN industries 2'],
    ],
    [
      ['c', 'c'],
      ['LIST_REPEATED industries 1', 'NETWORK_INDUSTRY_UNKNOWN industries 0', 'NETWORK_INDUSTRY_UNKNOWN industries 1'],
    ],
    [['constructor'], ['NETWORK_INDUSTRY_UNKNOWN industries 0']],
  ])('industries %j, where a and b are on, are %j', (industries, faults) => {
    expect(told(industryFaults(industries, new Set(['a', 'b'])))).toEqual(faults);
  });

  test.each([
    [{}, []],
    [{ address: null, latitude: null, longitude: null }, []],
    [{ address: 'x'.repeat(500), latitude: -90, longitude: 180 }, []],
    [{ latitude: 0, longitude: 0 }, []],
    [{ address: 'x'.repeat(501) }, ['TEXT_TOO_LONG address']],
    [{ address: '' }, ['TEXT_EMPTY address']],
    [{ latitude: 1 }, ['NETWORK_POSITION_INCOMPLETE longitude']],
    [{ longitude: 0, latitude: null }, ['NETWORK_POSITION_INCOMPLETE latitude']],
    [{ latitude: 91, longitude: -181 }, ['NUMBER_OUT_OF_RANGE latitude', 'NUMBER_OUT_OF_RANGE longitude']],
    [{ latitude: Number.POSITIVE_INFINITY, longitude: 1 }, ['NUMBER_OUT_OF_RANGE latitude']],
    [{ latitude: Number.NaN, longitude: 1 }, ['NUMBER_OUT_OF_RANGE latitude']],
  ])('a place %j are %j', (place, faults) => {
    expect(told(placeFaults(place))).toEqual(faults);
  });

  test('a code that is taken are told with the code', () => {
    expect(codeTaken('D1')).toEqual({ code: 'NETWORK_CODE_TAKEN', path: ['code'], params: { value: 'D1' } });
  });
});

describe('a class assigned', () => {
  const chain = [
    { id: 'first', validFrom: '2026-01-01' },
    { id: 'second', validFrom: '2026-05-01' },
  ];
  test.each([
    ['2025-12-31', { taken: false, previous: undefined, validTo: '2026-01-01' }],
    ['2026-01-01', { taken: true, previous: undefined, validTo: '2026-05-01' }],
    ['2026-02-01', { taken: false, previous: chain[0], validTo: '2026-05-01' }],
    ['2026-05-01', { taken: true, previous: chain[0], validTo: null }],
    ['2027-01-01', { taken: false, previous: chain[1], validTo: null }],
  ])('from %s stands at %j', (validFrom, place) => {
    expect(placeInChain(chain, validFrom)).toEqual(place);
  });

  test('to nobody before stands alone', () => {
    expect(placeInChain([], '2026-01-01')).toEqual({ taken: false, previous: undefined, validTo: null });
  });

  test('leaves no gap and no overlap, in whatever order days are assigned', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, (assigned) => {
        let spans: { id: string; validFrom: string; validTo: string | null }[] = [];
        for (const day of assigned) {
          const validFrom = `2026-02-${String(day).padStart(2, '0')}`;
          const { taken, previous, validTo } = placeInChain(spans, validFrom);
          expect(taken).toBe(false);
          spans = spans.map((span) => (span.id === previous?.id ? { ...span, validTo: validFrom } : span));
          spans.push({ id: validFrom, validFrom, validTo });
          spans.sort((one, other) => one.validFrom.localeCompare(other.validFrom));
        }
        expect(spans.map(({ validTo }) => validTo)).toEqual(
          [...spans.slice(1).map(({ validFrom }) => validFrom), null].slice(0, spans.length),
        );
      }),
    );
  });
});
