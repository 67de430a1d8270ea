import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import { auditEntries } from '../../db/tables/audit.ts';
import type { Context } from './context.ts';

/** Runs a mutation's change and writes down who made it: both are committed, or neither. */
export function change<Row extends { id: string | null }>(
  context: Context,
  action: string,
  input: object,
  run: (tx: Unit) => Promise<Row>,
): Promise<Row> {
  const { viewer, work, now } = context;
  return work.write(async (tx) => {
    const changed = await run(tx);
    await tx.run((db) =>
      db.insert(auditEntries).values({
        organizationId: tx.organizationId,
        id: uuid(),
        at: now(),
        actor: viewer.name,
        actorKey: viewer.keyId,
        action,
        objectId: changed.id,
        input: { ...input },
      }),
    );
    return changed;
  });
}
