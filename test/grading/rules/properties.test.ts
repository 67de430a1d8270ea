import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import { compileRubric, type RubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { passes, rankOf, tierScores } from './by-hand.ts';
import { type Answered, answeredItems, answersOf, rubricOf, topOf } from './generated.ts';
import { ladder } from './rubrics.ts';

const outcomeOf = (items: readonly Answered[]) => grade(rubricOf(items), answersOf(items));

const reversedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversedKeys(inner)]),
  );
};

const holds = (property: (items: Answered[]) => void, runs = 250) =>
  fc.assert(fc.property(answeredItems(14), property), { numRuns: runs });

describe('whatever the rubric and the answers', { timeout: 60_000 }, () => {
  test('a replay from what was stored is equal to the byte', () => {
    holds((items) => {
      const rubric = rubricOf(items);
      const first = JSON.stringify(grade(rubric, answersOf(items)));
      const stored = reversedKeys(JSON.parse(JSON.stringify(rubric.content))) as RubricContent;
      const answers = reversedKeys(JSON.parse(JSON.stringify(answersOf(items))));
      expect(JSON.stringify(grade(compileRubric(stored), answers as ReturnType<typeof answersOf>))).toBe(first);
    });
  });

  test('the order of items and of answers does not matter', () => {
    holds((items) => {
      expect(outcomeOf(items.toReversed())).toEqual(outcomeOf(items));
    });
  });

  test('scores, gates and tier are those counted by hand', () => {
    holds((items) => {
      const outcome = outcomeOf(items);
      const gates = ladder.tiers.map((_, index) => passes(items, index + 1));
      expect(outcome.gates.map(({ passed }) => passed)).toEqual(gates);
      expect(rankOf(outcome.tier)).toBe([...gates, false].indexOf(false));
      outcome.gates.forEach((gate, index) => {
        const exact = tierScores(items, index + 1).map(([total, of]) => (of === 0 ? 0 : halfUp(total, of * 60)));
        expect([gate.score, gate.coreScore]).toEqual(exact);
      });
    });
  });

  test('all scores stay within 0 and 100', () => {
    holds((items) => {
      const { score, gates, dimensions, shortfalls, nextTier } = outcomeOf(items);
      const all = [
        score,
        ...gates.flatMap((gate) => [gate.score, gate.coreScore]),
        ...dimensions.map((dimension) => dimension.score),
        ...shortfalls.map(({ earned }) => earned),
        ...(nextTier?.steps.flatMap(({ fromEarned, toEarned }) => [fromEarned, toEarned]) ?? []),
        nextTier?.deficit ?? 0,
      ];
      expect(all.filter((value) => !(value >= 0 && value <= 100))).toEqual([]);
    });
  });

  test('a better answer lowers neither a score nor the tier', () => {
    fc.assert(
      fc.property(answeredItems(14), fc.nat(), fc.boolean(), (items, chosen, prove) => {
        const better = items.map((item, index) => {
          if (index !== chosen % items.length) return item;
          return prove ? { ...item, proven: true } : { ...item, level: Math.min(item.level + 1, topOf(item)) };
        });
        const [before, after] = [outcomeOf(items), outcomeOf(better)];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(rankOf(after.tier)).toBeGreaterThanOrEqual(rankOf(before.tier));
        after.gates.forEach((gate, index) => {
          expect(gate.score).toBeGreaterThanOrEqual(before.gates[index]?.score ?? 100);
          expect(gate.coreScore).toBeGreaterThanOrEqual(before.gates[index]?.coreScore ?? 100);
        });
      }),
      { numRuns: 250 },
    );
  });

  test('a red line never raises a tier, and moves no score', () => {
    holds((items) => {
      const lineless = items.map((item) => {
        const { redLine: _, ...definition } = item.definition;
        return { ...item, definition };
      });
      const [withLines, without] = [outcomeOf(items), outcomeOf(lineless)];
      expect(rankOf(withLines.tier)).toBeLessThanOrEqual(rankOf(without.tier));
      expect(withLines.score).toBe(without.score);
    });
  });

  test('the arguments stay as they were', () => {
    holds((items) => {
      const [rubric, answers] = [rubricOf(items), answersOf(items)];
      const before = JSON.stringify([rubric.content, answers]);
      grade(rubric, answers);
      expect(JSON.stringify([rubric.content, answers])).toBe(before);
    }, 100);
  });
});

const halfUp = (numerator: number, denominator: number): number => {
  const [n, d] = [BigInt(numerator) * 1000n, BigInt(denominator)];
  const thousandths = n / d;
  return Number((thousandths + 5n) / 10n) / 100;
};
