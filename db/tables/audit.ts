import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organizationId } from './columns.ts';
import { organizations } from './organizations.ts';

/** Who did what, written in the same unit of work as the deed; never changed and never removed. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    actorKey: uuid('actor_key').notNull(),
    action: text('action').notNull(),
    objectId: uuid('object_id'),
    input: jsonb('input').$type<unknown>(),
  },
  (t) => [
    primaryKey({ name: 'audit_entries_pk', columns: [t.organizationId, t.id] }),
    index('audit_entries_by_time').on(t.organizationId, t.at, t.id),
  ],
);
