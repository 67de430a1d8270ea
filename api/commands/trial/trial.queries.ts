import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import type { Unit } from '../../../db/database.ts';
import { assessments, grades } from '../../../db/tables/grading.ts';
import { dealers, outlets } from '../../../db/tables/network.ts';
import { organizations } from '../../../db/tables/organizations.ts';

/** Whoever else runs the same trial waits until this unit has ended; nobody who only reads or adds does. */
export const takeTurn = (tx: Unit): Promise<unknown> =>
  tx.run((db) =>
    db
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.id, tx.organizationId))
      .for('no key update'),
  );

/**
 * Tells the database how its tables have grown, for the owner's unit. The embedded one has nobody that does it, and
 * keeps to plans that were good for empty tables; a few rows are enough to tell.
 */
export async function countTables(owner: Unit): Promise<void> {
  await owner.run((db) => db.execute(sql`set local default_statistics_target = 10`));
  await owner.run((db) => db.execute(sql`analyze ${dealers}, ${outlets}, ${assessments}, ${grades}`));
}

/** The outlets that are there of these codes. */
export async function outletIdsByCodes(tx: Unit, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.run((db) =>
    db
      .select({ code: outlets.code, id: outlets.id })
      .from(outlets)
      .where(
        and(
          eq(outlets.organizationId, tx.organizationId),
          sql`${outlets.code} = any(${sql.param([...codes])}::text[])`,
        ),
      ),
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Those of these outlets that are assessed for the period under the rubric. */
export async function assessedOutlets(
  tx: Unit,
  outletIds: readonly string[],
  { rubricId, period }: { rubricId: string; period: string },
): Promise<Set<string | null>> {
  const rows = await tx.run((db) =>
    db
      .select({ outletId: assessments.outletId })
      .from(assessments)
      .where(
        and(
          eq(assessments.organizationId, tx.organizationId),
          sql`${assessments.outletId} = any(${sql.param([...outletIds])}::uuid[])`,
          eq(assessments.rubricId, rubricId),
          eq(assessments.kind, 'MANAGER'),
          eq(assessments.period, period),
          ne(assessments.status, 'WITHDRAWN'),
        ),
      ),
  );
  return new Set(rows.map(({ outletId }) => outletId));
}

/** How many outlets stand in each tier by the grades in force under the rubric. */
export const outletsByTier = (tx: Unit, rubricId: string): Promise<{ tierCode: string; outlets: number }[]> =>
  tx.run((db) =>
    db
      .select({ tierCode: grades.tierCode, outlets: count() })
      .from(grades)
      .where(
        and(
          eq(grades.organizationId, tx.organizationId),
          eq(grades.rubricId, rubricId),
          eq(grades.status, 'IN_FORCE'),
          sql`${grades.outletId} is not null`,
        ),
      )
      .groupBy(grades.tierCode)
      .orderBy(desc(count())),
  );
