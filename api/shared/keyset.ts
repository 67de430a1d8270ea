import { and, type Column, type Placeholder, type SQL, sql } from 'drizzle-orm';
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
  text: (value: Placeholder) => sql`${value}::text`,
  uuid: (value: Placeholder) => sql`${value}::uuid`,
  int4: (value: Placeholder) => sql`${value}::int4`,
  float8: (value: Placeholder) => sql`${value}::float8`,
  timestamptz: (value: Placeholder) => sql`${value}::timestamptz`,
} as const;

/** One sort key: how SQL orders by it, and its value on a row as text, from the column that it reads. */
export interface SortKey<Row> {
  readonly by: Column | SQL;
  readonly type: keyof typeof fits;
  readonly reads: keyof Row;
  readonly of: (row: Row) => string;
}

/** A total order of a list: its keys end in one that is unique, so that equal keys before it never skip or repeat a row. */
export interface Keyset<Row> {
  /** Names the order; a cursor of another order is refused. */
  readonly name: string;
  readonly descending: boolean;
  readonly keys: readonly SortKey<Row>[];
}

/** The columns that a list needs whatever is asked of its nodes. */
export const neededBy = <Row>({ keys }: Keyset<Row>, ...always: readonly (keyof Row)[]): (keyof Row)[] => [
  ...keys.map(({ reads }) => reads),
  ...always,
];

export interface Page<Node> {
  readonly nodes: readonly Node[];
  /** The cursor of the node at a place: made where it is asked for, since most who ask for a page leave it out. */
  readonly cursorAt: (place: number) => string | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** On which sides a window is bounded, and from which end it is read: what the text of its statement depends on. */
export interface Sides {
  readonly after: boolean;
  readonly before: boolean;
  readonly backward: boolean;
}

/** The part of a list that a page's statement reads: one row more than the page, to know whether the list goes on. */
export interface Window<Row> {
  readonly sides: Sides;
  /** What fills the statement. */
  readonly values: Readonly<Record<string, string | number>>;
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
  return {
    sides: { after: after !== undefined, before: before !== undefined, backward },
    values: { ...named('after', after), ...named('before', before), limit: size + 1 },
    toPage: (rows, asNode) => {
      const more = rows.length > size;
      const shown = rows.slice(0, size);
      if (backward) shown.reverse();
      return {
        nodes: shown.map(asNode),
        cursorAt: (place) => {
          const row = shown.at(place);
          return row === undefined ? null : encodeCursor(keyset, row);
        },
        hasNextPage: args.before != null || (!backward && more),
        hasPreviousPage: args.after != null || (backward && more),
      };
    },
  };
}

type Side = 'after' | 'before';

const named = (side: Side, values: readonly string[] | null = []): Record<string, string> =>
  Object.fromEntries((values ?? []).map((value, at) => [`${side}${at}`, value]));

/** What a window's statement says, to be filled by the window's values. */
export function within<Row>({ keys, descending }: Keyset<Row>, { after, before, backward }: Sides) {
  const columns = sql`(${sql.join(
    keys.map(({ by }) => sql`${by}`),
    sql`, `,
  )})`;
  const beyond = (side: Side, greater: boolean) => {
    const row = keys.map(({ type }, at) => casts[type](sql.placeholder(`${side}${at}`)));
    return sql`${columns} ${greater ? sql`>` : sql`<`} (${sql.join(row, sql`, `)})`;
  };
  const ascending = descending === backward;
  return {
    where: and(after ? beyond('after', !descending) : undefined, before ? beyond('before', descending) : undefined),
    orderBy: keys.map(({ by }): SQL => (ascending ? sql`${by} asc` : sql`${by} desc`)),
    limit: sql.placeholder('limit'),
  };
}
