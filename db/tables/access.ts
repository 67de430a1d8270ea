import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, organizationId } from './columns.ts';
import { dealers } from './network.ts';
import { organizations } from './organizations.ts';

/** A caller of the API; the key itself is never stored, only its hash. */
export const accessKeys = pgTable(
  'access_keys',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['ADMIN', 'CHANNEL_MANAGER', 'ASSESSOR', 'DEALER', 'AUDITOR'] }).notNull(),
    dealerId: uuid('dealer_id'),
    hash: text('hash').notNull(),
    /** Runs no document but those that the server knows beforehand. */
    trustedOnly: boolean('trusted_only').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'access_keys_pk', columns: [t.organizationId, t.id] }),
    unique('access_keys_hash_in_organization').on(t.organizationId, t.hash),
    index('access_keys_hash').on(t.hash),
    check('access_keys_dealer_only_for_dealer', sql`(${t.role} = 'DEALER') = (${t.dealerId} is not null)`),
    foreignKey({
      name: 'access_keys_dealer',
      columns: [t.organizationId, t.dealerId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
  ],
);

/** In how many places a key's writes are counted, so that those on several connections need not wait for each other. */
export const writePlaces = 8;

/** How often each caller has written; a replica that holds these rows as they stand holds all that the caller wrote. */
export const keyWrites = pgTable(
  'key_writes',
  {
    organizationId: organizationId(),
    keyId: uuid('key_id').notNull(),
    place: integer('place').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'key_writes_pk', columns: [t.organizationId, t.keyId, t.place] }),
    foreignKey({
      name: 'key_writes_key',
      columns: [t.organizationId, t.keyId],
      foreignColumns: [accessKeys.organizationId, accessKeys.id],
    }),
  ],
);
