import { boolean, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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

/** What an organization has set about the score of an item, by the parameters' names. */
export const scoreParameters = pgTable(
  'score_parameters',
  {
    organizationId: organizationId().references(() => organizations.id),
    item: text('item').notNull(),
    values: jsonb('values').$type<Record<string, string | boolean>>().notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: uuid('changed_by').notNull(),
  },
  (t) => [primaryKey({ name: 'score_parameters_pk', columns: [t.organizationId, t.item] })],
);
