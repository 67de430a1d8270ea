import { box, core, ladder } from '../../../plugins/index.ts';
import type { Answers } from '../../../plugins/kit/grading/earned.ts';
import { compileRubric, type Rubric, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { answersOf } from '../ground/answer-pool.ts';

/** The rubric that is graded by where it takes no more than one: nine items of the core and sixteen of its own. */
export const industry = 'fmcg';

export function industryRubric(): Rubric {
  return compileRubric(rubricContent(core, ladder, box[industry] ?? null));
}

export const answerSets = (rubric: Rubric, count: number): Answers[] =>
  Array.from({ length: count }, (_, n) => answersOf(rubric, n));

/** Answers as a client sends them. */
export const asInputs = (answers: Answers) =>
  Object.entries(answers).map(([item, { evidence = [], note: _, ...value }]) => ({ item, value, evidence }));
