import { type Column, type SQL, sql } from 'drizzle-orm';
import { storable } from '../shared/checks.ts';
import { caseless } from './network.rules.ts';

/** Text that contains the words as they are written, without regard to case; % _ and \ stand for themselves. */
export const like = (searchText: Column, words: string): SQL =>
  storable(words) ? sql`${searchText} like ${`%${caseless(words).replace(/[\\%_]/g, '\\$&')}%`}` : sql`false`;

/** One of several values; an empty list matches nothing. */
export const oneOf = (column: Column, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...values])}::text[])`;

export const overlaps = (column: Column, values: readonly string[]): SQL =>
  sql`${column} && ${sql.param([...values])}::text[]`;

/** A territory and all below it. */
export const belowTerritory = (column: Column, organizationId: string, territoryId: string): SQL => sql`${column} in (
  with recursive below(id) as (
    select ${territoryId}::uuid
    union
    select t.id from territories t join below on t.organization_id = ${organizationId} and t.parent_id = below.id
  )
  select id from below
)`;
