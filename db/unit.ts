import type { Drizzle } from './drizzle.ts';

/** One transaction on one connection, seeing one organization. */
export interface Unit {
  readonly organizationId: string;
  run<T>(build: (db: Drizzle) => PromiseLike<T>): Promise<T>;
}

/** A unit that its caller ends; after its end every use throws. */
export interface OpenUnit extends Unit {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface Scope {
  readonly organizationId: string;
  readonly mode: 'read' | 'write';
}
