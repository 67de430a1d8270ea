import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { dealerClassAssignments } from '../../db/tables/network.ts';
import { groupBy } from '../shared/loading.ts';

export type DealerClassRow = typeof dealerClassAssignments.$inferSelect;
export type DealerClass = DealerClassRow['class'];

/** The class in force on a day, for each of several dealers that have one. */
export async function classesOf(
  tx: Unit,
  dealerIds: readonly string[],
  day: string,
): Promise<Map<string, DealerClass>> {
  const rows = await tx.run((db) =>
    db
      .select({ dealerId: dealerClassAssignments.dealerId, class: dealerClassAssignments.class })
      .from(dealerClassAssignments)
      .where(
        and(
          eq(dealerClassAssignments.organizationId, tx.organizationId),
          sql`${dealerClassAssignments.dealerId} = any(${sql.param([...dealerIds])}::uuid[])`,
          lte(dealerClassAssignments.validFrom, day),
          or(isNull(dealerClassAssignments.validTo), gt(dealerClassAssignments.validTo, day)),
        ),
      ),
  );
  return new Map(rows.map((row) => [row.dealerId, row.class]));
}

/** The class history of each of several dealers, the newest first. */
export async function classHistoriesOf(tx: Unit, dealerIds: readonly string[]): Promise<Map<string, DealerClassRow[]>> {
  const rows = await tx.run((db) =>
    db
      .select()
      .from(dealerClassAssignments)
      .where(
        and(
          eq(dealerClassAssignments.organizationId, tx.organizationId),
          sql`${dealerClassAssignments.dealerId} = any(${sql.param([...dealerIds])}::uuid[])`,
        ),
      )
      .orderBy(desc(dealerClassAssignments.validFrom)),
  );
  return groupBy(rows, (row) => row.dealerId);
}

export const classHistory = (tx: Unit, dealerId: string): Promise<DealerClassRow[]> =>
  tx.run((db) =>
    db
      .select()
      .from(dealerClassAssignments)
      .where(
        and(
          eq(dealerClassAssignments.organizationId, tx.organizationId),
          eq(dealerClassAssignments.dealerId, dealerId),
        ),
      )
      .orderBy(asc(dealerClassAssignments.validFrom)),
  );

export const insertClassAssignment = (tx: Unit, row: typeof dealerClassAssignments.$inferInsert): Promise<unknown> =>
  tx.run((db) => db.insert(dealerClassAssignments).values(row));

export const endClassAssignment = (tx: Unit, assignmentId: string, validTo: string): Promise<unknown> =>
  tx.run((db) =>
    db
      .update(dealerClassAssignments)
      .set({ validTo })
      .where(
        and(eq(dealerClassAssignments.organizationId, tx.organizationId), eq(dealerClassAssignments.id, assignmentId)),
      ),
  );
