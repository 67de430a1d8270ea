import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { dealerClassAssignments } from '../../db/tables/network.ts';
import { groupBy } from '../shared/loading.ts';

export type DealerClassRow = typeof dealerClassAssignments.$inferSelect;
export type DealerClass = DealerClassRow['class'];

const ofAny = and(
  eq(dealerClassAssignments.organizationId, organization),
  sql`${dealerClassAssignments.dealerId} = any(${sql.placeholder('ids')})`,
);

const classes = statement('dealerClassesOf', (db) =>
  db
    .select({ dealerId: dealerClassAssignments.dealerId, class: dealerClassAssignments.class })
    .from(dealerClassAssignments)
    .where(
      and(
        ofAny,
        sql`${dealerClassAssignments.validFrom} <= ${sql.placeholder('day')}::date`,
        sql`(${dealerClassAssignments.validTo} is null or ${dealerClassAssignments.validTo} > ${sql.placeholder('day')}::date)`,
      ),
    ),
);

/** The class in force on a day, for each of several dealers that have one. */
export const classesOf = async (
  tx: Unit,
  dealerIds: readonly string[],
  day: string,
): Promise<Map<string, DealerClass>> =>
  new Map((await classes(tx, { ids: dealerIds, day })).map((row) => [row.dealerId, row.class]));

const histories = statement('dealerClassHistoriesOf', (db) =>
  db.select().from(dealerClassAssignments).where(ofAny).orderBy(desc(dealerClassAssignments.validFrom)),
);

/** The class history of each of several dealers, the newest first. */
export const classHistoriesOf = async (
  tx: Unit,
  dealerIds: readonly string[],
): Promise<Map<string, DealerClassRow[]>> => groupBy(await histories(tx, { ids: dealerIds }), (row) => row.dealerId);

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
