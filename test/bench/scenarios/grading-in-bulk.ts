import { and, between, eq, sql } from 'drizzle-orm';
import { openDatabase, type Unit } from '../../../db/database.ts';
import { assessments } from '../../../db/tables/grading.ts';
import { rubricVersions } from '../../../db/tables/rubrics.ts';
import type { Answers } from '../../../plugins/kit/grading/earned.ts';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import { compileRubric, type Rubric, type RubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { draftNumber, openPeriod } from '../ground/assessments.ts';
import { sizes } from '../ground/ground.ts';
import { nthId } from '../ground/ids.ts';
import type { BulkReport } from './grading.ts';

/** Enough to spare the round trips, few enough that no one waits long for a row. */
const batchSize = 500;
/** While one batch is graded here, the server reads and writes others. */
const abreast = 3;

const organizationId = process.env.ORGANIZATION ?? '';
const subjects = sizes.bench.dealers;

type Rubrics = ReadonlyMap<string, Rubric>;

async function readRubrics(tx: Unit): Promise<Rubrics> {
  const rows = await tx.run((db) =>
    db.select({ id: rubricVersions.id, content: rubricVersions.content }).from(rubricVersions),
  );
  return new Map(rows.map(({ id, content }) => [id, compileRubric(content as RubricContent)]));
}

const draftsOf = (tx: Unit, firstDealer: number) =>
  tx.run((db) =>
    db
      .select({ id: assessments.id, versionId: assessments.rubricVersionId, answers: assessments.answers })
      .from(assessments)
      .where(
        and(
          eq(assessments.organizationId, organizationId),
          between(
            assessments.id,
            nthId('assessment', draftNumber(firstDealer)),
            nthId('assessment', draftNumber(firstDealer + batchSize - 1)),
          ),
          eq(assessments.period, openPeriod),
          eq(assessments.status, 'DRAFT'),
        ),
      )
      .for('update'),
  );

const submit = (tx: Unit, ids: readonly string[], outcomes: readonly string[]) =>
  tx.run((db) =>
    db.execute(sql`
      update ${assessments} a
      set outcome = graded.outcome::json, status = 'SUBMITTED', submitted_at = now(), version = a.version + 1
      from unnest(${sql.param([...ids])}::uuid[], ${sql.param([...outcomes])}::text[]) graded(id, outcome)
      where a.organization_id = ${organizationId} and a.id = graded.id`),
  );

/** Grades as submission does: the drafts are held, and their outcomes frozen with them, all of a batch or none. */
async function gradeBatch(tx: Unit, rubrics: Rubrics, firstDealer: number): Promise<number> {
  const drafts = await draftsOf(tx, firstDealer);
  const outcomes = drafts.map(({ versionId, answers }) =>
    JSON.stringify(grade(rubrics.get(versionId) as Rubric, answers as Answers)),
  );
  await submit(
    tx,
    drafts.map(({ id }) => id),
    outcomes,
  );
  return drafts.length;
}

const database = await openDatabase({ url: process.env.DATABASE_URL });
const begun = performance.now();
const scope = { organizationId, mode: 'write' } as const;
const rubrics = await database.unit({ ...scope, mode: 'read' }, readRubrics);
let nextDealer = 1;
let graded = 0;

async function lane(): Promise<void> {
  while (nextDealer <= subjects) {
    const firstDealer = nextDealer;
    nextDealer += batchSize;
    const some = await database.unit(scope, (tx) => gradeBatch(tx, rubrics, firstDealer));
    graded += some;
  }
}

await Promise.all(Array.from({ length: abreast }, lane));
const report: BulkReport = { graded, seconds: (performance.now() - begun) / 1000 };
await database.close();
console.log(JSON.stringify(report));
