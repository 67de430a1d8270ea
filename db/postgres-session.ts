import type pg from 'pg';
import type { Query, Session } from './driver.ts';
import { databaseError } from './driver-errors.ts';
import { DatabaseError } from './errors.ts';
import { endLingering, linger } from './lingering.ts';
import { together } from './together.ts';

/** Starts a transaction without waiting for it: BEGIN and the first statement travel in one round trip. */
export function postgresSession(client: pg.PoolClient, begin: string, mode: 'read' | 'write' = 'write'): Session {
  let poison: Error | undefined;
  let running = 0;
  // A connection that dies while held tells it here too, and an event without a listener would end the process.
  const died = (error: Error) => {
    poison ??= error;
  };
  client.on('error', died);
  together(client);
  endLingering(client);
  const begun = client.query(begin).catch(spoil);
  begun.catch(() => {});

  /** Gone, silent, or with plans that a migration made stale: such a connection serves no other unit. */
  function spoil(error: Error): never {
    const { kind, sqlState } = databaseError(error) as DatabaseError;
    if (kind === 'UNAVAILABLE' || sqlState === undefined || STALE.has(sqlState)) poison ??= error;
    throw error;
  }

  async function answered<T>(answer: Promise<T>): Promise<T> {
    answer.catch(() => {});
    running += 1;
    try {
      await begun;
      return await answer.catch(spoil);
    } finally {
      running -= 1;
    }
  }

  const hasBegun = () =>
    begun.then(
      () => true,
      () => false,
    );
  const release = () => {
    client.release(poison);
    client.off('error', died);
  };

  return {
    execute: async (query) => {
      together(client);
      return (await answered(client.query<unknown[]>(queryConfig(query)))).rows;
    },
    end: async (how) => {
      if (mode === 'read' && how === 'commit' && running === 0 && (await hasBegun()) && !poison) {
        linger(client);
        return release();
      }
      try {
        const { command } = await answered(client.query(how));
        if (command.toLowerCase() !== how) throw new DatabaseError('INTERNAL', { sqlState: '25P02' });
      } catch (error) {
        if (!(error instanceof DatabaseError)) poison ??= error as Error;
        throw error;
      } finally {
        release();
      }
    },
  };
}

const STALE = new Set(['0A000', '26000']);

export function queryConfig({ sql, params, rows, name }: Query): pg.QueryConfig & { rowMode?: 'array' } {
  const config = { text: sql, values: [...params], ...(name === undefined ? {} : { name }) };
  return rows === 'array' ? { ...config, rowMode: 'array' } : config;
}
