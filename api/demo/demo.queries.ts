import { and, eq, isNull } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organizations } from '../../db/tables/organizations.ts';

/** Marks the demo network as made; false where it is already. Another process that would make it too waits here. */
export async function claimDemo(tx: Unit, at: Date): Promise<boolean> {
  const claimed = await tx.run((db) =>
    db
      .update(organizations)
      .set({ demoReadyAt: at })
      .where(and(eq(organizations.id, tx.organizationId), isNull(organizations.demoReadyAt)))
      .returning({ id: organizations.id }),
  );
  return claimed.length > 0;
}
