import { type Answers, unanswered } from '../../plugins/kit/grading/earned.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { seesAssessment } from '../access/visibility.rules.ts';
import { builder } from '../shared/builder.ts';
import { columnsAsked } from '../shared/columns.ts';
import { connection, connectionType, pageArguments } from '../shared/connections.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { neededBy, windowOf } from '../shared/keyset.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { Assessable } from '../shared/refs.ts';
import { ItemAnswerRef } from './answer.graph.ts';
import {
  type AssessmentListFilter,
  assessmentColumns,
  assessmentKeyset,
  assessmentsPage,
  countAssessments,
} from './assessment.queries.ts';
import {
  type Assessment,
  asAssessment,
  asEdition,
  loadAnswers,
  loadAssessment,
  loadAssessmentCount,
  loadAssessments,
  loadEdition,
  loadRubric,
  loadRubricByKey,
  type OutcomeView,
  submittedOutcomeOf,
} from './grading.loaders.ts';
import { GradeOutcome } from './outcome.graph.ts';
import { periodFaults } from './period.rules.ts';
import { RubricVersionRef } from './rubric.graph.ts';
import { gradeListsOnCard, loadSubject, subjectSeen } from './subject.loaders.ts';

export const AssessmentKindEnum = builder.enumType('AssessmentKind', { values: ['SELF', 'MANAGER'] as const });
const AssessmentStatusEnum = builder.enumType('AssessmentStatus', {
  values: ['DRAFT', 'SUBMITTED', 'WITHDRAWN'] as const,
});

export const AssessmentRef = builder.objectRef<Assessment>('Assessment');

async function editionOf(context: Context, { rubricVersionId }: Assessment) {
  const edition = await loadEdition(context, rubricVersionId);
  if (!edition) throw new Error(`The edition ${rubricVersionId} of an assessment is missing.`);
  return asEdition(edition);
}

const rubricOf = (context: Context, { rubricVersionId }: Assessment): Promise<Rubric> =>
  loadRubric(context, rubricVersionId);

const answersOf = async (context: Context, { id, answers }: Assessment): Promise<Answers> =>
  (answers ?? (await loadAnswers(context, id)) ?? {}) as Answers;

/** What was frozen at submission; of one never submitted that is answered whole, what it would give. */
async function outcomeOf(context: Context, assessment: Assessment): Promise<OutcomeView | null> {
  if (assessment.submittedAt) return submittedOutcomeOf(context, assessment);
  const [answers, rubric] = [await answersOf(context, assessment), await rubricOf(context, assessment)];
  if (unanswered(rubric, answers).length > 0) return null;
  const outcome = grade(rubric, answers);
  return { editionId: assessment.rubricVersionId, summary: null, outcome: async () => outcome };
}

AssessmentRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    subject: t.field({
      reads: ['dealerId', 'outletId'],
      type: Assessable,
      resolve: (assessment, _, context) => loadSubject(context, assessment),
    }),
    rubricVersion: t.field({
      reads: ['rubricVersionId'],
      type: RubricVersionRef,
      resolve: (assessment, _, context) => editionOf(context, assessment),
    }),
    kind: t.expose('kind', { type: AssessmentKindEnum }),
    status: t.expose('status', { type: AssessmentStatusEnum }),
    period: t.exposeString('period'),
    assessor: t.exposeString('assessor'),
    answers: t.field({
      reads: ['rubricVersionId'],
      type: [ItemAnswerRef],
      resolve: async (assessment, _, context) => {
        const [answers, rubric] = [await answersOf(context, assessment), await rubricOf(context, assessment)];
        return rubric.items.flatMap(({ content: { key } }) => {
          const answer = answers[key];
          return answer ? [{ rubric, key, answer }] : [];
        });
      },
    }),
    unanswered: t.stringList({
      reads: ['rubricVersionId'],
      resolve: async (assessment, _, context) =>
        unanswered(await rubricOf(context, assessment), await answersOf(context, assessment)),
    }),
    outcome: t.field({
      reads: ['rubricVersionId', 'submittedAt'],
      type: GradeOutcome,
      nullable: true,
      resolve: (assessment, _, context) => outcomeOf(context, assessment),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    withdrawnAt: t.expose('withdrawnAt', { type: 'DateTime', nullable: true }),
    withdrawalReason: t.string({
      nullable: true,
      reads: ['withdrawnReason'],
      resolve: ({ withdrawnReason }) => withdrawnReason,
    }),
    version: t.exposeInt('version'),
  }),
});

const AssessmentConnection = connectionType('Assessment', AssessmentRef);
const needed = neededBy(assessmentKeyset, 'dealerId', 'outletId');

builder.interfaceField(Assessable, 'assessments', (t) =>
  t.field({
    access: gradeListsOnCard,
    reads: ['id'],
    type: AssessmentConnection,
    args: {
      kind: t.arg({ type: AssessmentKindEnum }),
      status: t.arg({ type: AssessmentStatusEnum }),
      ...pageArguments,
    },
    resolve: ({ __typename: type, id }, { kind, status, ...page }, context, info) => {
      const filter: AssessmentListFilter = {
        kind: kind && [kind],
        status: status && [status],
        only: context.viewer.dealerId,
      };
      return connection({
        page: async () => {
          const columns = columnsAsked(info, assessmentColumns, needed);
          const rows = (await loadAssessments(context, id, { type, filter, page, columns })) ?? [];
          return windowOf(assessmentKeyset, page).toPage(rows, asAssessment);
        },
        totalCount: async () => (await loadAssessmentCount(context, id, { type, filter })) ?? 0,
      });
    },
  }),
);

const AssessmentFilter = builder.inputType('AssessmentFilter', {
  fields: (t) => ({
    subject: t.id(),
    kind: t.field({ type: [AssessmentKindEnum] }),
    status: t.field({ type: [AssessmentStatusEnum] }),
    period: t.string(),
    rubric: t.string(),
  }),
});

async function assessmentFilter(
  context: Context,
  filter: typeof AssessmentFilter.$inferInput | null | undefined,
): Promise<AssessmentListFilter> {
  const subject = filter?.subject == null ? undefined : idOf(filter.subject, 'Dealer', 'Outlet');
  const seen = subject && (await subjectSeen(context, subject));
  const rubric = filter?.rubric == null ? null : await loadRubricByKey(context, filter.rubric);
  refuseIf([
    ...(filter?.subject == null || seen ? [] : [issue('NOT_FOUND', ['filter', 'subject'])]),
    ...(filter?.rubric == null || rubric ? [] : [issue('NOT_FOUND', ['filter', 'rubric'])]),
    ...(filter?.period == null ? [] : periodFaults(filter.period, ['filter', 'period'])),
  ]);
  return {
    ...(seen && subject && { subject }),
    ...(rubric && { rubricId: rubric.id }),
    kind: filter?.kind,
    status: filter?.status,
    period: filter?.period,
    only: context.viewer.dealerId,
  };
}

async function assessmentSeen(context: Context, id: string): Promise<Assessment | null> {
  const row = await loadAssessment(context, id);
  return row && seesAssessment(context.viewer, row) ? asAssessment(row) : null;
}

builder.queryFields((t) => ({
  assessment: t.field({
    access: everyone,
    type: AssessmentRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const key = idOf(id, 'Assessment')?.id;
      return key ? assessmentSeen(context, key) : null;
    },
  }),
  assessments: t.field({
    access: everyone,
    type: AssessmentConnection,
    args: { filter: t.arg({ type: AssessmentFilter }), ...pageArguments },
    resolve: async (_, { filter, ...page }, context, info) => {
      const asked = await assessmentFilter(context, filter);
      const window = windowOf(assessmentKeyset, page);
      const tx = await context.work.read();
      return connection({
        page: async () => {
          const columns = columnsAsked(info, assessmentColumns, needed);
          return window.toPage(await assessmentsPage(tx, asked, window, columns), asAssessment);
        },
        totalCount: () => countAssessments(tx, asked),
      });
    },
  }),
}));

findNodesOf('Assessment', assessmentSeen);
