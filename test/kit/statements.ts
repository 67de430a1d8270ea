import { AsyncLocalStorage } from 'node:async_hooks';

type Recording = { readonly statements: string[]; readonly outer: Recording | undefined };

const recordings = new AsyncLocalStorage<Recording>();

/** Told by the database of every statement; each belongs to the code that runs it, so tests may run side by side. */
export function seen({ sql }: { readonly sql: string }): void {
  for (let recording = recordings.getStore(); recording; recording = recording.outer) recording.statements.push(sql);
}

/** What a piece of code asks of the database, in order. */
export async function record<T>(run: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const recording = { statements: [], outer: recordings.getStore() };
  return { result: await recordings.run(recording, run), statements: recording.statements };
}

/** How many statements a piece of code needs, the begin and end of its units of work aside. */
export async function countQueries(run: () => Promise<unknown>): Promise<number> {
  const { statements } = await record(run);
  return statements.length;
}
