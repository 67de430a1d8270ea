import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { auditEntries } from '../../db/tables/audit.ts';

export type AuditEntry = Pick<typeof auditEntries.$inferSelect, 'action' | 'actor' | 'objectId' | 'input'>;

const { action, actor, objectId, input } = auditEntries;

const entriesOf = (database: Database, organizationId: string): Promise<AuditEntry[]> =>
  database.asOwner((owner) =>
    owner.run((db) =>
      db
        .select({ action, actor, objectId, input })
        .from(auditEntries)
        .where(eq(auditEntries.organizationId, organizationId))
        .orderBy(asc(auditEntries.id)),
    ),
  );

/** What a piece of code leaves behind in an organization's audit, in order. */
export async function audited(
  database: Database,
  organizationId: string,
  run: () => Promise<unknown>,
): Promise<AuditEntry[]> {
  const { length } = await entriesOf(database, organizationId);
  await run();
  return (await entriesOf(database, organizationId)).slice(length);
}
