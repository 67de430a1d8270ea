import type { Order } from '../../db/tables/conflicts.ts';
import { millionths } from '../../plugins/kit/grading/decimals.ts';
import { keySetFaults, shown, textFaults } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import type { CatalogueStrategy } from './catalogue.rules.ts';
import { longestText } from './opening.rules.ts';

export interface OrderInput extends Omit<Order, 'number' | 'partyId'> {
  readonly party: string;
}

export interface Settlement {
  readonly strategies: readonly string[];
  readonly outcome: string;
  readonly orders: readonly OrderInput[];
}

const mostStrategies = 10;
const mostOrders = 20;
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The party that an order names, where it is in the case. */
export const partyNamed = (globalId: string, partyIds: readonly string[]): string | undefined => {
  const id = idOf(globalId, 'Dealer')?.id;
  return partyIds.find((partyId) => partyId === id);
};

function orderFaults(orders: readonly OrderInput[], partyIds: readonly string[], today: string): Issue[] {
  const { length } = orders;
  if (length > mostOrders) return [issue('LIST_TOO_LONG', ['orders'], { length, max: mostOrders })];
  return orders.flatMap(({ party, amount, currency, due }, at) => [
    ...(partyNamed(party, partyIds) ? [] : [issue('NOT_FOUND', ['orders', at, 'party'])]),
    ...((millionths(amount) ?? 0n) > 0n ? [] : [issue('CONFLICT_AMOUNT_INVALID', ['orders', at, 'amount'])]),
    ...(currencies.has(currency)
      ? []
      : [issue('CONFLICT_CURRENCY_UNKNOWN', ['orders', at, 'currency'], { value: shown(currency, 20) })]),
    ...(due >= today ? [] : [issue('CONFLICT_DUE_IN_THE_PAST', ['orders', at, 'due'], { today })]),
  ]);
}

/** Everything that is wrong with a settlement at once. */
export const settlementFaults = (
  { strategies, outcome, orders }: Settlement,
  known: readonly CatalogueStrategy[],
  partyIds: readonly string[],
  today: string,
): Issue[] => [
  ...keySetFaults(strategies, ['strategies'], {
    max: mostStrategies,
    isKnown: (value) => known.some(({ code }) => code === value),
    unknown: 'CONFLICT_STRATEGY_UNKNOWN',
  }),
  ...textFaults(outcome, ['outcome'], longestText),
  ...orderFaults(orders, partyIds, today),
];
