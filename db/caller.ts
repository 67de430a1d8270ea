import type { Query, Session } from './driver.ts';

/** Whose unit it is, and how often that key had written when it was found. */
export interface Caller {
  readonly keyId: string;
  readonly writes: number;
}

/** What a replica says where it lacks something that the caller wrote. */
export const BEHIND = 'TW001';

/** Fails, and the transaction with it, unless all that the caller wrote is in its snapshot. */
export const requireWrites = ({ keyId, writes }: Caller): Query => ({
  sql: 'select public.tierwise_require_writes($1, $2)',
  params: [keyId, writes],
  rows: 'array',
  name: 'require_writes',
});

const countWrite = (organizationId: string, keyId: string): Query => ({
  sql: 'update key_writes set count = count + 1 where organization_id = $1 and key_id = $2',
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
