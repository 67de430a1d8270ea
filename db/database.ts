import type { OpenUnit, Scope, Unit } from './unit.ts';

export type { OpenUnit, Scope, Unit } from './unit.ts';

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** Where the data lies, without a password: for the start's message. */
  readonly location: string;
  begin(scope: Scope): Promise<OpenUnit>;
  /** Commits what `run` did, or nothing of it; a write that met another change is run again from the start, thrice at most. */
  unit<T>(scope: Scope, run: (tx: Unit) => Promise<T>): Promise<T>;
  /** For start-up and key administration only: no role, no organization, so nothing is hidden. */
  asOwner<T>(run: (tx: Unit) => Promise<T>): Promise<T>;
  findKey(hash: string): Promise<FoundKey | null>;
  /** Runs one request: inside it, a unit begun while another is open throws instead of waiting for itself. */
  bounded<T>(request: () => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The caller behind a key that is not revoked. */
export interface FoundKey {
  organizationId: string;
  organizationCode: string;
  organizationName: string;
  defaultLocale: 'en' | 'zhHans';
  keyId: string;
  name: string;
  role: 'ADMIN' | 'CHANNEL_MANAGER' | 'ASSESSOR' | 'DEALER' | 'AUDITOR';
  dealerId: string | null;
}

export interface DatabaseOptions {
  /** A PostgreSQL connection string; absent: the embedded database. */
  url?: string | undefined;
  /** The folder of the embedded database; absent: in memory. */
  dataDir?: string | undefined;
  /** An embedded database as `dumpSnapshot` made it, opened in memory: for tests. */
  snapshot?: Blob | undefined;
  /** Connections to PostgreSQL at most, 10 unless told. */
  connections?: number | undefined;
  /** Sees every statement but those that begin and end a unit. */
  onQuery?: ((sql: string) => void) | undefined;
}

/** Opens the database, takes its lock, brings it up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  void options;
  throw new Error('not yet');
}

/** A migrated, otherwise empty embedded database, to open many times from. */
export async function dumpSnapshot(): Promise<Blob> {
  throw new Error('not yet');
}
