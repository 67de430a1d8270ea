import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, organizationId } from './columns.ts';
import { type channelTypes, dealers } from './network.ts';
import { organizations } from './organizations.ts';

export const conflictStructures = ['HORIZONTAL', 'VERTICAL', 'MULTI_CHANNEL'] as const;
export const conflictSubjects = ['PRICE', 'INVENTORY', 'SERVICE', 'TERRITORY', 'RESOURCE', 'OTHER'] as const;
export const conflictCauses = [
  'GOAL_MISALIGNMENT',
  'ROLE_AMBIGUITY',
  'POOR_COMMUNICATION',
  'RESOURCE_SCARCITY',
  'POWER_IMBALANCE',
  'COMPETITION',
  'OTHER',
] as const;
export const conflictImpacts = [
  'SATISFACTION',
  'CUSTOMER_INTEREST',
  'BRAND_IMAGE',
  'COOPERATION',
  'MANAGEMENT_COST',
  'CHANNEL_EFFICIENCY',
] as const;
export const conflictStatuses = [
  'REPORTED',
  'TRIAGED',
  'CONSULTATION',
  'NEGOTIATION',
  'MEDIATION',
  'ARBITRATION',
  'RESOLVED',
  'CLOSED',
  'DISMISSED',
] as const;
export const conflictPartyRoles = ['CLAIMANT', 'RESPONDENT', 'AFFECTED'] as const;
export const conflictEventKinds = [
  'OPENED',
  'ADVANCED',
  'RESOLVED',
  'EVIDENCE_ADDED',
  'TERMS_PROPOSED',
  'PROPOSAL_ANSWERED',
  'ORDER_RECORDED',
] as const;
export const conflictVisibilities = ['ALL', 'BRAND'] as const;
export const conflictAnswers = ['ACCEPT', 'REFUSE'] as const;
export const conflictOrderKinds = ['RESTITUTION', 'PENALTY'] as const;
export const conflictOrderFates = ['FULFILLED', 'BREACHED'] as const;

type Text = { en: string; zhHans: string };
type Cause = (typeof conflictCauses)[number];
type Impact = (typeof conflictImpacts)[number];
type DealerName = { id: string; code: string; name: string };

/** Why a case has its structure, in the words of the day on which it was opened. */
export type StructureReason =
  | { upstream: DealerName; downstream: DealerName }
  | { channels: (typeof channelTypes)[number][] };

/** A tag or strategy as it was called when a case took it up, so that history outlives the plugin. */
export type FrozenTag = { key: string; cause: Cause; label: Text };
export type FrozenStrategy = {
  code: string;
  source: string;
  label: Text;
  measures: Text[];
  answers: Cause[];
  answersTags: string[];
};
export type Order = {
  number: number;
  kind: (typeof conflictOrderKinds)[number];
  partyId: string;
  /** Null for a penalty, which goes to the brand. */
  beneficiaryId: string | null;
  amount: string;
  currency: string;
  due: string;
};

/** A case as it stands now; how it came there is in its events. */
export const conflictCases = pgTable(
  'conflict_cases',
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid('id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    subject: text('subject', { enum: conflictSubjects }).notNull(),
    structure: text('structure', { enum: conflictStructures }).notNull(),
    structureReason: jsonb('structure_reason').$type<StructureReason>().notNull(),
    /** The first is the primary one. */
    causes: text('causes', { enum: conflictCauses }).array().notNull(),
    tags: jsonb('tags').$type<FrozenTag[]>().notNull(),
    impacts: jsonb('impacts').$type<{ impact: Impact; rating: number }[]>().notNull(),
    status: text('status', { enum: conflictStatuses }).notNull(),
    openedBy: text('opened_by').notNull(),
    openedByKey: uuid('opened_by_key').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** The latest triage, and how many proposals were made since; from both follows what is due. */
    triagedAt: instant('triaged_at'),
    proposals: integer('proposals').notNull(),
    /** The number of the event that settled it; null unless it is RESOLVED or CLOSED. */
    resolutionNumber: integer('resolution_number'),
    /** When it was closed or dismissed. */
    closedAt: instant('closed_at'),
    dueAt: instant('due_at'),
    /** Also the number of its latest event. */
    version: integer('version').notNull(),
  },
  (t) => [
    primaryKey({ name: 'conflict_cases_pk', columns: [t.organizationId, t.id] }),
    unique('conflict_cases_number').on(t.organizationId, t.number),
    index('conflict_cases_newest').on(t.organizationId, t.openedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('conflict_cases_status').on(t.organizationId, t.status),
    index('conflict_cases_subject').on(t.organizationId, t.subject),
    index('conflict_cases_structure').on(t.organizationId, t.structure),
    index('conflict_cases_due').on(t.organizationId, t.dueAt).where(sql`${t.dueAt} is not null`),
    index('conflict_cases_closed')
      .on(t.organizationId, t.closedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.status} = 'CLOSED'`),
  ],
);

export const conflictParties = pgTable(
  'conflict_parties',
  {
    organizationId: organizationId().references(() => organizations.id),
    caseId: uuid('case_id').notNull(),
    dealerId: uuid('dealer_id').notNull(),
    role: text('role', { enum: conflictPartyRoles }).notNull(),
    /** Its place in the order given. */
    position: integer('position').notNull(),
    /** When the case was opened, repeated here so that a dealer's cases are listed by an index. */
    openedAt: instant('opened_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'conflict_parties_pk', columns: [t.organizationId, t.caseId, t.dealerId] }),
    index('conflict_parties_of_dealer').on(
      t.organizationId,
      t.dealerId,
      t.openedAt.desc().nullsFirst(),
      t.caseId.desc().nullsFirst(),
    ),
    foreignKey({
      name: 'conflict_parties_case',
      columns: [t.organizationId, t.caseId],
      foreignColumns: [conflictCases.organizationId, conflictCases.id],
    }),
    foreignKey({
      name: 'conflict_parties_dealer',
      columns: [t.organizationId, t.dealerId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
  ],
);

/** All that happened in a case: added only, never changed and never removed. */
export const conflictEvents = pgTable(
  'conflict_events',
  {
    organizationId: organizationId().references(() => organizations.id),
    caseId: uuid('case_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: conflictEventKinds }).notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    actorKey: uuid('actor_key').notNull(),
    /** The dealer that the actor speaks for; null for the brand's own people. */
    actorDealerId: uuid('actor_dealer_id'),
    from: text('from_status', { enum: conflictStatuses }),
    to: text('to_status', { enum: conflictStatuses }).notNull(),
    note: text('note'),
    visibility: text('visibility', { enum: conflictVisibilities }).notNull(),
    evidence: jsonb('evidence').$type<{ uri: string; note?: string }[]>(),
    /** TERMS_PROPOSED, PROPOSAL_ANSWERED: which proposal, its terms, and what a party says to it. */
    proposal: integer('proposal'),
    terms: text('terms'),
    partyId: uuid('party_id'),
    answer: text('answer', { enum: conflictAnswers }),
    /** RESOLVED: what was agreed or awarded. */
    outcome: text('outcome'),
    strategies: json('strategies').$type<FrozenStrategy[]>(),
    orders: json('orders').$type<Order[]>(),
    /** ORDER_RECORDED: which order of which resolution, and what became of it. */
    resolutionNumber: integer('resolution_number'),
    order: integer('order_number'),
    orderFate: text('order_fate', { enum: conflictOrderFates }),
  },
  (t) => [
    primaryKey({ name: 'conflict_events_pk', columns: [t.organizationId, t.caseId, t.number] }),
    uniqueIndex('conflict_events_one_answer')
      .on(t.organizationId, t.caseId, t.proposal, t.partyId)
      .where(sql`${t.kind} = 'PROPOSAL_ANSWERED'`),
    foreignKey({
      name: 'conflict_events_case',
      columns: [t.organizationId, t.caseId],
      foreignColumns: [conflictCases.organizationId, conflictCases.id],
    }),
    foreignKey({
      name: 'conflict_events_party',
      columns: [t.organizationId, t.partyId],
      foreignColumns: [dealers.organizationId, dealers.id],
    }),
  ],
);
