import type pg from 'pg';
import { demoAnswers } from '../../../api/demo/answers.rules.ts';
import { readAnswers } from '../../../api/grading/answers.rules.ts';
import type { Standing } from '../../../db/seed/shape.ts';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import { compileRubric, type Rubric, type RubricContent } from '../../../plugins/kit/grading/rubric.ts';

export const poolSize = 400;

export interface Pool {
  readonly industries: readonly string[];
}

const standings: readonly Standing[] = ['good', 'excellent', 'poor', 'outstanding', 'good'];
const redLinesBroken = 9;

interface PublishedRubric {
  readonly key: string;
  readonly content: RubricContent;
}

const published = `
  select r.key, v.content from rubrics r
  join rubric_versions v on v.organization_id = r.organization_id and v.rubric_id = r.id and v.status = 'PUBLISHED'
  where r.organization_id = $1 order by r.key`;

/** Sets of answers as they are in the demo, one in nine of them with a broken red line. */
export function answersOf(rubric: Rubric, n: number) {
  const items = rubric.content.items;
  const broken = n % redLinesBroken === 0 ? items.filter(({ redLine }) => redLine !== null)[n % 3] : undefined;
  const except = broken ? { [broken.key]: 'worst' as const } : {};
  const standing = standings[n % standings.length] ?? 'good';
  const seed = { of: `bench-${n}`, kind: 'MANAGER', standing, state: 'PUBLISHED', except } as const;
  return readAnswers(rubric, demoAnswers(items, seed, '2026-Q3'), 'GRADING_ITEM_UNKNOWN').answers;
}

/** Real answers and what our own rules make of them, in a table of this connection: `answer_pool`. */
export async function answerPool(client: pg.ClientBase, organizationId: string): Promise<Pool> {
  const { rows } = await client.query<PublishedRubric>(published, [organizationId]);
  await client.query(`drop table if exists answer_pool`);
  await client.query(`create temp table answer_pool (
    industry text, draw int, answers text, outcome text, tier_code text, score numeric, primary key (industry, draw))`);
  for (const { key, content } of rows) {
    const rubric = compileRubric(content);
    const graded = Array.from({ length: poolSize }, (_, draw) => {
      const answers = answersOf(rubric, draw);
      const outcome = grade(rubric, answers);
      return { draw, answers: JSON.stringify(answers), outcome: JSON.stringify(outcome), ...tierAndScore(outcome) };
    });
    await client.query(
      `insert into answer_pool select $1, (e->>'draw')::int, e->>'answers', e->>'outcome', e->>'tierCode', (e->>'score')::numeric
       from jsonb_array_elements($2::jsonb) e`,
      [key, JSON.stringify(graded)],
    );
  }
  await client.query('analyze answer_pool');
  return { industries: rows.map(({ key }) => key) };
}

const tierAndScore = ({ tier, score }: ReturnType<typeof grade>) => ({ tierCode: tier ?? 'BELOW_STANDARD', score });
