import { type Access, channelManagers } from '../access/access.ts';
import { builder, type Types } from '../shared/builder.ts';
import { EvidenceInput } from '../shared/evidence.ts';
import { operation } from '../shared/operation.ts';
import { addConflictEvidence } from './addConflictEvidence.ts';
import { advanceConflictCase } from './advanceConflictCase.ts';
import { answerConflictProposal } from './answerConflictProposal.ts';
import { ConflictCaseRef, ConflictImpactEnum, ConflictSubjectEnum } from './case.graph.ts';
import { ConflictVisibilityEnum } from './event.graph.ts';
import { openConflictCase } from './openConflictCase.ts';
import { ConflictPartyRoleEnum } from './party.graph.ts';
import { ConflictAnswerKindEnum } from './proposal.graph.ts';
import { proposeConflictTerms } from './proposeConflictTerms.ts';
import { recordConflictOrder } from './recordConflictOrder.ts';
import { ConflictOrderFateEnum, ConflictOrderKindEnum } from './resolution.graph.ts';
import { resolveConflictCase } from './resolveConflictCase.ts';
import { ConflictStatusEnum } from './status.graph.ts';
import { ConflictCauseEnum } from './strategy.graph.ts';

/** Who may open a case and take part in it. */
const parties: Access = [...channelManagers, 'DEALER'];
const payload = { conflictCase: ConflictCaseRef };
const allRefusals = ['ValidationError', 'NotFoundError', 'StaleVersionError', 'InvalidStateError'] as const;
const withoutVersion = ['ValidationError', 'NotFoundError', 'InvalidStateError'] as const;

/** What may be said with a step, and who may read it. */
const remark = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  note: t.string(),
  visibility: t.field({ type: ConflictVisibilityEnum, required: true, defaultValue: 'ALL' }),
});

const ConflictImpactRatingInput = builder.inputType('ConflictImpactRatingInput', {
  fields: (t) => ({
    impact: t.field({ type: ConflictImpactEnum, required: true }),
    rating: t.int({ required: true }),
  }),
});

const ConflictPartyInput = builder.inputType('ConflictPartyInput', {
  fields: (t) => ({
    dealer: t.id({ required: true }),
    role: t.field({ type: ConflictPartyRoleEnum, required: true }),
  }),
});

operation('openConflictCase', {
  access: parties,
  input: builder.inputType('OpenConflictCaseInput', {
    fields: (t) => ({
      title: t.string({ required: true }),
      description: t.string({ required: true }),
      subject: t.field({ type: ConflictSubjectEnum, required: true }),
      causes: t.field({ type: [ConflictCauseEnum], required: true }),
      tags: t.stringList({ required: true, defaultValue: [] }),
      impacts: t.field({ type: [ConflictImpactRatingInput], required: true, defaultValue: [] }),
      parties: t.field({ type: [ConflictPartyInput], required: true }),
    }),
  }),
  payload,
  refusals: ['ValidationError', 'NotFoundError'],
  run: openConflictCase,
});

operation('advanceConflictCase', {
  access: channelManagers,
  input: builder.inputType('AdvanceConflictCaseInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      to: t.field({ type: ConflictStatusEnum, required: true }),
      ...remark(t),
    }),
  }),
  payload,
  refusals: allRefusals,
  run: advanceConflictCase,
});

const ConflictOrderInput = builder.inputType('ConflictOrderInput', {
  fields: (t) => ({
    kind: t.field({ type: ConflictOrderKindEnum, required: true }),
    party: t.id({ required: true }),
    beneficiary: t.id(),
    amount: t.field({ type: 'Decimal', required: true }),
    currency: t.string({ required: true, defaultValue: 'CNY' }),
    due: t.field({ type: 'Date', required: true }),
  }),
});

operation('resolveConflictCase', {
  access: channelManagers,
  input: builder.inputType('ResolveConflictCaseInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      strategies: t.stringList({ required: true }),
      outcome: t.string({ required: true }),
      orders: t.field({ type: [ConflictOrderInput], required: true, defaultValue: [] }),
      ...remark(t),
    }),
  }),
  payload,
  refusals: allRefusals,
  run: resolveConflictCase,
});

operation('addConflictEvidence', {
  access: parties,
  input: builder.inputType('AddConflictEvidenceInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      evidence: t.field({ type: [EvidenceInput], required: true }),
      ...remark(t),
    }),
  }),
  payload,
  refusals: withoutVersion,
  run: addConflictEvidence,
});

operation('proposeConflictTerms', {
  access: channelManagers,
  input: builder.inputType('ProposeConflictTermsInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      terms: t.string({ required: true }),
    }),
  }),
  payload,
  refusals: allRefusals,
  run: proposeConflictTerms,
});

operation('answerConflictProposal', {
  access: parties,
  input: builder.inputType('AnswerConflictProposalInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      proposal: t.int({ required: true }),
      party: t.id(),
      answer: t.field({ type: ConflictAnswerKindEnum, required: true }),
      ...remark(t),
    }),
  }),
  payload,
  refusals: withoutVersion,
  run: answerConflictProposal,
});

operation('recordConflictOrder', {
  access: channelManagers,
  input: builder.inputType('RecordConflictOrderInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      order: t.int({ required: true }),
      fate: t.field({ type: ConflictOrderFateEnum, required: true }),
      ...remark(t),
    }),
  }),
  payload,
  refusals: allRefusals,
  run: recordConflictOrder,
});
