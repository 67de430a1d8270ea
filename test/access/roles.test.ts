import SchemaBuilder from '@pothos/core';
import { isInterfaceType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { everyone } from '../../api/access/access.ts';
import { type Role, roles } from '../../api/access/viewer.ts';
import { schema } from '../../api/schema.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { Variables } from './openings.ts';
import { nextPeriod, requestsOf } from './requests.ts';
import { ownedTables, printsOf } from './rows.ts';
import { documentFor } from './selection.ts';
import { brandPlugins, type WholeBrand, wholeBrand } from './whole-brand.ts';

const channelManagers: readonly Role[] = ['ADMIN', 'CHANNEL_MANAGER'];
const assessors: readonly Role[] = ['ADMIN', 'CHANNEL_MANAGER', 'ASSESSOR', 'DEALER'];
const disputants: readonly Role[] = ['ADMIN', 'CHANNEL_MANAGER', 'DEALER'];
const mayCall: Readonly<Record<string, readonly Role[]>> = {
  addConflictEvidence: disputants,
  addPlaybookText: channelManagers,
  advanceConflictCase: channelManagers,
  answerConflictProposal: disputants,
  assignDealerClass: channelManagers,
  createDealer: channelManagers,
  createOutlet: channelManagers,
  createSegment: channelManagers,
  createTerritory: channelManagers,
  linkDealers: channelManagers,
  openConflictCase: disputants,
  overridePlaybookText: channelManagers,
  proposeConflictTerms: channelManagers,
  publishGrade: channelManagers,
  publishRubricVersion: ['ADMIN'],
  recordConflictOrder: channelManagers,
  removePlaybookText: channelManagers,
  resolveConflictCase: channelManagers,
  saveAnswers: assessors,
  setPluginEnabled: ['ADMIN'],
  setScoreParameters: ['ADMIN'],
  startAssessment: assessors,
  submitAssessment: assessors,
  unlinkDealers: channelManagers,
  updateDealer: channelManagers,
  updateOutlet: channelManagers,
  updateSegment: channelManagers,
  withdrawAssessment: assessors,
};

let api: TestApi;
let brand: WholeBrand;
let tables: string[];

beforeAll(async () => {
  api = await createTestApi({ plugins: brandPlugins });
  tables = await ownedTables(api.database);
  brand = await wholeBrand(api, { own: 'LOW' });
}, 60_000);

const print = async () => (await printsOf(api.database, tables, [brand.organization.id, brand.organization.id]))[0];
const fieldsOf = (root: 'Query' | 'Mutation') => {
  const type = schema.getType(root);
  return isObjectType(type) ? Object.keys(type.getFields()).sort() : [];
};

/** One operation, asked by a caller of a role with its own objects; what it finds is made before it is asked. */
async function prepared(role: Role, field: string) {
  const variables = (await requestsOf(brand, role)[field]?.()) as Variables;
  return { variables, document: documentFor(schema, field, variables) };
}

const refusedAs = (role: Role) => `The role ${role} may never do this. Viewer.scopes lists what your key may do.`;

describe('every mutation', () => {
  test('is in the table', () => {
    expect(Object.keys(mayCall)).toEqual(fieldsOf('Mutation'));
  });

  const pairs = Object.keys(mayCall).flatMap((name) => roles.map((role) => [name, role] as const));
  const allowed = pairs.filter(([name, role]) => mayCall[name]?.includes(role));
  const refused = pairs.filter(([name, role]) => !mayCall[name]?.includes(role));

  test.for(allowed)('%s is done for %s', async ([name, role]) => {
    const { variables, document } = await prepared(role, `Mutation.${name}`);
    const before = await print();
    const data = expectData(await brand.callers[role].send(document, variables));
    expect(data[name]).toMatchObject({ __typename: `${name[0]?.toUpperCase()}${name.slice(1)}Payload` });
    expect((await print()).audit_entries?.rows).toBe((before.audit_entries?.rows ?? 0) + 1);
  });

  test.for(refused)('%s is refused for %s, and nothing is written', async ([name, role]) => {
    const { variables, document } = await prepared(role, `Mutation.${name}`);
    const before = await print();
    const answer = await brand.callers[role].send(document, variables);
    expect(expectError(answer, 'FORBIDDEN')).toMatchObject({ path: [name], message: refusedAs(role) });
    expect([answer.status, answer.data, answer.statements]).toEqual([
      200,
      null,
      [expect.stringMatching(/tierwise_find_key/)],
    ]);
    expect(await print()).toEqual(before);
  });
});

describe('assessments', () => {
  const brandPeople = ['ADMIN', 'CHANNEL_MANAGER', 'ASSESSOR'] as const;
  const document = (name: string, input: string) =>
    `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on UserError { code path } } }`;
  const start = document('startAssessment', 'StartAssessmentInput');

  test.for([...brandPeople.map((role) => [role, 'SELF'] as const), ['DEALER', 'MANAGER'] as const])(
    '%s never starts a %s one',
    async ([role, kind]) => {
      const before = await print();
      const input = { subject: brand.middle.id, kind, rubric: 'appliances', period: nextPeriod() };
      const answer = await brand.callers[role].send(start, { input });
      expect(expectError(answer, 'FORBIDDEN').message).toBe(
        `The role ${role} never assesses ${kind}: SELF is for the dealer itself, MANAGER for the people of the brand.`,
      );
      expect(await print()).toEqual(before);
    },
  );

  test.for([...brandPeople.map((role) => [role, 'SELF'] as const), ['DEALER', 'MANAGER'] as const])(
    '%s never answers, submits or withdraws a %s one that it sees',
    async ([role, kind]) => {
      const drafted = brand.middle.assessment({ kind, period: nextPeriod() }).answer('best');
      const graded = async () => (await drafted.submit().publish()).assessment;
      const { id, version } = await (kind === 'SELF' ? drafted : graded());
      const before = await print();
      for (const [name, type, more] of [
        ['saveAnswers', 'SaveAnswersInput', { answers: [] }],
        ['submitAssessment', 'SubmitAssessmentInput', {}],
        ['withdrawAssessment', 'WithdrawAssessmentInput', { reason: 'No.' }],
      ] as const) {
        const input = { id, expectedVersion: version, ...more };
        expectError(await brand.callers[role].send(document(name, type), { input }), 'FORBIDDEN');
      }
      expect(await print()).toEqual(before);
    },
  );

  test('what a DEALER does not see of them is not there for it, rather than forbidden', async () => {
    const { id, version } = await brand.middle.assessment({ period: nextPeriod() });
    const input = { id, expectedVersion: version };
    const answer = await brand.middle.client.send(document('submitAssessment', 'SubmitAssessmentInput'), { input });
    const refusal = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['id'] };
    expect(expectData(answer)).toEqual({ submitAssessment: refusal });
  });
});

describe('a document with a mutation that is forbidden', () => {
  test('is carried out up to it and no further', async () => {
    const create = (code: string) =>
      `${code.toLowerCase()}: createTerritory(input: { code: "${code}", name: "N" }) { __typename }`;
    const forbidden = 'setPluginEnabled(input: { name: "lottery", enabled: false }) { __typename }';
    const { CHANNEL_MANAGER: caller } = brand.callers;
    const answer = await caller.send(
      `mutation { ${create('T-A')} ${forbidden} ${create('T-B')} }`.replaceAll('t-', 't'),
    );
    expect(expectError(answer, 'FORBIDDEN').path).toEqual(['setPluginEnabled']);
    const { territories, plugins } = expectData(await caller.send('{ territories { code } plugins { name enabled } }'));
    const codes = (territories as { code: string }[]).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('T-'))).toEqual(['T-A']);
    expect(plugins).toContainEqual({ name: 'lottery', enabled: true });
  });
});

describe('every query', () => {
  const pairs = fieldsOf('Query').flatMap((name) => roles.map((role) => [name, role] as const));

  test.for(pairs)('%s is open to %s', async ([name, role]) => {
    const { variables, document } = await prepared(role, `Query.${name}`);
    const data = expectData(await brand.callers[role].send(document, variables));
    expect(data[name]).not.toBeNull();
  });
});

test.for(roles)('Viewer.scopes of %s names what it may call', async (role) => {
  const { viewer } = expectData(await brand.callers[role].send('{ viewer { role scopes } }'));
  const scopes = Object.keys(mayCall).filter((name) => mayCall[name]?.includes(role));
  expect(viewer).toEqual({ role, scopes });
});

describe('every field', () => {
  test('says who may use it', () => {
    const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const fields = own.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field }))
        : [],
    );
    expect(fields.length).toBeGreaterThan(200);
    const rules = fields.map(({ at, field }) => ({
      at,
      access: field.extensions.access as readonly Role[] | undefined,
    }));
    expect(rules.filter(({ access }) => !access?.length || !access.every((role) => roles.includes(role)))).toEqual([]);
  });

  const build = (define: (builder: ReturnType<typeof newBuilder>) => void) => () => {
    const builder = newBuilder();
    define(builder);
    return builder.toSchema();
  };
  const newBuilder = () => new SchemaBuilder<object>({ plugins: ['access'] });
  const open = { access: everyone };

  test('or it neither compiles nor builds', () => {
    const query = build((builder) => {
      // @ts-expect-error a query without access
      builder.queryType({ fields: (t) => ({ a: t.string({ resolve: () => '' }) }) });
    });
    expect(query).toThrow('Query.a does not say who may use it: give it an access.');

    const mutation = build((builder) => {
      builder.queryType({ fields: (t) => ({ a: t.string({ ...open, resolve: () => '' }) }) });
      // @ts-expect-error a mutation without access
      builder.mutationType({ fields: (t) => ({ b: t.string({ resolve: () => '' }) }) });
    });
    expect(mutation).toThrow('Mutation.b does not say who may use it: give it an access.');

    const object = build((builder) => {
      const thing = builder.objectRef<{ c: string }>('Thing');
      // @ts-expect-error an object type without access
      thing.implement({ fields: (t) => ({ c: t.exposeString('c') }) });
      builder.queryType({ fields: (t) => ({ a: t.field({ ...open, type: thing, resolve: () => ({ c: '' }) }) }) });
    });
    expect(object).toThrow('Thing.c does not say who may use it: give it an access.');
  });

  test('and with a rule it builds', () => {
    const whole = build((builder) =>
      builder.queryType({ fields: (t) => ({ a: t.string({ ...open, resolve: () => '' }) }) }),
    );
    expect(whole().getQueryType()?.getFields().a?.extensions.access).toEqual(roles);
  });
});
