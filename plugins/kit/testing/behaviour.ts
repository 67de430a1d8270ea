import { tierCodes } from '../definition.ts';
import type { Answer, Answers } from '../grading/earned.ts';
import { grade, type Outcome } from '../grading/grade.ts';
import type { Rubric, RubricItem } from '../grading/rubric.ts';
import { alike, shown } from '../validation/wording.ts';
import { answerAt, bestAnswers, completed } from './answers.ts';
import { outcomeOf } from './case.ts';
import type { Miss } from './miss.ts';
import type { Subject } from './subject.ts';

/** Same answers twice, same bytes. */
export function unsteady({ rubric, name, cases }: Subject): Miss[] {
  return cases.flatMap((tested): Miss[] => {
    const [first, second] = [1, 2].map(() => JSON.stringify(outcomeOf(rubric, name, tested)));
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

/** Scores that absurd values bring out of their bounds. */
export function unbounded({ rubric }: Subject): Miss[] {
  return absurd(rubric).flatMap((answers) =>
    scoresOf(grade(rubric, answers))
      .filter((score) => !(score >= 0 && score <= 100))
      .map((score) => ({
        path: 'score',
        found: alike(shown(score)),
        expected: { en: 'a number from 0 to 100', zhHans: '0 到 100 的数' },
        remedy: { en: 'Bound what the items earn.', zhHans: '请限定各项目的得分范围。' },
      })),
  );
}

const rank = ({ tier }: Outcome): number => (tier === null ? 0 : tierCodes.indexOf(tier) + 1);

/** The answer one level up, with the evidence that it wants; undefined at the top and where the item does not apply. */
function better(item: RubricItem, answer: Answer): Answer | undefined {
  const level = [...item.levels.keys()].find((at) => {
    const { rating, yes, metric } = answerAt(item, at);
    if (answer.rating !== undefined) return rating === answer.rating;
    if (answer.yes !== undefined) return yes === answer.yes;
    return metric !== undefined && answer.metric !== undefined && reaches(item, answer.metric, metric);
  });
  if (level === undefined || level === item.levels.length - 1) return undefined;
  return answerAt(item, level + 1);
}

/** Whether a band from here upwards is out of reach of the value, so that it is a better one. */
function reaches({ content: { measure } }: RubricItem, value: string, from: string): boolean {
  if (measure.kind !== 'metric') return false;
  return measure.better === 'HIGHER' ? Number(value) <= Number(from) : Number(value) >= Number(from);
}

/** Answers of a case that, made better, lower its grade. */
export function lowered({ rubric, name, cases }: Subject): Miss[] {
  return cases.flatMap((tested) => {
    const given = completed(rubric, name, tested.answers);
    const before = grade(rubric, given);
    return rubric.items.flatMap((item): Miss[] => {
      const { key } = item.content;
      const raised = better(item, given[key] ?? {});
      if (raised === undefined) return [];
      const after = grade(rubric, { ...given, [key]: raised });
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
}

/** What grading changed in the plugin or in the answers. */
export function mutated({ definition, rubric, name, cases }: Subject): Miss[] {
  const bytes = () => JSON.stringify([definition, rubric.content]);
  return cases.flatMap((tested): Miss[] => {
    const given = completed(rubric, name, tested.answers);
    const before = [bytes(), JSON.stringify(given)];
    grade(rubric, given);
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
