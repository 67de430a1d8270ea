import { describe, expect, test } from 'vitest';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { bikes, steady } from '../grading/bikes.ts';
import { assess, publish, start } from '../grading/steps.ts';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const ReadEditions = graphql(`
  query ReadEditions {
    rubric(key: "bikes") {
      current { number }
      versions { number status effectiveFrom contentHash composition { source version items } items { key effectiveWeight } }
    }
    plugins { name version items { key effectiveWeight } }
  }
`);

const SimulateEdition = graphql(`
  query SimulateEdition($input: SimulateGradeInput!) {
    simulateGrade(input: $input) { score rubricVersion { number status } }
  }
`);

const { 'brake-check': brakeCheck, ...others } = bikes.items;
if (!brakeCheck) throw new Error('Bicycles have brakes.');

/** The brakes weigh more than the core allows, so that all of the tier is scaled. */
const heavier: PluginDefinition = {
  ...bikes,
  version: '1.1.0',
  items: { ...others, 'brake-check': { ...brakeCheck, weight: 6 } },
};
const light: PluginDefinition = {
  ...bikes,
  version: '1.2.0',
  items: { ...others, 'brake-check': { ...brakeCheck, weight: 1 } },
};
const reworded: PluginDefinition = { ...bikes, version: '1.0.1', description: bikes.label };

const original = await createTestApi({ plugins: [bikes], now: () => new Date('2026-10-01T08:00:00.000Z') });
const changed = await createTestApi({ plugins: [heavier], now: () => new Date('2027-01-01T08:00:00.000Z') });
const lighter = await createTestApi({ plugins: [light], now: () => new Date('2027-01-15T08:00:00.000Z') });
const same = await createTestApi({ plugins: [reworded], now: () => new Date('2027-02-01T08:00:00.000Z') });

async function editions(client: Client) {
  const { rubric } = expectData(await client.run(ReadEditions));
  return {
    current: rubric?.current.number,
    versions: rubric?.versions.map(({ number, status, effectiveFrom }) => `${number} ${status} ${effectiveFrom}`),
    hashes: rubric?.versions.map(({ contentHash }) => contentHash),
  };
}

describe('the editions of a rubric', () => {
  test('begin with the first, published on the day of the start', async () => {
    const { auditor } = await original.seed.organization({ industry: 'bikes' });
    expect(await editions(auditor)).toMatchObject({ current: 1, versions: ['1 PUBLISHED 2026-10-01'] });
  });

  test('stay as they are at a start with the same items, whatever else the plugin says', async () => {
    const { id, auditor } = await original.seed.organization({ industry: 'bikes' });
    const before = await editions(auditor);
    await original.prepare(id);
    await same.prepare(id);
    expect(await editions(auditor)).toEqual(before);
  });

  test('get a draft at a start with changed items, once, while the published stays in force', async () => {
    const { id, auditor } = await original.seed.organization({ industry: 'bikes' });
    const [published] = (await editions(auditor)).hashes ?? [];
    await changed.prepare(id);
    await changed.prepare(id);
    const { rubric, plugins } = expectData(await changed.as(auditor.key).run(ReadEditions));
    expect(rubric?.current).toEqual({ number: 1 });
    expect(rubric?.versions).toMatchObject([
      {
        number: 1,
        status: 'PUBLISHED',
        effectiveFrom: '2026-10-01',
        contentHash: published,
        composition: [{ source: 'core' }, { source: 'bikes', version: '1.0.0', items: 3 }],
      },
      {
        number: 2,
        status: 'DRAFT',
        effectiveFrom: null,
        composition: [
          { source: 'core', version: '1.0.0', items: 9 },
          { source: 'bikes', version: '1.1.0', items: 3 },
        ],
      },
    ]);
    expect(rubric?.versions[1]?.contentHash).not.toBe(published);

    const own = (items: readonly { key: string; effectiveWeight: number }[] | undefined) =>
      items?.filter(({ key }) => key.startsWith('bikes/')).map(({ key, effectiveWeight }) => [key, effectiveWeight]);
    const weighed = [
      ['bikes/repair-hours', 1.5],
      ['bikes/test-rides', 2],
      ['bikes/brake-check', 4.5],
    ];
    expect(own(rubric?.versions[0]?.items)).toEqual([
      ['bikes/repair-hours', 2],
      ['bikes/brake-check', 2],
      ['bikes/test-rides', 2],
    ]);
    expect(own(rubric?.versions[1]?.items)).toEqual(weighed);
    expect(plugins[1]).toMatchObject({ name: 'bikes', version: '1.1.0' });
    expect(own(plugins[1]?.items)).toEqual(weighed);
  });

  test('are equal by their hash where their items are', async () => {
    const one = await original.seed.organization({ industry: 'bikes' });
    const two = await changed.seed.organization({ industry: 'bikes' });
    await changed.prepare(one.id);
    await same.prepare(two.id);
    const ofOne = (await editions(one.auditor)).hashes;
    const ofTwo = (await editions(two.auditor)).hashes;
    expect(ofOne).toHaveLength(2);
    expect(ofTwo).toEqual([...(ofOne ?? [])].reverse());
  });

  test('keep the draft while the same items are loaded, and set it aside when others are', async () => {
    const { id, auditor } = await original.seed.organization({ industry: 'bikes' });
    await changed.prepare(id);
    await lighter.prepare(id);
    await lighter.prepare(id);
    const { versions, hashes } = await editions(auditor);
    expect(versions).toEqual(['1 PUBLISHED 2026-10-01', '2 RETIRED null', '3 DRAFT null']);
    expect(new Set(hashes).size).toBe(3);
  });

  test('have no draft of what is published: going back sets the draft aside, going on again makes another', async () => {
    const { id, auditor } = await original.seed.organization({ industry: 'bikes' });
    await changed.prepare(id);
    await same.prepare(id);
    expect((await editions(auditor)).versions).toEqual(['1 PUBLISHED 2026-10-01', '2 RETIRED null']);
    await changed.prepare(id);
    const { versions, hashes } = await editions(auditor);
    expect(versions).toEqual(['1 PUBLISHED 2026-10-01', '2 RETIRED null', '3 DRAFT null']);
    expect(hashes?.[2]).toBe(hashes?.[1]);
  });

  test('come once also where two servers start at the same time', async () => {
    const { id, auditor } = await original.seed.organization({ industry: 'bikes' });
    await Promise.all([changed.prepare(id), changed.prepare(id), changed.prepare(id)]);
    expect((await editions(auditor)).versions).toEqual(['1 PUBLISHED 2026-10-01', '2 DRAFT null']);
  });
});

describe('while a draft waits', () => {
  test('assessments and grades go by the published, and a simulation by the one that is named', async () => {
    const { id, assessor, manager, auditor, ...organization } = await original.seed.organization({ industry: 'bikes' });
    const { id: subject } = await organization.dealer();
    await changed.prepare(id);
    const later = {
      assessor: changed.as(assessor.key),
      manager: changed.as(manager.key),
      auditor: changed.as(auditor.key),
    };
    const grade = await publish(later.manager, await assess(later.assessor, { subject }, steady));
    expect(grade.outcome.score).toBe(77.5);
    const draft = await start(later.assessor, { subject, period: '2027-Q1' });
    expect(draft.unanswered).toEqual((await start(later.assessor, { subject, period: '2027-Q2' })).unanswered);

    const simulate = async (version?: number) => {
      const input = { rubric: 'bikes', answers: steady, ...(version !== undefined && { version }) };
      return expectData(await later.auditor.run(SimulateEdition, { input })).simulateGrade;
    };
    expect(await simulate()).toEqual({ score: 77.5, rubricVersion: { number: 1, status: 'PUBLISHED' } });
    expect(await simulate(1)).toEqual(await simulate());
    // T1 = (6 · 75 + 1.5 · 75 + 4.5 · 100) / 12 = 84.375.
    expect(await simulate(2)).toEqual({ score: 79.69, rubricVersion: { number: 2, status: 'DRAFT' } });
  });
});
