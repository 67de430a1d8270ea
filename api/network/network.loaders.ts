import { type Context, today } from '../shared/context.ts';
import { type PageArguments, windowOf } from '../shared/keyset.ts';
import { batched } from '../shared/loading.ts';
import { tag } from '../shared/nodes.ts';
import {
  countSecondTierOf,
  type DealerColumn,
  type DealerRow,
  dealersByCodes,
  dealersByIds,
  secondTierKeyset,
  secondTierOf,
} from './dealer.queries.ts';
import { classesOf, classHistoriesOf } from './dealer-class.queries.ts';
import {
  countOutletsOf,
  type OutletColumn,
  type OutletRow,
  outletKeyset,
  outletsByCodes,
  outletsByIds,
  outletsOf,
} from './outlet.queries.ts';
import { childrenOf, type TerritoryRow, territoriesByIds } from './territory.queries.ts';

export type Dealer = ReturnType<typeof asDealer>;
export type Outlet = ReturnType<typeof asOutlet>;

export type Territory = ReturnType<typeof asTerritory>;

export const asDealer = (row: DealerRow) => tag('Dealer', row);
export const asOutlet = (row: OutletRow) => tag('Outlet', row);
export const asTerritory = (row: TerritoryRow) => tag('Territory', row);

const dealerRow = batched(dealersByIds);
const dealerRowByCode = batched(dealersByCodes);
const outletRow = batched(outletsByIds);
const outletRowByCode = batched(outletsByCodes);

/** A dealer of the organization, whoever asks: what the caller may see of it is said on its fields. */
export async function loadDealer(context: Context, id: string): Promise<Dealer | null> {
  const row = await dealerRow(context, id);
  return row && asDealer(row);
}

export async function loadDealerByCode(context: Context, code: string): Promise<Dealer | null> {
  const row = await dealerRowByCode(context, code);
  return row && asDealer(row);
}

export async function loadOutlet(context: Context, id: string): Promise<Outlet | null> {
  const row = await outletRow(context, id);
  return row && asOutlet(row);
}

export async function loadOutletByCode(context: Context, dealerId: string, code: string): Promise<Outlet | null> {
  const row = await outletRowByCode(context, code, dealerId);
  return row && asOutlet(row);
}

const territoryRow = batched(territoriesByIds);
const territoryChildren = batched(childrenOf);

export async function loadTerritory(context: Context, id: string): Promise<Territory | null> {
  const row = await territoryRow(context, id);
  return row && asTerritory(row);
}

export async function loadTerritoryChildren(context: Context, id: string): Promise<Territory[]> {
  return ((await territoryChildren(context, id)) ?? []).map(asTerritory);
}

export const loadClassHistory = batched(classHistoriesOf);

const classOn = batched(classesOf);
export const loadClass = (context: Context, dealerId: string) => classOn(context, dealerId, today(context));

/** A page of the list of each of several, and the columns of its rows that are to be read. */
interface PageAsked<Column> {
  readonly page: PageArguments;
  readonly columns: readonly Column[];
}

export const loadSecondTier = batched((tx, ids, { page, columns }: PageAsked<DealerColumn>) =>
  secondTierOf(tx, ids, windowOf(secondTierKeyset, page), columns),
);
export const loadSecondTierCount = batched(countSecondTierOf);

export const loadOutlets = batched((tx, ids, { page, columns }: PageAsked<OutletColumn>) =>
  outletsOf(tx, ids, windowOf(outletKeyset, page), columns),
);
export const loadOutletCount = batched(countOutletsOf);
