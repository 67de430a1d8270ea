import type pg from 'pg';

type Stream = { cork(): void; uncork(): void };

/** Statements that are sent in one turn of the event loop leave in one packet: each packet wakes the server once. */
export function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Stream } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
