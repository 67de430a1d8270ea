import { inspect } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { databaseError } from '../../db/driver-errors.ts';
import { DatabaseError, UnitError } from '../../db/errors.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('says CANARY'), { code, ...more });

describe('an error of a driver becomes', () => {
  test.for([
    [coded('23505'), 'UNIQUE'],
    [coded('23P01'), 'UNIQUE'],
    [coded('23503'), 'FOREIGN_KEY'],
    [coded('23514'), 'CHECK'],
    [coded('57014'), 'TIMEOUT'],
    [coded('55P03'), 'TIMEOUT'],
    [coded('25P03'), 'TIMEOUT'],
    [new Error('Query read timeout'), 'TIMEOUT'],
    [coded('53300'), 'BUSY'],
    [new Error('timeout exceeded when trying to connect'), 'BUSY'],
    [coded('57P01'), 'UNAVAILABLE'],
    [coded('57P03'), 'UNAVAILABLE'],
    [coded('08006'), 'UNAVAILABLE'],
    [coded('28P01'), 'UNAVAILABLE'],
    [coded('ECONNREFUSED'), 'UNAVAILABLE'],
    [coded('EPIPE'), 'UNAVAILABLE'],
    [new Error('Connection terminated unexpectedly'), 'UNAVAILABLE'],
    [new Error('Connection terminated due to connection timeout'), 'UNAVAILABLE'],
    [new Error('Client has encountered a connection error and is not queryable'), 'UNAVAILABLE'],
    [new Error('PGlite is closed'), 'UNAVAILABLE'],
    [new WebAssembly.RuntimeError('memory access out of bounds'), 'UNAVAILABLE'],
    [coded('40001'), 'SERIALIZATION'],
    [coded('40P01'), 'SERIALIZATION'],
    [coded('53100'), 'STORAGE_FULL'],
    [coded('ENOSPC'), 'STORAGE_FULL'],
    [coded('42501'), 'INTERNAL'],
    [new Error('anything'), 'INTERNAL'],
    ['no error at all', 'INTERNAL'],
  ] as const)('%s → %s', ([thrown, kind]) => {
    expect(databaseError(thrown)).toMatchObject({ name: 'DatabaseError', kind });
  });
});

test('what leaves names the rule that was broken and holds nothing of the statement', () => {
  const driver = coded('23505', {
    constraint: 'dealers_code',
    table: 'dealers',
    detail: 'Key (code)=(CANARY) already exists.',
    query: 'insert CANARY',
    params: ['CANARY'],
  });
  const ours = databaseError(new DrizzleQueryError('insert into dealers CANARY', ['CANARY'], driver));
  expect(ours).toMatchObject({ kind: 'UNIQUE', sqlState: '23505', constraint: 'dealers_code', table: 'dealers' });
  expect(ours.cause).toBeUndefined();
  expect(inspect(ours, { depth: 9, showHidden: true })).not.toContain('CANARY');
});

test('a name that could not be one of ours is not passed on', () => {
  expect(databaseError(coded('23505', { constraint: 'a "b" CANARY' }))).toMatchObject({ constraint: undefined });
});

test('what the database could not do is told in both languages', () => {
  expect(new DatabaseError('UNAVAILABLE').message).toBe('The database cannot be reached.\n无法连接数据库。');
  expect(new DatabaseError('STORAGE_FULL').message).toBe(
    'The storage of the database is full.\n数据库的存储空间已满。',
  );
});

test('errors of our own pass as they are', () => {
  const own = new UnitError('UNIT_ENDED', 'over');
  expect(databaseError(own)).toBe(own);
  expect(databaseError(new DrizzleQueryError('select', [], own))).toBe(own);
});
