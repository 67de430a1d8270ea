import DataLoader from 'dataloader';
import type { Unit } from '../../db/database.ts';
import type { Context } from './context.ts';

type Batch<Value, Args> = (
  tx: Unit,
  keys: readonly string[],
  args: Args,
  context: Context,
) => Promise<ReadonlyMap<string, Value>>;

/** One statement for all that a request asks of the same kind, whoever asks; forgotten once the request has written. */
export function batched<Value, Args = undefined>(run: Batch<Value, Args>) {
  const byEpoch = new WeakMap<object, Map<string, DataLoader<string, Value | undefined>>>();

  const loaderFor = (context: Context, args: Args): DataLoader<string, Value | undefined> => {
    const { work } = context;
    const loaders = byEpoch.get(work.epoch) ?? new Map<string, DataLoader<string, Value | undefined>>();
    byEpoch.set(work.epoch, loaders);
    const name = args === undefined ? '' : JSON.stringify(args);
    const known = loaders.get(name);
    if (known) return known;
    const created = new DataLoader<string, Value | undefined>(async (keys) => {
      const found = await run(await work.read(), keys, args, context);
      return keys.map((key) => found.get(key));
    });
    loaders.set(name, created);
    return created;
  };

  return async (context: Context, key: string, ...args: Args extends undefined ? [] : [args: Args]) =>
    (await loaderFor(context, args[0] as Args).load(key)) ?? null;
}

/** Rows by one of their columns. */
export function indexBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** Lists of rows by one of their columns, in the order they came. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
