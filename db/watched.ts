import type { Driver } from './driver.ts';

/** A driver that tells of every statement but those that begin and end a unit. */
export function watched(driver: Driver, onQuery: ((sql: string) => void) | undefined): Driver {
  if (!onQuery) return driver;
  return {
    ...driver,
    open: async (begin, mode) => {
      const session = await driver.open(begin, mode);
      return {
        ...session,
        execute: (query) => {
          onQuery(query.sql);
          return session.execute(query);
        },
      };
    },
    query: (query) => {
      onQuery(query.sql);
      return driver.query(query);
    },
  };
}
