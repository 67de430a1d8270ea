import { conflictEventKinds, conflictVisibilities } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { connectionType } from '../shared/connections.ts';
import { EvidenceRef } from '../shared/evidence.ts';
import { DealerRef } from '../shared/refs.ts';
import { loadProceedings, loadResolution } from './conflicts.loaders.ts';
import type { EventRow } from './event.queries.ts';
import { partyDealer } from './party.graph.ts';
import { answerOf, readsNote } from './proceedings.rules.ts';
import { ConflictAnswer, ConflictProposal } from './proposal.graph.ts';
import { ConflictOrder, ConflictOrderFateEnum, ConflictResolution } from './resolution.graph.ts';
import { ConflictStatusEnum } from './status.graph.ts';

export const ConflictVisibilityEnum = builder.enumType('ConflictVisibility', { values: conflictVisibilities });
const ConflictEventKindEnum = builder.enumType('ConflictEventKind', { values: conflictEventKinds });

const ConflictEvent = builder.objectRef<EventRow>('ConflictEvent');
export const ConflictEventConnection = connectionType('ConflictEvent', ConflictEvent);

ConflictEvent.implement({
  access: everyone,
  fields: (t) => ({
    number: t.exposeInt('number'),
    kind: t.expose('kind', { type: ConflictEventKindEnum }),
    at: t.expose('at', { type: 'DateTime' }),
    actor: t.exposeString('actor'),
    actorDealer: t.field({
      type: DealerRef,
      nullable: true,
      resolve: ({ actorDealerId }, _, context) => (actorDealerId ? partyDealer(context, actorDealerId) : null),
    }),
    from: t.expose('from', { type: ConflictStatusEnum, nullable: true }),
    to: t.expose('to', { type: ConflictStatusEnum }),
    note: t.string({
      nullable: true,
      resolve: (event, _, { viewer }) => (readsNote(event, viewer) ? event.note : null),
    }),
    visibility: t.expose('visibility', { type: ConflictVisibilityEnum }),
    evidence: t.field({
      type: [EvidenceRef],
      resolve: (event, _, { viewer }) => (readsNote(event, viewer) ? [...(event.evidence ?? [])] : []),
    }),
    proposal: t.field({
      type: ConflictProposal,
      nullable: true,
      resolve: async ({ caseId, proposal }, _, context) =>
        proposal === null ? null : ((await loadProceedings(context, caseId)).proposals[proposal - 1] ?? null),
    }),
    answer: t.field({ type: ConflictAnswer, nullable: true, resolve: answerOf }),
    resolution: t.field({
      type: ConflictResolution,
      nullable: true,
      resolve: ({ caseId, kind, number }, _, context) =>
        kind === 'RESOLVED' ? loadResolution(context, caseId, number) : null,
    }),
    order: t.field({
      type: ConflictOrder,
      nullable: true,
      resolve: async ({ caseId, resolutionNumber, order }, _, context) => {
        const resolution = await loadResolution(context, caseId, resolutionNumber);
        return resolution?.orders.find(({ number }) => number === order) ?? null;
      },
    }),
    fate: t.expose('orderFate', { type: ConflictOrderFateEnum, nullable: true }),
  }),
});
