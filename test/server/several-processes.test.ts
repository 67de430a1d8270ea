import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { giveKey, takeBackKey } from '../../api/access/keys.ts';
import lottery from '../../plugins/lottery/index.ts';
import { bikes } from '../grading/bikes.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { openTestDatabase } from '../kit/database.ts';
import { emptyDatabase } from '../kit/empty-database.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { CreateDealer, UpdateDealer } from '../network/documents.ts';
import { refusedOf } from '../network/refusals.ts';
import { beginSource, sweep } from './running.ts';

const SeenByAll = graphql(`
  query SeenByAll {
    viewer { name }
    plugins { name enabled }
    rubrics { key versions { number status } }
  }
`);

const TurnPlugin = graphql(`
  mutation TurnPlugin($input: SetPluginEnabledInput!) {
    setPluginEnabled(input: $input) { ... on SetPluginEnabledPayload { plugin { enabled } } ... on UserError { code } }
  }
`);

const place = inject('place');
const server = 'url' in place ? place.url : '';

/** The embedded database has one process at a time. */
describe.runIf(server)('processes on one database', () => {
  let one: TestApi;
  let other: TestApi;

  beforeAll(async () => {
    one = await createTestApi({ database: await openTestDatabase() });
    other = await createTestApi({ database: await openTestDatabase() });
  });
  afterAll(() => Promise.all([one.database.close(), other.database.close()]));

  test('know a key as soon as one has given it, and refuse it as soon as one has taken it back', async () => {
    const { code } = await one.seed.organization();
    const request = { organization: code, name: undefined, locale: 'en', role: 'AUDITOR', dealer: undefined } as const;
    const { key } = await giveKey(one.database, { ...request, label: 'Ms Li' }, new Date());
    const clients = [one.as(key), other.as(key)];
    for (const client of clients) expect(expectData(await client.run(SeenByAll)).viewer.name).toBe('Ms Li');
    await takeBackKey(other.database, key, new Date());
    for (const client of clients) expectError(await client.run(SeenByAll), 'UNAUTHENTICATED');
  });

  test('have a plugin on or off alike', async () => {
    const { admin, manager } = await one.seed.organization();
    const isOn = async (api: TestApi) =>
      expectData(await api.as(manager.key).run(SeenByAll)).plugins.find(({ name }) => name === 'fmcg')?.enabled;
    for (const enabled of [false, true]) {
      expectPayload(await admin.run(TurnPlugin, { input: { name: 'fmcg', enabled } }));
      expect([await isOn(one), await isOn(other)]).toEqual([enabled, enabled]);
      const input = { code: `D${enabled}`, name: 'Dealer', roles: ['DEALER' as const], industries: ['fmcg'] };
      const made = await other.as(manager.key).run(CreateDealer, { input });
      if (enabled) expectPayload(made);
      else expectUserError(made, 'NETWORK_INDUSTRY_UNKNOWN');
    }
  });

  test('let one through of all who read the same version', async () => {
    const { manager, ...organization } = await one.seed.organization();
    const { id } = await organization.dealer();
    const clients = [manager, other.as(manager.key)];
    const change = (at: number) =>
      clients[at % 2]?.run(UpdateDealer, { input: { id, expectedVersion: 1, name: `Name ${at}` } }) ?? [];
    const results = (await Promise.all(Array.from({ length: 20 }, (_, at) => change(at)))).flat();
    const lost = refusedOf(results);
    expect(lost).toHaveLength(19);
    for (const result of lost) expect(expectUserError(result, 'STALE_VERSION')).toMatchObject({ currentVersion: 2 });
  });

  test('see the editions that the start of one has made', async () => {
    const { id, auditor } = await one.seed.organization();
    const editions = async (api: TestApi) => expectData(await api.as(auditor.key).run(SeenByAll)).rubrics;
    const before = await editions(one);
    const later = await createTestApi({ plugins: [{ ...lottery, items: bikes.items }], database: other.database });
    await later.prepare(id);
    const after = await editions(one);
    expect(after).toEqual(await editions(other));
    const draft = { number: 2, status: 'DRAFT' };
    const { key, versions = [] } = before.find((rubric) => rubric.key === 'lottery') ?? {};
    expect(after.find((rubric) => rubric.key === key)?.versions).toEqual([...versions, draft]);
  });
});

test.runIf(server)(
  'the program with WORKERS makes its database once, announces itself once, and serves from each of them',
  async () => {
    const database = { DATABASE_URL: await emptyDatabase(server), DATABASE_READ_URL: server };
    const program = beginSource('../../api/main.ts', { ...database, WORKERS: '2', PORT: '0', HOST: '127.0.0.1' });
    try {
      const [url = ''] = await program.says(/http:\/\/\S+/);
      const asked = await Promise.all(Array.from({ length: 8 }, () => fetch(new URL('/health/ready', url))));
      expect(asked.map(({ status }) => status)).toEqual(Array(8).fill(200));
      program.child.kill('SIGTERM');
      expect(await program.exited).toBe(0);
      expect(program.complaint()).toBe('');
      for (const word of ['Tierwise serves', 'Data lies in', 'Queries go to', 'No organization yet'])
        expect(program.output().split(word), word).toHaveLength(2);
      expect(new Set(program.lines.flatMap(({ worker }) => worker ?? []))).toEqual(new Set([1, 2]));
    } finally {
      sweep();
    }
  },
  60_000,
);
