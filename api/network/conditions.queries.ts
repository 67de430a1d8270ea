import { type Column, type SQL, sql } from 'drizzle-orm';
import { organization } from '../../db/statement.ts';
import { storable } from '../shared/checks.ts';
import { caseless } from './network.rules.ts';

/** Text that matches the pattern of `searchPattern`. */
export const like = (searchText: Column, name: string): SQL => sql`${searchText} like ${sql.placeholder(name)}`;

/**
 * Whatever contains the words as they are written, without regard to case; % _ and \ stand for themselves. No words ask
 * nothing; words that no text can hold are like the empty pattern, which no search text is.
 */
export function searchPattern(words: string | null | undefined): string | undefined {
  if (!words) return undefined;
  return storable(words) ? `%${caseless(words).replace(/[\\%_]/g, '\\$&')}%` : '';
}

export const overlaps = (column: Column, name: string): SQL => sql`${column} && ${sql.placeholder(name)}::text[]`;

/** A territory and all below it. */
export const belowTerritory = (column: Column, name: string): SQL => sql`${column} in (
  with recursive below(id) as (
    select ${sql.placeholder(name)}::uuid
    union
    select t.id from territories t join below on t.organization_id = ${organization} and t.parent_id = below.id
  )
  select id from below
)`;
