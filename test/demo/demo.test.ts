import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { organizationByCode } from '../../api/access/keys.queries.ts';
import { claimDemo } from '../../api/demo/demo.queries.ts';
import { demoKeys, seedDemo } from '../../api/demo.ts';
import { installPlugins } from '../../api/installed-plugins.ts';
import type { Database } from '../../db/database.ts';
import { demo } from '../../db/seed/demo.ts';
import { demo2 } from '../../db/seed/demo2.ts';
import type { BrandSeed } from '../../db/seed/shape.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { openTestDatabase } from '../kit/database.ts';
import { expectData } from '../kit/expect.ts';
import { DemoConflicts, DemoDealers, DemoOutlets, DemoSpeaker, DemoTotals } from './documents.ts';

const now = new Date('2026-11-22T08:00:00.000Z');
const place = inject('place');
let api: TestApi;
let database: Database;

beforeAll(async () => {
  api = await createTestApi({ now: () => now });
  database = api.database;
});

/** The same brand under a code, and so with keys, of the test's own. */
const own = (brand: BrandSeed): BrandSeed => ({ ...brand, code: `demo-${randomUUID()}` });
const play = async (brand: BrandSeed, names?: string[]) =>
  seedDemo(database, await installPlugins(names, process.cwd()), now, [brand]);
const totals = async (client: Client) => {
  const found = expectData(await client.run(DemoTotals));
  return {
    dealers: found.dealers.totalCount,
    outlets: found.outlets.totalCount,
    assessments: found.assessments.totalCount,
    territories: found.territories.length,
  };
};
const count = (values: readonly (string | null | undefined)[]) =>
  Object.fromEntries(
    [...new Set(values)].sort().map((value) => [value, values.filter((each) => each === value).length]),
  );

const allOfDemo2 = { dealers: 5, outlets: 4, assessments: 6, territories: 4 };

/** Its organization is there then, with its keys; of its network nothing may be. */
const failHalfWay = (brand: BrandSeed) =>
  expect(play({ ...brand, rounds: brand.rounds.map((round) => ({ ...round, period: 'next year' })) })).rejects.toThrow(
    'GRADING_PERIOD_INVALID',
  );

test('each brand has a key for every role', () => {
  expect(demoKeys).toEqual(
    ['demo', 'demo2'].flatMap((code) =>
      ['admin', 'manager', 'assessor', 'dealer', 'auditor'].map((role) => `${code}-${role}`),
    ),
  );
});

describe('the first brand', () => {
  const brand = own(demo);
  let auditor: Client;

  beforeAll(async () => {
    await play(brand);
    auditor = api.as(`${brand.code}-auditor`);
  }, 60_000);

  test('has a network of three industries, with every role, status, channel and kind of outlet', async () => {
    const { dealers } = expectData(await auditor.run(DemoDealers));
    const { outlets } = expectData(await auditor.run(DemoOutlets));
    expect(await totals(auditor)).toEqual({ dealers: 32, outlets: 62, assessments: 48, territories: 19 });
    expect(count(dealers.nodes.map(({ industries }) => industries[0]?.key))).toEqual({
      appliances: 11,
      fmcg: 11,
      lottery: 10,
    });
    expect(count(dealers.nodes.map(({ status }) => status))).toEqual({
      ACTIVE: 28,
      APPLICANT: 1,
      EXITED: 1,
      RECTIFYING: 1,
      SUSPENDED: 1,
    });
    expect(count(dealers.nodes.map(({ channel }) => channel))).toEqual({
      ECOMMERCE: 1,
      PHONE: 2,
      PHYSICAL: 28,
      SOCIAL: 1,
    });
    expect(Object.keys(count(dealers.nodes.flatMap(({ roles }) => roles)))).toHaveLength(8);
    expect(Object.keys(count(outlets.nodes.map(({ kind }) => kind)))).toHaveLength(7);
    expect(outlets.nodes.filter(({ address, latitude, territory }) => !address || !latitude || !territory)).toEqual([]);
    expect(dealers.nodes.filter(({ territory }) => !territory?.parent)).toEqual([]);
  });

  test('has classes in force, some of them changed, and a second tier of two levels', async () => {
    const { dealers } = expectData(await auditor.run(DemoDealers));
    expect(count(dealers.nodes.map((dealer) => dealer.class))).toEqual({ A: 8, B: 12, C: 11, null: 1 });
    const levels = dealers.nodes.filter(({ upstream }) => upstream?.upstream).map(({ code }) => code);
    expect(levels).toEqual(['AP-103', 'AP-104', 'FM-203', 'LT-303']);
  });

  test('has grades of every tier in force, on dealers and on outlets', async () => {
    const { dealers } = expectData(await auditor.run(DemoDealers));
    const { outlets } = expectData(await auditor.run(DemoOutlets));
    const tiers = (subjects: readonly { grade?: { outcome: { tierCode: string } } | null | undefined }[]) =>
      count(subjects.flatMap(({ grade }) => grade?.outcome.tierCode ?? []));
    expect(tiers(dealers.nodes)).toEqual({ BELOW_STANDARD: 3, EXCELLENT: 5, GOOD: 6, OUTSTANDING: 4 });
    expect(tiers(outlets.nodes)).toEqual({ BELOW_STANDARD: 1, EXCELLENT: 2, GOOD: 2, OUTSTANDING: 3 });
  });

  test('has grades below standard by a red line alone, and grades that a better one superseded', async () => {
    const { dealers } = expectData(await auditor.run(DemoDealers));
    const broken = dealers.nodes.flatMap(({ code, grade }) =>
      grade?.outcome.gates[0]?.reasons.some(({ code: reason }) => reason === 'RED_LINE') ? [code] : [],
    );
    const superseded = dealers.nodes.flatMap(({ code, grades }) =>
      grades.nodes.some(({ status }) => status === 'SUPERSEDED') ? [code] : [],
    );
    expect(broken).toEqual(['AP-110', 'FM-210']);
    expect(superseded).toEqual(['AP-101', 'AP-102', 'AP-103', 'FM-201', 'FM-204', 'LT-306']);
  });

  test('has assessments of both kinds in every state, some partly answered', async () => {
    const { assessments } = expectData(await auditor.run(DemoTotals));
    expect(count(assessments.nodes.map(({ kind, status }) => `${kind} ${status}`))).toEqual({
      'MANAGER DRAFT': 2,
      'MANAGER SUBMITTED': 36,
      'MANAGER WITHDRAWN': 1,
      'SELF DRAFT': 2,
      'SELF SUBMITTED': 6,
      'SELF WITHDRAWN': 1,
    });
    expect(count(assessments.nodes.map(({ period }) => period))).toEqual({ '2026-Q3': 16, '2026-Q4': 32 });
    const drafts = assessments.nodes.filter(({ status }) => status === 'DRAFT');
    expect(drafts.filter(({ answers, unanswered }) => answers.length > 0 && unanswered.length > 0)).toHaveLength(3);
    expect(assessments.nodes.filter(({ startedAt }) => startedAt > now.toISOString())).toEqual([]);
  });

  test('has eleven conflict cases, in every state', async () => {
    const { conflictCases } = expectData(await auditor.run(DemoConflicts));
    expect(conflictCases.nodes.map(({ number }) => number)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(count(conflictCases.nodes.map(({ status }) => status))).toEqual({
      ARBITRATION: 1,
      CLOSED: 2,
      CONSULTATION: 1,
      DISMISSED: 1,
      MEDIATION: 1,
      NEGOTIATION: 1,
      REPORTED: 1,
      RESOLVED: 1,
      TRIAGED: 2,
    });
    expect(count(conflictCases.nodes.map(({ structure }) => structure))).toEqual({
      HORIZONTAL: 5,
      MULTI_CHANNEL: 3,
      VERTICAL: 3,
    });
    expect(conflictCases.nodes.filter(({ openedAt }) => openedAt > now.toISOString())).toEqual([]);
  });

  test('has a case about online prices that looks back to one much like it', async () => {
    const { conflictCases } = expectData(await auditor.run(DemoConflicts));
    const precedents = conflictCases.nodes.find(({ number }) => number === 9)?.precedents;
    // The same subject and structure, two causes of three in common: 40 + 20 + 40 · 2/3.
    expect(precedents).toEqual([
      { likeness: 86.67, conflictCase: { number: 1 } },
      { likeness: 26.67, conflictCase: { number: 2 } },
    ]);
  });

  test('has a dealer that speaks for itself: its outlets, its grades, its own answers, its neighbours as cards', async () => {
    const dealer = api.as(`${brand.code}-dealer`);
    const found = expectData(await dealer.run(DemoSpeaker));
    expect(await totals(dealer)).toEqual({ dealers: 1, outlets: 4, assessments: 8, territories: 19 });
    expect(found.viewer.dealer).toMatchObject({
      code: 'AP-102',
      class: 'A',
      upstream: { code: 'AP-101', grade: null },
      secondTier: { nodes: [{ code: 'AP-103' }, { code: 'AP-104' }] },
      grade: { outcome: { tierCode: 'EXCELLENT' } },
      self: { nodes: [{ assessor: brand.people.DEALER }, { assessor: brand.people.DEALER }] },
    });
  });

  test('is added to by no second start', async () => {
    const before = await totals(auditor);
    await play(brand);
    expect(await totals(auditor)).toEqual(before);
  });
});

test('the second brand has five dealers of its own behind some of the same codes', async () => {
  const brand = own(demo2);
  await play(brand);
  const { dealers } = expectData(await api.as(`${brand.code}-manager`).run(DemoDealers));
  const shared = dealers.nodes.filter(({ code }) => demo.dealers.some((dealer) => dealer.code === code));
  expect(dealers.nodes.map(({ code }) => code)).toEqual(['AP-101', 'AP-102', 'FM-201', 'HT-501', 'LT-301']);
  expect(shared).toHaveLength(4);
  expect((await api.as(`${brand.code}-dealer`).send('{ viewer { dealer { code } } }')).data).toEqual({
    viewer: { dealer: { code: 'AP-102' } },
  });
});

test('the second brand has one conflict case, which has no precedents yet', async () => {
  const brand = own(demo2);
  await play(brand);
  const { conflictCases } = expectData(await api.as(`${brand.code}-auditor`).run(DemoConflicts));
  const parties = ['AP-102', 'AP-101'].map((code) => ({ dealer: { code } }));
  expect(conflictCases.nodes).toMatchObject([{ number: 1, status: 'TRIAGED', parties, precedents: [] }]);
});

test('what belongs to an industry that is not loaded is left out', async () => {
  const brand = own(demo2);
  await play(brand, ['fmcg']);
  const { dealers } = expectData(await api.as(`${brand.code}-admin`).run(DemoDealers));
  expect(dealers.nodes.map(({ code, industries }) => [code, industries.map(({ key }) => key)])).toEqual([
    ['FM-201', ['fmcg']],
    ['HT-501', ['fmcg']],
  ]);
  expect(dealers.nodes.flatMap(({ grade }) => grade?.outcome.tierCode ?? [])).toEqual(['EXCELLENT']);
  expect((await api.as(`${brand.code}-dealer`).send('{ viewer { dealer { code } } }')).data).toEqual({
    viewer: { dealer: { code: 'FM-201' } },
  });
});

test('of the conflict cases those between dealers that are loaded are played, with the tags that are', async () => {
  const brand = own(demo);
  await play(brand, ['fmcg']);
  const { conflictCases } = expectData(await api.as(`${brand.code}-auditor`).run(DemoConflicts));
  expect(
    conflictCases.nodes.map(({ number, status, tags, parties }) => [
      ...[number, status, tags.map(({ key }) => key)],
      parties.map(({ dealer }) => dealer.code),
    ]),
  ).toEqual([
    [5, 'REPORTED', [], ['FM-203', 'FM-202']],
    [4, 'MEDIATION', ['fmcg/diversion'], ['FM-205', 'FM-204']],
    [3, 'ARBITRATION', [], ['FM-210', 'FM-208']],
    [2, 'RESOLVED', [], ['FM-207', 'FM-206']],
    [1, 'CLOSED', ['fmcg/diversion'], ['FM-201', 'FM-205']],
  ]);
}, 60_000);

test('without any industry there are people and no network', async () => {
  const brand = own(demo2);
  await play(brand, []);
  expect(await totals(api.as(`${brand.code}-admin`))).toEqual({
    dealers: 0,
    outlets: 0,
    assessments: 0,
    territories: 4,
  });
  expect((await api.as(`${brand.code}-dealer`).send('{ viewer { role } }')).status).toBe(401);
});

test('a brand that fails half-way leaves nothing, and is whole the next time', async () => {
  const brand = own(demo2);
  await failHalfWay(brand);
  const admin = api.as(`${brand.code}-admin`);
  expect(await totals(admin)).toEqual({ dealers: 0, outlets: 0, assessments: 0, territories: 0 });
  await play(brand);
  expect(await totals(admin)).toEqual(allOfDemo2);
});

/** Another server on the same database; the embedded one has only one. */
test.runIf('url' in place)(
  'of two servers that start at once one makes it, and the other waits as long as it takes',
  async () => {
    const brand = own(demo2);
    await failHalfWay(brand);
    const organization = await database.asOwner((owner) => organizationByCode(owner, brand.code));
    const other = await openTestDatabase();
    try {
      const slow = await other.begin({ organizationId: organization?.id ?? '', mode: 'write' });
      expect(await claimDemo(slow, now)).toBe(true);
      const waiting = play(brand);
      await pause(2500);
      await slow.rollback();
      await waiting;
    } finally {
      await other.close();
    }
    expect(await totals(api.as(`${brand.code}-admin`))).toEqual(allOfDemo2);
  },
  30_000,
);
