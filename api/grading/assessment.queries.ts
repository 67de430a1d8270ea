import { and, count, eq, getTableColumns, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement, statements } from '../../db/statement.ts';
import { assessments } from '../../db/tables/grading.ts';
import { allOf, type Conditions, each, given, oneOf, picked } from '../shared/filters.ts';
import { type Keyset, type Sides, type Window, within } from '../shared/keyset.ts';
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

export type AssessmentColumn = keyof AssessmentEntry;
export const assessmentColumns = Object.keys(entry) as AssessmentColumn[];

/** The newest first. */
export const assessmentKeyset: Keyset<AssessmentEntry> = {
  name: 'assessments',
  descending: true,
  keys: [
    { by: assessments.startedAt, type: 'timestamptz', reads: 'startedAt', of: (row) => row.startedAt.toISOString() },
    { by: assessments.id, type: 'uuid', reads: 'id', of: (row) => row.id },
  ],
};

const ofDealerItself = and(eq(assessments.dealerId, sql.placeholder('dealerId')), isNull(assessments.outletId));

/** What a filter asks, its subject as the dealer or the outlet that it is. */
interface Criteria extends Omit<AssessmentListFilter, 'subject'> {
  readonly dealerId?: string;
  readonly outletId?: string;
}

const conditions: Conditions<Criteria> = {
  // Of a dealer's assessments it sees its own SELF ones and those that a published grade rests on.
  only: and(
    eq(assessments.dealerId, sql.placeholder('only')),
    or(eq(assessments.kind, 'SELF'), isNotNull(assessments.gradeId)),
  ),
  kind: oneOf(assessments.kind, 'kind'),
  status: oneOf(assessments.status, 'status'),
  period: eq(assessments.period, sql.placeholder('period')),
  dealerId: ofDealerItself,
  outletId: eq(assessments.outletId, sql.placeholder('outletId')),
  rubricId: eq(assessments.rubricId, sql.placeholder('rubricId')),
};

function criteria({ subject, ...filter }: AssessmentListFilter): Criteria {
  if (!subject) return filter;
  return { ...filter, ...(subject.type === 'Outlet' ? { outletId: subject.id } : { dealerId: subject.id }) };
}

const matching = (names: readonly string[]): SQL | undefined =>
  and(eq(assessments.organizationId, organization), allOf(conditions, names));

interface AssessmentsShape {
  readonly sides: Sides;
  readonly given: readonly string[];
  readonly columns: readonly AssessmentColumn[];
}

const page = statements('assessmentsPage', (db, shape: AssessmentsShape) => {
  const { where, orderBy, limit } = within(assessmentKeyset, shape.sides);
  return db
    .select(picked(entry, shape.columns))
    .from(assessments)
    .where(and(matching(shape.given), where))
    .orderBy(...orderBy)
    .limit(limit);
});

/** A page of assessments, with the columns that are to be read. */
export function assessmentsPage(
  tx: Unit,
  filter: AssessmentListFilter,
  { sides, values }: Window<AssessmentEntry>,
  read: readonly AssessmentColumn[],
): Promise<AssessmentEntry[]> {
  const own = criteria(filter);
  return page(tx, { sides, given: given(conditions, own), columns: read }, { ...own, ...values });
}

const counted = statements('countAssessments', (db, shape: { readonly given: readonly string[] }) =>
  db.select({ count: count() }).from(assessments).where(matching(shape.given)),
);

export async function countAssessments(tx: Unit, filter: AssessmentListFilter): Promise<number> {
  const own = criteria(filter);
  const [row] = await counted(tx, { given: given(conditions, own) }, { ...own });
  return row?.count ?? 0;
}

const ofEachSubject = (type: SubjectType): SQL =>
  type === 'Outlet'
    ? sql`${assessments.outletId} = subject.id`
    : sql`${assessments.dealerId} = subject.id and ${assessments.outletId} is null`;

const subjectId = ({ outletId, dealerId }: AssessmentEntry): string => outletId ?? dealerId;

interface AssessmentsOfShape extends AssessmentsShape {
  readonly type: SubjectType;
}

const ofSubjects = statements('assessmentsOf', (db, shape: AssessmentsOfShape) => {
  const { where, orderBy, limit } = within(assessmentKeyset, shape.sides);
  const one = db
    .select(picked(entry, shape.columns))
    .from(assessments)
    .where(and(matching(shape.given), ofEachSubject(shape.type), where))
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  return db.select(one._.selectedFields).from(each('subject')).crossJoinLateral(one);
});

/** One page of the assessments of each of several subjects of one type. */
export async function assessmentsOf(
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  filter: AssessmentListFilter,
  { sides, values }: Window<AssessmentEntry>,
  read: readonly AssessmentColumn[],
): Promise<Map<string, AssessmentEntry[]>> {
  const own = criteria(filter);
  const shape = { type, sides, given: given(conditions, own), columns: read };
  const rows = await ofSubjects(tx, shape, { ids: subjectIds, ...own, ...values });
  return groupBy(rows as AssessmentEntry[], subjectId);
}

interface CountOfShape {
  readonly type: SubjectType;
  readonly given: readonly string[];
}

const countOf = statements('countAssessmentsOf', (db, shape: CountOfShape) =>
  db
    .select({ id: sql<string>`subject.id`, count: count() })
    .from(each('subject'))
    .innerJoin(assessments, and(matching(shape.given), ofEachSubject(shape.type)))
    .groupBy(sql`subject.id`),
);

export async function countAssessmentsOf(
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  filter: AssessmentListFilter,
): Promise<Map<string, number>> {
  const own = criteria(filter);
  const rows = await countOf(tx, { type, given: given(conditions, own) }, { ids: subjectIds, ...own });
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
          outletId
            ? eq(assessments.outletId, outletId)
            : and(eq(assessments.dealerId, dealerId), isNull(assessments.outletId)),
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
