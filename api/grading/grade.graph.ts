import { everyone } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { builder } from '../shared/builder.ts';
import { columnsAsked, fieldsAsked, once } from '../shared/columns.ts';
import { connection, connectionType, pageArguments } from '../shared/connections.ts';
import type { Context } from '../shared/context.ts';
import { neededBy, windowOf } from '../shared/keyset.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { Assessable } from '../shared/refs.ts';
import { AssessmentRef } from './assessment.graph.ts';
import { gradeColumns, gradeKeyset } from './grade.queries.ts';
import {
  asAssessment,
  asGrade,
  type Grade,
  gradeOutcomeOf,
  loadAssessment,
  loadGrade,
  loadGradeCount,
  loadGradeInForce,
  loadGrades,
  rubricNamed,
} from './grading.loaders.ts';
import { GradeOutcome } from './outcome.graph.ts';
import { gradeListsOnCard, gradesOnCard, loadSubject } from './subject.loaders.ts';

export const GradeRef = builder.objectRef<Grade>('Grade');

async function gradeSeen(context: Context, id: string): Promise<Grade | null> {
  const row = await loadGrade(context, id);
  return row && seesDealer(context.viewer, row.dealerId) ? asGrade(row) : null;
}

GradeRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    subject: t.field({
      reads: ['dealerId', 'outletId'],
      type: Assessable,
      resolve: (grade, _, context) => loadSubject(context, grade),
    }),
    assessment: t.field({
      reads: ['assessmentId'],
      type: AssessmentRef,
      resolve: async ({ assessmentId }, _, context) => {
        const row = await loadAssessment(context, assessmentId);
        if (!row) throw new Error(`The assessment ${assessmentId} of a grade is missing.`);
        return asAssessment(row);
      },
    }),
    outcome: t.field({
      reads: ['rubricVersionId', 'tierCode', 'score'],
      type: GradeOutcome,
      resolve: (grade, _, context) => gradeOutcomeOf(context, grade),
    }),
    status: t.expose('status', {
      type: builder.enumType('GradeStatus', { values: ['IN_FORCE', 'SUPERSEDED', 'EXPIRED'] as const }),
    }),
    validFrom: t.expose('validFrom', { type: 'DateTime' }),
    validTo: t.expose('validTo', { type: 'DateTime', nullable: true }),
    publishedBy: t.exposeString('publishedBy'),
    supersedes: t.field({
      reads: ['supersedesId'],
      type: GradeRef,
      nullable: true,
      resolve: ({ supersedesId }, _, context) => (supersedesId ? gradeSeen(context, supersedesId) : null),
    }),
  }),
});

/** Tier and score stand in a grade's own row; all else is told by its outcome. */
const inOwnRow = ['__typename', 'tierCode', 'score', 'rubricVersion'];
const isOutcomeAsked = once((info) => fieldsAsked(info, 'outcome').some((name) => !inOwnRow.includes(name)));

const GradeConnection = connectionType('Grade', GradeRef);

builder.interfaceFields(Assessable, (t) => ({
  grade: t.field({
    access: gradesOnCard,
    reads: ['industries'],
    type: GradeRef,
    nullable: true,
    args: { rubric: t.arg.string() },
    resolve: (subject, { rubric }, context, info) =>
      loadGradeInForce(context, subject, { rubric, withOutcome: isOutcomeAsked(info) }),
  }),
  grades: t.field({
    access: gradeListsOnCard,
    reads: ['id'],
    type: GradeConnection,
    args: { rubric: t.arg.string(), ...pageArguments },
    resolve: async ({ __typename: type, id }, { rubric, ...page }, context, info) => {
      const rubricId = rubric == null ? undefined : (await rubricNamed(context, rubric, ['rubric'])).id;
      return connection({
        page: async () => {
          const columns = columnsAsked(info, gradeColumns, neededBy(gradeKeyset, 'dealerId', 'outletId'));
          const rows = (await loadGrades(context, id, { type, rubricId, page, columns })) ?? [];
          return windowOf(gradeKeyset, page).toPage(rows, asGrade);
        },
        totalCount: async () => (await loadGradeCount(context, id, { type, rubricId })) ?? 0,
      });
    },
  }),
}));

builder.objectField(AssessmentRef, 'grade', (t) =>
  t.field({
    reads: ['gradeId'],
    type: GradeRef,
    nullable: true,
    resolve: ({ gradeId }, _, context) => (gradeId ? gradeSeen(context, gradeId) : null),
  }),
);

findNodesOf('Grade', gradeSeen);
