import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse, refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { buysThrough, dealersByIds, lockDealer, lockLinks, updateDealerRow } from './dealer.queries.ts';
import { asDealer, type Dealer } from './network.loaders.ts';

export interface LinkDealers {
  readonly upstream: string;
  readonly downstream: string;
}

/** Makes one dealer the upstream of another, in place of one it had; the payload's dealer is the downstream. */
export async function linkDealers(context: Context, input: LinkDealers): Promise<{ dealer: Dealer }> {
  const row = await change(context, 'linkDealers', input, async (tx) => {
    await lockLinks(tx);
    const upstreamId = idOf(input.upstream, 'Dealer')?.id ?? '';
    const downstreamId = idOf(input.downstream, 'Dealer')?.id ?? '';
    const found = await dealersByIds(tx, [upstreamId, downstreamId].filter(Boolean));
    const dealer = found.has(downstreamId) ? await lockDealer(tx, downstreamId) : undefined;
    refuseIf([
      ...(found.has(upstreamId) ? [] : [issue('NOT_FOUND', ['upstream'])]),
      ...(dealer ? [] : [issue('NOT_FOUND', ['downstream'])]),
    ]);
    if (!dealer) refuse([issue('NOT_FOUND', ['downstream'])]);

    if (upstreamId === downstreamId) refuse([issue('NETWORK_LINK_TO_SELF', ['upstream'])]);
    if (await buysThrough(tx, upstreamId, downstreamId)) refuse([issue('NETWORK_LINK_CYCLE', ['upstream'])]);
    return updateDealerRow(tx, dealer, { upstreamId }, context.now());
  });
  return { dealer: asDealer(row) };
}
