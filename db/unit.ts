import { DrizzleQueryError } from 'drizzle-orm';
import type { Caller } from './caller.ts';
import type { Query, Session } from './driver.ts';
import { databaseError } from './driver-errors.ts';
import { builder, type Drizzle, executeAs } from './drizzle.ts';
import { UnitError } from './errors.ts';

/** One transaction on one connection, seeing one organization. */
export interface Unit {
  /** Empty for the owner's unit, which sees all. */
  readonly organizationId: string;
  /** Runs a query; with a name it is prepared once per connection, so one name must always mean one text. */
  run<T>(build: (db: Drizzle) => PromiseLike<T>, name?: string): Promise<T>;
  /** The rows that a statement finds, as the driver gives them. */
  rows(query: Query): Promise<unknown[]>;
}

/** A unit that its caller ends; after its end every use throws. */
export interface OpenUnit extends Unit {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface Scope {
  readonly organizationId: string;
  readonly mode: 'read' | 'write';
  /** Whoever is named may be answered by a replica, as soon as that has all that the caller wrote; else by the primary. */
  readonly caller?: Caller | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ISOLATION = { read: 'repeatable read read only', write: 'read committed read write' };

/** The organization stands in the text itself, so that one round trip begins the unit: hence the strict shape. */
export function beginAs({ organizationId, mode }: Omit<Scope, 'caller'>): string {
  if (!UUID.test(organizationId)) throw new TypeError('organizationId is not a UUID');
  const organization = `select set_config('app.organization', '${organizationId}', true)`;
  return `begin isolation level ${ISOLATION[mode]}; set local role tierwise_app; ${organization}`;
}

export const BEGIN_AS_OWNER = 'begin; set local role none';

/** A statement that failed has aborted the transaction, so the unit keeps its first failure and ends by rollback. */
export function unitOn(session: Session, organizationId: string, ended: () => void): OpenUnit {
  let open = true;
  let failure: Error | undefined;

  const fail = (thrown: unknown): Error => {
    failure ??= databaseError(thrown);
    return failure;
  };
  const execute: Session['execute'] = async (query) => {
    assertOpen(open);
    if (failure) throw failure;
    try {
      return await session.execute(query);
    } catch (thrown) {
      throw fail(thrown);
    }
  };
  const end = async (how: 'commit' | 'rollback') => {
    assertOpen(open);
    open = false;
    try {
      await session.end(failure ? 'rollback' : how);
    } catch (thrown) {
      fail(thrown);
    } finally {
      ended();
    }
    if (failure && how === 'commit') throw failure;
  };

  return {
    organizationId,
    run: async (build, name) => {
      assertOpen(open);
      try {
        return await executeAs({ execute, name }, () => build(builder));
      } catch (thrown) {
        throw thrown instanceof DrizzleQueryError ? databaseError(thrown) : thrown;
      }
    },
    rows: execute,
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  };
}

function assertOpen(open: boolean): void {
  if (!open) throw new UnitError('UNIT_ENDED', 'the unit of work was committed or rolled back already');
}
