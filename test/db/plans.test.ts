import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { schema } from '../../api/schema.ts';
import { DEADLINES, type Driver, type Query, type Session } from '../../db/driver.ts';
import { openPostgres } from '../../db/postgres.ts';
import { beginAs } from '../../db/unit.ts';
import type { Variables } from '../access/openings.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { type Ask, asksOf, documentOf } from './plans/asks.ts';
import { bigTables, faultsOf } from './plans/explain.ts';
import { given, parentsFor } from './plans/given.ts';
import { type Ground, plansGround } from './plans/ground.ts';

const place = inject('place');
const server = 'url' in place ? place.url : '';

let ground: Ground;
let driver: Driver;
let parents: Readonly<Record<string, readonly string[]>>;

describe.runIf(server)('whatever a list is asked for', () => {
  beforeAll(async () => {
    ground = await plansGround(server);
    driver = openPostgres(ground.url, 1, DEADLINES);
    parents = await parentsFor(ground.callers.brand);
  }, 60_000);
  afterAll(async () => {
    await driver.close();
    await ground.close();
  });

  test.each(['brand', 'dealer'] as const)(
    'by the %s, no statement reads a big table whole, and no page sorts one',
    async (who) => {
      const asked = new Map<string, { query: Query; label: string; isWhole: boolean }>();
      for (const ask of asksOf(schema, given)) {
        for (const { label, queries } of await statementsOf(ground.callers[who], ask)) {
          for (const query of queries)
            asked.set(query.sql + JSON.stringify(query.params), { query, label, isWhole: ask.isWhole });
        }
      }
      const unit = await driver.open(beginAs({ organizationId: ground.organizationId, mode: 'read' }));
      const faults = await faultsOfAll(unit, [...asked.values()]);
      await unit.end('rollback');
      expect(asked.size).toBeGreaterThan(300);
      expect(faults).toEqual([]);
    },
    60_000,
  );
});

type Cursors = { readonly pageInfo?: { readonly startCursor: string | null; readonly endCursor: string | null } };
type Asked = { readonly label: string; readonly queries: readonly Query[] };

/** What runs for a question: a list by pages from both ends, whole ones also further on. */
async function statementsOf(caller: Client, ask: Ask): Promise<Asked[]> {
  if (!ask.pages) return [(await statementsOfPage(caller, ask, {})).asked];
  const front = await statementsOfPage(caller, ask, { first: 5 });
  const back = await statementsOfPage(caller, ask, { last: 5 });
  const [after, before] = [front.cursors?.endCursor, back.cursors?.startCursor];
  const further = [...(after ? [{ first: 5, after }] : []), ...(before ? [{ last: 5, before }] : [])];
  const asked = [front.asked, back.asked];
  for (const page of ask.isWhole ? further : []) asked.push((await statementsOfPage(caller, ask, page)).asked);
  return asked;
}

async function statementsOfPage(caller: Client, { coordinate, variables }: Ask, page: Variables) {
  const all = { ...variables, ...page };
  const [parent = ''] = coordinate.split('.');
  const document = documentOf(schema, coordinate, all);
  ground.taken();
  const data = expectData(await caller.send(document, parent === 'Query' ? all : { ...all, parents: parents[parent] }));
  const { asked } = data as { asked?: Cursors };
  return {
    asked: { label: `${coordinate} ${JSON.stringify(all)}`, queries: ground.taken() },
    cursors: asked?.pageInfo,
  };
}

async function faultsOfAll(
  unit: Session,
  asked: readonly { query: Query; label: string; isWhole: boolean }[],
): Promise<string[]> {
  const big = await bigTables(unit);
  expect([...big]).toEqual(expect.arrayContaining(['dealers', 'outlets', 'assessments', 'grades', 'conflict_cases']));
  const faults: string[] = [];
  for (const { query, label, isWhole } of asked) {
    for (const fault of await faultsOf(unit, query, { big, isWhole })) faults.push(`${label} ${fault}: ${query.sql}`);
  }
  return faults;
}
