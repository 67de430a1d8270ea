import { conflictPartyRoles } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { type Dealer, loadDealer } from '../network/network.loaders.ts';
import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import { DealerRef } from '../shared/refs.ts';
import type { PartyRow } from './party.queries.ts';

export const ConflictPartyRoleEnum = builder.enumType('ConflictPartyRole', { values: conflictPartyRoles });

/** A dealer in a case, whoever asks: of others than its own a DEALER sees the card. */
export async function partyDealer(context: Context, dealerId: string): Promise<Dealer> {
  const dealer = await loadDealer(context, dealerId);
  if (!dealer) throw new Error(`The dealer ${dealerId} of a case is missing.`);
  return dealer;
}

export const ConflictParty = builder.objectRef<PartyRow>('ConflictParty').implement({
  access: everyone,
  fields: (t) => ({
    dealer: t.field({ type: DealerRef, resolve: ({ dealerId }, _, context) => partyDealer(context, dealerId) }),
    role: t.expose('role', { type: ConflictPartyRoleEnum }),
  }),
});
