import { v7 as uuid } from 'uuid';
import { industriesOn } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import { type Context, today } from '../shared/context.ts';
import { refuse, refuseIf } from '../shared/errors.ts';
import { type DealerRow, dealersByCodes, insertDealer } from './dealer.queries.ts';
import { type DealerClass, insertClassAssignment } from './dealer-class.queries.ts';
import { asDealer, type Dealer } from './network.loaders.ts';
import { codeTaken, industryFaults, namingFaults, roleFaults, searchText } from './network.rules.ts';
import { territoryNamed } from './references.queries.ts';

export interface CreateDealer extends Pick<DealerRow, 'code' | 'name' | 'roles' | 'status' | 'channel' | 'industries'> {
  readonly class?: DealerClass | null | undefined;
  readonly territory?: string | null | undefined;
}

export async function createDealer(context: Context, input: CreateDealer): Promise<{ dealer: Dealer }> {
  const at = context.now();
  const row = await change(context, 'createDealer', input, async (tx) => {
    const territory = await territoryNamed(tx, input.territory, ['territory']);
    refuseIf([
      ...namingFaults(input),
      ...roleFaults(input.roles),
      ...industryFaults(input.industries, await industriesOn(tx, context.plugins)),
      ...territory.faults,
      ...((await dealersByCodes(tx, [input.code])).has(input.code) ? [codeTaken(input.code)] : []),
    ]);

    const { organizationId } = tx;
    const { code, name, roles, status, channel, industries } = input;
    const dealer =
      (await insertDealer(tx, {
        ...{ organizationId, id: uuid(), code, name, roles, status, channel, industries },
        searchText: searchText(code, name),
        territoryId: territory.territoryId ?? null,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })) ?? refuse([codeTaken(code)]);

    if (input.class) {
      await insertClassAssignment(tx, {
        ...{ organizationId, id: uuid(), dealerId: dealer.id, class: input.class },
        validFrom: today(context),
        reason: 'On creation · 建档时',
        decidedBy: context.viewer.name,
        decidedByKey: context.viewer.keyId,
        decidedAt: at,
      });
    }
    return dealer;
  });
  return { dealer: asDealer(row) };
}
