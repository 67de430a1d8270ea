import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, coreItems } from './bikes.ts';

const ReadRubric = graphql(`
  query ReadRubric($key: String!) {
    rubric(key: $key) {
      id
      key
      label
      direction
      industry { key }
      current {
        id
        number
        status
        effectiveFrom
        contentHash
        rubric { key }
        tiers { code rank label threshold }
        composition { source version items }
        items { key }
      }
      versions { number status }
    }
  }
`);

const ReadRubricItems = graphql(`
  query ReadRubricItems($key: String!, $tier: String, $source: String) {
    rubric(key: $key) {
      current {
        items(tier: $tier, source: $source) {
          key
          source
          tier { code }
          dimension
          label
          guidance
          weight
          effectiveWeight
          measure {
            __typename
            ... on RatingMeasure { anchors }
            ... on YesNoMeasure { question }
            ... on MetricMeasure { unit better bands { from earns } }
          }
          redLine { below capsAt { code } }
          evidenceRequired
          stepCost
        }
      }
    }
  }
`);

const ReadRubricNodes = graphql(`
  query ReadRubricNodes($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on RubricVersion { number } }
  }
`);

const { seed } = await createTestApi({ plugins: [bikes], now: () => new Date('2026-10-01T23:59:59.999Z') });

describe('a rubric', () => {
  test('has its edition in force, made of the core and the plugin', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    expect(expectData(await auditor.run(ReadRubric, { key: 'bikes' })).rubric).toEqual({
      id: expect.any(String),
      key: 'bikes',
      label: 'Bicycles',
      direction: 'DEALER_PROVIDES',
      industry: { key: 'bikes' },
      current: {
        id: expect.any(String),
        number: 1,
        status: 'PUBLISHED',
        effectiveFrom: '2026-10-01',
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        rubric: { key: 'bikes' },
        tiers: [
          { code: 'GOOD', rank: 1, label: 'Good service', threshold: 70 },
          { code: 'EXCELLENT', rank: 2, label: 'Excellent service', threshold: 70 },
          { code: 'OUTSTANDING', rank: 3, label: 'Outstanding service', threshold: 75 },
        ],
        composition: [
          { source: 'core', version: '1.0.0', items: 9 },
          { source: 'bikes', version: '1.0.0', items: 3 },
        ],
        items: [...coreItems, 'bikes/repair-hours', 'bikes/brake-check', 'bikes/test-rides'].map((key) => ({ key })),
      },
      versions: [{ number: 1, status: 'PUBLISHED' }],
    });
  });

  test('is one organization’s own, with equal content for equal items', async () => {
    const [one, two] = [await seed.organization(), await seed.organization()];
    const ofOne = expectData(await one.auditor.run(ReadRubric, { key: 'bikes' })).rubric;
    const ofTwo = expectData(await two.auditor.run(ReadRubric, { key: 'bikes' })).rubric;
    const ids = [ofOne?.id ?? '', ofOne?.current.id ?? ''];
    expect(ofOne?.current.contentHash).toBe(ofTwo?.current.contentHash);
    expect(ids).not.toContain(ofTwo?.id);
    expect(ids).not.toContain(ofTwo?.current.id);
    expect(expectData(await one.auditor.run(ReadRubricNodes, { ids })).nodes).toEqual([
      { __typename: 'Rubric', id: ids[0] },
      { __typename: 'RubricVersion', id: ids[1], number: 1 },
    ]);
    expect(expectData(await two.auditor.run(ReadRubricNodes, { ids })).nodes).toEqual([null, null]);
  });

  test('that is not there is null', async () => {
    const { auditor } = await seed.organization();
    for (const key of ['', 'boats', 'core', 'BIKES']) {
      expect(expectData(await auditor.run(ReadRubric, { key })).rubric).toBeNull();
    }
  });
});

describe('its items', () => {
  test('show all that a client needs to ask for an answer', async () => {
    const { auditor } = await seed.organization();
    const { rubric } = expectData(
      await auditor.run(ReadRubricItems, { key: 'bikes', source: 'bikes' }, { 'accept-language': 'zh-Hans' }),
    );
    const common = { source: 'bikes', guidance: null, weight: 2, effectiveWeight: 2, stepCost: 1 };
    expect(rubric?.current.items).toEqual([
      {
        ...common,
        key: 'bikes/repair-hours',
        tier: { code: 'GOOD' },
        dimension: 'QUALITY',
        label: '维修时长',
        measure: {
          __typename: 'MetricMeasure',
          unit: 'h',
          better: 'LOWER',
          bands: [
            { from: '24', earns: 100 },
            { from: '48', earns: 75 },
            { from: '72', earns: 60 },
          ],
        },
        redLine: null,
        evidenceRequired: true,
      },
      {
        ...common,
        key: 'bikes/brake-check',
        tier: { code: 'GOOD' },
        dimension: 'COMPLIANCE',
        label: '刹车检查',
        measure: { __typename: 'YesNoMeasure', question: '每辆车出店前都检查刹车吗？' },
        redLine: { below: 100, capsAt: null },
        evidenceRequired: false,
      },
      {
        ...common,
        key: 'bikes/test-rides',
        tier: { code: 'EXCELLENT' },
        dimension: 'FEEDBACK',
        label: '试骑',
        measure: { __typename: 'RatingMeasure', anchors: ['没有', '偶尔', '部分达到', '达标', '超出'] },
        redLine: null,
        evidenceRequired: false,
      },
    ]);
  });

  test('are those of a tier and a source, where these are named', async () => {
    const { auditor } = await seed.organization();
    const keys = async (given: { tier?: string | null; source?: string | null }) => {
      const { rubric } = expectData(await auditor.run(ReadRubricItems, { key: 'bikes', ...given }));
      return rubric?.current.items.map(({ key }) => key);
    };
    expect(await keys({})).toHaveLength(12);
    expect(await keys({ tier: null, source: null })).toHaveLength(12);
    expect(await keys({ tier: 'EXCELLENT' })).toEqual([...coreItems.slice(3, 6), 'bikes/test-rides']);
    expect(await keys({ source: 'core' })).toEqual(coreItems);
    expect(await keys({ tier: 'OUTSTANDING', source: 'bikes' })).toEqual([]);
  });

  test('refuse a tier or source that is not known', async () => {
    const { auditor } = await seed.organization();
    const wrong = await auditor.run(ReadRubricItems, { key: 'bikes', tier: 'BELOW_STANDARD', source: 'boats' });
    expect(expectError(wrong, 'NOT_FOUND').extensions?.issues).toMatchObject([
      { code: 'NOT_FOUND', path: ['tier'] },
      { code: 'NOT_FOUND', path: ['source'] },
    ]);
  });
});
