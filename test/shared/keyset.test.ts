import { fillPlaceholders } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Keyset, windowOf, within } from '../../api/shared/keyset.ts';
import { dealers } from '../../db/tables/network.ts';

interface Row {
  readonly name: string;
  readonly score: number;
  readonly at: string;
  readonly id: string;
}

const byAll = (descending: boolean): Keyset<Row> => ({
  name: `all ${descending}`,
  descending,
  keys: [
    { by: dealers.name, type: 'text', reads: 'name', of: (row) => row.name },
    { by: dealers.score, type: 'float8', reads: 'score', of: (row) => String(row.score) },
    { by: dealers.createdAt, type: 'timestamptz', reads: 'at', of: (row) => row.at },
    { by: dealers.id, type: 'uuid', reads: 'id', of: (row) => row.id },
  ],
});

const row: Row = {
  name: 'Ä',
  score: 78.33,
  at: '2026-11-22T15:04:05.123Z',
  id: '0190a0a0-0000-7000-8000-000000000000',
};
const rowNumbered = (at: number): Row => ({ ...row, name: `Row ${at}` });
const cursorOf = (keyset: Keyset<Row>, of: Row) =>
  windowOf(keyset, { first: 1 })
    .toPage([of], () => of)
    .cursorAt(0) ?? '';
/** Any code units at all, halves of letters among them. */
const texts = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const dialect = new PgDialect();
type Arguments = Parameters<typeof windowOf>[1];
const orderOf = (keyset: Keyset<Row>, args: Arguments) =>
  within(keyset, windowOf(keyset, args).sides).orderBy.map((sql) => dialect.sqlToQuery(sql).sql.replace(/^.*" /, ''));
/** The bounds of a window as its statement says them, and the values that fill them. */
function bounds(keyset: Keyset<Row>, args: Arguments): { sql: string; params: unknown[] } | undefined {
  const { sides, values } = windowOf(keyset, args);
  const { where } = within(keyset, sides);
  if (!where) return undefined;
  const { sql, params } = dialect.sqlToQuery(where);
  return { sql, params: fillPlaceholders(params, values) };
}

describe('a window', () => {
  test('of the first page has no bound, and reads one row more than it shows', () => {
    const limit = (args: Arguments) => windowOf(byAll(false), args).values.limit;
    expect(bounds(byAll(false), { first: 3 })).toBeUndefined();
    expect(limit({ first: 3 })).toBe(4);
    expect(limit({})).toBe(26);
    expect(limit({ last: 7 })).toBe(8);
    expect(limit({ first: null, after: null, last: null, before: null })).toBe(26);
  });

  test.each([
    [false, { first: 1 }, 'asc'],
    [false, { last: 1 }, 'desc'],
    [true, { first: 1 }, 'desc'],
    [true, { last: 1 }, 'asc'],
  ])('of a list that descends (%s), asked by %j, reads every key %s', (descending, args, direction) => {
    expect(orderOf(byAll(descending), args)).toEqual([direction, direction, direction, direction]);
  });

  test.each([
    [false, 'after', '>'],
    [false, 'before', '<'],
    [true, 'after', '<'],
    [true, 'before', '>'],
  ])('of a list that descends (%s) is bounded %s a cursor by %s on all keys at once', (descending, side, sign) => {
    const keyset = byAll(descending);
    const columns = '("dealers"."name", "dealers"."score", "dealers"."created_at", "dealers"."id")';
    expect(bounds(keyset, { first: 1, [side]: cursorOf(keyset, row) })).toEqual({
      sql: `${columns} ${sign} ($1::text, $2::float8, $3::timestamptz, $4::uuid)`,
      params: [row.name, '78.33', row.at, row.id],
    });
  });

  test('lies between two cursors where both are given', () => {
    const keyset = byAll(false);
    const [after, before] = [cursorOf(keyset, rowNumbered(1)), cursorOf(keyset, rowNumbered(2))];
    const where = bounds(keyset, { first: 1, after, before });
    expect(where?.sql.match(/ [<>] /g)).toEqual([' > ', ' < ']);
    expect([where?.params[0], where?.params[4]]).toEqual(['Row 1', 'Row 2']);
  });
});

describe('a page', () => {
  const rows = [1, 2, 3].map(rowNumbered);
  const cursor = cursorOf(byAll(false), row);
  test.each([
    [{ first: 3 }, 3, [1, 2, 3], false, false],
    [{ first: 2 }, 3, [1, 2], true, false],
    [{ first: 2, after: cursor }, 2, [1, 2], false, true],
    [{ first: 2, after: cursor }, 0, [], false, true],
    [{ first: 2 }, 0, [], false, false],
    [{ last: 3 }, 3, [3, 2, 1], false, false],
    [{ last: 2 }, 3, [2, 1], false, true],
    [{ last: 2, before: cursor }, 3, [2, 1], true, true],
    [{ last: 2, before: cursor }, 1, [1], true, false],
    [{}, 3, [1, 2, 3], false, false],
  ])('asked by %j, of %i rows, shows %j; more after it: %s, before it: %s', (args, read, shown, next, previous) => {
    const page = windowOf(byAll(false), args).toPage(rows.slice(0, read), ({ name }) => name);
    expect(page.nodes).toEqual(shown.map((at) => `Row ${at}`));
    expect([page.hasNextPage, page.hasPreviousPage]).toEqual([next, previous]);
  });
});

describe('a cursor', () => {
  test('comes back as the values of its row, whatever they hold', () => {
    const rows = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !text.includes('\0')),
      score: fc.integer({ min: -100, max: 10_100 }).map((hundredths) => hundredths / 100),
      at: fc
        .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      id: fc.uuid(),
    });
    fc.assert(
      fc.property(rows, fc.boolean(), (own, descending) => {
        const keyset = byAll(descending);
        expect(bounds(keyset, { after: cursorOf(keyset, own) })?.params).toEqual([
          own.name,
          String(own.score),
          own.at,
          own.id,
        ]);
      }),
    );
  });

  test('of the longest name of the widest letters is still one', () => {
    const wide = { ...row, name: '\u{20bb7}'.repeat(200) };
    expect(bounds(byAll(false), { after: cursorOf(byAll(false), wide) })?.params[0]).toBe(wide.name);
  });

  test('of another order is refused on the side where it stands, both at once', () => {
    const other = cursorOf(byAll(true), row);
    const refusal = (args: Arguments) => {
      try {
        return windowOf(byAll(false), args);
      } catch (error) {
        return (error as { issues: unknown }).issues;
      }
    };
    const [after, before] = [
      { code: 'CURSOR_INVALID', path: ['after'] },
      { code: 'CURSOR_INVALID', path: ['before'] },
    ];
    expect(refusal({ after: other })).toEqual([after]);
    expect(refusal({ before: other, last: 1 })).toEqual([before]);
    expect(refusal({ after: other, before: '' })).toEqual([after, before]);
    expect(refusal({ after: cursorOf(byAll(false), row), before: other })).toEqual([before]);
  });

  test('made of anything else is refused, or holds only what a database can cast', () => {
    const odd = fc.oneof(texts, fc.constantFrom('NaN', '1e400', '\0', '-1', null, 5, [], {}));
    const instants = fc.constantFrom('infinity', '2026-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z', row.at);
    const values = fc.tuple(
      fc.oneof(texts, odd),
      fc.oneof(fc.constantFrom('78.3', '-1', '101'), odd),
      fc.oneof(instants, instants, odd),
      fc.oneof(fc.uuid(), fc.uuid(), odd),
    );
    const cursors = fc.oneof(
      texts,
      values.map((all) => Buffer.from(JSON.stringify(['all false', ...all])).toString('base64url')),
    );
    fc.assert(
      fc.property(cursors, (after) => {
        let params: unknown[];
        try {
          params = bounds(byAll(false), { after })?.params ?? [];
        } catch (error) {
          expect(error).toMatchObject({ issues: [{ code: 'CURSOR_INVALID' }] });
          return;
        }
        const [name, score, at, id] = params.map(String);
        expect(name).not.toContain('\0');
        expect(Number.isFinite(Number(score))).toBe(true);
        expect(new Date(at ?? '').toISOString()).toBe(at);
        expect(id).toMatch(/^[0-9a-f-]{36}$/);
      }),
      { numRuns: 500 },
    );
  });
});
