import { and, eq, getTableColumns, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { assessments } from '../../db/tables/grading.ts';
import { oneOf } from '../network/conditions.queries.ts';
import type { Keyset, Window } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';

export type AssessmentRow = typeof assessments.$inferSelect;

const { answers, outcome, ...entry } = getTableColumns(assessments);

/** An assessment without its answers and its outcome, which are long and read only where they are asked for. */
export type AssessmentEntry = Omit<AssessmentRow, 'answers' | 'outcome'>;

export type AssessmentKind = AssessmentRow['kind'];
export type SubjectType = 'Dealer' | 'Outlet';

export interface AssessmentListFilter {
  readonly kind?: readonly string[] | null | undefined;
  readonly status?: readonly string[] | null | undefined;
  readonly period?: string | null | undefined;
  readonly subject?: { readonly type: SubjectType; readonly id: string } | undefined;
  readonly rubricId?: string | undefined;
  /** The only dealer whose assessments the caller sees, and of those only what it may see. */
  readonly only?: string | null | undefined;
}

/** The newest first. */
export const assessmentKeyset: Keyset<AssessmentEntry> = {
  name: 'assessments',
  descending: true,
  keys: [
    { by: assessments.startedAt, type: 'timestamptz', of: (row) => row.startedAt.toISOString() },
    { by: assessments.id, type: 'uuid', of: (row) => row.id },
  ],
};

/** Of a dealer's assessments it sees its own SELF ones and those that a published grade rests on. */
const seenBy = (dealerId: string): SQL | undefined =>
  and(eq(assessments.dealerId, dealerId), or(eq(assessments.kind, 'SELF'), isNotNull(assessments.gradeId)));

const ofSubject = ({ type, id }: { type: SubjectType; id: string }): SQL | undefined =>
  type === 'Outlet' ? eq(assessments.outletId, id) : and(eq(assessments.dealerId, id), isNull(assessments.outletId));

const matching = (organizationId: string, filter: AssessmentListFilter): SQL | undefined =>
  and(
    eq(assessments.organizationId, organizationId),
    filter.only ? seenBy(filter.only) : undefined,
    filter.kind ? oneOf(assessments.kind, filter.kind) : undefined,
    filter.status ? oneOf(assessments.status, filter.status) : undefined,
    filter.period ? eq(assessments.period, filter.period) : undefined,
    filter.subject ? ofSubject(filter.subject) : undefined,
    filter.rubricId ? eq(assessments.rubricId, filter.rubricId) : undefined,
  );

export const assessmentsPage = (
  tx: Unit,
  filter: AssessmentListFilter,
  window: Window<AssessmentEntry>,
): Promise<AssessmentEntry[]> =>
  tx.run((db) =>
    db
      .select(entry)
      .from(assessments)
      .where(and(matching(tx.organizationId, filter), window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit),
  );

export const countAssessments = (tx: Unit, filter: AssessmentListFilter): Promise<number> =>
  tx.run((db) => db.$count(assessments, matching(tx.organizationId, filter)));

const ofEachSubject = (type: SubjectType): SQL =>
  type === 'Outlet'
    ? sql`${assessments.outletId} = subject.id`
    : sql`${assessments.dealerId} = subject.id and ${assessments.outletId} is null`;

const subjectId = ({ outletId, dealerId }: AssessmentEntry): string => outletId ?? dealerId;

/** One page of the assessments of each of several subjects of one type. */
export async function assessmentsOf(
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  filter: AssessmentListFilter,
  window: Window<AssessmentEntry>,
): Promise<Map<string, AssessmentEntry[]>> {
  const rows = await tx.run((db) => {
    const page = db
      .select(entry)
      .from(assessments)
      .where(and(matching(tx.organizationId, filter), ofEachSubject(type), window.where))
      .orderBy(...window.orderBy)
      .limit(window.limit)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param([...subjectIds])}::uuid[]) as subject(id)`)
      .crossJoinLateral(page);
  });
  return groupBy(rows as AssessmentEntry[], subjectId);
}

export async function countAssessmentsOf(
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  filter: AssessmentListFilter,
): Promise<Map<string, number>> {
  const rows = await tx.run((db) =>
    db
      .select({ id: sql<string>`subject.id`, count: sql<number>`count(*)::int` })
      .from(sql`unnest(${sql.param([...subjectIds])}::uuid[]) as subject(id)`)
      .innerJoin(assessments, and(matching(tx.organizationId, filter), ofEachSubject(type)))
      .groupBy(sql`subject.id`),
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

const amongIds = and(
  eq(assessments.organizationId, organization),
  sql`${assessments.id} = any(${sql.placeholder('ids')})`,
);

const byIds = statement('assessmentsByIds', (db) => db.select(entry).from(assessments).where(amongIds));

export const assessmentsByIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, AssessmentEntry>> =>
  indexBy(await byIds(tx, { ids }), (row) => row.id);

const answersByIds = statement('assessmentAnswersByIds', (db) =>
  db.select({ id: assessments.id, answers }).from(assessments).where(amongIds),
);

export const answersOfIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, AssessmentRow['answers']>> =>
  new Map((await answersByIds(tx, { ids })).map((row) => [row.id, row.answers]));

const outcomesByIds = statement('assessmentOutcomesByIds', (db) =>
  db.select({ id: assessments.id, outcome }).from(assessments).where(amongIds),
);

/** What was frozen at submission; null where nothing was submitted. */
export const outcomesOfIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, unknown>> =>
  new Map((await outcomesByIds(tx, { ids })).map((row) => [row.id, row.outcome]));

const locked = statement('lockAssessment', (db) =>
  db
    .select()
    .from(assessments)
    .where(and(eq(assessments.organizationId, organization), eq(assessments.id, sql.placeholder('id'))))
    .for('update'),
);

/** The assessment itself, held until the unit of work ends, so that steps on it follow one another. */
export async function lockAssessment(tx: Unit, id: string): Promise<AssessmentRow | undefined> {
  const [row] = await locked(tx, { id });
  return row;
}

/** Undefined where the subject has one of this kind for the rubric and period that is not withdrawn. */
export async function insertAssessment(
  tx: Unit,
  row: typeof assessments.$inferInsert,
): Promise<AssessmentRow | undefined> {
  const [inserted] = await tx.run((db) => db.insert(assessments).values(row).onConflictDoNothing().returning());
  return inserted;
}

/** The assessment that stands in the way of another: of the same subject, rubric, kind and period, and not withdrawn. */
export async function assessmentInPlaceOf(
  tx: Unit,
  {
    dealerId,
    outletId,
    rubricId,
    kind,
    period,
  }: Pick<AssessmentRow, 'dealerId' | 'outletId' | 'rubricId' | 'kind' | 'period'>,
): Promise<AssessmentEntry | undefined> {
  const [row] = await tx.run((db) =>
    db
      .select(entry)
      .from(assessments)
      .where(
        and(
          eq(assessments.organizationId, tx.organizationId),
          ofSubject(outletId ? { type: 'Outlet', id: outletId } : { type: 'Dealer', id: dealerId }),
          eq(assessments.rubricId, rubricId),
          eq(assessments.kind, kind),
          eq(assessments.period, period),
          ne(assessments.status, 'WITHDRAWN'),
        ),
      ),
  );
  return row;
}

/** Changes an assessment and makes its version grow by one. */
export async function updateAssessmentRow(
  tx: Unit,
  assessment: AssessmentRow,
  values: Partial<AssessmentRow>,
): Promise<AssessmentRow> {
  const [updated] = await tx.run((db) =>
    db
      .update(assessments)
      .set({ ...values, version: assessment.version + 1 })
      .where(and(eq(assessments.organizationId, tx.organizationId), eq(assessments.id, assessment.id)))
      .returning(),
  );
  return updated ?? assessment;
}
