import { conflictAnswers } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { DealerRef } from '../shared/refs.ts';
import { loadCase, loadParties, loadProceedings } from './conflicts.loaders.ts';
import { ConflictParty, partyDealer } from './party.graph.ts';
import { type Answer, isOpen, type Proposal, readsNote } from './proceedings.rules.ts';

export const ConflictAnswerKindEnum = builder.enumType('ConflictAnswerKind', { values: conflictAnswers });

export const ConflictAnswer = builder.objectRef<Answer>('ConflictAnswer').implement({
  access: everyone,
  fields: (t) => ({
    party: t.field({ type: DealerRef, resolve: ({ partyId }, _, context) => partyDealer(context, partyId) }),
    answer: t.expose('answer', { type: ConflictAnswerKindEnum }),
    at: t.field({ type: 'DateTime', resolve: ({ event }) => event.at }),
    by: t.string({ resolve: ({ event }) => event.actor }),
    note: t.string({
      nullable: true,
      resolve: ({ event }, _, { viewer }) => (readsNote(event, viewer) ? event.note : null),
    }),
  }),
});

export const ConflictProposal = builder.objectRef<Proposal>('ConflictProposal').implement({
  access: everyone,
  fields: (t) => ({
    number: t.exposeInt('number'),
    terms: t.exposeString('terms'),
    proposedAt: t.field({ type: 'DateTime', resolve: ({ event }) => event.at }),
    proposedBy: t.string({ resolve: ({ event }) => event.actor }),
    answers: t.field({ type: [ConflictAnswer], resolve: ({ answers }) => [...answers] }),
    unanswered: t.field({
      type: [ConflictParty],
      resolve: async ({ event, answers }, _, context) => {
        const answered = new Set(answers.map(({ partyId }) => partyId));
        return (await loadParties(context, event.caseId)).filter(({ dealerId }) => !answered.has(dealerId));
      },
    }),
    open: t.boolean({
      resolve: async (proposal, _, context) => {
        const { caseId } = proposal.event;
        const [conflictCase, proceedings] = await Promise.all([
          loadCase(context, caseId),
          loadProceedings(context, caseId),
        ]);
        return conflictCase !== null && isOpen(proposal, proceedings, conflictCase);
      },
    }),
  }),
});
