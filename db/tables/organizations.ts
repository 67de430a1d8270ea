import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, orderedText } from './columns.ts';

/** A brand: everything else belongs to exactly one. */
export const organizations = pgTable('organizations', {
  id: uuid('id').primaryKey(),
  code: orderedText('code').notNull().unique('organizations_code'),
  name: text('name').notNull(),
  defaultLocale: text('default_locale', { enum: ['en', 'zhHans'] }).notNull(),
  demoReadyAt: instant('demo_ready_at'),
  createdAt: instant('created_at').notNull(),
});
