/** One statement as the drivers take it. */
export interface Query {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** Arrays in the order of the columns, or objects by their names. */
  readonly rows: 'array' | 'object';
  /** Statements with a name are prepared once per connection. */
  readonly name?: string | undefined;
}

/** A connection while one unit holds it; its errors are the driver's own. */
export interface Session {
  execute(query: Query): Promise<unknown[]>;
  /** Ends the transaction and gives the connection back, whatever happens. */
  end(how: 'commit' | 'rollback'): Promise<void>;
}

export interface Driver {
  readonly kind: 'pglite' | 'postgres';
  readonly location: string;
  /** Takes a connection and starts a transaction by `begin`, whose answer need not be waited for; one that only reads need not be seen to end. */
  open(begin: string, mode?: 'read' | 'write'): Promise<Session>;
  /** One statement outside any unit. */
  query(query: Query): Promise<unknown[]>;
  /** Migrations run here: as the owner, without deadlines; without parameters a text may hold many statements. */
  maintain<T>(work: (run: Run) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export type Run = (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;

export interface Deadlines {
  readonly acquireMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
  readonly idleInUnitMs: number;
}

export const DEADLINES: Deadlines = { acquireMs: 2000, statementMs: 5000, lockMs: 2000, idleInUnitMs: 10_000 };
