import { MILLION, millionths, rounded } from '../../plugins/kit/grading/decimals.ts';
import { nameFaults, rangeFaults } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';

export interface BenefitParty {
  readonly party: string;
  readonly contribution: string;
  readonly cost: string;
}

export interface Sharing {
  readonly amount: string;
  readonly scale: number;
  readonly contributionWeight: string;
  readonly costWeight: string;
  readonly parties: readonly BenefitParty[];
}

export interface BenefitPart {
  readonly party: string;
  readonly amount: string;
  readonly share: number;
}

const mostDecimals = 6;
const mostParties = 20;

const exact = (decimal: string): bigint => millionths(decimal) ?? 0n;
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** What parties are weighed by: each criterion that counts, with every party's value. */
const criteriaOf = ({ contributionWeight, costWeight, parties }: Sharing) =>
  [
    { field: 'contribution', weight: exact(contributionWeight), values: parties.map((one) => exact(one.contribution)) },
    { field: 'cost', weight: exact(costWeight), values: parties.map((one) => exact(one.cost)) },
  ].filter(({ weight }) => weight > 0n);

const negativeFault = (value: string, path: readonly (string | number)[]): Issue[] =>
  exact(value) < 0n ? [issue('CONFLICT_SHARING_NEGATIVE', path, { value })] : [];

function partyFaults(parties: readonly BenefitParty[]): Issue[] {
  if (parties.length === 0) return [issue('LIST_EMPTY', ['parties'])];
  if (parties.length > mostParties)
    return [issue('LIST_TOO_LONG', ['parties'], { length: parties.length, max: mostParties })];
  return parties.flatMap(({ party, contribution, cost }, at) => [
    ...nameFaults(party, ['parties', at, 'party']),
    ...(parties.findIndex((other) => other.party === party) < at
      ? [issue('CONFLICT_PARTY_REPEATED', ['parties', at, 'party'])]
      : []),
    ...negativeFault(contribution, ['parties', at, 'contribution']),
    ...negativeFault(cost, ['parties', at, 'cost']),
  ]);
}

/** Everything that keeps an amount from being divided. */
export function sharingFaults(sharing: Sharing): Issue[] {
  const { amount, scale, contributionWeight, costWeight, parties } = sharing;
  const scaleFaults = rangeFaults(scale, ['scale'], 0, mostDecimals);
  const isCoarse = scaleFaults.length === 0 && exact(amount) % unitOf(scale) !== 0n;
  const criteria = criteriaOf(sharing);
  const isNegative = [contributionWeight, costWeight].some((weight) => exact(weight) < 0n);
  const empty = criteria.filter(({ values }) => values.length > 0 && values.every((value) => value === 0n));
  return [
    ...negativeFault(amount, ['amount']),
    ...scaleFaults,
    ...(isCoarse ? [issue('CONFLICT_SHARING_SCALE_TOO_SMALL', ['scale'], { value: amount, scale })] : []),
    ...negativeFault(contributionWeight, ['contributionWeight']),
    ...negativeFault(costWeight, ['costWeight']),
    ...(criteria.length === 0 && !isNegative ? [issue('CONFLICT_SHARING_WITHOUT_WEIGHT', ['contributionWeight'])] : []),
    ...partyFaults(parties),
    ...empty.map(({ field }) => issue('CONFLICT_SHARING_WITHOUT_BASIS', ['parties'], { field })),
  ];
}

/** One last decimal, in millionths. */
const unitOf = (scale: number): bigint => MILLION / 10n ** BigInt(scale);

function asDecimal(units: bigint, scale: number): string {
  const digits = units.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** An amount as its parts are written. */
export const amountAt = (amount: string, scale: number): string => asDecimal(exact(amount) / unitOf(scale), scale);

/** Divides an amount without fault among parties; the parts sum to the whole by the largest remainders. */
export function share(sharing: Sharing): BenefitPart[] {
  const { amount, scale, parties } = sharing;
  const criteria = criteriaOf(sharing);
  const all = criteria.map(({ values }) => sum(values)).reduce((product, total) => product * total, 1n);
  const denominator = sum(criteria.map(({ weight }) => weight)) * all;
  const numerators = parties.map((_, at) =>
    sum(criteria.map(({ weight, values }) => (weight * (values[at] ?? 0n) * all) / sum(values))),
  );

  const units = exact(amount) / unitOf(scale);
  const remainders = numerators.map((numerator) => (units * numerator) % denominator);
  const floors = numerators.map((numerator) => (units * numerator) / denominator);
  const left = Number(units - sum(floors));
  const favoured = new Set(
    parties
      .map((_, at) => at)
      .sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n))
      .slice(0, left),
  );
  return parties.map(({ party }, at) => ({
    party,
    amount: asDecimal((floors[at] ?? 0n) + (favoured.has(at) ? 1n : 0n), scale),
    share: rounded((numerators[at] ?? 0n) * 100n, denominator),
  }));
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
