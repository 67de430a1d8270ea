import { describe, expect, test } from 'vitest';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, scale } from './bikes.ts';

const ReadChanges = graphql(`
  query ReadChanges($version: Int) {
    rubric(key: "bikes") {
      versions {
        number
        changesSince(version: $version) {
          since { number }
          added { key tier { code } }
          removed { key }
          changed { key aspects from { ...ChangedItem } to { ...ChangedItem } }
          reordered
          tiers { from { code threshold } to { code threshold } }
          requirements { from { ...Required } to { ...Required } }
          marks { mark from to }
        }
      }
    }
  }
  fragment ChangedItem on RubricItem {
    weight
    tier { code }
    dimension
    evidenceRequired
    redLine { below capsAt { code } }
    label(locale: ZH_HANS)
    guidance
  }
  fragment Required on TierRequirement { dealerClass tier { code } duties }
`);

const ReadPluginUse = graphql(`
  query ReadPluginUse {
    plugins {
      name
      version
      requirements { dealerClass tier { code rank } duties(locale: ZH_HANS) }
      editions { number status rubric { key } composition { source version } }
    }
    rubrics { key current { requirements { dealerClass tier { code } duties } } }
  }
`);

const { 'repair-hours': repairHours, 'brake-check': brakeCheck, 'test-rides': testRides } = bikes.items;
if (!repairHours || !brakeCheck || !testRides) throw new Error('Bicycles have three items.');

const duty = { en: 'Two rides a month', zhHans: '每月两次试骑' };
const guided = { en: 'Ask for the log.', zhHans: '请查看记录。' };
const nextSeason: PluginDefinition = {
  ...bikes,
  version: '2.0.0',
  tierRequirements: { B: { tier: 'GOOD', duties: [duty] } },
  items: {
    'loan-bikes': { tier: 'EXCELLENT', dimension: 'CONTENT', weight: 1, label: bikes.label, measure: scale },
    'brake-check': {
      ...brakeCheck,
      ...{ tier: 'EXCELLENT', dimension: 'QUALITY', weight: '2.5', redLine: { below: 50 } },
      label: { en: 'Brakes checked', zhHans: '刹车检查合格' },
      guidance: guided,
    },
    'repair-hours': { tier: 'GOOD', dimension: 'QUALITY', weight: 2, label: repairHours.label, measure: scale },
  },
};

const before = await createTestApi({ plugins: [bikes] });
const after = await createTestApi({ plugins: [nextSeason] });

async function upgraded() {
  const organization = await before.seed.organization({ industry: 'bikes' });
  await after.prepare(organization.id);
  return after.as(organization.auditor.key);
}

async function changes(client: Client, version?: number) {
  const { rubric } = expectData(await client.run(ReadChanges, version === undefined ? {} : { version }));
  return rubric?.versions.map(({ changesSince }) => changesSince) ?? [];
}

const none = { added: [], removed: [], changed: [], reordered: false, tiers: [], requirements: [], marks: [] };

describe('what an edition has otherwise than another', () => {
  test('is told item by item, side by side', async () => {
    const [itself, upgrade] = await changes(await upgraded());
    expect(itself).toEqual({ since: { number: 1 }, ...none });
    const brakes = { evidenceRequired: false, weight: 2, guidance: null };
    const hours = { dimension: 'QUALITY', weight: 2, tier: { code: 'GOOD' }, label: '维修时长', guidance: null };
    const required = { dealerClass: 'B', tier: { code: 'GOOD' }, duties: ['Two rides a month'] };
    expect(upgrade).toEqual({
      since: { number: 1 },
      added: [{ key: 'bikes/loan-bikes', tier: { code: 'EXCELLENT' } }],
      removed: [{ key: 'bikes/test-rides' }],
      changed: [
        {
          key: 'bikes/brake-check',
          aspects: ['TIER', 'DIMENSION', 'WEIGHT', 'RED_LINE', 'LABEL', 'GUIDANCE'],
          from: {
            ...{ ...brakes, dimension: 'COMPLIANCE', tier: { code: 'GOOD' }, label: '刹车检查' },
            redLine: { below: 100, capsAt: null },
          },
          to: {
            ...{ ...brakes, dimension: 'QUALITY', weight: 2.5, tier: { code: 'EXCELLENT' }, label: '刹车检查合格' },
            ...{ guidance: 'Ask for the log.', redLine: { below: 50, capsAt: { code: 'GOOD' } } },
          },
        },
        {
          key: 'bikes/repair-hours',
          aspects: ['MEASURE', 'EVIDENCE'],
          from: { ...hours, evidenceRequired: true, redLine: null },
          to: { ...hours, evidenceRequired: false, redLine: null },
        },
      ],
      reordered: true,
      tiers: [],
      requirements: [
        {
          from: { dealerClass: 'B', tier: { code: 'EXCELLENT' }, duties: expect.any(Array) },
          to: required,
        },
      ],
      marks: [],
    });
  });

  test('reads the other way round from the later to the earlier', async () => {
    const client = await upgraded();
    const [, forth] = await changes(client, 1);
    const [back, itself] = await changes(client, 2);
    expect(itself).toEqual({ since: { number: 2 }, ...none });
    expect(back?.added).toMatchObject(forth?.removed ?? []);
    expect(back?.removed).toMatchObject(forth?.added.map(({ key }) => ({ key })) ?? []);
    const sides = (all: typeof back) =>
      all?.changed
        .map(({ key, aspects, from, to }) => ({ key, aspects, from, to }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(sides(back)).toEqual(sides(forth)?.map(({ from, to, ...same }) => ({ ...same, from: to, to: from })));
  });

  test('is refused of an edition that is not there', async () => {
    const client = await upgraded();
    for (const version of [0, 3, -1]) {
      const { errors } = await client.run(ReadChanges, { version });
      expect(errors.map(({ extensions }) => [extensions?.code, extensions?.path])).toEqual(
        [
          ['NOT_FOUND', ['version']],
          ['NOT_FOUND', ['version']],
        ].slice(0, errors.length),
      );
      expect(errors.length).toBeGreaterThan(0);
    }
    const one = await client.send('{ rubric(key: "bikes") { current { changesSince(version: 9) { reordered } } } }');
    expectError(one, 'NOT_FOUND');
  });

  test('takes one statement more at most, however many items differ', async () => {
    const client = await upgraded();
    const ask = (inner: string) => client.send(`{ rubric(key: "bikes") { versions { number ${inner} } } }`);
    const { length } = (await ask('')).statements;
    expect((await ask('changesSince { changed { key } }')).statements.length - length).toBeLessThanOrEqual(1);
  });
});

describe('a plugin', () => {
  test('tells what it requires of classes and which editions hold items of it', async () => {
    const client = await upgraded();
    const { plugins, rubrics } = expectData(await client.run(ReadPluginUse));
    const edition = (number: number, status: string, version: string) => ({
      ...{ number, status, rubric: { key: 'bikes' } },
      composition: [
        { source: 'core', version: '1.0.0' },
        { source: 'bikes', version },
      ],
    });
    const editions = [edition(2, 'DRAFT', '2.0.0'), edition(1, 'PUBLISHED', '1.0.0')];
    expect(plugins).toEqual([
      {
        ...{ name: 'core', version: '1.0.0', editions },
        requirements: [
          { dealerClass: 'A', tier: { code: 'OUTSTANDING', rank: 3 }, duties: [expect.any(String)] },
          { dealerClass: 'B', tier: { code: 'EXCELLENT', rank: 2 }, duties: [expect.any(String)] },
          { dealerClass: 'C', tier: { code: 'GOOD', rank: 1 }, duties: [] },
        ],
      },
      {
        ...{ name: 'bikes', version: '2.0.0', editions },
        requirements: [{ dealerClass: 'B', tier: { code: 'GOOD', rank: 1 }, duties: ['每月两次试骑'] }],
      },
    ]);
    expect(rubrics).toMatchObject([
      {
        key: 'bikes',
        current: {
          requirements: [
            { dealerClass: 'A', tier: { code: 'OUTSTANDING' } },
            { dealerClass: 'B', tier: { code: 'EXCELLENT' } },
            { dealerClass: 'C', tier: { code: 'GOOD' } },
          ],
        },
      },
    ]);
  });

  test('that is loaded no more leaves its editions readable, with their changes', async () => {
    const organization = await before.seed.organization({ industry: 'bikes' });
    await after.prepare(organization.id);
    const without = await createTestApi({ plugins: ['fmcg'] });
    await without.prepare(organization.id);
    const client = without.as(organization.auditor.key);
    const [, upgrade] = await changes(client);
    expect(upgrade?.changed.map(({ key }) => key)).toEqual(['bikes/brake-check', 'bikes/repair-hours']);
    expect(expectData(await client.run(ReadPluginUse)).plugins.map(({ name }) => name)).toEqual(['core', 'fmcg']);
  });
});
