import { tierCodes } from '../definition.ts';
import { millionths } from '../grading/decimals.ts';
import { type Answer, type Answers, levelOf } from '../grading/earned.ts';
import { grade, type Outcome } from '../grading/grade.ts';
import type { Rubric, RubricItem } from '../grading/rubric.ts';
import { alike, shown } from '../validation/wording.ts';
import { answerAt, bestAnswers, completed } from './answers.ts';
import { outcomeOf } from './case.ts';
import type { Miss } from './miss.ts';
import { graded, scored, type Tested } from './scored.ts';
import type { Subject } from './subject.ts';

/** Same answers twice, same bytes. */
export function unsteady(subject: Subject): Miss[] {
  return subject.cases.flatMap((tested): Miss[] => {
    const [first, second] = [1, 2].map(() => JSON.stringify(outcomeOf(subject, tested)));
    if (first === second) return [];
    return [
      {
        path: tested.name,
        found: { en: 'two grades of the same answers', zhHans: '相同答案得出两种评级' },
        expected: { en: 'the same bytes each time', zhHans: '每次结果逐字节相同' },
        remedy: {
          en: 'Use no clock, no chance and nothing kept from call to call.',
          zhHans: '请勿使用时钟、随机数或跨次保留的内容。',
        },
      },
    ];
  });
}

const far = '999999999999999.999999';
const absurdMetrics = [`-${far}`, '-0.000001', '0', '0.000001', '100.000001', far];

/** Every answer at its worst, at its best, and metrics where no sense is left. */
function absurd(rubric: Rubric): readonly Answers[] {
  const all = (answer: (item: RubricItem) => Answer): Answers =>
    Object.fromEntries(rubric.items.map((item) => [item.content.key, answer(item)]));
  const isMetric = ({ content }: RubricItem) => content.measure.kind === 'metric';
  return [
    bestAnswers(rubric),
    all((item) => answerAt(item, 0)),
    ...absurdMetrics.map((metric) => all((item) => (isMetric(item) ? { metric } : answerAt(item, 0)))),
  ];
}

const scoresOf = ({ score, gates, dimensions }: Outcome): readonly number[] => [
  score,
  ...gates.flatMap((gate) => [gate.score, gate.coreScore]),
  ...dimensions.map((dimension) => dimension.score),
];

/** Scores that absurd values bring out of their bounds, or answers of a case while a parameter is at its end. */
export function unbounded(subject: Subject): Miss[] {
  const told = (parameter: string, misses: readonly Miss[]): Miss[] =>
    misses.map((miss) => ({ ...miss, path: `${miss.path} (${parameter})` }));
  return [
    ...absurd(subject.rubric).flatMap((given) => outOfBounds(subject, given)),
    ...subject.extremes.flatMap(({ parameter, tested }) => {
      const given = [...absurd(tested.rubric), ...subject.cases.map(({ answers }) => completed(tested, answers))];
      return told(parameter, given.flatMap((answers) => outOfBounds(tested, answers)).slice(0, 1));
    }),
  ];
}

function outOfBounds(tested: Tested, given: Answers): Miss[] {
  const { answers, misses } = scored(tested, given);
  if (misses.length > 0) return misses;
  return scoresOf(grade(tested.rubric, answers))
    .filter((score) => !(score >= 0 && score <= 100))
    .map((score) => ({
      path: 'score',
      found: alike(shown(score)),
      expected: { en: 'a number from 0 to 100', zhHans: '0 到 100 的数' },
      remedy: { en: 'Bound what the items earn.', zhHans: '请限定各项目的得分范围。' },
    }));
}

const rank = ({ tier }: Outcome): number => (tier === null ? 0 : tierCodes.indexOf(tier) + 1);

/** A little more than a metric says, in its better direction. */
function nudged({ content: { measure } }: RubricItem, { metric }: Answer): string | undefined {
  if (measure.kind !== 'metric' || metric === undefined) return undefined;
  const nudge = Number(metric) + (measure.better === 'HIGHER' ? 1 : -1);
  return millionths(String(nudge)) === null ? undefined : String(nudge);
}

/** Better answers than this one: a level up, and where the item has a score of its own, within the level too. */
function betterThan(item: RubricItem, answer: Answer): readonly Answer[] {
  if (answer.notApplicable !== undefined) return [];
  const level = levelOf(item, answer);
  const metric = item.content.score === undefined ? undefined : nudged(item, answer);
  return [
    ...(level < item.levels.length - 1 ? [answerAt(item, level + 1)] : []),
    ...(metric === undefined ? [] : [{ ...answer, metric }]),
  ];
}

/** Answers of a case that, made better, lower its grade. */
export function lowered(subject: Subject): Miss[] {
  return subject.cases.flatMap((tested) => {
    const given = completed(subject, tested.answers);
    const before = graded(subject, given);
    return subject.rubric.items.flatMap((item) => {
      const { key } = item.content;
      return betterThan(item, given[key] ?? {}).flatMap((raised): Miss[] => {
        const after = graded(subject, { ...given, [key]: raised });
        if (rank(after) >= rank(before) && after.score >= before.score) return [];
        return [
          {
            path: `${tested.name}, ${key}`,
            found: alike(`${shown(raised)}: ${before.tier} ${before.score} → ${after.tier} ${after.score}`),
            expected: { en: 'no lower grade for a better answer', zhHans: '答案更好，评级不会更低' },
            remedy: { en: 'Let the item earn no less for more.', zhHans: '请使更好的答案得分不低于原来。' },
          },
        ];
      });
    });
  });
}

/** What grading changed in the plugin or in the answers. */
export function mutated(subject: Subject): Miss[] {
  const { definition, rubric, cases } = subject;
  const bytes = () => JSON.stringify([definition, rubric.content]);
  return cases.flatMap((tested): Miss[] => {
    const given = completed(subject, tested.answers);
    const before = [bytes(), JSON.stringify(given)];
    graded(subject, given);
    if (bytes() === before[0] && JSON.stringify(given) === before[1]) return [];
    return [
      {
        path: tested.name,
        found: { en: 'a plugin or answers changed by grading', zhHans: '评级改动了插件或答案' },
        expected: { en: 'both as they were', zhHans: '二者保持原样' },
        remedy: { en: 'Make new values instead of changing those given.', zhHans: '请生成新值，不要改动传入的值。' },
      },
    ];
  });
}
