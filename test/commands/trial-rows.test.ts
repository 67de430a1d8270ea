import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTrialArguments, usage } from '../../api/commands/trial/arguments.ts';
import { cityKey, dealerCode } from '../../api/commands/trial/city.rules.ts';
import { refusalLine, report } from '../../api/commands/trial/report.rules.ts';
import { columns, headerFault, readRow, separatorOf } from '../../api/commands/trial/rows.rules.ts';
import { codeFaults } from '../../api/shared/checks.ts';

const sound = ['7', 'CORNER SHOP', '1 MAIN ST', 'TROY', 'NY', '12180', 'Y', '42.7', '-73.6', 'POINT (-73.6 42.7)'];

/** The sound row with some of its columns written otherwise. */
const row = (given: Partial<Record<(typeof columns)[number], string>> = {}) =>
  columns.map((column, at) => given[column] ?? sound[at] ?? '');

describe('a row', () => {
  test('becomes an outlet', () => {
    expect(readRow(columns, row())).toEqual({
      entry: {
        ...{ code: '7', name: 'CORNER SHOP', city: 'TROY', address: '1 MAIN ST, TROY, NY 12180' },
        ...{ latitude: 42.7, longitude: -73.6 },
      },
    });
  });

  test('is read by the names of its columns, whatever their order', () => {
    const backwards = readRow(columns.toReversed(), row().toReversed());
    expect(backwards).toEqual(readRow(columns, row()));
  });

  test.each([
    ['spaces around and within', { Retailer: ' 7 ', City: ' NEW   YORK ' }, { code: '7', city: 'NEW YORK' }],
    ['no address', { Street: '', State: '', Zip: '', City: 'TROY' }, { address: 'TROY' }],
    ['no place', { Latitude: '', Longitude: '' }, { latitude: null, longitude: null }],
    ['decimal commas', { Latitude: '42,75', Longitude: '-73,5' }, { latitude: 42.75, longitude: -73.5 }],
    ['the ends of the earth', { Latitude: '-90', Longitude: '180' }, { latitude: -90, longitude: 180 }],
  ])('goes in with %s', (_, given, wanted) => {
    expect(readRow(columns, row(given))).toMatchObject({ entry: wanted });
  });

  const text = 'A text is wanted here, at least one character.';
  test.each([
    [{ Retailer: ' ' }, `Retailer: ${text}`],
    [{ Name: '' }, `Name: ${text}`],
    [{ City: '' }, `City: ${text}`],
    [{ Retailer: '#7' }, 'Retailer: A code has letters, digits and . _ - / only, and begins with a letter or digit.'],
    [{ Retailer: '7'.repeat(65) }, 'Retailer: The text has 65 characters; at most 64 are allowed.'],
    [{ Name: 'x'.repeat(201) }, 'Name: The text has 201 characters; at most 200 are allowed.'],
    [{ City: 'x'.repeat(201) }, 'City: The text has 201 characters; at most 200 are allowed.'],
    [{ Street: 'x'.repeat(500) }, 'Street, City, State, Zip: The text has 516 characters; at most 500 are allowed.'],
    [
      { Name: 'A\u0007B' },
      'Name: The text holds a character that cannot be stored or shown. Remove control characters.',
    ],
    [{ Name: 'CAF\ufffd' }, 'The row holds characters that are not UTF-8; save the file in UTF-8.'],
    [{ Latitude: '90.1' }, 'Latitude: Wanted: a number from -90 to 90.'],
    [{ Longitude: '-181' }, 'Longitude: Wanted: a number from -180 to 180.'],
    [{ Latitude: '' }, 'Latitude: Latitude and longitude go together: give both or neither.'],
    [{ Latitude: 'north' }, "Latitude: 'north' is no number of degrees."],
    [{ Longitude: '1e2' }, "Longitude: '1e2' is no number of degrees."],
    [{ Name: '', Longitude: 'NaN' }, `Name: ${text} Longitude: 'NaN' is no number of degrees.`],
  ])('stays out for %j', (given, reason) => {
    const reading = readRow(columns, row(given));
    expect(reading).toEqual({ reason: { en: reason, zhHans: expect.stringMatching(/\p{Script=Han}/u) } });
  });

  test.each([
    [row().slice(1), 9],
    [[...row(), ''], 11],
  ])('stays out with columns too few or too many', (fields, count) => {
    expect(readRow(columns, fields)).toEqual({
      reason: {
        en: `The row has ${count} column(s) where the first line has 10.`,
        zhHans: `该行有 ${count} 列，而首行有 10 列。`,
      },
    });
  });
});

describe('a first line', () => {
  test('names every column once, in any order', () => {
    expect(headerFault(columns)).toBeNull();
    expect(headerFault(columns.toReversed())).toBeNull();
  });

  test.each([
    [columns.slice(2), 'missing: "Retailer", "Name".'],
    [[...columns, 'Phone'], 'unknown or repeated: "Phone".'],
    [[...columns, 'City'], 'unknown or repeated: "City".'],
    [['Retailer', 'name', ...columns.slice(2)], 'missing: "Name"; unknown or repeated: "name".'],
  ])('says what is wrong with %j', (names, wrong) => {
    expect(headerFault(names)?.en).toBe(`The first line must name the columns ${columns.join(', ')}; ${wrong}`);
  });

  test('tells what parts the columns', () => {
    expect([separatorOf(columns.join(',')), separatorOf(columns.join(';'))]).toEqual([',', ';']);
  });
});

describe('the code of a city’s dealer', () => {
  test.each([
    ['NEW YORK', 'NEW-YORK'],
    [' New \t York', 'NEW-YORK'],
    ['上海', '上海'],
    ['ST. JAMES', 'ST-JAMES.62681487eb60'],
    ['ST-JAMES', 'ST-JAMES.5915bc9a01e2'],
    ['???', 'CITY.a03b221c6c6e'],
  ])('of %s is %s', (city, code) => {
    expect(dealerCode(city)).toBe(code);
  });

  const city = fc
    .string({ unit: fc.constantFrom(...'aA1. -/’é上ß\u3000'), minLength: 1, maxLength: 90 })
    .filter((text) => text.trim() !== '');

  test('is a code, the same for the same city and another for another', () => {
    fc.assert(
      fc.property(city, city, (one, other) => {
        expect(codeFaults(dealerCode(one), [])).toEqual([]);
        expect(dealerCode(one) === dealerCode(other)).toBe(cityKey(one) === cityKey(other));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the command line', () => {
  test.each([
    [['a.csv'], { file: 'a.csv', seed: '2026-Q4', dataDirectory: undefined }],
    [['--seed', '7', 'a.csv', '--data-dir=d'], { file: 'a.csv', seed: '7', dataDirectory: 'd' }],
    [['--help'], 'help'],
  ])('%j is understood', (args, command) => {
    expect(readTrialArguments(args)).toEqual(command);
  });

  test.each([
    [[], 'nothing'],
    [['a.csv', 'b.csv'], 'a.csv b.csv'],
    [['a.csv', '--seeds', '7'], 'a.csv --seeds 7'],
    [['a.csv', '--data-dir='], 'a.csv --data-dir='],
  ])('%j is answered with the whole command', (args, found) => {
    expect(() => readTrialArguments(args)).toThrow(`Wanted: ${usage}; found after the two dashes: ${found}.`);
  });
});

test('the report says each figure in both languages', () => {
  const tiers = [
    { tierCode: 'GOOD', outlets: 3 },
    { tierCode: 'BELOW_STANDARD', outlets: 1 },
  ];
  const figures = { read: 6, refused: 1, graded: 4, present: 1, seconds: 2, tiers };
  expect(report(figures, 123.4, 'memory').split('\n')).toEqual([
    'Rows read           读取行数　  6',
    'Refused             未录入　　  1',
    'Graded              本次评级　  4',
    'There already       原已在册　  1',
    'In force, 2026-Q4   现行评级　  4: GOOD 3 (75.0 %), BELOW_STANDARD 1 (25.0 %)',
    'Outlets per second  每秒网点数  2.0 (2.0 s)',
    'Peak memory         内存峰值　  123 MB',
    'Data lies in        数据位置　  memory',
  ]);
  expect(refusalLine(7, { en: 'No.', zhHans: '否。' })).toBe('Line 7 refused: No. · 第 7 行未录入：否。');
});
