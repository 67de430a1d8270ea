import type { Driver, Query } from './driver.ts';

/** A driver that tells of every statement but those that begin and end a unit. */
export function watched(driver: Driver, onQuery: ((query: Query) => void) | undefined): Driver {
  if (!onQuery) return driver;
  return {
    ...driver,
    open: async (begin, mode) => {
      const session = await driver.open(begin, mode);
      return {
        ...session,
        execute: (query) => {
          onQuery(query);
          return session.execute(query);
        },
      };
    },
    query: (query) => {
      onQuery(query);
      return driver.query(query);
    },
  };
}
