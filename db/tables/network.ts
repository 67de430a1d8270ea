import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, orderedText, organizationId } from './columns.ts';
import { organizations } from './organizations.ts';

export const partnerRoles = [
  'AGENT',
  'DEALER',
  'DISTRIBUTOR',
  'MERCHANT',
  'RETAILER',
  'SERVICE_PROVIDER',
  'SUPPLIER',
  'WHOLESALER',
] as const;
export const dealerStatuses = ['APPLICANT', 'ACTIVE', 'RECTIFYING', 'SUSPENDED', 'EXITED'] as const;
export const dealerClasses = ['A', 'B', 'C'] as const;
export const channelTypes = ['PHYSICAL', 'ECOMMERCE', 'PHONE', 'SOCIAL'] as const;
export const outletKinds = [
  'STORE',
  'SUPERMARKET',
  'COUNTER',
  'LOTTERY_OUTLET',
  'SERVICE_POINT',
  'EXPERIENCE_CENTRE',
  'ONLINE_SHOP',
] as const;

export const territories = pgTable(
  'territories',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    code: orderedText('code').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'territories_pk', columns: [t.organizationId, t.id] }),
    unique('territories_code').on(t.organizationId, t.code),
    index('territories_parent').on(t.organizationId, t.parentId),
    foreignKey({
      name: 'territories_parent_fk',
      columns: [t.organizationId, t.parentId],
      foreignColumns: [t.organizationId, t.id],
    }),
  ],
);

export const dealers = pgTable(
  'dealers',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    code: orderedText('code').notNull(),
    name: orderedText('name').notNull(),
    /** Code and name in lower case, kept by whoever writes either. */
    searchText: text('search_text').notNull(),
    roles: text('roles', { enum: partnerRoles }).array().notNull(),
    status: text('status', { enum: dealerStatuses }).notNull(),
    channel: text('channel', { enum: channelTypes }).notNull(),
    /** The first is the main one. No index: `&&` is not leakproof, so row-level security lets none be used for it. */
    industries: text('industries').array().notNull(),
    territoryId: uuid('territory_id'),
    upstreamId: uuid('upstream_id'),
    /** Tier and score of the grade in force under the main industry's rubric, repeated here to filter and order by. */
    tierCode: text('tier_code'),
    // Not numeric: its comparison is not leakproof, so that row-level security would keep it from using an index.
    score: doublePrecision('score'),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'dealers_pk', columns: [t.organizationId, t.id] }),
    unique('dealers_code').on(t.organizationId, t.code),
    index('dealers_by_name').on(t.organizationId, t.name, t.id),
    index('dealers_by_creation').on(t.organizationId, t.createdAt, t.id),
    index('dealers_by_score_descending').on(t.organizationId, sql`(coalesce(${t.score}, -1))`, t.id),
    index('dealers_by_score_ascending').on(t.organizationId, sql`(coalesce(${t.score}, 101))`, t.id),
    index('dealers_upstream').on(t.organizationId, t.upstreamId, t.code),
    index('dealers_territory').on(t.organizationId, t.territoryId),
    index('dealers_status').on(t.organizationId, t.status),
    index('dealers_channel').on(t.organizationId, t.channel),
    index('dealers_tier').on(t.organizationId, t.tierCode),
    foreignKey({
      name: 'dealers_territory_fk',
      columns: [t.organizationId, t.territoryId],
      foreignColumns: [territories.organizationId, territories.id],
    }),
    foreignKey({
      name: 'dealers_upstream_fk',
      columns: [t.organizationId, t.upstreamId],
      foreignColumns: [t.organizationId, t.id],
    }),
  ],
);

export const dealerClassAssignments = pgTable(
  'dealer_class_assignments',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    dealerId: uuid('dealer_id').notNull(),
    class: text('class', { enum: dealerClasses }).notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedByKey: uuid('decided_by_key').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'dealer_class_assignments_pk', columns: [t.organizationId, t.id] }),
    unique('dealer_class_assignments_valid_from').on(t.organizationId, t.dealerId, t.validFrom),
    check('dealer_class_assignments_valid_to_after_from', sql`${t.validTo} > ${t.validFrom}`),
    index('dealer_class_assignments_class').on(t.organizationId, t.class),
    foreignKey({
      name: 'dealer_class_assignments_dealer',
      columns: [t.organizationId, t.dealerId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
  ],
);

export const outlets = pgTable(
  'outlets',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    dealerId: uuid('dealer_id').notNull(),
    code: orderedText('code').notNull(),
    name: text('name').notNull(),
    /** Code and name in lower case, kept by whoever writes either. */
    searchText: text('search_text').notNull(),
    kind: text('kind', { enum: outletKinds }).notNull(),
    industries: text('industries').array().notNull(),
    territoryId: uuid('territory_id'),
    address: text('address'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'outlets_pk', columns: [t.organizationId, t.id] }),
    unique('outlets_code').on(t.organizationId, t.dealerId, t.code),
    index('outlets_by_code').on(t.organizationId, t.code, t.id),
    index('outlets_territory').on(t.organizationId, t.territoryId),
    index('outlets_kind').on(t.organizationId, t.kind),
    foreignKey({
      name: 'outlets_dealer',
      columns: [t.organizationId, t.dealerId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
    foreignKey({
      name: 'outlets_territory_fk',
      columns: [t.organizationId, t.territoryId],
      foreignColumns: [territories.organizationId, territories.id],
    }),
  ],
);
