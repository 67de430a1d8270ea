import { v7 as uuid } from 'uuid';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse, refuseIf } from '../shared/errors.ts';
import { asTerritory, type Territory } from './network.loaders.ts';
import { codeTaken, namingFaults } from './network.rules.ts';
import { territoryNamed } from './references.queries.ts';
import { allTerritories, insertTerritory } from './territory.queries.ts';

/** `territories` gives them all at once, so there is a limit to them. */
const maxTerritories = 2000;

export interface CreateTerritory {
  readonly code: string;
  readonly name: string;
  readonly parent?: string | null | undefined;
}

export async function createTerritory(context: Context, input: CreateTerritory): Promise<{ territory: Territory }> {
  const row = await change(context, 'createTerritory', input, async (tx) => {
    const { code, name } = input;
    const parent = await territoryNamed(tx, input.parent, ['parent']);
    const known = await allTerritories(tx);
    refuseIf([
      ...namingFaults(input),
      ...parent.faults,
      ...(known.some((territory) => territory.code === code) ? [codeTaken(code)] : []),
      ...(known.length < maxTerritories ? [] : [issue('NETWORK_TERRITORY_LIMIT', [], { max: maxTerritories })]),
    ]);
    const inserted = await insertTerritory(tx, {
      ...{ organizationId: tx.organizationId, id: uuid(), code, name },
      parentId: parent.territoryId ?? null,
      createdAt: context.now(),
    });
    return inserted ?? refuse([codeTaken(code)]);
  });
  return { territory: asTerritory(row) };
}
