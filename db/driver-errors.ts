import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseError, type DatabaseErrorKind, UnitError } from './errors.ts';

const bySqlState: Record<string, DatabaseErrorKind> = {
  '23505': 'UNIQUE',
  '23P01': 'UNIQUE',
  '23503': 'FOREIGN_KEY',
  '23001': 'FOREIGN_KEY',
  '23514': 'CHECK',
  '57014': 'TIMEOUT',
  '55P03': 'TIMEOUT',
  '25P03': 'TIMEOUT',
  '53300': 'BUSY',
  '57P01': 'UNAVAILABLE',
  '57P02': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
  '57P05': 'UNAVAILABLE',
  '40001': 'SERIALIZATION',
  '40P01': 'SERIALIZATION',
  '53100': 'STORAGE_FULL',
};

/** What drivers say without a SQLSTATE, in the words of pg 8.23, pg-pool 3, Node's sockets and PGlite 0.5. */
const byMessage: readonly (readonly [RegExp, DatabaseErrorKind])[] = [
  [/timeout exceeded when trying to connect/, 'BUSY'],
  [/Query read timeout/, 'TIMEOUT'],
  [/ENOSPC|No space left on device/, 'STORAGE_FULL'],
  [/connection|not queryable|timeout expired|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH/i, 'UNAVAILABLE'],
  [
    /PGlite is (closed|closing)|Aborted\(|unreachable|memory access out of bounds|pool after calling end/,
    'UNAVAILABLE',
  ],
];

/** Turns whatever a driver or drizzle threw into our own error, leaving SQL, parameters and values behind. */
export function databaseError(thrown: unknown): DatabaseError | UnitError {
  if (thrown instanceof DatabaseError || thrown instanceof UnitError) return thrown;
  if (thrown instanceof DrizzleQueryError) return databaseError(thrown.cause);
  if (!(thrown instanceof Error)) return new DatabaseError('INTERNAL');
  const sqlState = text(thrown, 'code', /^(?=.*\d)[0-9A-Z]{5}$/);
  const name = /^[a-z_0-9]{1,63}$/;
  const traits = { sqlState, constraint: text(thrown, 'constraint', name), table: text(thrown, 'table', name) };
  return new DatabaseError(kindOf(thrown, sqlState), traits);
}

function kindOf(thrown: Error, sqlState: string | undefined): DatabaseErrorKind {
  if (sqlState !== undefined) return bySqlState[sqlState] ?? (/^(08|28)/.test(sqlState) ? 'UNAVAILABLE' : 'INTERNAL');
  const words = `${text(thrown, 'code', /^E[A-Z]+$/) ?? ''} ${thrown.message}`;
  return byMessage.find(([pattern]) => pattern.test(words))?.[1] ?? 'INTERNAL';
}

function text(thrown: object, field: string, shape: RegExp): string | undefined {
  const value: unknown = Reflect.get(thrown, field);
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}
