import type { PluginDefinition } from '../definition.ts';
import type { Answer, Answers } from '../grading/earned.ts';
import { grade, type Outcome } from '../grading/grade.ts';
import type { Rubric } from '../grading/rubric.ts';
import { runScores, type Scoring } from '../grading/scores.ts';
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
        remedy: {
          en: 'Return a number in these bounds, and note only messages of the item.',
          zhHans: '请返回此范围内的数，并且只记录该项目的 messages。',
        },
      });
  });
  return { answers: all, misses };
}

/** Grades by the rules that the server grades by. */
export const graded = (tested: Tested, answers: Answers): Outcome =>
  grade(tested.rubric, scored(tested, answers).answers);
