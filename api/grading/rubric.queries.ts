import { and, asc, eq, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { rubrics, rubricVersions } from '../../db/tables/rubrics.ts';
import { groupBy, indexBy } from '../shared/loading.ts';

export type RubricRow = typeof rubrics.$inferSelect;

const edition = {
  id: rubricVersions.id,
  rubricId: rubricVersions.rubricId,
  number: rubricVersions.number,
  status: rubricVersions.status,
  effectiveFrom: rubricVersions.effectiveFrom,
  composition: rubricVersions.composition,
  contentHash: rubricVersions.contentHash,
};

/** An edition without its content, which is read once and kept by its hash. */
export type EditionRow = Pick<typeof rubricVersions.$inferSelect, keyof typeof edition>;

export const allRubrics = statement('allRubrics', (db) =>
  db.select().from(rubrics).where(eq(rubrics.organizationId, organization)).orderBy(asc(rubrics.key)),
);

const editionsByIds = statement('editionsByIds', (db) =>
  db
    .select(edition)
    .from(rubricVersions)
    .where(
      and(eq(rubricVersions.organizationId, organization), sql`${rubricVersions.id} = any(${sql.placeholder('ids')})`),
    ),
);

export const editionsOfIds = async (tx: Unit, ids: readonly string[]): Promise<Map<string, EditionRow>> =>
  indexBy(await editionsByIds(tx, { ids }), (row) => row.id);

const editionsByRubrics = statement('editionsByRubrics', (db) =>
  db
    .select(edition)
    .from(rubricVersions)
    .where(
      and(
        eq(rubricVersions.organizationId, organization),
        sql`${rubricVersions.rubricId} = any(${sql.placeholder('ids')})`,
      ),
    )
    .orderBy(asc(rubricVersions.number)),
);

/** All editions of each of several rubrics, by number. */
export const editionsOf = async (tx: Unit, rubricIds: readonly string[]): Promise<Map<string, EditionRow[]>> =>
  groupBy(await editionsByRubrics(tx, { ids: rubricIds }), (row) => row.rubricId);

const contentsByIds = statement('rubricContentsByIds', (db) =>
  db
    .select({ id: rubricVersions.id, content: rubricVersions.content })
    .from(rubricVersions)
    .where(
      and(eq(rubricVersions.organizationId, organization), sql`${rubricVersions.id} = any(${sql.placeholder('ids')})`),
    ),
);

export const contentsOf = async (tx: Unit, editionIds: readonly string[]): Promise<Map<string, unknown>> =>
  new Map((await contentsByIds(tx, { ids: editionIds })).map((row) => [row.id, row.content]));

export async function rubricByKey(tx: Unit, key: string): Promise<RubricRow | undefined> {
  return (await allRubrics(tx)).find((row) => row.key === key);
}

const published = statement('publishedEdition', (db) =>
  db
    .select(edition)
    .from(rubricVersions)
    .where(
      and(
        eq(rubricVersions.organizationId, organization),
        eq(rubricVersions.rubricId, sql.placeholder('rubricId')),
        eq(rubricVersions.status, 'PUBLISHED'),
      ),
    ),
);

export async function publishedEdition(tx: Unit, rubricId: string): Promise<EditionRow | undefined> {
  const [row] = await published(tx, { rubricId });
  return row;
}

const locked = statement('lockRubric', (db) =>
  db
    .select({ id: rubrics.id })
    .from(rubrics)
    .where(and(eq(rubrics.organizationId, organization), eq(rubrics.id, sql.placeholder('id'))))
    .for('update'),
);

/** Held until the unit of work ends, so that whatever changes a rubric's editions follows one another. */
export const lockRubric = (tx: Unit, id: string): Promise<unknown> => locked(tx, { id });

/** Makes the rubric of a key, or gives the one that is there its label of today; held as by `lockRubric`. */
export async function holdRubric(tx: Unit, row: typeof rubrics.$inferInsert): Promise<RubricRow> {
  const [held] = await tx.run((db) =>
    db
      .insert(rubrics)
      .values(row)
      .onConflictDoUpdate({ target: [rubrics.organizationId, rubrics.key], set: { label: row.label } })
      .returning(),
  );
  if (!held) throw new Error(`The rubric ${row.key} cannot be made.`);
  return held;
}

export async function insertEdition(tx: Unit, row: typeof rubricVersions.$inferInsert): Promise<EditionRow> {
  const [inserted] = await tx.run((db) => db.insert(rubricVersions).values(row).returning(edition));
  if (!inserted) throw new Error(`The edition ${row.number} cannot be made.`);
  return inserted;
}

/** Nothing else of an edition ever changes. */
export async function updateEdition(
  tx: Unit,
  id: string,
  values: Partial<Pick<EditionRow, 'status' | 'effectiveFrom'>>,
): Promise<EditionRow> {
  const [updated] = await tx.run((db) =>
    db
      .update(rubricVersions)
      .set(values)
      .where(and(eq(rubricVersions.organizationId, tx.organizationId), eq(rubricVersions.id, id)))
      .returning(edition),
  );
  if (!updated) throw new Error(`The edition ${id} is missing.`);
  return updated;
}
