import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { giveKey, takeBackKey } from '../../api/access/keys.ts';
import { type Role, roles } from '../../api/access/viewer.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { Organization } from '../kit/seed/organization.ts';
import { ownedTables } from './rows.ts';

let api: TestApi;
let brand: Organization;

beforeAll(async () => {
  api = await createTestApi();
  brand = await api.seed.organization();
});

const at = new Date();
const keyFor = async (role: Role, dealer?: string) => {
  const request = { organization: brand.code, name: undefined, locale: 'en', role, dealer, label: role } as const;
  return giveKey(api.database, request, at);
};
const dealerIn = async (organization: Organization) => organization.dealer({ code: 'SAME-1' });
const question = '{ viewer { name } }';

async function expectNoCaller(client: Client, document = question): Promise<void> {
  const answer = await client.send(document);
  expect(expectError(answer, 'UNAUTHENTICATED').message).toBe(
    'No valid key. Send the header "Authorization: Bearer <key>".',
  );
  expect([answer.status, answer.data]).toEqual([401, undefined]);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="tierwise"');
}

describe('nobody', () => {
  test('is answered without a key, or with one that opens nothing', async () => {
    const { key } = await keyFor('ADMIN');
    const hash = await api.database.asOwner((tx) =>
      tx.run((db) => db.execute<{ hash: string }>(sql`select hash from access_keys limit 1`)),
    );
    const wrong = [null, 'tw_wrong', key.slice(0, -1), `${key}0`, key.toUpperCase(), key.replace('tw_', '')];
    for (const tried of [...wrong, [...hash][0]?.hash ?? '', `' or '1'='1`, '%']) await expectNoCaller(api.as(tried));
  });

  test('learns of a document whether it is good', async () => {
    for (const document of ['{', '{ nothing }', 'mutation { createDealer }', '{ __schema { types { name } } }', '']) {
      await expectNoCaller(api.as(null), document);
    }
  });
});

test.for(roles)('a %s key that is taken back ends between two requests, and other keys go on', async (role) => {
  const { code } = role === 'DEALER' ? await brand.dealer() : { code: undefined };
  const [taken, kept] = [await keyFor(role, code), await keyFor(role, code)];
  const [client, other] = [api.as(taken.key), api.as(kept.key)];
  expect(expectData(await client.send(question))).toEqual({ viewer: { name: role } });
  await takeBackKey(api.database, taken.id, new Date());
  await expectNoCaller(client);
  await expectNoCaller(
    client,
    'mutation { setPluginEnabled(input: { name: "lottery", enabled: false }) { __typename } }',
  );
  expect(expectData(await other.send(question))).toEqual({ viewer: { name: role } });
});

test('no key that was given stands anywhere in the database', async () => {
  const dealer = await brand.dealer();
  await dealer.assessment({ kind: 'SELF' });
  const keys = [brand.admin, brand.manager, dealer.client].map(({ key }) => key ?? '');
  for (const table of await ownedTables(api.database)) {
    for (const key of keys) {
      const found = await api.database.asOwner((tx) =>
        tx.run((db) => db.execute(sql`select from ${sql.identifier(table)} t where strpos(t::text, ${key}) > 0`)),
      );
      expect([...found], table).toEqual([]);
    }
  }
});

describe('a DEALER key', () => {
  test('speaks for the dealer of its own brand, though another brand has one of the same code', async () => {
    const another = await api.seed.organization();
    const [ours, theirs] = [await dealerIn(brand), await dealerIn(another)];
    const document = `{ viewer { dealer { id } } dealerByCode(code: "SAME-1") { id } dealers { nodes { id } } }`;
    for (const { id, client } of [ours, theirs]) {
      expect(expectData(await client.send(document))).toEqual({
        viewer: { dealer: { id } },
        dealerByCode: { id },
        dealers: { nodes: [{ id }] },
      });
    }
    expect(ours.id).not.toBe(theirs.id);
  });

  test('without a dealer is not made: it would see as the brand’s own people see', async () => {
    await expect(keyFor('DEALER')).rejects.toMatchObject({
      kind: 'CHECK',
      constraint: 'access_keys_dealer_only_for_dealer',
    });
  });

  test.for(roles.filter((role) => role !== 'DEALER'))(
    'is what a %s key with a dealer would be, which is not made',
    async (role) => {
      const { code } = await brand.dealer();
      await expect(keyFor(role, code)).rejects.toMatchObject({
        kind: 'CHECK',
        constraint: 'access_keys_dealer_only_for_dealer',
      });
    },
  );

  test('of a dealer that has left sees what it saw, and no more', async () => {
    const dealer = await brand.dealer();
    const { id, version } = dealer;
    const document = 'mutation ($input: UpdateDealerInput!) { updateDealer(input: $input) { __typename } }';
    const input = { id, expectedVersion: version, status: 'EXITED' };
    expect(expectData(await brand.manager.send(document, { input }))).toEqual({
      updateDealer: { __typename: 'UpdateDealerPayload' },
    });
    const seen = expectData(await dealer.client.send('{ dealers { totalCount nodes { id status } } }'));
    expect(seen).toEqual({ dealers: { totalCount: 1, nodes: [{ id, status: 'EXITED' }] } });
  });
});

test('two keys are two persons, also of one name and role', async () => {
  const [one, two] = [await keyFor('CHANNEL_MANAGER'), await keyFor('CHANNEL_MANAGER')];
  const dealer = await brand.dealer();
  const publish = `mutation ($input: PublishGradeInput!) {
    publishGrade(input: $input) { __typename ... on UserError { code } }
  }`;
  const assessed = await dealer
    .assessment({ by: api.as(one.key) })
    .answer('best')
    .submit();
  const input = { assessment: assessed.id, expectedVersion: assessed.version };
  expect(expectData(await api.as(one.key).send(publish, { input }))).toEqual({
    publishGrade: { __typename: 'InvalidStateError', code: 'GRADING_FOUR_EYES' },
  });
  expect(expectData(await api.as(two.key).send(publish, { input }))).toEqual({
    publishGrade: { __typename: 'PublishGradePayload' },
  });
});
