import { drizzle } from 'drizzle-orm/pg-proxy';

/** The query builder, one for the process; a query finds its unit when it runs. */
export const builder = drizzle(async () => {
  throw new Error('not yet');
});

export type Drizzle = typeof builder;
