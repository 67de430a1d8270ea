import { beforeAll, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import type { Organization } from '../kit/seed/organization.ts';

let api: TestApi;
let brands: { organization: Organization; dealer: string }[];

beforeAll(async () => {
  api = await createTestApi();
  brands = [];
  for (const _ of ['one', 'two', 'three']) {
    const organization = await api.seed.organization();
    brands.push({ organization, dealer: (await organization.dealer({ code: 'SAME' })).id });
  }
});

const shown = `viewer { organization { code } } dealers { totalCount nodes { id } } dealerByCode(code: "SAME") { id }`;
const create = 'createTerritory(input: { code: "N", name: "North" }) { ... on UserError { code } }';

/** What a caller of a brand may do, well or badly, so that units begin, fail and end beside those of others. */
const deeds = [
  `{ ${shown} }`,
  `query ($other: ID!) { ${shown} nodes(ids: [$other]) { id } }`,
  `mutation { ${create} }`,
  'mutation ($other: ID!) { unlinkDealers(input: { downstream: $other }) { ... on UserError { code } } }',
  '{ dealers(after: "x") { totalCount } }',
  '{ rubric(key: "appliances") { current { items(tier: "NONE") { key } } } }',
];

test('requests of several brands at the same moment, good ones and bad ones, each see their own', async () => {
  const requests = Array.from({ length: 120 }, (_, index) => {
    const round = Math.floor(index / brands.length);
    const brand = brands[index % brands.length] ?? brands[0];
    const other = brands[(index + 1) % brands.length]?.dealer;
    return { brand, other, deed: deeds[round % deeds.length] ?? '' };
  });
  const answers = await Promise.all(
    requests.map(async ({ brand, other, deed }) => ({
      brand,
      deed,
      answer: await brand?.organization.admin.send(deed, deed.includes('$other') ? { other } : {}),
    })),
  );
  for (const { brand, deed, answer } of answers) {
    if (!deed.includes(shown)) continue;
    expect(answer && expectData(answer), deed).toEqual({
      viewer: { organization: { code: brand?.organization.code } },
      dealers: { totalCount: 1, nodes: [{ id: brand?.dealer }] },
      dealerByCode: { id: brand?.dealer },
      ...(deed.includes('nodes(') && { nodes: [null] }),
    });
  }
  const codes = answers
    .filter(({ deed }) => deed.startsWith('mutation'))
    .map(({ deed, answer }) => [deed.includes('unlink'), Object.values(answer?.data ?? {})[0]]);
  expect(
    codes.filter(([isUnlink]) => isUnlink).every(([, refused]) => (refused as { code: string }).code === 'NOT_FOUND'),
  ).toBe(true);
  for (const { organization } of brands) {
    expect(expectData(await organization.admin.send('{ territories { code } }'))).toEqual({
      territories: [{ code: 'N' }],
    });
  }
});
