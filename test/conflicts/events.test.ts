import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { globalId, parseGlobalId } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { expectQueryRefusal } from '../network/refusals.ts';
import { read, type Scene, sceneOf } from './scene.ts';

let api: TestApi;
let scene: Scene;
let ids: { organization: string; case: string; events: number };
beforeAll(async () => {
  api = await createTestApi();
  scene = await sceneOf(api);
  const { organization, claimant, respondent } = scene;
  const { id, version } = await organization.conflictCase([claimant, respondent]).reach('RESOLVED').evidence();
  ids = { organization: organization.id, case: parseGlobalId(id)?.id ?? '', events: version };
});

type Row = Record<string, unknown>;
const ownEvents = () => sql`organization_id = ${ids.organization} and case_id = ${ids.case}`;
const asOwner = (statement: SQL) =>
  api.database.asOwner((tx) => tx.run(async (db) => [...(await db.execute<Row>(statement))]));
const asOurs = (statement: SQL) =>
  api.database.unit({ organizationId: ids.organization, mode: 'write' }, (tx) =>
    tx.run(async (db) => [...(await db.execute<Row>(statement))]),
  );

/** Every event of a brand, each as one text of all that its row holds, by case and number. */
const rowsOf = async (organizationId: string): Promise<string[]> =>
  (
    await asOwner(sql`select e::text as event from conflict_events e
      where organization_id = ${organizationId} order by case_id, number`)
  ).map(({ event }) => String(event));

const columns = async (): Promise<SQL[]> =>
  (
    await asOwner(sql`select attname as name from pg_attribute
      where attrelid = 'public.conflict_events'::regclass and attnum > 0 and not attisdropped`)
  ).map(({ name }) => sql`${sql.identifier(String(name))}`);

describe('what happened in a case', () => {
  test('is changed by no SQL of an operation, column by column', async () => {
    const before = await rowsOf(ids.organization);
    expect(before).toHaveLength(ids.events);
    const all = await columns();
    expect(all.length).toBeGreaterThan(20);
    for (const column of all) {
      const update = asOurs(sql`update conflict_events set ${column} = ${column} where ${ownEvents()}`);
      await expect(update).rejects.toMatchObject({ sqlState: '42501' });
    }
    expect(await rowsOf(ids.organization)).toEqual(before);
  });

  test('is removed, overwritten or locked by none', async () => {
    const before = await rowsOf(ids.organization);
    for (const statement of [
      sql`delete from conflict_events where ${ownEvents()}`,
      sql`truncate conflict_events`,
      sql`truncate conflict_cases cascade`,
      sql`insert into conflict_events select * from conflict_events where ${ownEvents()}
        on conflict (organization_id, case_id, number) do update set note = 'other'`,
      sql`select from conflict_events where ${ownEvents()} for update`,
      sql`delete from conflict_cases where organization_id = ${ids.organization}`,
      sql`alter table conflict_events disable trigger all`,
      sql`drop table conflict_events`,
    ]) {
      await expect(asOurs(statement)).rejects.toMatchObject({ sqlState: '42501' });
    }
    expect(await rowsOf(ids.organization)).toEqual(before);
  });

  test('is neither changed nor removed by the owner of the tables', async () => {
    const before = await rowsOf(ids.organization);
    for (const statement of [
      sql`update conflict_events set note = 'other' where ${ownEvents()}`,
      sql`update conflict_events set note = note where ${ownEvents()} and number = 1`,
      sql`delete from conflict_events where ${ownEvents()}`,
      sql`truncate conflict_events`,
      sql`truncate conflict_cases cascade`,
    ]) {
      await expect(asOwner(statement)).rejects.toMatchObject({ sqlState: '23001' });
    }
    expect(await rowsOf(ids.organization)).toEqual(before);
  });

  test('keeps its case and its number: no two events of one', async () => {
    const twice = sql`insert into conflict_events select * from conflict_events where ${ownEvents()} and number = 1`;
    await expect(asOurs(twice)).rejects.toMatchObject({ kind: 'UNIQUE', constraint: 'conflict_events_pk' });
  });

  test('stays byte for byte, whatever operation follows', async () => {
    const { organization, claimant, respondent } = await sceneOf(api);
    const order = { kind: 'PENALTY' as const, party: respondent.id, amount: '5', due: '9999-12-31' };
    const walk = [
      (steps) => steps.evidence({ by: claimant.client, visibility: 'BRAND', note: 'Mine.' }),
      (steps) => steps.advance('TRIAGED'),
      (steps) => steps.advance('CONSULTATION', { note: 'On.', visibility: 'BRAND' }),
      (steps) => steps.propose(),
      (steps) => steps.answer({ party: claimant.id }),
      (steps) => steps.answer({ answer: 'REFUSE', by: respondent.client }),
      (steps) => steps.propose({ terms: 'Others.' }),
      (steps) => steps.answer({ party: claimant.id, proposal: 2 }),
      (steps) => steps.resolve({ orders: [order, order] }),
      (steps) => steps.record('FULFILLED', { order: 2 }),
      (steps) => steps.advance('CLOSED'),
      (steps) => steps.advance('TRIAGED', { note: 'Again.' }),
      (steps) => steps.advance('CONSULTATION'),
      (steps) => steps.resolve({ orders: [order] }),
      (steps) => steps.record('FULFILLED'),
      (steps) => steps.advance('CLOSED'),
      (steps) => steps.advance('TRIAGED', { note: 'And again.' }),
      (steps) => steps.advance('DISMISSED'),
    ] satisfies ((
      steps: ReturnType<typeof organization.conflictCase>,
    ) => ReturnType<typeof organization.conflictCase>)[];
    let steps = organization.conflictCase([claimant, respondent]);
    let { id, version } = await steps;
    let before = await rowsOf(organization.id);
    let shown = (await read(organization.auditor, { id })).events.nodes;
    for (const step of walk) {
      steps = step(steps);
      const now = await steps;
      const after = await rowsOf(organization.id);
      expect(after).toHaveLength(before.length + 1);
      expect(after.slice(0, -1)).toEqual(before);
      const { events } = await read(organization.auditor, { id });
      expect(events.nodes.slice(0, -1)).toEqual(shown);
      expect(now).toEqual({ id, version: version + 1 });
      [before, shown, version] = [after, events.nodes, now.version];
    }
    expect(shown.map(({ number }) => number)).toEqual(Array.from({ length: walk.length + 1 }, (_, at) => at + 1));
  });
});

describe('the events of a case, by pages', () => {
  const ask = (page: string) =>
    scene.organization.auditor.send(
      `query($id: ID!) { conflictCase(id: $id) { events(${page}) { totalCount edges { cursor node { number } } } } }`,
      { id: globalId('ConflictCase', ids.case) },
    );
  type Page = { edges: { cursor: string; node: { number: number } }[] };
  const edgesOf = (answer: Awaited<ReturnType<typeof ask>>): Page['edges'] =>
    (expectData(answer) as { conflictCase: { events: Page } }).conflictCase.events.edges;
  const numbers = (answer: Awaited<ReturnType<typeof ask>>) => edgesOf(answer).map(({ node }) => node.number);
  const encoded = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

  test('lie between two cursors, in their order', async () => {
    const all = await ask('first: 100');
    expect(numbers(await ask('after: null'))).toEqual(numbers(all));
    const [after, before] = [0, 4].map((at) => edgesOf(all)[at]?.cursor);
    expect(numbers(await ask(`after: "${after}", before: "${before}"`))).toEqual([2, 3, 4]);
    expect(numbers(await ask(`after: "${after}", before: "${before}", last: 2`))).toEqual([3, 4]);
    expect(numbers(await ask(`after: "${before}", before: "${after}"`))).toEqual([]);
  });

  test('take no cursor that was never theirs, and no size out of 1 to 100', async () => {
    const [first] = edgesOf(await ask('first: 1'));
    const [name] = JSON.parse(Buffer.from(first?.cursor ?? '', 'base64url').toString()) as [string];
    const cases = '{ conflictCases(first: 1) { edges { cursor } } }';
    const { conflictCases } = expectData(await scene.organization.auditor.send(cases)) as { conflictCases: Page };
    for (const cursor of [
      ...['', 'x', conflictCases.edges[0]?.cursor ?? ''],
      ...[encoded(name), encoded(name, 1), encoded(name, '1', '1'), encoded(name, '1.5'), encoded(name, '-1')],
      ...[encoded(name, '99999999999'), encoded(name, '1e3'), encoded(name, "1' or '1'='1"), encoded(`${name} `, '1')],
    ]) {
      for (const argument of ['after', 'before']) {
        expectQueryRefusal(await ask(`${argument}: ${JSON.stringify(cursor)}`), `CURSOR_INVALID ${argument}`);
      }
    }
    expect(numbers(await ask(`after: "${encoded(name, '999999999')}"`))).toEqual([]);
    for (const sizes of ['first: 0', 'first: 101', 'last: -1', 'last: 101', 'first: null', 'first: 1, last: 1']) {
      expectError(await ask(sizes), 'LIMIT_PAGE_SIZE');
    }
  });
});
