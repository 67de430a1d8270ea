import { sql } from 'drizzle-orm';
import type { Drizzle } from './drizzle.ts';
import type { Unit } from './unit.ts';

/** Stands for the unit's organization in a statement; filled from the unit, never by the caller. */
export const organization = sql.placeholder('organizationId');

/** What every select, insert, update and delete of drizzle is. */
export interface Prepareable<T> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<T> };
}

/**
 * A statement compiled once and run many times. Lists come as `= any(${sql.placeholder('ids')})` with a JS array as value;
 * null is allowed wherever the column is nullable.
 */
export function statement<T>(
  name: string,
  build: (db: Drizzle) => Prepareable<T>,
): (tx: Unit, values?: Record<string, unknown>) => Promise<T> {
  void name;
  void build;
  throw new Error('not yet');
}
