import { and, asc, eq, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { customerSegments } from '../../db/tables/segments.ts';

export type SegmentRow = typeof customerSegments.$inferSelect;

/** What the organization added to the six, the oldest first. */
export const ownSegments = statement('ownSegments', (db) =>
  db
    .select()
    .from(customerSegments)
    .where(eq(customerSegments.organizationId, organization))
    .orderBy(asc(customerSegments.createdAt), asc(customerSegments.id)),
);

/** Additions follow one another within an organization, so that two of them cannot pass the limit or share a code. */
export const lockSegments = (tx: Unit): Promise<unknown> =>
  tx.run((db) =>
    db.execute(sql`select pg_advisory_xact_lock(hashtextextended('segments ' || ${tx.organizationId}, 0))`),
  );

/** The segment itself, held until the unit of work ends, so that changes to it follow one another. */
export async function lockSegment(tx: Unit, id: string): Promise<SegmentRow | undefined> {
  const [row] = await tx.run((db) =>
    db
      .select()
      .from(customerSegments)
      .where(and(eq(customerSegments.organizationId, tx.organizationId), eq(customerSegments.id, id)))
      .for('update'),
  );
  return row;
}

export async function insertSegment(tx: Unit, row: SegmentRow): Promise<SegmentRow> {
  await tx.run((db) => db.insert(customerSegments).values(row));
  return row;
}

/** Changes a segment and makes its version grow by one. */
export async function updateSegmentRow(
  tx: Unit,
  segment: SegmentRow,
  values: Pick<SegmentRow, 'label' | 'description' | 'strategies' | 'hidden'>,
  at: Date,
): Promise<SegmentRow> {
  const [updated] = await tx.run((db) =>
    db
      .update(customerSegments)
      .set({ ...values, version: segment.version + 1, updatedAt: at })
      .where(and(eq(customerSegments.organizationId, tx.organizationId), eq(customerSegments.id, segment.id)))
      .returning(),
  );
  return updated ?? segment;
}
