import { and, asc, desc, eq, sql } from 'drizzle-orm';
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

export async function newestEdition(tx: Unit, rubricId: string): Promise<EditionRow | undefined> {
  const [row] = await tx.run((db) =>
    db
      .select(edition)
      .from(rubricVersions)
      .where(and(eq(rubricVersions.organizationId, tx.organizationId), eq(rubricVersions.rubricId, rubricId)))
      .orderBy(desc(rubricVersions.number))
      .limit(1),
  );
  return row;
}

/** Makes the rubric of a key unless it is there. */
export const insertRubric = (tx: Unit, row: typeof rubrics.$inferInsert): Promise<unknown> =>
  tx.run((db) => db.insert(rubrics).values(row).onConflictDoNothing());

export const insertEdition = (tx: Unit, row: typeof rubricVersions.$inferInsert): Promise<unknown> =>
  tx.run((db) => db.insert(rubricVersions).values(row).onConflictDoNothing());
