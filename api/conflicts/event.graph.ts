import { conflictEventKinds, conflictVisibilities } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { connectionType } from '../shared/connections.ts';
import { EvidenceRef } from '../shared/evidence.ts';
import { loadCase, loadProposals } from './conflicts.loaders.ts';
import type { EventRow } from './event.queries.ts';
import { readsNote } from './proceedings.rules.ts';
import { ConflictProposal } from './proposal.graph.ts';
import { ConflictStatusEnum } from './resolution.graph.ts';

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
      resolve: async ({ caseId, proposal }, _, context) => {
        const conflictCase = proposal === null ? null : await loadCase(context, caseId);
        const proposals = conflictCase ? await loadProposals(context, conflictCase) : [];
        return proposals.find(({ number }) => number === proposal) ?? null;
      },
    }),
  }),
});
