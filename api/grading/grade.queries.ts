import { and, count, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement, statements } from '../../db/statement.ts';
import { grades } from '../../db/tables/grading.ts';
import { rubrics } from '../../db/tables/rubrics.ts';
import { each, picked } from '../shared/filters.ts';
import { type Keyset, type Sides, type Window, within } from '../shared/keyset.ts';
import { groupBy, indexBy } from '../shared/loading.ts';
import type { SubjectType } from './assessment.queries.ts';

const { outcome, answers, composition, contentHash, ...entry } = getTableColumns(grades);

/** A grade without what it rests on, which is long: of that its outcome is read where it is asked for. */
export type GradeRow = Omit<typeof grades.$inferSelect, 'outcome' | 'answers' | 'composition' | 'contentHash'>;

export type GradeColumn = keyof GradeRow;
export const gradeColumns = Object.keys(entry) as GradeColumn[];

/** The newest first. */
export const gradeKeyset: Keyset<GradeRow> = {
  name: 'grades',
  descending: true,
  keys: [
    { by: grades.validFrom, type: 'timestamptz', reads: 'validFrom', of: (row) => row.validFrom.toISOString() },
    { by: grades.id, type: 'uuid', reads: 'id', of: (row) => row.id },
  ],
};

const byIds = statement('gradesByIds', (db) =>
  db
    .select(entry)
    .from(grades)
    .where(and(eq(grades.organizationId, organization), sql`${grades.id} = any(${sql.placeholder('ids')})`)),
);

export const gradesByIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, GradeRow>> =>
  indexBy(await byIds(tx, { ids }), (row) => row.id);

const outcomesByIds = statement('gradeOutcomesByIds', (db) =>
  db
    .select({ id: grades.id, outcome })
    .from(grades)
    .where(and(eq(grades.organizationId, organization), sql`${grades.id} = any(${sql.placeholder('ids')})`)),
);

export const gradeOutcomesOf = async (tx: Unit, ids: readonly string[]): Promise<Map<string, unknown>> =>
  new Map((await outcomesByIds(tx, { ids })).map((row) => [row.id, row.outcome]));

const subjectId = ({ outletId, dealerId }: GradeRow): string => outletId ?? dealerId;

const ofAny = (type: SubjectType): SQL | undefined =>
  type === 'Outlet'
    ? sql`${grades.outletId} = any(${sql.placeholder('ids')})`
    : and(sql`${grades.dealerId} = any(${sql.placeholder('ids')})`, isNull(grades.outletId));

/** A grade in force, with the key of its rubric and, where it is asked for, its outcome. */
export type GradeInForce = GradeRow & { readonly rubricKey: string; readonly outcome?: unknown };

interface InForceShape {
  readonly type: SubjectType;
  readonly withOutcome: boolean;
}

const inForce = statements('gradesInForceOf', (db, { type, withOutcome }: InForceShape) =>
  db
    .select({ ...entry, rubricKey: rubrics.key, ...(withOutcome && { outcome }) })
    .from(grades)
    .innerJoin(rubrics, and(eq(rubrics.organizationId, grades.organizationId), eq(rubrics.id, grades.rubricId)))
    .where(and(eq(grades.organizationId, organization), eq(grades.status, 'IN_FORCE'), ofAny(type))),
);

/** The grades in force, one per rubric, of each of several subjects of one type. */
export const gradesInForceOf = async (
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  withOutcome = false,
): Promise<Map<string, GradeInForce[]>> =>
  groupBy((await inForce(tx, { type, withOutcome }, { ids: subjectIds })) as GradeInForce[], subjectId);

const ofEachSubject = (type: SubjectType): SQL =>
  type === 'Outlet'
    ? sql`${grades.outletId} = subject.id`
    : sql`${grades.dealerId} = subject.id and ${grades.outletId} is null`;

const under = (isOfRubric: boolean): SQL | undefined =>
  and(
    eq(grades.organizationId, organization),
    isOfRubric ? eq(grades.rubricId, sql.placeholder('rubricId')) : undefined,
  );

interface GradesShape {
  readonly type: SubjectType;
  readonly isOfRubric: boolean;
}

const ofSubjects = statements(
  'gradesOf',
  (db, shape: GradesShape & { readonly sides: Sides; readonly columns: readonly GradeColumn[] }) => {
    const { where, orderBy, limit } = within(gradeKeyset, shape.sides);
    const one = db
      .select(picked(entry, shape.columns))
      .from(grades)
      .where(and(under(shape.isOfRubric), ofEachSubject(shape.type), where))
      .orderBy(...orderBy)
      .limit(limit)
      .as('page');
    return db.select(one._.selectedFields).from(each('subject')).crossJoinLateral(one);
  },
);

/** One page of the grades that each of several subjects of one type has had. */
export async function gradesOf(
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  rubricId: string | undefined,
  { sides, values }: Window<GradeRow>,
  read: readonly GradeColumn[],
): Promise<Map<string, GradeRow[]>> {
  const shape = { type, isOfRubric: rubricId !== undefined, sides, columns: read };
  const rows = await ofSubjects(tx, shape, { ids: subjectIds, rubricId, ...values });
  return groupBy(rows as GradeRow[], subjectId);
}

const countOf = statements('countGradesOf', (db, { type, isOfRubric }: GradesShape) =>
  db
    .select({ id: sql<string>`subject.id`, count: count() })
    .from(each('subject'))
    .innerJoin(grades, and(under(isOfRubric), ofEachSubject(type)))
    .groupBy(sql`subject.id`),
);

export async function countGradesOf(
  tx: Unit,
  subjectIds: readonly string[],
  type: SubjectType,
  rubricId: string | undefined,
): Promise<Map<string, number>> {
  const rows = await countOf(tx, { type, isOfRubric: rubricId !== undefined }, { ids: subjectIds, rubricId });
  return new Map(rows.map((row) => [row.id, row.count]));
}

export const supersedeGrade = (tx: Unit, gradeId: string, at: Date): Promise<unknown> =>
  tx.run((db) =>
    db
      .update(grades)
      .set({ status: 'SUPERSEDED', validTo: at })
      .where(and(eq(grades.organizationId, tx.organizationId), eq(grades.id, gradeId))),
  );

export async function insertGrade(tx: Unit, row: typeof grades.$inferInsert): Promise<GradeRow> {
  const [inserted] = await tx.run((db) => db.insert(grades).values(row).returning(entry));
  if (!inserted) throw new Error('A grade that was inserted did not come back.');
  return inserted;
}
