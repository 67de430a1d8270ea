import { administrators, assessors, channelManagers, everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { EvidenceInput } from '../shared/evidence.ts';
import { operation } from '../shared/operation.ts';
import { AssessmentKindEnum, AssessmentRef } from './assessment.graph.ts';
import { GradeRef } from './grade.graph.ts';
import { GradeOutcome } from './outcome.graph.ts';
import { publishGrade } from './publishGrade.ts';
import { publishRubricVersion } from './publishRubricVersion.ts';
import { RubricVersionRef } from './rubric.graph.ts';
import { saveAnswers } from './saveAnswers.ts';
import { setScoreParameters } from './setScoreParameters.ts';
import { simulateGrade } from './simulateGrade.ts';
import { startAssessment } from './startAssessment.ts';
import { submitAssessment } from './submitAssessment.ts';
import { withdrawAssessment } from './withdrawAssessment.ts';

const ItemValueInput = builder.inputType('ItemValueInput', {
  isOneOf: true,
  fields: (t) => ({
    rating: t.int(),
    yes: t.boolean(),
    metric: t.field({ type: 'Decimal' }),
    notApplicable: t.string(),
  }),
});

const ItemAnswerInput = builder.inputType('ItemAnswerInput', {
  fields: (t) => ({
    item: t.string({ required: true }),
    value: t.field({ type: ItemValueInput, required: true }),
    note: t.string(),
    evidence: t.field({ type: [EvidenceInput], required: true, defaultValue: [] }),
  }),
});

const allSteps = ['ValidationError', 'NotFoundError', 'StaleVersionError', 'InvalidStateError'] as const;

operation('startAssessment', {
  access: assessors,
  input: builder.inputType('StartAssessmentInput', {
    fields: (t) => ({
      subject: t.id({ required: true }),
      kind: t.field({ type: AssessmentKindEnum, required: true }),
      rubric: t.string(),
      period: t.string({ required: true }),
    }),
  }),
  payload: { assessment: AssessmentRef },
  refusals: ['ValidationError', 'NotFoundError', 'InvalidStateError'],
  run: startAssessment,
});

operation('saveAnswers', {
  access: assessors,
  input: builder.inputType('SaveAnswersInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      answers: t.field({ type: [ItemAnswerInput], required: true }),
    }),
  }),
  payload: { assessment: AssessmentRef },
  refusals: allSteps,
  run: saveAnswers,
});

operation('submitAssessment', {
  access: assessors,
  input: builder.inputType('SubmitAssessmentInput', {
    fields: (t) => ({ id: t.id({ required: true }), expectedVersion: t.int({ required: true }) }),
  }),
  payload: { assessment: AssessmentRef },
  refusals: allSteps,
  run: submitAssessment,
});

operation('withdrawAssessment', {
  access: assessors,
  input: builder.inputType('WithdrawAssessmentInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      reason: t.string({ required: true }),
    }),
  }),
  payload: { assessment: AssessmentRef },
  refusals: allSteps,
  run: withdrawAssessment,
});

operation('publishGrade', {
  access: channelManagers,
  input: builder.inputType('PublishGradeInput', {
    fields: (t) => ({ assessment: t.id({ required: true }), expectedVersion: t.int({ required: true }) }),
  }),
  payload: { grade: GradeRef },
  refusals: ['NotFoundError', 'StaleVersionError', 'InvalidStateError'],
  run: publishGrade,
});

operation('publishRubricVersion', {
  access: administrators,
  input: builder.inputType('PublishRubricVersionInput', {
    fields: (t) => ({ id: t.id({ required: true }), expectedVersion: t.int({ required: true }) }),
  }),
  payload: { rubricVersion: RubricVersionRef },
  refusals: ['NotFoundError', 'StaleVersionError', 'InvalidStateError'],
  run: publishRubricVersion,
});

const ScoreParameterInput = builder.inputType('ScoreParameterInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    value: t.field({
      type: builder.inputType('ScoreParameterValueInput', {
        isOneOf: true,
        fields: (of) => ({ number: of.field({ type: 'Decimal' }), yes: of.boolean(), choice: of.string() }),
      }),
      required: true,
    }),
  }),
});

operation('setScoreParameters', {
  access: administrators,
  input: builder.inputType('SetScoreParametersInput', {
    fields: (t) => ({
      item: t.string({ required: true }),
      values: t.field({ type: [ScoreParameterInput], required: true }),
    }),
  }),
  payload: { rubricVersion: RubricVersionRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: setScoreParameters,
});

const SimulateGradeInput = builder.inputType('SimulateGradeInput', {
  fields: (t) => ({
    rubric: t.string({ required: true }),
    version: t.int(),
    answers: t.field({ type: [ItemAnswerInput], required: true }),
  }),
});

builder.queryField('simulateGrade', (t) =>
  t.field({
    access: everyone,
    type: GradeOutcome,
    args: { input: t.arg({ type: SimulateGradeInput, required: true }) },
    resolve: (_, { input }, context) => simulateGrade(context, input),
  }),
);
