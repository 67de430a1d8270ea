import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { ConflictCause } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import { clockAt, sceneOf } from './scene.ts';

const ReadPrecedents = graphql(`
  query ReadPrecedents($id: ID!, $first: Int! = 5) {
    conflictCase(id: $id) {
      precedents(first: $first) { likeness conflictCase { title status resolution { outcome } } }
    }
  }
`);

const clock = clockAt('2026-11-22T15:04:05.123Z');
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

async function precedents(client: Client, { id }: { id: string }, first = 100): Promise<string> {
  const { conflictCase } = expectData(await client.run(ReadPrecedents, { id, first }));
  for (const { conflictCase: found } of conflictCase?.precedents ?? []) {
    expect(found).toMatchObject({ status: 'CLOSED', resolution: { outcome: `Outcome of ${found.title}` } });
  }
  return (conflictCase?.precedents ?? [])
    .map(({ likeness, conflictCase: { title } }) => `${title} ${likeness}`)
    .join(', ');
}

/** A network in which two dealers are alike and one sells by another channel, with what opens and closes cases in it. */
async function ground() {
  const scene = await sceneOf(api);
  const shop = await scene.organization.dealer({ channel: 'SOCIAL' });
  const open = (
    title: string,
    subject: 'PRICE' | 'SERVICE',
    causes: ConflictCause[],
    dealers: Dealer[] = [scene.claimant, scene.respondent],
  ) => {
    clock.pass({ ms: 1 });
    return scene.organization.conflictCase(dealers, { title, subject, causes });
  };
  const close = async (...given: Parameters<typeof open>) => {
    const settled = open(...given)
      .reach('CONSULTATION')
      .resolve({ outcome: `Outcome of ${given[0]}` });
    await settled;
    clock.pass({ ms: 1 });
    return settled.advance('CLOSED');
  };
  return { ...scene, shop, open, close };
}

describe('precedents', () => {
  const [competition, other, role, goal] = ['COMPETITION', 'OTHER', 'ROLE_AMBIGUITY', 'GOAL_MISALIGNMENT'] as const;

  test('are the closed cases most alike, best first, with how they ended', async () => {
    const { organization, claimant, shop, open, close } = await ground();
    const apart = [claimant, shop];
    await close('c', 'SERVICE', [competition]);
    await close('a', 'PRICE', [competition, other]);
    await close('f', 'SERVICE', [competition, role, goal], apart);
    await close('d', 'PRICE', [role], apart);
    await close('e', 'SERVICE', [role], apart);
    await close('b', 'PRICE', [role, other, competition]);
    await close('g', 'PRICE', [other, competition], apart);
    const asked = await open('asked', 'PRICE', [competition, other]);
    // Subject 40, structure 20, causes 40 · those of both / those of either.
    expect(await precedents(organization.auditor, asked)).toBe(
      ['a 100', 'b 86.67', 'g 80', 'd 40', 'c 40', 'f 10'].join(', '),
    );
    expect(await precedents(organization.auditor, asked, 2)).toBe('a 100, b 86.67');
    const { conflictCase } = expectData(await organization.auditor.run(ReadPrecedents, { id: asked.id }));
    expect(conflictCase?.precedents).toHaveLength(5);
  });

  test('are neither itself nor what is not closed, and no more those that were reopened', async () => {
    const { organization, open, close } = await ground();
    const own = await close('own', 'PRICE', [competition]);
    const twin = await close('twin', 'PRICE', [competition]);
    const again = await close('again', 'PRICE', [competition]);
    await open('reported', 'PRICE', [competition]);
    await open('dismissed', 'PRICE', [competition]).reach('DISMISSED');
    await open('resolved', 'PRICE', [competition]).reach('RESOLVED');
    expect(await precedents(organization.auditor, own)).toBe('again 100, twin 100');
    expect(await precedents(organization.auditor, twin)).toBe('again 100, own 100');
    const reopen = `mutation($input: AdvanceConflictCaseInput!) { advanceConflictCase(input: $input) { __typename } }`;
    const input = { id: again.id, expectedVersion: again.version, to: 'TRIAGED', note: 'Broken.' };
    expectData(await organization.manager.send(reopen, { input }));
    expect(await precedents(organization.auditor, own)).toBe('twin 100');
    expect(await precedents(organization.auditor, again)).toBe('twin 100, own 100');
  });

  test('of which several are as like come the latest closed first, whichever was opened first', async () => {
    const { organization, open, close } = await ground();
    const first = open('first', 'PRICE', [competition]).reach('CONSULTATION').resolve({ outcome: 'Outcome of first' });
    await first;
    await close('second', 'PRICE', [competition]);
    clock.pass({ ms: 1 });
    const asked = await open('asked', 'PRICE', [competition]);
    expect(await precedents(organization.auditor, asked)).toBe('second 100');
    await first.advance('CLOSED');
    expect(await precedents(organization.auditor, asked)).toBe('first 100, second 100');
  });

  test('have thirds rounded half up to two decimals', async () => {
    const { organization, claimant, shop, open, close } = await ground();
    await close('third', 'SERVICE', [competition], [claimant, shop]);
    await close('sixth', 'SERVICE', [competition, 'POOR_COMMUNICATION', 'POWER_IMBALANCE', 'RESOURCE_SCARCITY']);
    const asked = await open('asked', 'PRICE', [role, goal, competition]);
    // 40/3 = 13.333…; 20 + 40/6 = 26.666…
    expect(await precedents(organization.auditor, asked)).toBe('sixth 26.67, third 13.33');
  });

  test('are for a DEALER those that it is a party to', async () => {
    const { claimant, respondent, stranger, organization, open, close } = await ground();
    await close('ours', 'PRICE', [competition]);
    await close('theirs', 'PRICE', [competition], [respondent, stranger]);
    const asked = await open('asked', 'PRICE', [competition]);
    expect(await precedents(organization.auditor, asked)).toBe('theirs 100, ours 100');
    expect(await precedents(respondent.client, asked)).toBe('theirs 100, ours 100');
    expect(await precedents(claimant.client, asked)).toBe('ours 100');
  });

  test('of another brand are none', async () => {
    const [own, foreign] = [await ground(), await ground()];
    await foreign.close('foreign', 'PRICE', [competition]);
    expect(await precedents(own.organization.admin, await own.open('asked', 'PRICE', [competition]))).toBe('');
  });

  test('are 1 to 100, and few enough to be read', async () => {
    const { organization, open } = await ground();
    const { id } = await open('asked', 'PRICE', [competition]);
    for (const first of [0, -1, 101, 2 ** 31 - 1]) {
      const refused = expectError(await organization.auditor.run(ReadPrecedents, { id, first }), 'LIMIT_PAGE_SIZE');
      expect(refused.extensions?.path).toEqual(['first']);
    }
    const nothing = { id, first: null as unknown as number };
    expectError(await organization.auditor.run(ReadPrecedents, nothing), 'BAD_USER_INPUT');
    const inside = 'precedents(first: 100) { likeness conflictCase { number } }';
    const nested = `query($id: ID!) {
      conflictCase(id: $id) { precedents(first: 100) { conflictCase { ${inside} } } }
    }`;
    expectError(await organization.auditor.send(nested, { id }), 'LIMIT_COST');
  });

  test('are looked for among the 5,000 closed last', async () => {
    const { organization, open, close } = await ground();
    await close('oldest', 'PRICE', [competition]);
    const asked = await open('asked', 'PRICE', [competition]);
    const closeUnlike = (count: number, from: number) =>
      api.database.asOwner((tx) =>
        tx.run((db) =>
          db.execute(sql`
            insert into conflict_cases select unlike.* from conflict_cases c, generate_series(1, ${count}::int) n,
              lateral jsonb_populate_record(c, jsonb_build_object(
                'id', gen_random_uuid(), 'number', ${from}::int + n, 'subject', 'SERVICE', 'structure', 'VERTICAL',
                'causes', '{OTHER}'::text[], 'closed_at', c.closed_at + interval '1 millisecond'
              )) unlike
            where c.organization_id = ${organization.id} and c.number = 1`),
        ),
      );
    await closeUnlike(4_999, 100);
    expect(await precedents(organization.auditor, asked)).toBe('oldest 100');
    await closeUnlike(1, 6_000);
    expect(await precedents(organization.auditor, asked)).toBe('');
  });
});
