import { v7 as uuid } from 'uuid';
import { change } from '../shared/change.ts';
import { textFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { issue, notFound, refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { placeInChain } from './class-chain.rules.ts';
import { lockDealer, updateDealerRow } from './dealer.queries.ts';
import { classHistory, type DealerClass, endClassAssignment, insertClassAssignment } from './dealer-class.queries.ts';
import { asDealer, type Dealer } from './network.loaders.ts';

export interface AssignDealerClass {
  readonly dealer: string;
  readonly class: DealerClass;
  readonly validFrom: string;
  readonly reason: string;
}

export async function assignDealerClass(context: Context, input: AssignDealerClass): Promise<{ dealer: Dealer }> {
  const at = context.now();
  const row = await change(context, 'assignDealerClass', input, async (tx) => {
    const id = idOf(input.dealer, 'Dealer')?.id;
    const dealer = id && (await lockDealer(tx, id));
    if (!dealer) throw notFound(['dealer']);

    const { validFrom, reason } = input;
    const place = placeInChain(await classHistory(tx, dealer.id), validFrom);
    refuseIf([
      ...textFaults(reason, ['reason'], 2000),
      ...(place.taken ? [issue('NETWORK_CLASS_DATE_TAKEN', ['validFrom'], { value: validFrom })] : []),
    ]);

    if (place.previous) await endClassAssignment(tx, place.previous.id, validFrom);
    await insertClassAssignment(tx, {
      ...{ organizationId: tx.organizationId, id: uuid(), dealerId: dealer.id, class: input.class },
      ...{ validFrom, validTo: place.validTo, reason },
      decidedBy: context.viewer.name,
      decidedByKey: context.viewer.keyId,
      decidedAt: at,
    });
    return updateDealerRow(tx, dealer, {}, at);
  });
  return { dealer: asDealer(row) };
}
