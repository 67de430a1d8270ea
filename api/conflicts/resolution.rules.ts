import type { Order } from '../../db/tables/conflicts.ts';
import { decimalText, millionths } from '../../plugins/kit/grading/decimals.ts';
import { maxStatement, setFaults, textFaults } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';
import type { CatalogueStrategy } from './catalogue.rules.ts';
import { partyNamed } from './party.rules.ts';

export interface OrderInput extends Pick<Order, 'kind' | 'amount' | 'currency' | 'due'> {
  readonly party: string;
  readonly beneficiary?: string | null | undefined;
}

export interface Settlement {
  readonly strategies: readonly string[];
  readonly outcome: string;
  readonly orders: readonly OrderInput[];
}

const mostStrategies = 10;
const mostOrders = 20;
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Restitution is paid to another party, a penalty to the brand. */
function beneficiaryFaults({ kind, party, beneficiary }: OrderInput, partyIds: readonly string[], at: number): Issue[] {
  const path = ['orders', at, 'beneficiary'];
  if (kind === 'PENALTY') return beneficiary == null ? [] : [issue('CONFLICT_BENEFICIARY_REFUSED', path)];
  if (beneficiary == null || beneficiary === party) return [issue('CONFLICT_BENEFICIARY_WANTED', path)];
  return partyNamed(beneficiary, partyIds) ? [] : [issue('NOT_FOUND', path)];
}

function orderFaults(orders: readonly OrderInput[], partyIds: readonly string[], today: string): Issue[] {
  const { length } = orders;
  if (length > mostOrders) return [issue('LIST_TOO_LONG', ['orders'], { length, max: mostOrders })];
  return orders.flatMap((order, at) => {
    const { party, amount, currency, due } = order;
    return [
      ...(partyNamed(party, partyIds) ? [] : [issue('NOT_FOUND', ['orders', at, 'party'])]),
      ...beneficiaryFaults(order, partyIds, at),
      ...((millionths(amount) ?? 0n) > 0n ? [] : [issue('CONFLICT_AMOUNT_INVALID', ['orders', at, 'amount'])]),
      ...(currencies.has(currency)
        ? []
        : [issue('CONFLICT_CURRENCY_UNKNOWN', ['orders', at, 'currency'], { value: currency.slice(0, 20) })]),
      ...(due >= today ? [] : [issue('CONFLICT_DUE_IN_THE_PAST', ['orders', at, 'due'], { today })]),
    ];
  });
}

/** Everything that is wrong with a settlement at once. */
export const settlementFaults = (
  { strategies, outcome, orders }: Settlement,
  known: readonly CatalogueStrategy[],
  partyIds: readonly string[],
  today: string,
): Issue[] => [
  ...setFaults(strategies, ['strategies'], mostStrategies),
  ...strategies.flatMap((value, at) =>
    known.some(({ code }) => code === value)
      ? []
      : [issue('CONFLICT_STRATEGY_UNKNOWN', ['strategies', at], { value: value.slice(0, 200) })],
  ),
  ...textFaults(outcome, ['outcome'], maxStatement),
  ...orderFaults(orders, partyIds, today),
];

/** The orders of a settlement without fault, numbered as they stand. */
export const ordersOf = (orders: readonly OrderInput[], partyIds: readonly string[]): Order[] =>
  orders.map(({ kind, party, beneficiary, amount, currency, due }, at) => ({
    number: at + 1,
    kind,
    partyId: partyNamed(party, partyIds) ?? '',
    beneficiaryId: beneficiary == null ? null : (partyNamed(beneficiary, partyIds) ?? null),
    amount: decimalText(amount),
    currency,
    due,
  }));
