import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseTraits } from '../../api/conflicts/case.queries.ts';
import { likenessOf, mostAlike } from '../../api/conflicts/precedents.rules.ts';
import { conflictCauses, conflictStructures, conflictSubjects } from '../../db/tables/conflicts.ts';

const points = { subject: 40, structure: 20, causes: 40 };
const asked: CaseTraits = { id: 'asked', subject: 'PRICE', structure: 'HORIZONTAL', causes: ['COMPETITION', 'OTHER'] };
const like = (change: Partial<CaseTraits>): CaseTraits => ({ ...asked, id: 'other', ...change });

describe('likenessOf', () => {
  test.each([
    ['all is the same', {}, 100],
    ['causes stand in another order', { causes: ['OTHER', 'COMPETITION'] }, 100],
    ['another subject', { subject: 'SERVICE' }, 60],
    ['another structure', { structure: 'VERTICAL' }, 80],
    ['causes alone', { subject: 'SERVICE', structure: 'MULTI_CHANNEL' }, 40],
    ['no cause in common', { causes: ['ROLE_AMBIGUITY'] }, 60],
    ['one cause of two', { causes: ['COMPETITION'] }, 80],
    ['two causes of three', { causes: ['COMPETITION', 'OTHER', 'ROLE_AMBIGUITY'] }, 86.67],
    ['one cause of three', { causes: ['OTHER', 'ROLE_AMBIGUITY'] }, 73.33],
    ['two causes of seven', { causes: [...conflictCauses] }, 71.43],
    ['subject alone', { structure: 'VERTICAL', causes: ['ROLE_AMBIGUITY'] }, 40],
    ['structure alone', { subject: 'OTHER', causes: ['ROLE_AMBIGUITY'] }, 20],
    ['nothing', { subject: 'OTHER', structure: 'VERTICAL', causes: ['ROLE_AMBIGUITY'] }, 0],
  ] satisfies [string, Partial<CaseTraits>, number][])('where of the two %s', (_, change, expected) => {
    expect(likenessOf(asked, like(change), points)).toBe(expected);
  });

  test('counts by the points that it is given', () => {
    const given = { subject: 1, structure: 0.5, causes: 0.1 };
    expect(likenessOf(asked, like({}), given)).toBe(1.6);
    expect(likenessOf(asked, like({ structure: 'VERTICAL', causes: ['OTHER'] }), given)).toBe(1.05);
    expect(likenessOf(asked, like({ subject: 'OTHER', causes: ['OTHER'] }), { ...given, causes: 0.01 })).toBe(0.51);
  });
});

describe('mostAlike', () => {
  const [same, near, far, none] = [
    like({ id: 'same' }),
    like({ id: 'near', causes: ['OTHER'] }),
    like({ id: 'far', subject: 'SERVICE', causes: ['GOAL_MISALIGNMENT'] }),
    like({ id: 'none', subject: 'SERVICE', structure: 'VERTICAL', causes: ['GOAL_MISALIGNMENT'] }),
  ];

  test('gives the best first, neither itself nor those with nothing in common, and no more than asked', () => {
    const others = [none, far, asked, near, same];
    const ranked = [
      { id: 'same', likeness: 100 },
      { id: 'near', likeness: 80 },
      { id: 'far', likeness: 20 },
    ];
    for (const first of [1, 2, 3, 100]) {
      expect(mostAlike(asked, others, first, points)).toEqual(ranked.slice(0, first));
    }
    expect(mostAlike(asked, [], 5, points)).toEqual([]);
    expect(mostAlike(asked, [asked, none], 5, points)).toEqual([]);
  });

  test('leaves equal ones as they stand', () => {
    const others = [like({ id: 'b' }), near, like({ id: 'a' }), like({ id: 'c', causes: ['COMPETITION'] })];
    expect(mostAlike(asked, others, 4, points).map(({ id }) => id)).toEqual(['b', 'a', 'near', 'c']);
    expect(mostAlike(asked, others.toReversed(), 4, points).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'near']);
  });
});

describe('whatever the cases are', () => {
  const traits = (id: string) =>
    fc.record({
      id: fc.constant(id),
      subject: fc.constantFrom(...conflictSubjects),
      structure: fc.constantFrom(...conflictStructures),
      causes: fc.uniqueArray(fc.constantFrom(...conflictCauses), { minLength: 1 }),
    });

  /** In hundredths, by whole numbers alone: ⌊(2·100·points + all) / 2·all⌋, with one bit for each cause. */
  function hundredths(one: CaseTraits, other: CaseTraits): number {
    const bits = (causes: readonly string[]) =>
      conflictCauses.reduce((set, cause, at) => set + (causes.includes(cause) ? 2n ** BigInt(at) : 0n), 0n);
    const size = (set: bigint) => BigInt(set.toString(2).replaceAll('0', '').length);
    const [mine, theirs] = [bits(one.causes), bits(other.causes)];
    const [common, all] = [size(mine & theirs), size(mine | theirs)];
    const subject = one.subject === other.subject ? 40n : 0n;
    const structure = one.structure === other.structure ? 20n : 0n;
    const whole = 100n * ((subject + structure) * all + 40n * common);
    return Number((2n * whole + all) / (2n * all));
  }

  test('likeness is what whole numbers make of it, both ways the same', () => {
    fc.assert(
      fc.property(traits('one'), traits('other'), (one, other) => {
        const likeness = likenessOf(one, other, points);
        expect(likeness).toBe(hundredths(one, other) / 100);
        expect(likenessOf(other, one, points)).toBe(likeness);
        expect(likenessOf(one, one, points)).toBe(100);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the most alike are the first of all that have anything in common, by likeness and then by place', () => {
    const cases = fc
      .integer({ min: 1, max: 40 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => traits(`${at}`))));
    fc.assert(
      fc.property(cases, fc.nat(100), fc.integer({ min: 1, max: 100 }), (all, pick, first) => {
        const one = all[pick % all.length] ?? all[0];
        if (!one) return;
        const ranked: { id: string; likeness: number }[] = [];
        const others = all.filter((other) => other !== one).map((other) => ({ other, of: hundredths(one, other) }));
        for (const likeness of [...new Set(others.map(({ of }) => of))].sort((less, more) => more - less)) {
          const equal = others.filter(({ of }) => of === likeness && of > 0);
          ranked.push(...equal.map(({ other: { id } }) => ({ id, likeness: likeness / 100 })));
        }
        expect(mostAlike(one, all, first, points)).toEqual(ranked.slice(0, first));
      }),
      { numRuns: 100 },
    );
  });
});
