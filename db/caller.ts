import type { Query, Session } from './driver.ts';
import { writePlaces } from './tables/access.ts';

/** Whose unit it is, and how often that key had written when it was found, place by place. */
export interface Caller {
  readonly keyId: string;
  readonly writes: readonly number[];
}

/** Whether all that the caller wrote is in the snapshot of the transaction that asks. */
export const holdsWrites = (organizationId: string, { keyId, writes }: Caller): Query => ({
  sql: `select bool_and(count >= ($3::bigint[])[place]) as holds from key_writes where organization_id = $1 and key_id = $2`,
  params: [organizationId, keyId, writes],
  rows: 'object',
  name: 'holds_writes',
});

const countWrite = (organizationId: string, keyId: string): Query => ({
  sql: `update key_writes set count = count + 1
    where organization_id = $1 and key_id = $2 and place = pg_backend_pid() % ${writePlaces} + 1`,
  params: [organizationId, keyId],
  rows: 'array',
  name: 'count_write',
});

/**
 * A session that counts its caller's write in the same transaction: as the last word, which travels with the commit,
 * because from there on the caller's other commits wait for this one.
 */
export function counting(session: Session, organizationId: string, { keyId }: Caller): Session {
  return {
    ...session,
    end: async (how) => {
      if (how === 'rollback') return session.end(how);
      const counted = session.execute(countWrite(organizationId, keyId));
      counted.catch(() => {});
      try {
        await session.end(how);
      } catch (error) {
        await counted;
        throw error;
      }
    },
  };
}
