import type { Unit } from '../../db/database.ts';
import { tierCodes } from '../../plugins/kit/definition.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { industriesOn } from '../plugins/plugins.queries.ts';
import { type Context, today } from '../shared/context.ts';
import { type Issue, issue, refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { type DealerListFilter, dealersByIds } from './dealer.queries.ts';
import type { OutletListFilter } from './outlet.queries.ts';
import { territoryNamed } from './references.queries.ts';

interface Place {
  readonly industry?: readonly string[] | null | undefined;
  readonly territory?: string | null | undefined;
}

export interface DealerFilterInput extends Omit<DealerListFilter, 'territoryId' | 'only' | 'today'>, Place {}

export interface OutletFilterInput extends Omit<OutletListFilter, 'territoryId' | 'dealerId' | 'only'>, Place {
  readonly dealer?: string | null | undefined;
}

const standings = new Set<string>([...tierCodes, 'BELOW_STANDARD', 'UNGRADED']);

const unknownIn = (values: readonly string[] | null | undefined, known: ReadonlySet<string>, field: string): Issue[] =>
  (values ?? []).flatMap((value, at) => (known.has(value) ? [] : [issue('NOT_FOUND', ['filter', field, at])]));

async function placeOf({ plugins }: Context, tx: Unit, filter: Place) {
  const { territoryId, faults } = await territoryNamed(tx, filter.territory, ['filter', 'territory']);
  const unknown = filter.industry ? unknownIn(filter.industry, await industriesOn(tx, plugins), 'industry') : [];
  return { place: territoryId ? { territoryId } : {}, faults: [...faults, ...unknown] };
}

/** The list that a filter names; a key in it that is not known is refused. */
export async function dealerFilter(
  context: Context,
  tx: Unit,
  filter: DealerFilterInput | null | undefined,
): Promise<DealerListFilter> {
  const { place, faults } = await placeOf(context, tx, filter ?? {});
  refuseIf([...faults, ...unknownIn(filter?.tier, standings, 'tier')]);
  return { ...filter, ...place, only: context.viewer.dealerId, today: today(context) };
}

export async function outletFilter(
  context: Context,
  tx: Unit,
  filter: OutletFilterInput | null | undefined,
): Promise<OutletListFilter> {
  const { place, faults } = await placeOf(context, tx, filter ?? {});
  const dealerId = filter?.dealer == null ? undefined : idOf(filter.dealer, 'Dealer')?.id;
  const known = dealerId && seesDealer(context.viewer, dealerId) && (await dealersByIds(tx, [dealerId])).has(dealerId);
  refuseIf([...faults, ...(filter?.dealer == null || known ? [] : [issue('NOT_FOUND', ['filter', 'dealer'])])]);
  return { ...filter, ...place, ...(dealerId ? { dealerId } : {}), only: context.viewer.dealerId };
}
