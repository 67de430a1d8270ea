import { describe, expect, test } from 'vitest';
import { demoAnswers } from '../../api/demo/answers.rules.ts';
import { demo } from '../../db/seed/demo.ts';
import { demo2 } from '../../db/seed/demo2.ts';
import type { AssessmentSeed, Standing } from '../../db/seed/shape.ts';
import { box, core, ladder } from '../../plugins/index.ts';
import { type Answers, answerFaults } from '../../plugins/kit/grading/earned.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';
import { compileRubric, type Rubric, rubricContent } from '../../plugins/kit/grading/rubric.ts';
import type { ItemDefinition, PluginDefinition } from '../../plugins/kit/index.ts';

const tierOf: Record<Standing, string | null> = {
  outstanding: 'OUTSTANDING',
  excellent: 'EXCELLENT',
  good: 'GOOD',
  poor: null,
};
const rubricUnder = (plugin: PluginDefinition): Rubric => compileRubric(rubricContent(core, ladder, plugin));

/** The answers as an assessment keeps them. */
function kept(rubric: Rubric, seed: AssessmentSeed, period = '2026-Q4'): Answers {
  const answers = demoAnswers(rubric.content.items, seed, period);
  return Object.fromEntries(
    answers.map(({ item, value, evidence }) => [
      item,
      { ...(value as Answers[string]), evidence: evidence.map(({ uri }) => ({ uri })) },
    ]),
  );
}

const seeded = [demo, demo2].flatMap((brand) =>
  brand.rounds.flatMap(({ period, assessments }) =>
    assessments.map((seed) => {
      const dealer = brand.dealers.find(({ code }) => code === seed.of.split('/')[0]);
      const industry = dealer?.industries[0] ?? '';
      return { brand: brand.code, period, seed, industry, name: `${brand.code} ${period} ${seed.kind} ${seed.of}` };
    }),
  ),
);

test.each(seeded.filter(({ seed }) => !seed.except && seed.answered === undefined))(
  '$name reaches the tier of its standing',
  ({ seed, period, industry }) => {
    const rubric = rubricUnder(box[industry] as PluginDefinition);
    expect(grade(rubric, kept(rubric, seed, period)).tier).toBe(tierOf[seed.standing]);
  },
);

describe('exceptions', () => {
  const rubric = rubricUnder(box.lottery as PluginDefinition);
  const seed: AssessmentSeed = { of: 'LT-1', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' };

  test('at the worst, a red line is broken and a note says why', () => {
    const except = { 'lottery/no-minor': 'worst' } as const;
    expect(grade(rubric, kept(rubric, { ...seed, except })).tier).toBeNull();
    expect(demoAnswers(rubric.content.items, { ...seed, except }, '2026-Q4')).toContainEqual({
      item: 'lottery/no-minor',
      value: { yes: false },
      evidence: [{ uri: 'https://evidence.example/demo/LT-1/2026-Q4/manager/lottery/no-minor.jpg' }],
      note: '现场检查未达标 (failed on inspection)',
    });
  });

  test('without its evidence, an item is answered as before', () => {
    const proven = kept(rubric, seed)['lottery/image'];
    const unproven = kept(rubric, { ...seed, except: { 'lottery/image': 'unproven' } })['lottery/image'];
    expect(proven?.evidence).toHaveLength(1);
    expect(unproven).toEqual({ ...proven, evidence: [] });
  });

  test('what does not apply keeps its reason', () => {
    const except = { 'core/store-layout': { notApplicable: 'no stores' } };
    expect(kept(rubric, { ...seed, except })['core/store-layout']).toEqual({
      notApplicable: 'no stores',
      evidence: [],
    });
  });

  test('of an item that is not in the rubric are passed over', () => {
    expect(kept(rubric, { ...seed, except: { 'lottery/gone': 'worst' } })).toEqual(kept(rubric, seed));
  });

  test('leave a draft answered as far as it says, in the order of the rubric', () => {
    const keys = rubric.content.items.map(({ key }) => key);
    const answered = (share: number) => Object.keys(kept(rubric, { ...seed, state: 'DRAFT', answered: share }));
    expect(answered(0)).toEqual([]);
    expect(answered(0.5)).toEqual(keys.slice(0, 14));
    expect(answered(1)).toEqual(keys);
  });
});

describe('a plugin in place of the box’s own', () => {
  const text = { en: 'x', zhHans: '某' };
  const item = (tier: ItemDefinition['tier'], rest: Pick<ItemDefinition, 'measure' | 'redLine'>): ItemDefinition => ({
    ...{ tier, dimension: 'QUALITY', weight: 1, label: text },
    ...rest,
  });
  const metric = (better: 'HIGHER' | 'LOWER', unit: string, ...bands: [number | string, number][]) =>
    ({ kind: 'metric', unit, better, bands }) as const;
  const plugin: PluginDefinition = {
    ...{ name: 'other', version: '1.0.0', host: '^1.0.0', label: text, description: text },
    industry: { key: 'appliances', label: text },
    items: {
      one: item('GOOD', { measure: { kind: 'rating', anchors: [text, text] } }),
      two: item('GOOD', { measure: { kind: 'yesNo', question: text }, redLine: { below: 100, capsAt: null } }),
      three: item('EXCELLENT', { measure: metric('LOWER', 'min', ['0.25', 100], ['0.5', 50]) }),
      four: item('EXCELLENT', { measure: metric('HIGHER', '%', [99.5, 100], [80, 70]) }),
      five: item('OUTSTANDING', { measure: metric('HIGHER', 'count', [1000, 100]) }),
    },
  };
  const rubric = rubricUnder(plugin);

  test.each(['outstanding', 'excellent', 'good', 'poor'] as const)(
    'is answered without a fault, and to its tier: %s',
    (standing) => {
      const answers = kept(rubric, { of: 'AP-102', kind: 'MANAGER', standing, state: 'PUBLISHED' });
      expect(Object.keys(answers)).toEqual(rubric.content.items.map(({ key }) => key));
      expect(Object.entries(answers).flatMap(([key, answer]) => answerFaults(rubric, key, answer))).toEqual([]);
      expect(grade(rubric, answers).tier).toBe(tierOf[standing]);
    },
  );
});
