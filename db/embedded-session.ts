import type { PGlite } from '@electric-sql/pglite';
import type { Deadlines, Query, Session } from './driver.ts';
import { DatabaseError } from './errors.ts';

/** PGlite cannot stop a statement: the caller is told in time, or as soon as the thread is free, and it may run on. */
export async function execute(db: PGlite, { sql, params, rows }: Query, deadlineMs: number): Promise<unknown[]> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseError('TIMEOUT')), deadlineMs);
  });
  try {
    const result = await Promise.race([db.query(sql, [...params], { rowMode: rows }), overdue]);
    if (performance.now() - started > deadlineMs) throw new DatabaseError('TIMEOUT');
    return result.rows;
  } finally {
    clearTimeout(timer);
  }
}

/** The one connection while a unit holds it: a unit that rests too long is rolled back, for all others wait behind it. */
export function embeddedSession(db: PGlite, deadlines: Deadlines, done: () => void): Session {
  let running = 0;
  let ended: Promise<void> | undefined;
  let idle: NodeJS.Timeout;

  const end = (how: 'commit' | 'rollback') => {
    clearTimeout(idle);
    ended ??= db
      .exec(how)
      .then(() => {})
      .finally(done);
    return ended;
  };
  const rest = () => {
    idle = setTimeout(() => void end('rollback').catch(() => {}), deadlines.idleInUnitMs);
    idle.unref();
  };
  rest();

  return {
    execute: async (query) => {
      if (ended) throw new DatabaseError('TIMEOUT');
      clearTimeout(idle);
      running += 1;
      try {
        return await execute(db, query, deadlines.statementMs);
      } finally {
        running -= 1;
        if (running === 0 && !ended) rest();
      }
    },
    end: async (how) => {
      if (ended) throw new DatabaseError('TIMEOUT');
      if (running > 0 && how === 'rollback') void end(how).catch(() => {});
      else await end(how);
    },
  };
}
