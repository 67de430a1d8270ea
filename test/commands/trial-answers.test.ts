import { expect, test } from 'vitest';
import { drawnAnswers } from '../../api/commands/trial/answers.rules.ts';
import { readAnswers } from '../../api/grading/answers.rules.ts';
import { loadedRubric } from '../../api/grading/editions.loaders.ts';
import { installPlugins } from '../../api/installed-plugins.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';

const plugins = await installPlugins(['lottery'], process.cwd());

test('the answers drawn are without fault, in every tier, and now and then not proven or not applicable', () => {
  const { rubric } = loadedRubric(plugins, plugins.byIndustry('lottery') ?? null);
  const tiers = new Map<string, number>();
  const drawn = Array.from({ length: 400 }, (_, at) => drawnAnswers(rubric.content.items, 'S', `${at}`));
  for (const inputs of drawn) {
    const { answers, faults } = readAnswers(rubric, inputs, 'NOT_FOUND');
    expect(faults).toEqual([]);
    const tier = grade(rubric, answers).tier ?? 'BELOW_STANDARD';
    tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
  }
  expect([...tiers.keys()].sort()).toEqual(['BELOW_STANDARD', 'EXCELLENT', 'GOOD', 'OUTSTANDING']);
  expect(Math.min(...tiers.values())).toBeGreaterThan(20);
  const all = drawn.flat();
  const required = new Set(
    rubric.content.items.flatMap(({ key, evidenceRequired }) => (evidenceRequired ? [key] : [])),
  );
  const asked = all.filter(({ item, value }) => required.has(item) && value.notApplicable === undefined);
  const unproven = asked.filter(({ evidence }) => evidence.length === 0).length / asked.length;
  expect(unproven).toBeGreaterThan(0.005);
  expect(unproven).toBeLessThan(0.03);
  expect(all.some(({ value }) => value.notApplicable !== undefined)).toBe(true);
});
