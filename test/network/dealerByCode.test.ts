import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const ReadDealerByCode = graphql(`
  query ReadDealerByCode($code: String!) {
    dealerByCode(code: $code) { id code name }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('dealerByCode', () => {
  test('finds the dealer that has the whole code, to the letter', async () => {
    const organization = await api.seed.organization();
    const codes = ['A-1', 'a-1', 'A-10', '新/星_1', 'É'];
    for (const code of codes) await organization.dealer({ code });
    for (const code of codes) {
      const { dealerByCode } = expectData(await organization.auditor.run(ReadDealerByCode, { code }));
      expect(dealerByCode).toMatchObject({ code, name: `Dealer ${code}` });
    }
  });

  test('is null for every code that no dealer has', async () => {
    const organization = await api.seed.organization();
    const other = await api.seed.organization();
    await organization.dealer({ code: 'A-1' });
    await other.dealer({ code: 'B-1' });
    const near = ['A', 'A-', 'A-1 ', ' A-1', 'a-1', 'A%', 'A__', "A-1' or '1'='1", '{A-1}', '"A-1"', 'A-1,B-1'];
    const odd = ['', 'B-1', 'null', '__proto__', 'A-1\u0000', '\u0000', '\ud83d', '\ufffd', '新', 'x'.repeat(10_000)];
    for (const code of [...near, ...odd]) {
      expect(expectData(await organization.auditor.run(ReadDealerByCode, { code }))).toEqual({ dealerByCode: null });
    }
    expectError(await organization.auditor.run(ReadDealerByCode, { code: 'x'.repeat(10_001) }), 'LIMIT_TEXT');
  });

  test('gives each organization its own dealer where both use a code', async () => {
    const organization = await api.seed.organization();
    const other = await api.seed.organization();
    const ours = await organization.dealer({ code: 'SAME' });
    const theirs = await other.dealer({ code: 'SAME' });
    const code = 'SAME';
    expect(expectData(await organization.auditor.run(ReadDealerByCode, { code })).dealerByCode?.id).toBe(ours.id);
    expect(expectData(await other.auditor.run(ReadDealerByCode, { code })).dealerByCode?.id).toBe(theirs.id);
  });

  test('gives a DEALER its own only', async () => {
    const organization = await api.seed.organization();
    const own = await organization.dealer();
    const next = await organization.dealer();
    expect(expectData(await own.client.run(ReadDealerByCode, { code: own.code })).dealerByCode?.id).toBe(own.id);
    expect(expectData(await own.client.run(ReadDealerByCode, { code: next.code }))).toEqual({ dealerByCode: null });
  });

  test('asks the database once for several codes', async () => {
    const organization = await api.seed.organization();
    const [one, two] = [await organization.dealer(), await organization.dealer()];
    const text = `{ one: dealerByCode(code: "${one.code}") { id } two: dealerByCode(code: "${two.code}") { id } }`;
    const result = await organization.auditor.send(text);
    expect(expectData(result)).toEqual({ one: { id: one.id }, two: { id: two.id } });
    // The key comes first.
    expect(result.statements).toHaveLength(2);
  });
});
