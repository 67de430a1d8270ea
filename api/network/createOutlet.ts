import { v7 as uuid } from 'uuid';
import { industriesOn } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse, refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { dealersByIds } from './dealer.queries.ts';
import { asOutlet, type Outlet } from './network.loaders.ts';
import { codeTaken, industryFaults, namingFaults, placeFaults, searchText } from './network.rules.ts';
import { insertOutlet, type OutletRow, outletsByCodes } from './outlet.queries.ts';
import { territoryNamed } from './references.queries.ts';

type Optional = Pick<OutletRow, 'industries' | 'address' | 'latitude' | 'longitude'>;

export interface CreateOutlet extends Partial<{ [Field in keyof Optional]: Optional[Field] | null | undefined }> {
  readonly dealer: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OutletRow['kind'];
  readonly territory?: string | null | undefined;
}

export async function createOutlet(context: Context, input: CreateOutlet): Promise<{ outlet: Outlet }> {
  const at = context.now();
  const row = await change(context, 'createOutlet', input, async (tx) => {
    const dealerId = idOf(input.dealer, 'Dealer')?.id ?? '';
    const dealer = dealerId === '' ? undefined : (await dealersByIds(tx, [dealerId])).get(dealerId);
    const territory = await territoryNamed(tx, input.territory, ['territory']);
    const taken = dealer && (await outletsByCodes(tx, [input.code], dealer.id)).has(input.code);
    refuseIf([
      ...(dealer ? [] : [issue('NOT_FOUND', ['dealer'])]),
      ...namingFaults(input),
      ...industryFaults(input.industries, await industriesOn(tx, context.plugins)),
      ...placeFaults(input),
      ...territory.faults,
      ...(taken ? [codeTaken(input.code)] : []),
    ]);

    const { code, name, kind } = input;
    const inserted = await insertOutlet(tx, {
      ...{ organizationId: tx.organizationId, id: uuid(), dealerId, code, name, kind },
      searchText: searchText(code, name),
      industries: input.industries ?? dealer?.industries ?? [],
      territoryId: territory.territoryId ?? null,
      address: input.address ?? null,
      latitude: input.latitude ?? null,
      longitude: input.longitude ?? null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    });
    return inserted ?? refuse([codeTaken(code)]);
  });
  return { outlet: asOutlet(row) };
}
