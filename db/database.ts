import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { counting, holdsWrites } from './caller.ts';
import { DEADLINES, type Deadlines, type Driver, type Query, type Session } from './driver.ts';
import { databaseError } from './driver-errors.ts';
import { openEmbedded, openSnapshot } from './embedded.ts';
import { DatabaseError, StartRefused } from './errors.ts';
import { type FoundKey, findKey } from './find-key.ts';
import { migrate } from './migrate.ts';
import { nestingGuard } from './nesting.ts';
import { openPostgres } from './postgres.ts';
import { type Replica, type ReplicaNews, replicaBeside } from './replica.ts';
import { assertRoleIsBound } from './role.ts';
import { BEGIN_AS_OWNER, beginAs, type OpenUnit, type Scope, type Unit, unitOn } from './unit.ts';
import { watched } from './watched.ts';

export type { FoundKey } from './find-key.ts';
export type { ReplicaNews } from './replica.ts';
export type { OpenUnit, Scope, Unit } from './unit.ts';

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** Where the data lies, without a password: for the start's message. */
  readonly location: string;
  /** Where callers' reads are answered; null where that is the same place. */
  readonly replicaLocation: string | null;
  /** A unit that the caller must end; outside `bounded` nothing warns of a second one inside it. */
  begin(scope: Scope): Promise<OpenUnit>;
  /** Commits what `run` did, or nothing of it; a write that met another change is run again from the start, twice at most. */
  unit<T>(scope: Scope, run: (tx: Unit) => Promise<T>): Promise<T>;
  /** For start-up and key administration only: no role, no organization, so nothing is hidden. */
  asOwner<T>(run: (tx: Unit) => Promise<T>): Promise<T>;
  findKey(hash: string): Promise<FoundKey | null>;
  /** Runs one request: inside it, a unit begun while another is open throws instead of waiting for itself. */
  bounded<T>(request: () => T): T;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL connection string; absent: the embedded database. */
  url?: string | undefined;
  /** Of a replica of it, to answer callers' reads. */
  replicaUrl?: string | undefined;
  /** Hears why the replica does not answer, and when it does again. */
  onReplica?: ((news: ReplicaNews) => void) | undefined;
  /** The folder of the embedded database; absent: in memory. */
  dataDir?: string | undefined;
  /** An embedded database as `dumpSnapshot` made it, opened in memory: for tests. */
  snapshot?: Blob | undefined;
  /** Connections for units at most, 10 unless told; as many to the replica, and one to each for readiness. */
  connections?: number | undefined;
  deadlines?: Partial<Deadlines> | undefined;
  /** Sees every statement but those that begin and end a unit. */
  onQuery?: ((query: Query) => void) | undefined;
}

/** Opens the database, takes its lock, brings it up to date. What stands in the way is a `StartRefused`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const driver = watched(await openDriver(options), options.onQuery);
  try {
    await driver.maintain(async (run) => {
      if (!options.snapshot) await migrate(run);
      await assertRoleIsBound(run);
    });
    return databaseOn(driver, await openReplica(driver, options));
  } catch (error) {
    await driver.close();
    throw error instanceof StartRefused ? error : databaseError(error);
  }
}

/** A migrated, otherwise empty embedded database, to open many times from: for tests. */
export async function dumpSnapshot(): Promise<Blob> {
  const driver = await openEmbedded(undefined, DEADLINES);
  try {
    await driver.maintain((run) => migrate(run));
    return await driver.dump();
  } finally {
    await driver.close();
  }
}

function openDriver({
  url,
  dataDir,
  snapshot,
  connections = 10,
  deadlines,
}: DatabaseOptions): Promise<Driver> | Driver {
  const limits = { ...DEADLINES, ...deadlines };
  if (snapshot) return openSnapshot(snapshot, limits);
  return url ? openPostgres(url, connections, limits) : openEmbedded(dataDir, limits);
}

async function openReplica(
  primary: Driver,
  { replicaUrl, connections, deadlines, onQuery, onReplica = () => {} }: DatabaseOptions,
): Promise<Replica | undefined> {
  if (!replicaUrl) return undefined;
  const driver = await openDriver({ url: replicaUrl, connections, deadlines });
  return replicaBeside(primary, watched(driver, onQuery), onReplica);
}

const MOST_TRIES = 3;

function databaseOn(driver: Driver, replica?: Replica): Database {
  const nesting = nestingGuard();

  const sessionOf = async ({ caller, mode, organizationId }: Scope, begin: string): Promise<Session> => {
    if (!replica || !caller) return driver.open(begin, mode);
    if (mode === 'read') return replica.open(begin, holdsWrites(organizationId, caller));
    return counting(await driver.open(begin), organizationId, caller);
  };

  const open = async (session: () => Promise<Session>, organizationId: string): Promise<OpenUnit> => {
    const leave = nesting.enter();
    try {
      return unitOn(await session(), organizationId, leave);
    } catch (error) {
      leave();
      throw databaseError(error);
    }
  };
  const begin = async (scope: Scope) => {
    const text = beginAs(scope);
    return open(() => sessionOf(scope, text), scope.organizationId);
  };
  const beginAsOwner = () => open(() => driver.open(BEGIN_AS_OWNER), '');

  const once = async <T>(unit: () => Promise<OpenUnit>, run: (tx: Unit) => Promise<T>): Promise<T> => {
    const tx = await unit();
    let result: T;
    try {
      result = await run(tx);
    } catch (error) {
      await tx.rollback();
      throw error;
    }
    await tx.commit();
    return result;
  };

  return {
    kind: driver.kind,
    location: driver.location,
    replicaLocation: replica?.location ?? null,
    begin,
    unit: async (scope, run) => {
      nesting.refuseInside();
      const tries = scope.mode === 'write' ? MOST_TRIES : 1;
      return again(tries, () => nesting.bounded(() => once(() => begin(scope), run)));
    },
    asOwner: async (run) => {
      nesting.refuseInside();
      return nesting.bounded(() => once(beginAsOwner, run));
    },
    findKey: async (hash) => {
      nesting.refuseInside();
      return findKey(driver, hash).catch(ours);
    },
    bounded: nesting.bounded,
    ping: () => driver.ping().catch(ours),
    close: async () => {
      await Promise.all([driver.close(), replica?.close()]);
    },
  };
}

/** A write that lost against another at the same moment has left nothing behind, so it may simply be done again. */
async function again<T>(tries: number, run: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      const met = error instanceof DatabaseError && error.kind === 'SERIALIZATION';
      if (!met || left === 0) throw error;
      await pause(randomInt(5, 50));
    }
  }
}

function ours(thrown: unknown): never {
  throw databaseError(thrown);
}
