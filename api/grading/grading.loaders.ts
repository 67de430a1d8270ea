import type { Outcome } from '../../plugins/kit/grading/grade.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse } from '../shared/errors.ts';
import { type PageArguments, windowOf } from '../shared/keyset.ts';
import { batched } from '../shared/loading.ts';
import { tag } from '../shared/nodes.ts';
import type { Subject } from '../shared/refs.ts';
import {
  type AssessmentColumn,
  type AssessmentEntry,
  type AssessmentListFilter,
  type AssessmentRow,
  answersOfIds,
  assessmentKeyset,
  assessmentsByIds,
  assessmentsOf,
  countAssessmentsOf,
  outcomesOfIds,
  type SubjectType,
} from './assessment.queries.ts';
import { frozenRubric, rubricsOf } from './editions.loaders.ts';
import {
  countGradesOf,
  type GradeColumn,
  type GradeRow,
  gradeKeyset,
  gradeOutcomesOf,
  gradesByIds,
  gradesInForceOf,
  gradesOf,
} from './grade.queries.ts';
import { allRubrics, type EditionRow, editionsOf, editionsOfIds, type RubricRow } from './rubric.queries.ts';

export const asRubric = (row: RubricRow) => tag('Rubric', row);
export const asEdition = (row: EditionRow) => tag('RubricVersion', row);
/** What a step has just written it need not read again. */
export const asAssessment = (row: AssessmentEntry & { readonly answers?: AssessmentRow['answers'] }) =>
  tag('Assessment', row);
/** With its outcome where that was read with it. */
export const asGrade = (row: GradeRow & { readonly outcome?: unknown }) => tag('Grade', row);

export type RubricNode = ReturnType<typeof asRubric>;
export type Edition = ReturnType<typeof asEdition>;
export type Assessment = ReturnType<typeof asAssessment>;
export type Grade = ReturnType<typeof asGrade>;

/** An outcome, read where more is asked than its summary; its keys are those of its edition. */
export interface OutcomeView {
  readonly editionId: string;
  readonly summary: { readonly tierCode: string; readonly score: number } | null;
  readonly outcome: () => Promise<Outcome>;
}

const ownRubrics = batched(async (tx, organizationIds) => {
  const rows = await allRubrics(tx);
  return new Map(organizationIds.map((id) => [id, rows]));
});

export const loadRubrics = async (context: Context): Promise<readonly RubricRow[]> =>
  (await ownRubrics(context, context.viewer.organizationId)) ?? [];

export const loadRubricByKey = async (context: Context, key: string): Promise<RubricRow | undefined> =>
  (await loadRubrics(context)).find((row) => row.key === key);

export const loadRubricById = async (context: Context, id: string): Promise<RubricRow | undefined> =>
  (await loadRubrics(context)).find((row) => row.id === id);

/** The rubric that an argument names; a key that is not known is refused. */
export const rubricNamed = async (context: Context, key: string, path: readonly string[]): Promise<RubricRow> =>
  (await loadRubricByKey(context, key)) ?? refuse([issue('NOT_FOUND', path)]);

export const loadEdition = batched(editionsOfIds);
const editionsByRubric = batched(editionsOf);
export const loadEditionsOf = async (context: Context, rubricId: string): Promise<readonly EditionRow[]> =>
  (await editionsByRubric(context, rubricId)) ?? [];

const rubricsByEdition = batched(async (tx, editionIds, _, context) => {
  const editions = await Promise.all(editionIds.map((id) => loadEdition(context, id)));
  return rubricsOf(
    tx,
    editions.filter((edition) => edition !== null),
  );
});

/** What an edition asks, ready to grade by. */
export async function loadRubric(context: Context, editionId: string): Promise<Rubric> {
  const rubric = frozenRubric(context.viewer.organizationId, editionId) ?? (await rubricsByEdition(context, editionId));
  if (!rubric) throw new Error(`The edition ${editionId} is missing.`);
  return rubric;
}

export const loadAssessment = batched(assessmentsByIds);
export const loadAnswers = batched(answersOfIds);
export const loadGrade = batched(gradesByIds);

const submittedOutcome = batched(outcomesOfIds);
const gradeOutcome = batched(gradeOutcomesOf);

const thatIsThere = (outcome: unknown, id: string): Outcome => {
  if (!outcome) throw new Error(`The outcome of ${id} is missing.`);
  return outcome as Outcome;
};

/** What was frozen when an assessment was submitted. */
export const submittedOutcomeOf = (context: Context, { id, rubricVersionId }: AssessmentEntry): OutcomeView => ({
  editionId: rubricVersionId,
  summary: null,
  outcome: async () => thatIsThere(await submittedOutcome(context, id), id),
});

/** What a grade keeps; tier and score stand in its own row. */
export const gradeOutcomeOf = (
  context: Context,
  { id, rubricVersionId, tierCode, score, outcome }: Omit<Grade, '__typename'>,
): OutcomeView => ({
  editionId: rubricVersionId,
  summary: { tierCode, score: Number(score) },
  outcome: async () => thatIsThere(outcome ?? (await gradeOutcome(context, id)), id),
});

const inForce = batched((tx, ids, { type, withOutcome }: { type: SubjectType; withOutcome: boolean }) =>
  gradesInForceOf(tx, ids, type, withOutcome),
);

/** The grade in force under a rubric; under the main industry's own where none is named. */
export async function loadGradeInForce(
  context: Context,
  { __typename: type, id, industries }: Subject,
  asked: { readonly rubric: string | null | undefined; readonly withOutcome?: boolean },
): Promise<Grade | null> {
  const grades = (await inForce(context, id, { type, withOutcome: asked.withOutcome ?? false })) ?? [];
  const grade = grades.find(({ rubricKey }) => rubricKey === (asked.rubric || industries[0]));
  if (!grade && asked.rubric) await rubricNamed(context, asked.rubric, ['rubric']);
  return grade ? asGrade(grade) : null;
}

interface GradesAsked {
  readonly type: SubjectType;
  readonly rubricId: string | undefined;
}

/** A page of a list, and the columns of its rows that are to be read. */
interface Paged<Column> {
  readonly page: PageArguments;
  readonly columns: readonly Column[];
}

export const loadGrades = batched((tx, ids, { type, rubricId, page, columns }: GradesAsked & Paged<GradeColumn>) =>
  gradesOf(tx, ids, type, rubricId, windowOf(gradeKeyset, page), columns),
);
export const loadGradeCount = batched((tx, ids, { type, rubricId }: GradesAsked) =>
  countGradesOf(tx, ids, type, rubricId),
);

interface AssessmentsAsked {
  readonly type: SubjectType;
  readonly filter: AssessmentListFilter;
}

export const loadAssessments = batched(
  (tx, ids, { type, filter, page, columns }: AssessmentsAsked & Paged<AssessmentColumn>) =>
    assessmentsOf(tx, ids, type, filter, windowOf(assessmentKeyset, page), columns),
);
export const loadAssessmentCount = batched((tx, ids, { type, filter }: AssessmentsAsked) =>
  countAssessmentsOf(tx, ids, type, filter),
);
