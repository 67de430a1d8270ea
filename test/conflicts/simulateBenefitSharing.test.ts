import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { SimulateBenefitSharingInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { badTexts, expectQueryRefusal } from '../network/refusals.ts';
import { expectUnwritten } from './scene.ts';

const Simulate = graphql(`
  query SimulateSharing($input: SimulateBenefitSharingInput!) {
    simulateBenefitSharing(input: $input) { amount parts { party amount share } }
  }
`);

let api: TestApi;
let reader: Client;
beforeAll(async () => {
  api = await createTestApi();
  reader = (await api.seed.organization()).auditor;
});

type Parties = SimulateBenefitSharingInput['parties'];
/** Parties A, B, … by what they contribute and cost. */
const parties = (...values: readonly (readonly [contribution: string, cost: string])[]): Parties =>
  values.map(([contribution, cost], at) => ({ party: String.fromCharCode(65 + at), contribution, cost }));
const divide = async (input: SimulateBenefitSharingInput) =>
  expectData(await reader.run(Simulate, { input })).simulateBenefitSharing.parts;
const shown = async (input: SimulateBenefitSharingInput): Promise<string> =>
  (await divide(input)).map(({ party, amount, share: percent }) => `${party} ${amount} ${percent}%`).join(', ');

describe('simulateBenefitSharing', () => {
  test.each<[string, SimulateBenefitSharingInput, string]>([
    [
      'by contributions and costs alike',
      { amount: '100', parties: parties(['3', '1'], ['1', '1']) },
      'A 62.50 62.5%, B 37.50 37.5%',
    ],
    [
      'by weights',
      { amount: '1000', contributionWeight: '3', costWeight: '1', parties: parties(['8', '5'], ['2', '15']) },
      'A 662.50 66.25%, B 337.50 33.75%',
    ],
    [
      'by contributions alone, where nothing cost anything',
      { amount: '10', costWeight: '0', parties: parties(['2', '0'], ['3', '0']) },
      'A 4.00 40%, B 6.00 60%',
    ],
    [
      'by costs alone',
      { amount: '10', contributionWeight: '0', parties: parties(['0', '1'], ['0', '3']) },
      'A 2.50 25%, B 7.50 75%',
    ],
    [
      'with what is left over for the first of equal remainders',
      { amount: '100', parties: parties(['1', '1'], ['1', '1'], ['1', '1']) },
      'A 33.34 33.33%, B 33.33 33.33%, C 33.33 33.33%',
    ],
    [
      'with two left over for the first two of three',
      { amount: '0.05', parties: parties(['1', '1'], ['1', '1'], ['1', '1']) },
      'A 0.02 33.33%, B 0.02 33.33%, C 0.01 33.33%',
    ],
    [
      'with what is left over for the largest remainder, wherever it stands',
      { amount: '10', scale: 0, costWeight: '0', parties: parties(['1.4', '0'], ['1.4', '0'], ['7.2', '0']) },
      'A 2 14%, B 1 14%, C 7 72%',
    ],
    [
      'by the largest remainder where it stands last',
      { amount: '10', scale: 0, costWeight: '0', parties: parties(['1.3', '0'], ['2.3', '0'], ['6.4', '0']) },
      'A 1 13%, B 2 23%, C 7 64%',
    ],
    ['in whole numbers', { amount: '7', scale: 0, parties: parties(['1', '1'], ['1', '1']) }, 'A 4 50%, B 3 50%'],
    [
      'in six decimals',
      { amount: '1', scale: 6, parties: parties(['1', '2'], ['2', '1'], ['4', '4']) },
      'A 0.214286 21.43%, B 0.214286 21.43%, C 0.571428 57.14%',
    ],
    ['of nothing', { amount: '0', parties: parties(['1', '1'], ['1', '3']) }, 'A 0.00 37.5%, B 0.00 62.5%'],
    ['for one party, which gets it all', { amount: '12.34', parties: parties(['0.000001', '9']) }, 'A 12.34 100%'],
    [
      'of the greatest amount',
      { amount: '999999999999999.999999', scale: 6, parties: parties(['1', '1'], ['1', '1']) },
      'A 500000000000000.000000 50%, B 499999999999999.999999 50%',
    ],
    [
      'of which a party gets nothing that neither contributes nor costs',
      { amount: '0.01', parties: parties(['0', '0'], ['5', '5']) },
      'A 0.00 0%, B 0.01 100%',
    ],
  ])('divides %s', async (_, input, expected) => {
    expect(await shown(input)).toBe(expected);
  });

  test('divides among twenty, by weights that are no whole numbers', async () => {
    const twenty = Array.from({ length: 20 }, () => ['1', '1'] as const);
    const parts = await divide({
      ...{ amount: '0.19', contributionWeight: '0.000001', costWeight: '0.3' },
      parties: parties(...twenty),
    });
    expect(parts.map(({ amount }) => amount)).toEqual([...Array.from({ length: 19 }, () => '0.01'), '0.00']);
    expect(parts.map(({ share: percent }) => percent)).toEqual(Array.from({ length: 20 }, () => 5));
  });

  test('is open to every role, asks the database nothing and writes nothing', async () => {
    const organization = await api.seed.organization();
    const { client } = await organization.dealer();
    const input = { amount: '1', parties: parties(['1', '1']) };
    const { admin, manager, assessor, auditor } = organization;
    await expectUnwritten(api, organization, async () => {
      for (const caller of [admin, manager, assessor, auditor, client]) {
        const result = await caller.run(Simulate, { input });
        expect(expectData(result)).toEqual({
          simulateBenefitSharing: { amount: '1', parts: [{ party: 'A', amount: '1.00', share: 100 }] },
        });
        expect(result.statements).toHaveLength(1);
      }
    });
  });

  describe('refuses', () => {
    const good: SimulateBenefitSharingInput = { amount: '100', parties: parties(['1', '1'], ['1', '1']) };
    const refused = async (change: Partial<SimulateBenefitSharingInput>, ...faults: string[]) =>
      expectQueryRefusal(await reader.run(Simulate, { input: { ...good, ...change } }), ...faults);

    test('what is below 0', async () => {
      await refused({ amount: '-1' }, 'CONFLICT_SHARING_NEGATIVE amount');
      await refused({ contributionWeight: '-0.5' }, 'CONFLICT_SHARING_NEGATIVE contributionWeight');
      await refused({ costWeight: '-0.000001' }, 'CONFLICT_SHARING_NEGATIVE costWeight');
      const negative = parties(['3', '3'], ['-1', '1'], ['1', '-1']);
      const result = await reader.run(Simulate, { input: { ...good, parties: negative } });
      expectQueryRefusal(
        result,
        'CONFLICT_SHARING_NEGATIVE parties 1 contribution',
        'CONFLICT_SHARING_NEGATIVE parties 2 cost',
      );
    });

    test('a scale out of 0 to 6, or that the amount does not fit', async () => {
      for (const scale of [-1, 7, 2 ** 31 - 1]) await refused({ scale }, 'NUMBER_OUT_OF_RANGE scale');
      await refused({ amount: '0.001' }, 'CONFLICT_SHARING_SCALE_TOO_SMALL scale');
      await refused({ amount: '0.5', scale: 0 }, 'CONFLICT_SHARING_SCALE_TOO_SMALL scale');
      expect(await shown({ ...good, amount: '0.500000', scale: 1 })).toBe('A 0.3 50%, B 0.2 50%');
    });

    test('weights that are both 0', async () => {
      await refused(
        { contributionWeight: '0', costWeight: '0.000' },
        'CONFLICT_SHARING_WITHOUT_WEIGHT contributionWeight',
      );
    });

    test('that what counts is 0 for all', async () => {
      await refused({ parties: parties(['0', '1'], ['0', '1']) }, 'CONFLICT_SHARING_WITHOUT_BASIS parties');
      await refused({ parties: parties(['1', '0'], ['1', '0']) }, 'CONFLICT_SHARING_WITHOUT_BASIS parties');
      await refused(
        { parties: parties(['0', '0']) },
        'CONFLICT_SHARING_WITHOUT_BASIS parties',
        'CONFLICT_SHARING_WITHOUT_BASIS parties',
      );
    });

    test('no party, more than 20, one named twice or not at all', async () => {
      await refused({ parties: [] }, 'LIST_EMPTY parties');
      const one = { contribution: '1', cost: '1' };
      const many = Array.from({ length: 21 }, (_, at) => ({ ...one, party: `P${at}` }));
      await refused({ parties: many }, 'LIST_TOO_LONG parties');
      await refused(
        { parties: ['A', 'B', 'A'].map((party) => ({ ...one, party })) },
        'CONFLICT_PARTY_REPEATED parties 2 party',
      );
      for (const { text, fault } of badTexts) {
        await refused({ parties: [{ ...one, party: text }] }, `${fault} parties 0 party`);
      }
      await refused({ parties: [{ ...one, party: 'x'.repeat(201) }] }, 'TEXT_TOO_LONG parties 0 party');
    });

    test('every fault at once, none of it with null for what has a default', async () => {
      expectQueryRefusal(
        await reader.run(Simulate, {
          input: {
            ...{ amount: '-1', scale: 9, contributionWeight: '0', costWeight: '0' },
            parties: [
              { party: '', contribution: '-1', cost: '0' },
              { party: 'B', contribution: '1', cost: '0' },
              { party: 'B', contribution: '1', cost: '-2' },
            ],
          },
        }),
        'CONFLICT_SHARING_NEGATIVE amount',
        'NUMBER_OUT_OF_RANGE scale',
        'CONFLICT_SHARING_WITHOUT_WEIGHT contributionWeight',
        'TEXT_EMPTY parties 0 party',
        'CONFLICT_SHARING_NEGATIVE parties 0 contribution',
        'CONFLICT_PARTY_REPEATED parties 2 party',
        'CONFLICT_SHARING_NEGATIVE parties 2 cost',
      );
      for (const field of ['amount', 'scale', 'contributionWeight', 'costWeight', 'parties']) {
        const nulled = { ...good, [field]: null };
        expect(expectError(await reader.run(Simulate, { input: nulled }), 'BAD_USER_INPUT').message).toContain(field);
      }
      for (const amount of ['1e3', '1.0000001', 'NaN', '1234567890123456', '']) {
        expectError(await reader.run(Simulate, { input: { ...good, amount } }), 'BAD_USER_INPUT');
      }
    });
  });
});
