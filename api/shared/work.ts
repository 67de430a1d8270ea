import type { Database, OpenUnit, Unit } from '../../db/database.ts';
import type { Viewer } from '../access/viewer.ts';

/** The database as one request sees it: its own organization, one unit of work at a time. */
export interface Work {
  readonly organizationId: string;
  /** Grows when something was written; what was loaded before is then out of date. */
  readonly epoch: object;
  /** The read-only unit of this request, begun at its first query. */
  read(): Promise<Unit>;
  /** From here on what is read is true now, never a replica's moment ago: whoever will change something decides by it. */
  readLatest(): void;
  /** Runs a change in a read-write unit: all of it is committed, or nothing. */
  write<T>(run: (tx: Unit) => Promise<T>): Promise<T>;
  /** Ends the read-only unit; called once the answer is made, whatever it is. */
  end(): Promise<void>;
}

/** Once the signal is given, the request is over and begins nothing more. */
export function createWork(
  database: Database,
  caller: Pick<Viewer, 'organizationId' | 'keyId' | 'writes'>,
  signal: AbortSignal,
): Work {
  const { organizationId } = caller;
  let latest = false;
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
      reading ??= database.begin({ organizationId, mode: 'read', ...(!latest && { caller }) });
      return reading;
    },
    readLatest: () => {
      latest = true;
    },
    write: async (run) => {
      signal.throwIfAborted();
      latest = true;
      await end();
      const result = await database.unit({ organizationId, mode: 'write', caller }, run);
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
    readLatest: () => {},
    write: async (run) => {
      const result = await run(tx);
      epoch = {};
      return result;
    },
    end: async () => {},
  };
}
