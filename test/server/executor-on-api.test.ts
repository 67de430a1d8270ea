import fc from 'fast-check';
import { GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { examples } from '../../api/examples.ts';
import { schema } from '../../api/schema.ts';
import { executors } from '../../api/server/execution.ts';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { generatedOperation, type Samples } from './generated-operations.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The same callers, each before a server of either executor. */
let callers: readonly (readonly Client[])[];
let known: Readonly<Record<string, readonly unknown[]>>;

beforeAll(async () => {
  const now = () => new Date('2026-11-28T12:00:00Z');
  const apis = await Promise.all(executors.map((executor) => createTestApi({ executor, now })));
  const [api] = apis;
  if (!api) throw new Error('there are executors');
  const organization = await api.seed.organization();
  const territory = await organization.territory();
  const top = await organization.dealer({ territory: territory.id, class: 'A' });
  const low = await organization.dealer({ territory: territory.id });
  const link = 'mutation ($input: LinkDealersInput!) { linkDealers(input: $input) { __typename } }';
  await organization.manager.send(link, { input: { upstream: top.id, downstream: low.id } });
  const outlet = await low.outlet();
  const grade = await low.assessment().answer('worst').submit().publish();
  const self = await low.assessment({ kind: 'SELF' });
  const keys = [organization.manager, low.client].map(({ key }) => key);
  callers = keys.map((key) => apis.map((one) => one.as(key)));
  known = {
    ID: [top.id, low.id, outlet.id, grade.id, grade.assessment.id, self.id, territory.id],
    code: [top.code, low.code, outlet.code],
    key: ['appliances', 'core', 'lottery'],
    String: ['appliances', top.code, low.code, 'GOOD', '2026-Q4'],
    Int: [1, 2, 5],
    Boolean: [true, false],
    Date: ['2026-11-28'],
    DateTime: ['2026-11-28T12:00:00Z'],
    Decimal: ['92.5'],
  };
});

async function expectEqual(query: string, variables: Variables = {}): Promise<void> {
  for (const [at, both] of callers.entries()) {
    const answers = await Promise.all(both.map((one) => one.send(query, variables, { 'x-request-id': `same-${at}` })));
    const [compiled, interpreted] = answers.map(({ status, headers, body }) => ({
      status,
      headers: [...headers],
      body,
    }));
    expect(compiled).toEqual(interpreted);
  }
}

test('every example is answered alike', async () => {
  for (const { query } of examples) if (!query.includes('mutation')) await expectEqual(query);
});

test('an internal value of an enum is the same in and out', async () => {
  await expectEqual('query ($l: Locale) { viewer { organization { defaultLocale } } rubrics { label(locale: $l) } }', {
    l: 'ZH_HANS',
  });
});

test('any query is answered alike', async () => {
  const queries = new GraphQLSchema({ ...schema.toConfig(), mutation: null });
  const samples: Samples = (scalar, name) => known[name] ?? known[scalar] ?? ['x'];
  const numbers = fc.array(fc.nat(9_999), { minLength: 10, maxLength: 120, size: 'max' });
  const property = fc.asyncProperty(numbers, async (row) => {
    const { query, variables } = generatedOperation(queries, row, samples);
    await expectEqual(query, variables);
  });
  await fc.assert(property, { numRuns: 25 });
}, 60_000);
