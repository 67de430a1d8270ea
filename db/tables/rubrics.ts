import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, orderedText, organizationId } from './columns.ts';
import { organizations } from './organizations.ts';

export const rubrics = pgTable(
  'rubrics',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    key: orderedText('key').notNull(),
    label: jsonb('label').$type<{ en: string; zhHans: string }>().notNull(),
    direction: text('direction', { enum: ['DEALER_PROVIDES', 'BRAND_PROVIDES'] }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'rubrics_pk', columns: [t.organizationId, t.id] }),
    unique('rubrics_key').on(t.organizationId, t.key),
  ],
);

/** An edition; all but its status and day of effect is frozen by the role's rights. */
export const rubricVersions = pgTable(
  'rubric_versions',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    rubricId: uuid('rubric_id').notNull(),
    number: integer('number').notNull(),
    status: text('status', { enum: ['DRAFT', 'PUBLISHED', 'RETIRED'] }).notNull(),
    effectiveFrom: date('effective_from'),
    content: jsonb('content').$type<unknown>().notNull(),
    composition: jsonb('composition').$type<{ source: string; version: string; items: number }[]>().notNull(),
    contentHash: text('content_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'rubric_versions_pk', columns: [t.organizationId, t.id] }),
    unique('rubric_versions_number').on(t.organizationId, t.rubricId, t.number),
    uniqueIndex('rubric_versions_one_published').on(t.organizationId, t.rubricId).where(sql`${t.status} = 'PUBLISHED'`),
    foreignKey({
      name: 'rubric_versions_rubric',
      columns: [t.organizationId, t.rubricId],
      foreignColumns: [rubrics.organizationId, rubrics.id],
    }),
  ],
);
