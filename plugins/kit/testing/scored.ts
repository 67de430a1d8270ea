import type { PluginDefinition, Text } from '../definition.ts';
import type { Answer, Answers } from '../grading/earned.ts';
import { grade, type Outcome } from '../grading/grade.ts';
import type { Rubric } from '../grading/rubric.ts';
import { runScores, type ScoreFailure, type Scoring } from '../grading/scores.ts';
import { alike, inside, shown } from '../validation/wording.ts';
import type { Miss } from './miss.ts';

/** A plugin on the core's ground, as every server grades by it. */
export type Tested = { readonly name: string; readonly definition: PluginDefinition; readonly rubric: Rubric };

function scoringsOf({ definition, rubric }: Tested, answers: Answers): Scoring[] {
  return rubric.scored.flatMap((item): Scoring[] => {
    const { key, source } = item.content;
    const [answer, score] = [answers[key], definition.items[key.slice(source.length + 1)]?.score];
    if (answer === undefined || answer.notApplicable !== undefined || score === undefined) return [];
    return [{ item, answer, score }];
  });
}

const remedies: Readonly<Record<ScoreFailure['reason'], Text>> = {
  THREW: { en: 'Correct what throws for that answer.', zhHans: '请更正处理该答案时抛出异常之处。' },
  NOT_A_NUMBER: {
    en: 'Return a finite number; a parameter that the item does not declare, or a fact that its measure does not give, makes none.',
    zhHans: '请返回有限的数；引用未声明的参数或度量方式不提供的内容得不到数。',
  },
  OUT_OF_RANGE: {
    en: 'Bound it: Math.min(100, Math.max(0, …)).',
    zhHans: '请限定范围：Math.min(100, Math.max(0, …))。',
  },
  NOTE_INVALID: {
    en: 'Note only messages of the item, at most 10, each with every name that stands in its {braces}.',
    zhHans: '只能记录该项目的 messages，最多 10 条，并给出花括号中的每个名称。',
  },
  OUT_OF_TIME: { en: 'Look for the loop that does not end.', zhHans: '请检查不会结束的循环。' },
};

/** The answers with what the items' own scores say of them, and what is wrong with what they say. */
export function scored(tested: Tested, answers: Answers): { readonly answers: Answers; readonly misses: Miss[] } {
  const scorings = scoringsOf(tested, answers);
  const all: Record<string, Answer> = { ...answers };
  const misses: Miss[] = [];
  runScores(tested.rubric, scorings).forEach((said, at) => {
    const { item, answer } = scorings[at] as Scoring;
    const { key, source } = item.content;
    if ('earned' in said) all[key] = { ...answer, scored: said };
    else
      misses.push({
        path: `${inside('items', key.slice(source.length + 1))}.score`,
        found: alike(`${said.reason} ${said.detail} ← ${shown(answer)}`),
        expected: { en: 'a number from 0 to 100 for every answer', zhHans: '对每个答案都返回 0 到 100 的数' },
        remedy: remedies[said.reason],
      });
  });
  return { answers: all, misses };
}

/** Grades by the rules that the server grades by. */
export const graded = (tested: Tested, answers: Answers): Outcome =>
  grade(tested.rubric, scored(tested, answers).answers);
