import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, organizationId } from './columns.ts';
import { dealers, outlets } from './network.ts';
import { organizations } from './organizations.ts';
import { rubrics, rubricVersions } from './rubrics.ts';

/** Stands for "the dealer itself" where a unique key needs a value for the outlet. */
const noOutlet = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

export const assessments = pgTable(
  'assessments',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    /** Always the dealer that the subject belongs to. */
    dealerId: uuid('dealer_id').notNull(),
    /** Null where the dealer itself is assessed. */
    outletId: uuid('outlet_id'),
    rubricId: uuid('rubric_id').notNull(),
    rubricVersionId: uuid('rubric_version_id').notNull(),
    kind: text('kind', { enum: ['SELF', 'MANAGER'] }).notNull(),
    status: text('status', { enum: ['DRAFT', 'SUBMITTED', 'WITHDRAWN'] }).notNull(),
    period: text('period').notNull(),
    assessor: text('assessor').notNull(),
    /** The keys that started, saved or submitted it: none of them may publish its grade. */
    hands: uuid('hands').array().notNull(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull().default({}),
    // json, not jsonb: an outcome is kept byte for byte, so that its replay can be compared.
    outcome: json('outcome').$type<unknown>(),
    gradeId: uuid('grade_id'),
    withdrawnReason: text('withdrawn_reason'),
    startedAt: instant('started_at').notNull(),
    submittedAt: instant('submitted_at'),
    withdrawnAt: instant('withdrawn_at'),
    version: integer('version').notNull(),
  },
  (t) => [
    primaryKey({ name: 'assessments_pk', columns: [t.organizationId, t.id] }),
    uniqueIndex('assessments_one_per_period')
      .on(t.organizationId, t.dealerId, sql`coalesce(${t.outletId}, ${noOutlet})`, t.rubricId, t.kind, t.period)
      .where(sql`${t.status} <> 'WITHDRAWN'`),
    index('assessments_newest').on(t.organizationId, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('assessments_of_dealer').on(
      t.organizationId,
      t.dealerId,
      t.startedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index('assessments_of_outlet').on(
      t.organizationId,
      t.outletId,
      t.startedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index('assessments_rubric').on(t.organizationId, t.rubricId),
    index('assessments_kind').on(t.organizationId, t.kind),
    index('assessments_status').on(t.organizationId, t.status),
    index('assessments_period').on(t.organizationId, t.period),
    foreignKey({
      name: 'assessments_dealer',
      columns: [t.organizationId, t.dealerId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
    foreignKey({
      name: 'assessments_outlet',
      columns: [t.organizationId, t.outletId],
      foreignColumns: [outlets.organizationId, outlets.id],
    }),
    foreignKey({
      name: 'assessments_rubric_fk',
      columns: [t.organizationId, t.rubricId],
      foreignColumns: [rubrics.organizationId, rubrics.id],
    }),
    foreignKey({
      name: 'assessments_rubric_version',
      columns: [t.organizationId, t.rubricVersionId],
      foreignColumns: [rubricVersions.organizationId, rubricVersions.id],
    }),
  ],
);

/** A published grade with all that it rests on; only its status and its end may change. */
export const grades = pgTable(
  'grades',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    dealerId: uuid('dealer_id').notNull(),
    outletId: uuid('outlet_id'),
    rubricId: uuid('rubric_id').notNull(),
    rubricVersionId: uuid('rubric_version_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    status: text('status', { enum: ['IN_FORCE', 'SUPERSEDED', 'EXPIRED'] }).notNull(),
    /** A tier of the ladder, or BELOW_STANDARD. */
    tierCode: text('tier_code').notNull(),
    score: numeric('score', { precision: 5, scale: 2 }).notNull(),
    outcome: json('outcome').$type<unknown>().notNull(),
    answers: json('answers').$type<Record<string, unknown>>().notNull(),
    composition: jsonb('composition').$type<{ source: string; version: string; items: number }[]>().notNull(),
    contentHash: text('content_hash').notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
    publishedBy: text('published_by').notNull(),
    publishedByKey: uuid('published_by_key').notNull(),
    supersedesId: uuid('supersedes_id'),
  },
  (t) => [
    primaryKey({ name: 'grades_pk', columns: [t.organizationId, t.id] }),
    unique('grades_assessment').on(t.organizationId, t.assessmentId),
    uniqueIndex('grades_one_in_force')
      .on(t.organizationId, t.dealerId, sql`coalesce(${t.outletId}, ${noOutlet})`, t.rubricId)
      .where(sql`${t.status} = 'IN_FORCE'`),
    index('grades_in_force_of_outlet').on(t.organizationId, t.outletId).where(sql`${t.status} = 'IN_FORCE'`),
    index('grades_history').on(
      t.organizationId,
      t.dealerId,
      t.outletId,
      t.rubricId,
      t.validFrom.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    foreignKey({
      name: 'grades_dealer',
      columns: [t.organizationId, t.dealerId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
    foreignKey({
      name: 'grades_outlet',
      columns: [t.organizationId, t.outletId],
      foreignColumns: [outlets.organizationId, outlets.id],
    }),
    foreignKey({
      name: 'grades_rubric',
      columns: [t.organizationId, t.rubricId],
      foreignColumns: [rubrics.organizationId, rubrics.id],
    }),
    foreignKey({
      name: 'grades_rubric_version',
      columns: [t.organizationId, t.rubricVersionId],
      foreignColumns: [rubricVersions.organizationId, rubricVersions.id],
    }),
    foreignKey({
      name: 'grades_assessment_fk',
      columns: [t.organizationId, t.assessmentId],
      foreignColumns: [assessments.organizationId, assessments.id],
    }),
    foreignKey({
      name: 'grades_supersedes',
      columns: [t.organizationId, t.supersedesId],
      foreignColumns: [t.organizationId, t.id],
    }),
  ],
);
