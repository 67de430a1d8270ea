import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { auditEntries } from '../../db/tables/audit.ts';
import type { Context } from './context.ts';

const insertAuditEntry = statement('insertAuditEntry', (db) =>
  db.insert(auditEntries).values({
    organizationId: organization,
    id: sql.placeholder('id'),
    at: sql.placeholder('at'),
    actor: sql.placeholder('actor'),
    actorKey: sql.placeholder('actorKey'),
    action: sql.placeholder('action'),
    objectId: sql.placeholder('objectId'),
    input: sql.placeholder('input'),
  }),
);

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
    const { name: actor, keyId: actorKey } = viewer;
    const objectId = changed.id;
    await insertAuditEntry(tx, { id: uuid(), at: now(), actor, actorKey, action, objectId, input: { ...input } });
    return changed;
  });
}
