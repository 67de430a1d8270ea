import { is, Param, Placeholder, type Query, sql } from 'drizzle-orm';
import { builder, type Drizzle } from './drizzle.ts';
import type { Unit } from './unit.ts';

/** Stands for the unit's organization in a statement; filled from the unit, never by the caller. */
export const organization = sql.placeholder('organizationId');

/** What every select, insert, update and delete of drizzle is. */
export interface Prepareable<T> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<T>; getQuery(): Query };
}

const LONGEST_NAME = 63;
const texts = new Map<string, string>();

/**
 * A statement compiled once and run many times, under a name that no other statement has. A list of ids is written
 * `eq(t.id, sql`any(${sql.placeholder('ids')})`)` and given as an array; null may be given for a nullable column.
 */
export function statement<T>(
  name: string,
  build: (db: Drizzle) => Prepareable<T>,
): (tx: Unit, values?: Record<string, unknown>) => Promise<T> {
  const prepared = build(builder).prepare(name);
  const { sql: text, params } = prepared.getQuery();
  claimName(name, text);
  allowNull(params);
  return (tx, values) => {
    const filled = tx.organizationId ? { ...values, organizationId: tx.organizationId } : values;
    return tx.run(() => prepared.execute(filled), name);
  };
}

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
