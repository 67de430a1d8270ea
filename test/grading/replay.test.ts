import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { grades } from '../../db/tables/grading.ts';
import { rubricVersions } from '../../db/tables/rubrics.ts';
import type { Answers } from '../../plugins/kit/grading/earned.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';
import { compileRubric, contentHash, type RubricContent } from '../../plugins/kit/grading/rubric.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { bikes, brakeless, modest, scale, steady, steadyBut } from './bikes.ts';
import { assess, publish } from './steps.ts';

/** The same trade a season later: an item weighs more, and one has come. */
const nextSeason: PluginDefinition = {
  ...bikes,
  version: '2.0.0',
  items: {
    ...bikes.items,
    'loan-bikes': { tier: 'GOOD', dimension: 'CONTENT', weight: 4, label: bikes.label, measure: scale },
  },
};

/** All that a grade keeps, and nothing of what is loaded now. */
const kept = ({ database }: TestApi, organizationId: string) =>
  database.asOwner((owner) =>
    owner.run((db) =>
      db
        .select({
          outcome: sql<string>`${grades.outcome}::text`,
          answers: grades.answers,
          hash: grades.contentHash,
          composition: grades.composition,
          content: rubricVersions.content,
        })
        .from(grades)
        .innerJoin(rubricVersions, eq(rubricVersions.id, grades.rubricVersionId))
        .where(eq(grades.organizationId, organizationId))
        .orderBy(grades.id),
    ),
  );

const regraded = (row: Awaited<ReturnType<typeof kept>>[number]): string =>
  JSON.stringify(grade(compileRubric(row.content as RubricContent), row.answers as Answers));

const notApplicable = { notApplicable: 'Sells, and repairs nothing.' };
const unproven = steadyBut(
  { item: 'bikes/repair-hours', value: { metric: '23.999999' } },
  { item: 'core/store-layout', value: notApplicable },
);

describe('a grade, replayed from what it keeps', () => {
  test('gives the same bytes, also after the plugin’s items changed', async () => {
    const before = await createTestApi({ plugins: [bikes] });
    const after = await createTestApi({ plugins: [nextSeason] });
    const { id, assessor, manager, ...organization } = await before.seed.organization({ industry: 'bikes' });
    const answered = [steady, modest, brakeless, unproven];
    const submitted = [];
    for (const [index, answers] of answered.entries()) {
      const { id: subject } = await organization.dealer();
      submitted.push(await assess(assessor, { subject, period: `2026-Q${index + 1}` }, answers));
    }
    for (const assessment of submitted.slice(0, 3)) await publish(manager, assessment);
    const rows = await kept(before, id);
    expect(rows.map(({ outcome }) => JSON.parse(outcome).tier)).toEqual(['OUTSTANDING', 'GOOD', null]);
    for (const row of rows) {
      expect(regraded(row)).toBe(row.outcome);
      expect(contentHash(row.content as RubricContent)).toBe(row.hash);
    }

    await after.prepare(id);
    const laterManager = after.as(manager.key);
    const [, , , last] = submitted;
    if (last) await publish(laterManager, last);
    const later = await kept(after, id);
    expect(later.slice(0, 3)).toEqual(rows);
    expect(later).toHaveLength(4);
    for (const row of later) {
      expect(regraded(row)).toBe(row.outcome);
      expect(row.composition).toEqual([
        { source: 'core', version: '1.0.0', items: 9 },
        { source: 'bikes', version: '1.0.0', items: 3 },
      ]);
    }
  });
});
