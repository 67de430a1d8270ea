import { Column, fillPlaceholders, is, Param, Placeholder, type Query, SQL, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { builder, type Drizzle } from './drizzle.ts';
import type { Unit } from './unit.ts';

/** Stands for the unit's organization in a statement; filled from the unit, never by the caller. */
export const organization = sql.placeholder('organizationId');

/** What every select, insert, update and delete of drizzle is. */
export interface Prepareable<T> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<T>; getQuery(): Query };
}

type Values = Readonly<Record<string, unknown>>;
type Run<T> = (tx: Unit, values?: Values) => Promise<T>;

const LONGEST_NAME = 63;
const texts = new Map<string, string>();

/**
 * A statement compiled once and run many times, under a name that no other statement has. A list of ids is written
 * `eq(t.id, sql`any(${sql.placeholder('ids')})`)` and given as an array; null may be given for a nullable column.
 */
export function statement<T>(name: string, build: (db: Drizzle) => Prepareable<T>): Run<T> {
  return compiled(build(builder), name);
}

const MOST_SHAPES = 200;
/** A server keeps what was prepared for as long as the connection lasts, and callers choose shapes: those met first get names, the rest run without. */
export const MOST_NAMED = 50;

/** A family of statements that differ by what is asked of them: one for each shape, compiled when it is met first. */
export function statements<Shape extends object, T>(
  name: string,
  build: (db: Drizzle, shape: Shape) => Prepareable<T>,
): (tx: Unit, shape: Shape, values?: Values) => Promise<T> {
  const known = new LRUCache<string, Run<T>>({ max: MOST_SHAPES });
  let met = 0;
  return (tx, shape, values) => {
    const key = JSON.stringify(shape);
    let run = known.get(key);
    if (!run) {
      met += 1;
      run = compiled(build(builder, shape), met > MOST_NAMED ? undefined : `${name} ${met}`);
      known.set(key, run);
    }
    return run(tx, values);
  };
}

function compiled<T>(query: Prepareable<T>, name: string | undefined): Run<T> {
  const prepared = query.prepare(name ?? '');
  const { sql: text, params } = prepared.getQuery();
  if (name !== undefined) claimName(name, text);
  allowNull(params);
  const toRow = rowOf(query);
  return async (tx, values) => {
    const filled = tx.organizationId ? { ...values, organizationId: tx.organizationId } : { ...values };
    if (!toRow) return tx.run(() => prepared.execute(filled), name);
    const rows = await tx.rows({ sql: text, params: fillPlaceholders(params, filled), rows: 'array', name });
    return (rows as unknown[][]).map(toRow) as T;
  };
}

/** How a row of a flat select is made of its values, which come from the driver as they should be; undefined where drizzle has more to do. */
function rowOf(query: object): ((values: readonly unknown[]) => Record<string, unknown>) | undefined {
  const fields = (query as { _?: { config?: { fields?: Record<string, unknown> } } })._?.config?.fields;
  if (!fields || !Object.values(fields).every(isFlat)) return undefined;
  const keys = Object.keys(fields);
  return (values) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < keys.length; at += 1) row[keys[at] as string] = values[at];
    return row;
  };
}

const isFlat = (field: unknown): boolean => is(field, Column) || is(field, SQL) || is(field, SQL.Aliased);

/** A server keeps prepared statements by name alone, and cuts long names off. */
function claimName(name: string, text: string): void {
  if (name.length > LONGEST_NAME) throw new TypeError(`statement name longer than ${LONGEST_NAME}: ${name}`);
  if ((texts.get(name) ?? text) !== text) throw new TypeError(`two statements are named ${name}`);
  texts.set(name, text);
}

/** drizzle hands a placeholder's value to the column as it is, and most columns cannot encode null. */
function allowNull(params: unknown[]): void {
  params.forEach((param, i) => {
    if (!is(param, Param) || !is(param.value, Placeholder)) return;
    const { encoder } = param;
    const nullable = (value: unknown) => (value === null ? null : encoder.mapToDriverValue(value));
    params[i] = new Param(param.value, { mapToDriverValue: nullable });
  });
}
