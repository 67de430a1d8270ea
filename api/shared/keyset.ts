import { type Column, type SQL, sql } from 'drizzle-orm';
import { storable } from './checks.ts';
import { issue, refuseIf } from './errors.ts';

/** The arguments of a connection, within the bounds that the edge has checked. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Whether a text from a cursor is a value of the type, so that no cast of it fails. */
const fits = {
  text: storable,
  uuid: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  int4: (value: string) => /^\d{1,9}$/.test(value),
  float8: (value: string) => /^-?\d{1,3}(\.\d{1,2})?$/.test(value),
  timestamptz: (value: string) => /^(?!0000)\d{4}-/.test(value) && new Date(value).toISOString() === value,
} as const;

const casts = {
  text: (value: string) => sql`${value}::text`,
  uuid: (value: string) => sql`${value}::uuid`,
  int4: (value: string) => sql`${value}::int4`,
  float8: (value: string) => sql`${value}::float8`,
  timestamptz: (value: string) => sql`${value}::timestamptz`,
} as const;

/** One sort key: how SQL orders by it, and its value on a row as text. */
export interface SortKey<Row> {
  readonly by: Column | SQL;
  readonly type: keyof typeof fits;
  readonly of: (row: Row) => string;
}

/** A total order of a list: its keys end in one that is unique, so that equal keys before it never skip or repeat a row. */
export interface Keyset<Row> {
  /** Names the order; a cursor of another order is refused. */
  readonly name: string;
  readonly descending: boolean;
  readonly keys: readonly SortKey<Row>[];
}

export interface Edge<Row> {
  readonly cursor: string;
  readonly node: Row;
}

export interface Page<Row> {
  readonly edges: readonly Edge<Row>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The part of a list that a page's statement reads: one row more than the page, to know whether the list goes on. */
export interface Window<Row> {
  readonly where: SQL | undefined;
  readonly orderBy: readonly SQL[];
  readonly limit: number;
  /** The page that the statement's rows make, each row shown as the node that it is. */
  readonly toPage: <Node>(rows: readonly Row[], asNode: (row: Row) => Node) => Page<Node>;
}

const defaultPageSize = 25;

function encodeCursor<Row>(keyset: Keyset<Row>, row: Row): string {
  return Buffer.from(JSON.stringify([keyset.name, ...keyset.keys.map((key) => key.of(row))])).toString('base64url');
}

function decodeCursor<Row>(keyset: Keyset<Row>, cursor: string): string[] | null {
  try {
    const [name, ...values]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (name !== keyset.name || values.length !== keyset.keys.length) return null;
    const known = keyset.keys.every(({ type }, at) => {
      const value = values[at];
      return typeof value === 'string' && fits[type](value);
    });
    return known ? (values as string[]) : null;
  } catch {
    return null;
  }
}

/** Reads a connection's arguments; a cursor that is not of this order is refused. */
export function windowOf<Row>(keyset: Keyset<Row>, args: PageArguments): Window<Row> {
  const after = args.after == null ? undefined : decodeCursor(keyset, args.after);
  const before = args.before == null ? undefined : decodeCursor(keyset, args.before);
  refuseIf([
    ...(after === null ? [issue('CURSOR_INVALID', ['after'])] : []),
    ...(before === null ? [issue('CURSOR_INVALID', ['before'])] : []),
  ]);

  const backward = args.last != null;
  const size = args.last ?? args.first ?? defaultPageSize;
  const ascending = keyset.descending === backward;
  const columns = sql`(${sql.join(
    keyset.keys.map(({ by }) => sql`${by}`),
    sql`, `,
  )})`;
  const beyond = (values: readonly string[], greater: boolean) => {
    const row = keyset.keys.map(({ type }, at) => casts[type](values[at] ?? ''));
    return sql`${columns} ${greater ? sql`>` : sql`<`} (${sql.join(row, sql`, `)})`;
  };
  const bounds = [
    ...(after ? [beyond(after, !keyset.descending)] : []),
    ...(before ? [beyond(before, keyset.descending)] : []),
  ];

  return {
    where: bounds.length > 0 ? sql.join(bounds, sql` and `) : undefined,
    orderBy: keyset.keys.map(({ by }) => (ascending ? sql`${by} asc` : sql`${by} desc`)),
    limit: size + 1,
    toPage: (rows, asNode) => {
      const more = rows.length > size;
      const shown = rows.slice(0, size);
      if (backward) shown.reverse();
      return {
        edges: shown.map((row) => ({ node: asNode(row), cursor: encodeCursor(keyset, row) })),
        hasNextPage: args.before != null || (!backward && more),
        hasPreviousPage: args.after != null || (backward && more),
      };
    },
  };
}
