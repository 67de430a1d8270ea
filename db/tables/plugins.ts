import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organizationId } from './columns.ts';
import { organizations } from './organizations.ts';

/** What an organization decided about a plugin; one without a row is on. */
export const pluginSettings = pgTable(
  'plugin_settings',
  {
    organizationId: organizationId().references(() => organizations.id),
    name: text('name').notNull(),
    enabled: boolean('enabled').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: uuid('changed_by').notNull(),
  },
  (t) => [primaryKey({ name: 'plugin_settings_pk', columns: [t.organizationId, t.name] })],
);
