import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import type { ItemAnswerInput, SimulateGradeInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, brakeless, coreAnswers, modest, steady, steadyBut } from './bikes.ts';

const Simulate = graphql(`
  query Simulate($input: SimulateGradeInput!) {
    simulateGrade(input: $input) {
      rubricVersion { number status rubric { key } }
      tier { code rank }
      tierCode
      score
      gates { tier { code } passed score coreScore threshold reasons { code message item { key } } }
      dimensions { dimension score }
      shortfalls { item { key } earned size redLine }
      nextTier { tier { code } reachable deficit steps { item { key } fromEarned toEarned } }
    }
  }
`);

/** An organization whose one industry is the plugin of a worked example, loaded from its file in place of the box's. */
async function worked(file: string) {
  const path = fileURLToPath(new URL(`./examples/${file}`, import.meta.url));
  const { seed } = await createTestApi({ plugins: [path] });
  const rubric = file.replace(/\.\w+$/, '');
  const { auditor } = await seed.organization({ industry: rubric });
  return async (ratings: string, own: Record<string, ItemAnswerInput['value']>) => {
    const answers = [
      ...coreAnswers(ratings),
      ...Object.entries(own).map(([name, value]) => ({ item: `${rubric}/${name}`, value })),
    ];
    const { simulateGrade } = expectData(await auditor.run(Simulate, { input: { rubric, answers } }));
    const { tierCode: tier, score, gates, nextTier } = simulateGrade;
    return {
      ...{ tier, score },
      scores: gates.map((gate) => gate.score),
      reasons: gates.map(({ reasons }) => reasons.map(({ code, item }) => (item ? `${code} ${item.key}` : code))),
      next: nextTier && { tier: nextTier.tier.code, reachable: nextTier.reachable, deficit: nextTier.deficit },
      path: nextTier?.steps.map(({ item, fromEarned, toEarned }) => `${item.key} ${fromEarned} to ${toEarned}`),
    };
  };
}

const ratings = (given: Record<string, number>) =>
  Object.fromEntries(Object.entries(given).map(([name, rating]) => [name, { rating }]));

describe('the worked example of appliances, a module', () => {
  const own = { 'install-on-time': 4, 'engineer-certified': 3, 'price-parity': 3, 'brand-promotion': 2 };

  test('is excellent, 12.5 points and two raises from outstanding', async () => {
    const simulate = await worked('appliances.mjs');
    expect(await simulate('433 | 333 | 323', ratings(own))).toEqual({
      tier: 'EXCELLENT',
      score: 77.19,
      scores: [84.38, 75, 62.5],
      reasons: [[], [], ['SCORE_BELOW_THRESHOLD']],
      next: { tier: 'OUTSTANDING', reachable: true, deficit: 12.5 },
      path: ['appliances/brand-promotion 50 to 75', 'core/second-tier-meeting 50 to 75'],
    });
    expect(await simulate('433 | 333 | 333', ratings({ ...own, 'brand-promotion': 3 }))).toEqual({
      tier: 'OUTSTANDING',
      score: 79.69,
      scores: [84.38, 75, 75],
      reasons: [[], [], []],
      next: null,
      path: undefined,
    });
  });
});

describe('the worked example of consumer goods, a module', () => {
  const own = ratings({ 'on-shelf': 3, freshness: 3, planogram: 2, 'promo-return': 2 });

  test('is good, two core raises from excellent', async () => {
    const simulate = await worked('fmcg.mjs');
    expect(await simulate('343 | 232 | 222', own)).toEqual({
      tier: 'GOOD',
      score: 67.77,
      scores: [81.25, 57.14, 50],
      reasons: [[], ['CORE_BELOW_FLOOR', 'SCORE_BELOW_THRESHOLD'], ['CORE_BELOW_FLOOR', 'SCORE_BELOW_THRESHOLD']],
      next: { tier: 'EXCELLENT', reachable: true, deficit: 12.86 },
      path: ['core/service-training 50 to 75', 'core/stock-revisit 50 to 75'],
    });
    expect(await simulate('343 | 333 | 222', own)).toMatchObject({ tier: 'EXCELLENT', score: 72.05 });
  });
});

describe('the worked example of a lottery outlet, in JSON', () => {
  const own = { 'repair-image': 4, 'repair-action': 3, 'repair-script': 3, 'service-led-referral': 2 };

  test('is below standard by its red line alone, and excellent once the age check meets the standard', async () => {
    const simulate = await worked('lottery.json');
    expect(await simulate('434 | 333 | 222', ratings({ ...own, 'age-check': 1 }))).toEqual({
      tier: 'BELOW_STANDARD',
      score: 70.06,
      scores: [77.27, 71.43, 50],
      reasons: [
        ['RED_LINE lottery/age-check'],
        ['RED_LINE lottery/age-check'],
        ['CORE_BELOW_FLOOR', 'RED_LINE lottery/age-check', 'SCORE_BELOW_THRESHOLD'],
      ],
      next: { tier: 'GOOD', reachable: true, deficit: 0 },
      path: ['lottery/age-check 25 to 50'],
    });
    expect(await simulate('434 | 333 | 222', ratings({ ...own, 'age-check': 3 }))).toMatchObject({
      tier: 'EXCELLENT',
      score: 74.61,
    });
    const dealersOwn = { 'repair-image': 4, 'repair-action': 4, 'repair-script': 4, 'service-led-referral': 3 };
    expect(await simulate('443 | 434 | 332', ratings({ ...dealersOwn, 'age-check': 4 }))).toMatchObject({
      tier: 'EXCELLENT',
      score: 87.85,
    });
  });
});

describe('the worked example of a metric, a yes/no, a cap and a share, in JSON', () => {
  const own = (yes: boolean) => ({ 'install-24h': { metric: '92.5' }, 'energy-label': { yes } });

  test('is outstanding with yes, below standard with no', async () => {
    const simulate = await worked('installation.json');
    expect(await simulate('334 | 443 | 443', own(true))).toEqual({
      tier: 'OUTSTANDING',
      score: 89.79,
      scores: [87.92, 91.67, 91.67],
      reasons: [[], [], []],
      next: null,
      path: undefined,
    });
    expect(await simulate('334 | 443 | 443', own(false))).toEqual({
      tier: 'BELOW_STANDARD',
      score: 77.29,
      scores: [62.92, 91.67, 91.67],
      reasons: [
        ['SCORE_BELOW_THRESHOLD'],
        ['RED_LINE installation/energy-label'],
        ['RED_LINE installation/energy-label'],
      ],
      next: { tier: 'GOOD', reachable: true, deficit: 7.08 },
      path: ['installation/energy-label 0 to 100'],
    });
  });
});

describe('simulateGrade', async () => {
  const { seed } = await createTestApi({ plugins: [bikes] });
  const input = (answers: ItemAnswerInput[], more: Partial<SimulateGradeInput> = {}) => ({
    input: { rubric: 'bikes', answers, ...more },
  });

  test('shows every step of the way, in the language asked for', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    const answered = await auditor.run(Simulate, input(brakeless), { 'accept-language': 'zh-CN' });
    const reason = {
      code: 'RED_LINE',
      message: '“刹车检查”得分低于 100，触及红线。',
      item: { key: 'bikes/brake-check' },
    };
    const below = { code: 'SCORE_BELOW_THRESHOLD', message: '得分 60，需达到 70。', item: null };
    expect(expectData(answered).simulateGrade).toEqual({
      rubricVersion: { number: 1, status: 'PUBLISHED', rubric: { key: 'bikes' } },
      tier: null,
      tierCode: 'BELOW_STANDARD',
      score: 67.5,
      gates: [
        { tier: { code: 'GOOD' }, passed: false, score: 60, coreScore: 75, threshold: 70, reasons: [reason, below] },
        { tier: { code: 'EXCELLENT' }, passed: false, score: 75, coreScore: 75, threshold: 70, reasons: [reason] },
        { tier: { code: 'OUTSTANDING' }, passed: false, score: 75, coreScore: 75, threshold: 75, reasons: [reason] },
      ],
      dimensions: [
        { dimension: 'QUALITY', score: 75 },
        { dimension: 'CONTENT', score: 75 },
        { dimension: 'FEEDBACK', score: 75 },
        { dimension: 'COMPLIANCE', score: 37.5 },
      ],
      shortfalls: [{ item: { key: 'bikes/brake-check' }, earned: 0, size: 150, redLine: true }],
      nextTier: {
        tier: { code: 'GOOD' },
        reachable: true,
        deficit: 10,
        steps: [{ item: { key: 'bikes/brake-check' }, fromEarned: 0, toEarned: 100 }],
      },
    });
  });

  test('is the same whatever the order of the answers, and for every role', async () => {
    const organization = await seed.organization({ industry: 'bikes' });
    const dealer = await organization.dealer();
    const { admin, manager, assessor, auditor } = organization;
    const inOrder = await auditor.run(Simulate, input(modest));
    expect(expectData(inOrder).simulateGrade).toMatchObject({ tierCode: 'GOOD', score: 40 });
    for (const caller of [admin, manager, assessor, dealer.client]) {
      expect((await caller.run(Simulate, input([...modest].reverse()))).body).toBe(inOrder.body);
    }
  });

  test('leaves what does not apply out of its tier, up to a fifth of the weight', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    const reason = { notApplicable: 'Sells no repairs.' };
    const one = steadyBut({ item: 'bikes/repair-hours', value: reason });
    const { simulateGrade: allowed } = expectData(await auditor.run(Simulate, input(one)));
    expect(allowed.gates[0]).toMatchObject({ passed: true, score: 81.25, coreScore: 75, reasons: [] });

    const two = steadyBut({ item: 'bikes/repair-hours', value: reason }, { item: 'bikes/brake-check', value: reason });
    const { simulateGrade: tooMany } = expectData(await auditor.run(Simulate, input(two)));
    const insufficient = { code: 'INSUFFICIENT_APPLICABLE', item: null };
    expect(tooMany.gates[0]).toMatchObject({ passed: false, score: 75, reasons: [insufficient] });
    expect(tooMany.nextTier).toEqual({ tier: { code: 'GOOD' }, reachable: false, deficit: 0, steps: [] });
  });

  test('refuses a rubric or version that is not there', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    const rubric = expectError(await auditor.run(Simulate, input(steady, { rubric: 'boats' })), 'NOT_FOUND');
    expect(rubric.extensions).toMatchObject({ path: ['rubric'] });
    const version = expectError(await auditor.run(Simulate, input(steady, { version: 2 })), 'NOT_FOUND');
    expect(version.extensions).toMatchObject({ path: ['version'] });
    expect((await auditor.run(Simulate, input(steady, { version: null }))).errors).toEqual([]);
    expect((await auditor.run(Simulate, input(steady, { version: 1 }))).errors).toEqual([]);
  });

  test('refuses with every fault at once, the unanswered too', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    const answers = [
      { item: 'core/no-such', value: { rating: 3 } },
      { item: 'bikes/brake-check', value: { rating: 1 } },
      { item: 'bikes/test-rides', value: { rating: 5 } },
      { item: 'bikes/test-rides', value: { rating: 4 } },
      ...coreAnswers('333 | 333 | 333').slice(1),
    ];
    const { extensions } = expectError(await auditor.run(Simulate, input(answers)), 'VALIDATION_FAILED');
    expect(extensions?.path).toEqual(['answers', '0', 'item']);
    expect(extensions?.issues).toEqual([
      { code: 'NOT_FOUND', path: ['answers', '0', 'item'], message: expect.any(String) },
      { code: 'GRADING_ANSWER_WRONG_KIND', path: ['answers', '1', 'value', 'rating'], message: expect.any(String) },
      { code: 'GRADING_RATING_OUT_OF_RANGE', path: ['answers', '2', 'value', 'rating'], message: expect.any(String) },
      { code: 'GRADING_ITEM_REPEATED', path: ['answers', '3', 'item'], message: expect.any(String) },
      {
        code: 'GRADING_ITEM_UNANSWERED',
        path: ['answers'],
        message: 'The item core/parts-delivery has no answer. Answer it, or give the reason why it does not apply.',
      },
      {
        code: 'GRADING_ITEM_UNANSWERED',
        path: ['answers'],
        message: 'The item bikes/repair-hours has no answer. Answer it, or give the reason why it does not apply.',
      },
    ]);
  });

  test('is called by the code that all its faults share', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    const { extensions } = expectError(await auditor.run(Simulate, input([])), 'GRADING_ITEM_UNANSWERED');
    expect(extensions?.issues).toHaveLength(12);
  });

  test('reads the rubrics and the editions, and writes nothing', async () => {
    const { auditor } = await seed.organization({ industry: 'bikes' });
    await auditor.run(Simulate, input(steady));
    const { statements } = await auditor.run(Simulate, input(steady));
    expect(statements).toHaveLength(4);
    expect(statements.filter((sql) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([]);
  });
});
