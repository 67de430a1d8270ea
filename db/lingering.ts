import type pg from 'pg';

const LINGER_MS = 5;
const lingering = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

/**
 * Leaves the transaction of a reader open for a moment. What the connection does next ends it in the same packet; if nothing
 * comes, it is ended alone. A reader has nothing to commit, so that nobody need wait for it.
 */
export function linger(client: pg.PoolClient): void {
  lingering.set(client, setTimeout(() => endLingering(client), LINGER_MS).unref());
}

/** To be called before a connection begins anything. */
export function endLingering(client: pg.PoolClient): void {
  const timer = lingering.get(client);
  if (!timer) return;
  clearTimeout(timer);
  lingering.delete(client);
  // A connection that fails here fails at what follows, too.
  client.query('commit').catch(() => {});
}
