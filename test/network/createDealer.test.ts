import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError, expectPayload } from '../kit/expect.ts';
import type { CreateDealerInput } from '../kit/gen/graphql.ts';
import { CreateDealer, ListDealers, ReadDealer } from './documents.ts';
import { badTexts, expectRefusal, networkOf, noIdsOf, refusedOf } from './refusals.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: () => new Date('2026-11-22T15:04:05.123Z') });
});

const plain: CreateDealerInput = { code: 'N-1', name: 'New dealer', industries: ['appliances'] };

describe('createDealer', () => {
  test('is not for those who do not run the network', async () => {
    const organization = await api.seed.organization();
    const { client } = await organization.dealer();
    for (const caller of [organization.assessor, organization.auditor, client]) {
      expectError(await caller.run(CreateDealer, { input: plain }), 'FORBIDDEN');
    }
    expect(await networkOf(organization.auditor)).toEqual({ dealers: 1, outlets: 0, territories: 0 });
  });

  test('takes in a dealer of which only the needed is told', async () => {
    const { manager, admin } = await api.seed.organization();
    const { dealer } = expectPayload(await manager.run(CreateDealer, { input: plain }));
    expect(dealer).toEqual({
      id: expect.any(String),
      code: 'N-1',
      name: 'New dealer',
      roles: ['DEALER'],
      status: 'ACTIVE',
      channel: 'PHYSICAL',
      industries: [{ key: 'appliances' }],
      class: null,
      classHistory: [],
      territory: null,
      upstream: null,
      createdAt: '2026-11-22T15:04:05.123Z',
      updatedAt: '2026-11-22T15:04:05.123Z',
      version: 1,
    });
    expect(expectData(await admin.run(ReadDealer, { id: dealer.id })).dealer).toEqual(dealer);
  });

  test('keeps all that is told, in the order told', async () => {
    const organization = await api.seed.organization();
    const territory = await organization.territory();
    const input: CreateDealerInput = {
      code: '新/星-1',
      name: '  新星家电 & "Söhne" 😀 ',
      roles: ['WHOLESALER', 'AGENT'],
      status: 'APPLICANT',
      channel: 'SOCIAL',
      industries: ['lottery', 'appliances', 'fmcg'],
      class: 'B',
      territory: territory.id,
    };
    const { dealer } = expectPayload(await organization.admin.run(CreateDealer, { input }));
    expect(dealer).toMatchObject({
      ...input,
      industries: [{ key: 'lottery' }, { key: 'appliances' }, { key: 'fmcg' }],
      territory: { id: territory.id },
      classHistory: [
        { class: 'B', validFrom: '2026-11-22', validTo: null, reason: 'On creation · 建档时', decidedBy: 'admin 1' },
      ],
    });
  });

  test('takes null as absent where nothing need be told', async () => {
    const { manager } = await api.seed.organization();
    const input = { ...plain, class: null, territory: null };
    const { dealer } = expectPayload(await manager.run(CreateDealer, { input }));
    expect(dealer).toMatchObject({ class: null, classHistory: [], territory: null });
    for (const field of ['code', 'name', 'industries', 'roles', 'status', 'channel']) {
      const refused = await manager.run(CreateDealer, { input: { ...plain, code: 'N-2', [field]: null } });
      expect(expectError(refused, 'BAD_USER_INPUT').message).toContain(field);
    }
    expect(await networkOf(manager)).toEqual({ dealers: 1, outlets: 0, territories: 0 });
  });

  test('refuses what breaks a rule, and adds nothing', async () => {
    const organization = await api.seed.organization();
    const { manager } = organization;
    const refused = async (given: Partial<CreateDealerInput>, ...faults: string[]) =>
      expectRefusal(await manager.run(CreateDealer, { input: { ...plain, ...given } }), 'ValidationError', ...faults);

    for (const { text, fault } of badTexts) {
      await refused({ name: text }, `${fault} name`);
      await refused({ code: text }, `${fault} code`);
    }
    await refused({ name: '长'.repeat(201) }, 'TEXT_TOO_LONG name');
    await refused({ code: 'c'.repeat(65) }, 'TEXT_TOO_LONG code');
    for (const code of ['-1', ' 1', '1 ', 'a b', "a'b", 'a%', 'a\\b', 'a:b', '😀', 'a\nb']) {
      await refused({ code }, 'CODE_INVALID code');
    }
    await refused({ roles: [] }, 'LIST_EMPTY roles');
    await refused({ roles: ['AGENT', 'DEALER', 'AGENT', 'AGENT'] }, 'LIST_REPEATED roles 2', 'LIST_REPEATED roles 3');
    await refused({ industries: [] }, 'LIST_EMPTY industries');
    await refused({ industries: ['fmcg', 'fmcg'] }, 'LIST_REPEATED industries 1');
    await refused(
      { industries: ['fmcg', 'FMCG', 'core', 'a\u0000b'] },
      'NETWORK_INDUSTRY_UNKNOWN industries 1',
      'NETWORK_INDUSTRY_UNKNOWN industries 2',
      'NETWORK_INDUSTRY_UNKNOWN industries 3',
    );
    expect(await networkOf(organization.auditor)).toEqual({ dealers: 0, outlets: 0, territories: 0 });
  });

  test('tells every fault at once', async () => {
    const organization = await api.seed.organization();
    const { code } = await organization.dealer();
    const input = { code, name: '', roles: [], industries: ['paper'], territory: 'nowhere' };
    expectRefusal(
      await organization.manager.run(CreateDealer, { input }),
      'ValidationError',
      'TEXT_EMPTY name',
      'LIST_EMPTY roles',
      'NETWORK_INDUSTRY_UNKNOWN industries 0',
      'NOT_FOUND territory',
      'NETWORK_CODE_TAKEN code',
    );
    expect(await networkOf(organization.auditor)).toEqual({ dealers: 1, outlets: 0, territories: 0 });
  });

  test('answers a text beyond all bounds before anything is read', async () => {
    const { manager } = await api.seed.organization();
    const result = await manager.run(CreateDealer, { input: { ...plain, name: 'x'.repeat(10_001) } });
    expect(expectError(result, 'LIMIT_TEXT').extensions?.path).toEqual(['input', 'name']);
    const industries = Array.from({ length: 251 }, () => 'fmcg');
    const long = await manager.run(CreateDealer, { input: { ...plain, industries } });
    expect(expectError(long, 'LIMIT_LIST_INPUT').extensions?.path).toEqual(['input', 'industries']);
    const many = await manager.run(CreateDealer, { input: { ...plain, industries: industries.slice(0, 250) } });
    expectRefusal(many, 'ValidationError', 'LIST_TOO_LONG industries');
  });

  test('finds no territory but those of its organization', async () => {
    const organization = await api.seed.organization();
    const other = await api.seed.organization();
    const foreign = await other.territory();
    const dealer = await organization.dealer();
    for (const territory of [...noIdsOf('Territory', foreign.id), dealer.id]) {
      const result = await organization.manager.run(CreateDealer, { input: { ...plain, territory } });
      expectRefusal(result, 'NotFoundError', 'NOT_FOUND territory');
    }
    expect(await networkOf(organization.auditor)).toEqual({ dealers: 1, outlets: 0, territories: 0 });
  });

  test('refuses an industry whose plugin is turned off', async () => {
    const { admin, manager } = await api.seed.organization();
    const off = 'mutation { setPluginEnabled(input: { name: "fmcg", enabled: false }) { __typename } }';
    expect(expectData(await admin.send(off))).toEqual({ setPluginEnabled: { __typename: 'SetPluginEnabledPayload' } });
    const result = await manager.run(CreateDealer, { input: { ...plain, industries: ['fmcg'] } });
    expectRefusal(result, 'ValidationError', 'NETWORK_INDUSTRY_UNKNOWN industries 0');
  });

  test('gives a code to one dealer of an organization only', async () => {
    const { manager } = await api.seed.organization();
    const other = await api.seed.organization();
    expectPayload(await manager.run(CreateDealer, { input: plain }));
    expectRefusal(await manager.run(CreateDealer, { input: plain }), 'ValidationError', 'NETWORK_CODE_TAKEN code');
    expectPayload(await manager.run(CreateDealer, { input: { ...plain, code: 'n-1' } }));
    expectPayload(await other.manager.run(CreateDealer, { input: plain }));
    const { dealers } = expectData(await manager.run(ListDealers));
    expect(dealers).toEqual({ totalCount: 2, nodes: [{ code: 'N-1' }, { code: 'n-1' }] });
  });

  test('gives it to one of many who ask at the same moment', async () => {
    const { manager } = await api.seed.organization();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) => manager.run(CreateDealer, { input: { ...plain, name: `Dealer ${at}` } })),
    );
    const refused = refusedOf(results);
    expect(refused).toHaveLength(7);
    for (const result of refused) expectRefusal(result, 'ValidationError', 'NETWORK_CODE_TAKEN code');
    expect(await networkOf(manager)).toEqual({ dealers: 1, outlets: 0, territories: 0 });
  });

  test('speaks the language of the request', async () => {
    const { manager } = await api.seed.organization();
    const text = `mutation($input: CreateDealerInput!) {
      createDealer(input: $input) { ... on ValidationError { message issues { message } } }
    }`;
    const told = async (language: string) =>
      expectData(await manager.send(text, { input: { ...plain, name: '' } }, { 'accept-language': language }));
    const [english, chinese] = ['A text is wanted here, at least one character.', '此处不能为空，至少需要一个字符。'];
    expect((await told('en')).createDealer).toEqual({
      message: english,
      issues: [{ message: english }],
    });
    expect((await told('zh-CN')).createDealer).toEqual({
      message: chinese,
      issues: [{ message: chinese }],
    });
  });

  test('asks the database no more than it must', async () => {
    const { manager } = await api.seed.organization();
    const send = 'mutation($input: CreateDealerInput!) { createDealer(input: $input) { __typename } }';
    const { statements } = await manager.send(send, { input: plain });
    // The key, the plugins that are off, the code; the dealer and its audit entry.
    expect(statements).toHaveLength(5);
    const withClass = await manager.send(send, { input: { ...plain, code: 'N-2', class: 'A' } });
    expect(withClass.statements).toHaveLength(6);
  });
});
