import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { territories } from '../../db/tables/network.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectError, expectPayload } from '../kit/expect.ts';
import type { CreateTerritoryInput } from '../kit/gen/graphql.ts';
import { CreateTerritory } from './documents.ts';
import { badTexts, expectRefusal, networkOf, noIdsOf, refusedOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

const plain: CreateTerritoryInput = { code: 'CN-N', name: '华北' };

async function brand() {
  const organization = await api.seed.organization();
  const create = (given: Partial<CreateTerritoryInput> = {}) =>
    organization.manager.run(CreateTerritory, { input: { ...plain, ...given } });
  const count = async () => (await networkOf(organization.auditor)).territories;
  return { organization, create, count };
}

describe('createTerritory', () => {
  test('is not for those who do not run the network', async () => {
    const { organization, count } = await brand();
    const { client } = await organization.dealer();
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(CreateTerritory, { input: plain }), 'FORBIDDEN');
    }
    expect(await count()).toBe(0);
  });

  test('adds one at the top, and others below it', async () => {
    const { create } = await brand();
    const { territory: top } = expectPayload(await create({ parent: null }));
    expect(top).toEqual({ id: expect.any(String), ...plain, parent: null, children: [] });
    const { territory: below } = expectPayload(await create({ code: 'CN-BJ', name: '北京', parent: top.id }));
    expect(below).toMatchObject({ code: 'CN-BJ', parent: { id: top.id }, children: [] });
    const { territory: lowest } = expectPayload(await create({ code: 'CN-BJ-1', parent: below.id }));
    expect(lowest.parent).toEqual({ id: below.id });
  });

  test('refuses what breaks a rule, every fault at once, and adds nothing', async () => {
    const { create, count } = await brand();
    for (const { text, fault } of badTexts) {
      expectRefusal(await create({ code: text }), 'ValidationError', `${fault} code`);
      expectRefusal(await create({ name: text }), 'ValidationError', `${fault} name`);
    }
    expectRefusal(await create({ code: 'a b' }), 'ValidationError', 'CODE_INVALID code');
    expectRefusal(
      await create({ code: '', name: '', parent: 'nowhere' }),
      'ValidationError',
      'TEXT_EMPTY code',
      'TEXT_EMPTY name',
      'NOT_FOUND parent',
    );
    for (const field of ['code', 'name']) expectError(await create({ [field]: null }), 'BAD_USER_INPUT');
    expect(await count()).toBe(0);
  });

  test('finds no parent but those of its organization', async () => {
    const { organization, create, count } = await brand();
    const other = await brand();
    const foreign = expectPayload(await other.create()).territory;
    const dealer = await organization.dealer();
    for (const parent of [...noIdsOf('Territory', foreign.id), dealer.id]) {
      expectRefusal(await create({ parent }), 'NotFoundError', 'NOT_FOUND parent');
    }
    expect([await count(), await other.count()]).toEqual([0, 1]);
  });

  test('gives a code to one of many who ask at the same moment', async () => {
    const { create, count } = await brand();
    const results = await Promise.all(Array.from({ length: 6 }, () => create()));
    const refused = refusedOf(results);
    expect(refused).toHaveLength(5);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'NETWORK_CODE_TAKEN code');
    expectRefusal(await create({ parent: null }), 'ValidationError', 'NETWORK_CODE_TAKEN code');
    expect(await count()).toBe(1);
  });

  test('adds no more than an organization may hold', async () => {
    const { organization, create, count } = await brand();
    const organizationId = organization.id;
    const rows = Array.from({ length: 1_999 }, (_, at) => ({
      organizationId,
      id: uuid(),
      code: `T${at}`,
      name: `Territory ${at}`,
      createdAt: new Date(),
    }));
    await api.database.unit({ organizationId, mode: 'write' }, (tx) =>
      tx.run((db) => db.insert(territories).values(rows)),
    );
    expectPayload(await create());
    const refused = await create({ code: 'ONE-MORE' });
    expectRefusal(refused, 'ValidationError', 'NETWORK_TERRITORY_LIMIT');
    expect(await count()).toBe(2_000);
  });

  test('asks the database no more than it must', async () => {
    const { organization } = await brand();
    const { statements } = await organization.manager.send(
      'mutation($input: CreateTerritoryInput!) { createTerritory(input: $input) { __typename } }',
      { input: plain },
    );
    // The key; those that are there; the territory and its audit entry.
    expect(statements).toHaveLength(4);
  });
});
