import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../../db/database.ts';
import { seen } from './statements.ts';

/** A migrated database of the project under test, of the caller's own: it closes it. */
export async function openTestDatabase(onQuery: DatabaseOptions['onQuery'] = seen): Promise<Database> {
  const place = inject('place');
  if ('url' in place) return openDatabase({ url: place.url, onQuery });
  return openDatabase({ snapshot: await openAsBlob(place.snapshot), onQuery });
}

let shared: Promise<Database> | undefined;

/** The database that all suites of a worker share. It ends with the worker. */
export function testDatabase(): Promise<Database> {
  shared ??= openTestDatabase();
  return shared;
}
