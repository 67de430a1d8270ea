import { describe, expect, test } from 'vitest';
import type { RubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { compileRubric, contentHash, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { core, coreKeys, install24h, item, ladder, plugin, rubricWith, text } from './rubrics.ts';

const contentOf = (...given: Parameters<typeof plugin>) => rubricContent(core, ladder, plugin(...given));

describe('merging', () => {
  test('puts the core items first and the plugin’s after them, as declared', () => {
    const { items } = contentOf({ zebra: item(), ape: item() }, 'zoo');
    expect(items.map(({ key }) => key)).toEqual([...coreKeys, 'zoo/zebra', 'zoo/ape']);
    expect(items.at(-1)?.source).toBe('zoo');
  });

  test('needs no plugin', () => {
    expect(rubricContent(core, ladder, null).items.map(({ key }) => key)).toEqual(coreKeys);
  });

  test('freezes numbers as text and every default', () => {
    const { items } = contentOf({ a: { ...install24h, weight: 2.5, redLine: { below: '30.0' } } });
    expect(items.at(-1)).toEqual({
      key: 'own/a',
      source: 'own',
      tier: 'GOOD',
      dimension: 'QUALITY',
      label: text('item'),
      guidance: null,
      weight: '2.5',
      measure: {
        kind: 'metric',
        unit: '%',
        better: 'HIGHER',
        bands: [
          ['95', '100'],
          ['90', '85'],
          ['80', '60'],
          ['60', '30'],
        ],
      },
      redLine: { below: '30', capsAt: null },
      evidenceRequired: false,
      stepCost: 1,
    });
  });

  test.each([
    ['GOOD', undefined, null],
    ['EXCELLENT', undefined, 'GOOD'],
    ['OUTSTANDING', undefined, 'EXCELLENT'],
    ['OUTSTANDING', 'GOOD', 'GOOD'],
    ['OUTSTANDING', null, null],
  ] as const)('a red line of a %s item that names %s caps at %s', (tier, capsAt, cap) => {
    const redLine = capsAt === undefined ? { below: 50 } : { below: 50, capsAt };
    expect(contentOf({ a: item({ tier, redLine }) }).items.at(-1)?.redLine?.capsAt).toBe(cap);
  });

  test('lets a plugin’s requirement of a class stand before core’s', () => {
    const own = { ...plugin({}), tierRequirements: { B: { tier: 'GOOD' as const, duties: [text('duty')] } } };
    expect(rubricContent(core, ladder, own).requirements).toEqual({
      ...core.tierRequirements,
      B: { tier: 'GOOD', duties: [text('duty')] },
    });
  });

  test('refuses a class of which nothing is required', () => {
    const { tierRequirements: _, ...bare } = core;
    expect(() => rubricContent(bare, ladder, null)).toThrow('No tier is required of class A.');
  });
});

describe('the content’s hash', () => {
  test('is equal for equal content, whatever the order of keys and however a number is written', () => {
    const content = contentOf({ a: item({ weight: 1 }) });
    const same = contentOf({ a: item({ weight: '1.00' }) });
    const reordered = Object.fromEntries(Object.entries(same).reverse()) as unknown as RubricContent;
    expect(contentHash(reordered)).toBe(contentHash(content));
    expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('differs with a label, a weight or the order of items', () => {
    const all = [
      contentOf({ a: item(), b: item() }),
      contentOf({ b: item(), a: item() }),
      contentOf({ a: item({ weight: 2 }), b: item() }),
      contentOf({ a: item({ label: text('other') }), b: item() }),
    ];
    expect(new Set(all.map(contentHash)).size).toBe(all.length);
  });
});

describe('effective weights', () => {
  const weigh = (...weights: (number | string)[]) => {
    const names = weights.map((weight, index) => [`i${index}`, item({ weight })] as const);
    const rubric = rubricWith(Object.fromEntries(names));
    return names.map(([name]) => rubric.item(`own/${name}`)?.effectiveWeight);
  };

  test.each([
    [
      [2, 4],
      [2, 4],
    ],
    [
      [2, 4.5],
      [1.85, 4.15],
    ],
    [
      [5, 5],
      [3, 3],
    ],
    [
      ['0.000001', '0.000002'],
      [0, 0],
    ],
    [
      [1, 2, 9],
      [0.5, 1, 4.5],
    ],
  ])('declared %j beside core’s 6 weigh %j', (declared, effective) => {
    expect(weigh(...declared)).toEqual(effective);
  });

  test('leave the core items and the other tiers as declared', () => {
    const rubric = rubricWith({ a: item({ weight: 30 }), b: item({ weight: 6, tier: 'EXCELLENT' }) });
    expect(rubric.items.map(({ effectiveWeight }) => effectiveWeight)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 6, 6]);
  });

  test('are not scaled in a tier without core items', () => {
    const good = Object.fromEntries(Object.entries(core.items).filter(([, { tier }]) => tier === 'GOOD'));
    const own = plugin({ a: item({ tier: 'EXCELLENT', weight: 40 }), b: item({ tier: 'OUTSTANDING', weight: 7 }) });
    const rubric = compileRubric(rubricContent({ ...core, items: good }, ladder, own));
    expect(rubric.item('own/a')?.effectiveWeight).toBe(40);
    expect(rubric.item('own/b')?.effectiveWeight).toBe(7);
  });
});

describe('a compiled rubric', () => {
  const rubric = rubricWith({ a: item({ tier: 'OUTSTANDING' }) });

  test('finds items and tiers', () => {
    expect(rubric.item('own/a')?.tierRank).toBe(3);
    expect(rubric.tier('EXCELLENT')?.rank).toBe(2);
    expect(rubric.item('constructor')).toBeUndefined();
  });

  const broken = (change: object) => {
    const content = contentOf({ a: install24h });
    return { ...content, items: [...content.items.slice(0, -1), { ...content.items.at(-1), ...change }] };
  };
  const metricOf = (bands: [string, string][]) => ({
    measure: { kind: 'metric', unit: '%', better: 'HIGHER', bands },
  });

  test.each([
    ['a weight of nothing', { weight: '0' }, 'The weight of item own/a is not above 0.'],
    ['a weight that is no number', { weight: 'heavy' }, 'A rubric\'s number reads "heavy", which is no decimal.'],
    ['a tier off the ladder', { tier: 'SUPERB' }, 'Tier SUPERB is not on the ladder.'],
    ['a key used twice', { key: 'core/parts-delivery' }, 'Two items of a rubric have the same key.'],
    ['a step that costs nothing', { stepCost: 0 }, 'The step cost of item own/a is no whole number above 0.'],
    ['no bands', metricOf([]), 'The bands of item own/a are not listed best first.'],
    [
      'bands worst first',
      metricOf([
        ['80', '60'],
        ['90', '85'],
      ]),
      'The bands of item own/a are not listed best first.',
    ],
    [
      'a worse band that earns more',
      metricOf([
        ['90', '50'],
        ['80', '60'],
      ]),
      'The bands of item own/a are not listed',
    ],
    ['a band beyond 100', metricOf([['90', '100.5']]), 'A band of item own/a earns more than 100.'],
    ['one anchor', { measure: { kind: 'rating', anchors: [text('all')] } }, 'has fewer than two anchors.'],
  ])('is refused for %s', (_, change, sentence) => {
    expect(() => compileRubric(broken(change) as RubricContent)).toThrow(sentence);
  });

  test('is refused where the tiers’ shares do not sum to 1', () => {
    const uneven = { ...ladder, tiers: ladder.tiers.map((tier) => ({ ...tier, mix: '0.3' })) };
    expect(() => compileRubric(rubricContent(core, uneven, null))).toThrow('do not sum to 1.');
  });
});
