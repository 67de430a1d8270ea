import { standingOf } from '../grading/standing.queries.ts';
import { industriesOn } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import { nullFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { notFound, refuseIf, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { type DealerRow, lockDealer, updateDealerRow } from './dealer.queries.ts';
import { asDealer, type Dealer } from './network.loaders.ts';
import { industryFaults, namingFaults, roleFaults, searchText } from './network.rules.ts';
import { territoryNamed } from './references.queries.ts';

type Changeable = Pick<DealerRow, 'name' | 'roles' | 'status' | 'channel' | 'industries'>;

export interface UpdateDealer extends Partial<{ [Field in keyof Changeable]: Changeable[Field] | null | undefined }> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly territory?: string | null | undefined;
}

/** An absent field keeps its value; null clears where there is something to clear. */
export async function updateDealer(context: Context, input: UpdateDealer): Promise<{ dealer: Dealer }> {
  const row = await change(context, 'updateDealer', input, async (tx) => {
    const id = idOf(input.id, 'Dealer')?.id;
    const dealer = id && (await lockDealer(tx, id));
    if (!dealer) throw notFound(['id']);
    refuseIfStale(input.expectedVersion, dealer.version);

    const territory = await territoryNamed(tx, input.territory, ['territory']);
    refuseIf([
      ...nullFaults(input, 'name', 'roles', 'status', 'channel', 'industries'),
      ...namingFaults(input),
      ...roleFaults(input.roles),
      ...industryFaults(input.industries, await industriesOn(tx, context.plugins)),
      ...territory.faults,
    ]);

    const name = input.name ?? dealer.name;
    const industries = input.industries ?? dealer.industries;
    const standing = await standingOf(tx, dealer.id, industries[0] ?? '');
    const values = {
      ...{ name, industries },
      searchText: searchText(dealer.code, name),
      roles: input.roles ?? dealer.roles,
      status: input.status ?? dealer.status,
      channel: input.channel ?? dealer.channel,
      territoryId: territory.territoryId === undefined ? dealer.territoryId : territory.territoryId,
      ...standing,
    };
    return updateDealerRow(tx, dealer, values, context.now());
  });
  return { dealer: asDealer(row) };
}
