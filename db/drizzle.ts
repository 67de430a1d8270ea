import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { Query } from './driver.ts';
import { UnitError } from './errors.ts';

type Executing = { execute(query: Query): Promise<unknown[]>; name?: string | undefined };

const executing = new AsyncLocalStorage<Executing>();

/** drizzle's query builder, one for the process: a query finds the unit it belongs to when it runs. */
export const builder = drizzle(async (sql, params, method) => {
  const unit = executing.getStore();
  if (!unit) throw new UnitError('UNIT_MISSING', 'a query runs only inside unit.run() or as a statement');
  return { rows: await unit.execute({ sql, params, rows: method === 'all' ? 'array' : 'object', name: unit.name }) };
});

export type Drizzle = typeof builder;

/** Runs a drizzle query so that it executes as `unit` says. */
export function executeAs<T>(unit: Executing, run: () => PromiseLike<T>): Promise<T> {
  return executing.run(unit, async () => run());
}
