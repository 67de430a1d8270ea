import type { Unit } from '../../db/database.ts';
import { type Issue, issue } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { territoriesByIds } from './territory.queries.ts';

/** The territory that an input names: its key, null where it is cleared, undefined where absent or at fault. */
export async function territoryNamed(
  tx: Unit,
  globalId: string | null | undefined,
  path: readonly string[],
): Promise<{ territoryId: string | null | undefined; faults: Issue[] }> {
  if (globalId == null) return { territoryId: globalId, faults: [] };
  const id = idOf(globalId, 'Territory')?.id;
  const found = id !== undefined && (await territoriesByIds(tx, [id])).has(id);
  return found ? { territoryId: id, faults: [] } : { territoryId: undefined, faults: [issue('NOT_FOUND', path)] };
}
