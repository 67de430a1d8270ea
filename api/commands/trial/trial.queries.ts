import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import type { Unit } from '../../../db/database.ts';
import { assessments, grades } from '../../../db/tables/grading.ts';
import { outlets } from '../../../db/tables/network.ts';
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

export interface KnownOutlet {
  readonly id: string;
  readonly isAssessed: boolean;
}

/** The outlets that are there of these codes, and whether each is assessed for the period under the rubric. */
export async function knownOutlets(
  tx: Unit,
  codes: readonly string[],
  { rubricId, period }: { rubricId: string; period: string },
): Promise<Map<string, KnownOutlet>> {
  const ofPeriod = and(
    eq(assessments.organizationId, outlets.organizationId),
    eq(assessments.outletId, outlets.id),
    eq(assessments.rubricId, rubricId),
    eq(assessments.kind, 'MANAGER'),
    eq(assessments.period, period),
    ne(assessments.status, 'WITHDRAWN'),
  );
  const rows = await tx.run((db) =>
    db
      .select({ code: outlets.code, id: outlets.id, assessment: assessments.id })
      .from(outlets)
      .leftJoin(assessments, ofPeriod)
      .where(
        and(
          eq(outlets.organizationId, tx.organizationId),
          sql`${outlets.code} = any(${sql.param([...codes])}::text[])`,
        ),
      ),
  );
  return new Map(rows.map(({ code, id, assessment }) => [code, { id, isAssessed: assessment !== null }]));
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
