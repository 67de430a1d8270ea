import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../api/grading/changes.rules.ts';
import { compileRubric, contentHash, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import type { ItemDefinition, Ladder } from '../../../plugins/kit/index.ts';
import { bikes } from '../bikes.ts';
import { core, ladder } from './rubrics.ts';

const names = Object.keys(bikes.items);

/** Bicycles with some items left out, reweighed, relabelled, and in some order. */
const edition = fc
  .record({
    order: fc.shuffledSubarray(names),
    weights: fc.array(fc.constantFrom(1, 2, '2.0'), { minLength: 3, maxLength: 3 }),
    label: fc.constantFrom('Rides', 'Test rides'),
    tier: fc.constantFrom('GOOD', 'EXCELLENT' as const),
    threshold: fc.constantFrom(70, '70.0', 71),
    duties: fc.constantFrom(0, 1),
  })
  .map(({ order, weights, label, tier, threshold, duties }) => {
    const items = order.map((name) => {
      const item = bikes.items[name] as ItemDefinition;
      return [name, { ...item, tier, weight: weights[names.indexOf(name)] ?? 1, label: { en: label, zhHans: '试骑' } }];
    });
    const [first, ...rest] = ladder.tiers;
    const own: Ladder = { ...ladder, tiers: [{ ...(first as Ladder['tiers'][0]), threshold }, ...rest] };
    const tierRequirements = { C: { tier: 'GOOD' as const, duties: Array(duties).fill(bikes.label) } };
    return compileRubric(rubricContent(core, own, { ...bikes, items: Object.fromEntries(items), tierRequirements }));
  });

const sizes = ({ reordered, ...lists }: ReturnType<typeof changesBetween>) =>
  Object.values(lists).reduce((sum, list) => sum + list.length, 0) + Number(reordered);

describe('the changes between two editions', () => {
  test('are none exactly where their contents are equal', () => {
    fc.assert(
      fc.property(edition, edition, (from, to) => {
        expect(sizes(changesBetween(from, to)) === 0).toBe(contentHash(from.content) === contentHash(to.content));
      }),
    );
  });

  test('hold every item once: kept, changed, added or removed', () => {
    fc.assert(
      fc.property(edition, edition, (from, to) => {
        const { added, removed, changed } = changesBetween(from, to);
        const keys = [...added, ...removed, ...changed.map((change) => change.to)].map(({ content }) => content.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(to.items.length - added.length).toBe(from.items.length - removed.length);
        for (const { aspects } of changed) expect(aspects.length).toBeGreaterThan(0);
      }),
    );
  });

  test('do not see in which order a database gave its keys', () => {
    const rubric = compileRubric(rubricContent(core, ladder, bikes));
    const turned = JSON.parse(JSON.stringify(rubric.content), (_, value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(sizes(changesBetween(rubric, compileRubric(turned)))).toBe(0);
  });

  test('tell thresholds, shares and marks that were set otherwise', () => {
    const [first, second, third] = ladder.tiers as [Ladder['tiers'][0], Ladder['tiers'][0], Ladder['tiers'][0]];
    const tiers = [{ ...first, mix: '0.4' }, { ...second, mix: '0.4', threshold: 65 }, third];
    const other = rubricContent(core, { ...ladder, tiers, coreFloor: 12, mark: 80 }, bikes);
    const changes = changesBetween(compileRubric(rubricContent(core, ladder, bikes)), compileRubric(other));
    expect(changes.tiers.map(({ from, to }) => [from?.content.threshold, to?.content.threshold])).toEqual([
      ['70', '70'],
      ['70', '65'],
    ]);
    expect(changes.marks).toEqual([
      { mark: 'CORE_FLOOR', from: '10', to: '12' },
      { mark: 'SHORTFALL', from: '75', to: '80' },
    ]);
    expect(changes.changed).toEqual([]);
  });
});
