import { conflictImpacts, conflictStructures, conflictSubjects } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { connection, connectionType, pageArguments } from '../shared/connections.ts';
import { windowOf } from '../shared/keyset.ts';
import { Node } from '../shared/nodes.ts';
import { localeArgument } from '../shared/texts.ts';
import type { CaseRow } from './case.queries.ts';
import { suggested } from './catalogue.rules.ts';
import {
  type ConflictCase,
  loadCatalogue,
  loadEventCount,
  loadEvents,
  loadParties,
  loadPrecedents,
  loadProceedings,
  loadResolution,
} from './conflicts.loaders.ts';
import { isOverdue } from './due.rules.ts';
import { ConflictEventConnection } from './event.graph.ts';
import { eventKeyset } from './event.queries.ts';
import { ConflictParty } from './party.graph.ts';
import { ConflictProposal } from './proposal.graph.ts';
import { ConflictResolution } from './resolution.graph.ts';
import { severityOf } from './severity.rules.ts';
import { ConflictStatusEnum } from './status.graph.ts';
import { ConflictCauseEnum, ConflictTagRef, SuggestedStrategy } from './strategy.graph.ts';
import { reasonText } from './structure.rules.ts';
import { nextStatuses } from './workflow.rules.ts';

export const ConflictStructureEnum = builder.enumType('ConflictStructure', { values: conflictStructures });
export const ConflictSubjectEnum = builder.enumType('ConflictSubject', { values: conflictSubjects });
export const ConflictImpactEnum = builder.enumType('ConflictImpact', { values: conflictImpacts });

const ConflictImpactRating = builder.objectRef<CaseRow['impacts'][number]>('ConflictImpactRating').implement({
  access: everyone,
  fields: (t) => ({ impact: t.expose('impact', { type: ConflictImpactEnum }), rating: t.exposeInt('rating') }),
});

export const ConflictCaseRef = builder.objectRef<ConflictCase>('ConflictCase');
export const ConflictCaseConnection = connectionType('ConflictCase', ConflictCaseRef);

const ConflictPrecedent = builder
  .objectRef<{ conflictCase: ConflictCase; likeness: number }>('ConflictPrecedent')
  .implement({
    access: everyone,
    fields: (t) => ({
      conflictCase: t.expose('conflictCase', { type: ConflictCaseRef }),
      likeness: t.exposeFloat('likeness'),
    }),
  });

ConflictCaseRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeInt('number'),
    title: t.exposeString('title'),
    description: t.exposeString('description'),
    openedBy: t.exposeString('openedBy'),
    structure: t.expose('structure', { type: ConflictStructureEnum }),
    structureReason: t.string({
      args: localeArgument,
      resolve: ({ structureReason }, args, { viewer, plugins, locale }) =>
        reasonText(structureReason, viewer, plugins.channels, args.locale ?? locale),
    }),
    subject: t.expose('subject', { type: ConflictSubjectEnum }),
    causes: t.expose('causes', { type: [ConflictCauseEnum] }),
    tags: t.expose('tags', { type: [ConflictTagRef] }),
    impacts: t.expose('impacts', { type: [ConflictImpactRating] }),
    severity: t.float({ resolve: ({ impacts }) => severityOf(impacts.map(({ rating }) => rating)) }),
    status: t.expose('status', { type: ConflictStatusEnum }),
    nextStatuses: t.field({
      type: [ConflictStatusEnum],
      resolve: (row, _, { plugins, now }) => [...nextStatuses(row, now(), plugins.conflictTerms.reopening)],
    }),
    parties: t.field({
      type: [ConflictParty],
      resolve: async ({ id }, _, context) => [...(await loadParties(context, id))],
    }),
    suggestedStrategies: t.field({
      type: [SuggestedStrategy],
      resolve: async (row, _, context) => suggested(row, await loadCatalogue(context)),
    }),
    proposals: t.field({
      type: [ConflictProposal],
      resolve: async ({ id }, _, context) => [...(await loadProceedings(context, id)).proposals],
    }),
    resolution: t.field({
      type: ConflictResolution,
      nullable: true,
      resolve: ({ id, resolutionNumber }, _, context) => loadResolution(context, id, resolutionNumber),
    }),
    precedents: t.field({
      type: [ConflictPrecedent],
      args: { first: t.arg.int({ required: true, defaultValue: 5 }) },
      resolve: (row, { first }, context) => loadPrecedents(context, row, first),
    }),
    events: t.field({
      type: ConflictEventConnection,
      args: pageArguments,
      resolve: ({ id }, page, context) => {
        const only = context.viewer.dealerId;
        return connection({
          page: async () =>
            windowOf(eventKeyset, page).toPage((await loadEvents(context, id, { only, page })) ?? [], (row) => row),
          totalCount: async () => (await loadEventCount(context, id, only)) ?? 0,
        });
      },
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true }),
    overdue: t.boolean({ resolve: (row, _, { now }) => isOverdue(row, now()) }),
    version: t.exposeInt('version'),
  }),
});
