import { and, type Column, type SQL, sql } from 'drizzle-orm';

/** What a filter asks of a row, name by name; each is filled by the value that the filter has under the name. */
export type Conditions<Filter> = { readonly [Name in keyof Filter]?: SQL | undefined };

/** The names under which a filter has a value: with what else is asked they make the shape of a list's statement. */
export const given = <Filter extends object>(conditions: Conditions<Filter>, filter: Filter): string[] =>
  Object.keys(conditions).filter((name) => filter[name as keyof Filter] != null);

export const allOf = <Filter>(conditions: Conditions<Filter>, names: readonly string[]): SQL | undefined =>
  and(...names.map((name) => conditions[name as keyof Filter]));

/** Some columns of a table, or of anything else that has columns by name. */
export const picked = <Columns extends object>(columns: Columns, names: readonly (keyof Columns)[]): Columns =>
  Object.fromEntries(names.map((name) => [name, columns[name]])) as Columns;

/** One of several values; an empty list matches nothing. */
export const oneOf = (column: Column, name: string): SQL => sql`${column} = any(${sql.placeholder(name)}::text[])`;

/** A list of ids as a table of the name, to find something for each of them. */
export const each = (name: string): SQL => sql`unnest(${sql.placeholder('ids')}::uuid[]) as ${sql.raw(name)}(id)`;
