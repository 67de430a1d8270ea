import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, notFound } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { lockDealer, updateDealerRow } from './dealer.queries.ts';
import { asDealer, type Dealer } from './network.loaders.ts';

/** Takes a dealer's upstream away; the payload's dealer is the downstream. */
export async function unlinkDealers(context: Context, input: { downstream: string }): Promise<{ dealer: Dealer }> {
  const row = await change(context, 'unlinkDealers', input, async (tx) => {
    const id = idOf(input.downstream, 'Dealer')?.id;
    const dealer = id && (await lockDealer(tx, id));
    if (!dealer) throw notFound(['downstream']);
    if (dealer.upstreamId === null) throw invalidState('NETWORK_NOT_LINKED', 'UNLINKED', ['downstream']);
    return updateDealerRow(tx, dealer, { upstreamId: null }, context.now());
  });
  return { dealer: asDealer(row) };
}
