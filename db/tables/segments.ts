import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, organizationId } from './columns.ts';
import { organizations } from './organizations.ts';

export const storeServiceStages = [
  'ON_SITE_REPAIR',
  'PRODUCT_RECOMMENDATION',
  'SERVICE_CLOSE',
  'AFTER_SALE_REVISIT',
] as const;
export const playbookDetails = ['IMAGE', 'ACTION', 'SCRIPT'] as const;

type Text = { en: string; zhHans: string };

/** What an organization added to the six segments of the core, which stand in code. */
export const customerSegments = pgTable(
  'customer_segments',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    code: text('code').notNull(),
    label: jsonb('label').$type<Text>().notNull(),
    description: jsonb('description').$type<Text>().notNull(),
    strategies: jsonb('strategies').$type<{ text: Text; needs: string[]; channels: string[] }[]>().notNull(),
    hidden: boolean('hidden').notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'customer_segments_pk', columns: [t.organizationId, t.id] }),
    unique('customer_segments_code').on(t.organizationId, t.code),
  ],
);

/** An organization's words in a segment's playbook: texts of its own, and overrides of others' by their keys. */
export const playbookTexts = pgTable(
  'playbook_texts',
  {
    organizationId: organizationId().references(() => organizations.id),
    segmentCode: text('segment_code').notNull(),
    key: text('key').notNull(),
    stage: text('stage', { enum: storeServiceStages }).notNull(),
    detail: text('detail', { enum: playbookDetails }).notNull(),
    /** Null once it is removed: an override then falls back, a text of its own is gone. */
    text: jsonb('text').$type<Text>(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ name: 'playbook_texts_pk', columns: [t.organizationId, t.segmentCode, t.key] })],
);
