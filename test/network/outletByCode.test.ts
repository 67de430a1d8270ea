import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { noIdsOf } from './refusals.ts';

const ReadOutletByCode = graphql(`
  query ReadOutletByCode($dealer: ID!, $code: String!) {
    outletByCode(dealer: $dealer, code: $code) { id }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

async function twoDealers() {
  const organization = await api.seed.organization();
  const [first, second] = [await organization.dealer(), await organization.dealer()];
  const outlets = [await first.outlet({ code: 'SAME' }), await second.outlet({ code: 'SAME' })];
  const find = async (dealer: string, code: string, caller = organization.auditor) =>
    expectData(await caller.run(ReadOutletByCode, { dealer, code })).outletByCode?.id ?? null;
  return { organization, first, second, outlets, find };
}

describe('outletByCode', () => {
  test('finds the outlet that has the code with that dealer', async () => {
    const { first, second, outlets, find } = await twoDealers();
    expect([await find(first.id, 'SAME'), await find(second.id, 'SAME')]).toEqual(outlets.map(({ id }) => id));
  });

  test('is null for every code that the dealer’s outlets do not have', async () => {
    const { first, find } = await twoDealers();
    for (const code of [
      '',
      'SAM',
      'same',
      'SAME ',
      '%',
      'S_ME',
      '\u0000',
      'SAME\u0000',
      '\ud83d',
      'x'.repeat(10_000),
    ]) {
      expect(await find(first.id, code)).toBeNull();
    }
  });

  test('is null for every id that names no dealer of the organization', async () => {
    const { organization, outlets, find } = await twoDealers();
    const other = await twoDealers();
    for (const id of [...noIdsOf('Dealer', other.first.id), outlets[0]?.id ?? '']) {
      expect(await find(id, 'SAME', organization.admin)).toBeNull();
    }
  });

  test('gives a DEALER those of its own dealer only', async () => {
    const { first, second, outlets, find } = await twoDealers();
    expect(await find(first.id, 'SAME', first.client)).toBe(outlets[0]?.id);
    expect(await find(second.id, 'SAME', first.client)).toBeNull();
  });

  test('asks the database once for several codes of a dealer', async () => {
    const { organization, first, outlets } = await twoDealers();
    const other = await first.outlet();
    const text = `query($dealer: ID!) {
      one: outletByCode(dealer: $dealer, code: "SAME") { id }
      two: outletByCode(dealer: $dealer, code: "${other.code}") { id }
    }`;
    const result = await organization.auditor.send(text, { dealer: first.id });
    expect(expectData(result)).toEqual({ one: { id: outlets[0]?.id }, two: { id: other.id } });
    // The key comes first.
    expect(result.statements).toHaveLength(2);
  });
});
