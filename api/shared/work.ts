import type { Database, OpenUnit, Unit } from '../../db/database.ts';

/** The database as one request sees it: its own organization, one unit of work at a time. */
export interface Work {
  readonly organizationId: string;
  /** Grows when something was written; what was loaded before is then out of date. */
  readonly epoch: object;
  /** The read-only unit of this request, begun at its first query. */
  read(): Promise<Unit>;
  /** Runs a change in a read-write unit: all of it is committed, or nothing. */
  write<T>(run: (tx: Unit) => Promise<T>): Promise<T>;
  /** Ends the read-only unit; called once the answer is made, whatever it is. */
  end(): Promise<void>;
}

/** Once the signal is given, the request is over and begins nothing more. */
export function createWork(database: Database, organizationId: string, signal: AbortSignal): Work {
  let reading: Promise<OpenUnit> | undefined;
  let epoch = {};

  // A unit that never began was reported to whoever asked for it; there is nothing to end.
  const end = async () => {
    const unit = await reading?.catch(() => undefined);
    reading = undefined;
    await unit?.commit();
  };

  return {
    organizationId,
    get epoch() {
      return epoch;
    },
    read: async () => {
      signal.throwIfAborted();
      reading ??= database.begin({ organizationId, mode: 'read' });
      return reading;
    },
    write: async (run) => {
      signal.throwIfAborted();
      await end();
      const result = await database.unit({ organizationId, mode: 'write' }, run);
      epoch = {};
      return result;
    },
    end,
  };
}

/** A work whose every read and write happens in one unit that is open already, so that all of it is kept or nothing is. */
export function workWithin(tx: Unit): Work {
  let epoch = {};
  return {
    organizationId: tx.organizationId,
    get epoch() {
      return epoch;
    },
    read: async () => tx,
    write: async (run) => {
      const result = await run(tx);
      epoch = {};
      return result;
    },
    end: async () => {},
  };
}
