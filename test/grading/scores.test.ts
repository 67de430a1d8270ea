import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { grades } from '../../db/tables/grading.ts';
import { rubricVersions } from '../../db/tables/rubrics.ts';
import type { Answers } from '../../plugins/kit/grading/earned.ts';
import { grade } from '../../plugins/kit/grading/grade.ts';
import { compileRubric, type RubricContent } from '../../plugins/kit/grading/rubric.ts';
import type { PluginDefinition, Score } from '../../plugins/kit/index.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectUserError } from '../kit/expect.ts';
import type { ItemAnswerInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, steady, steadyBut } from './bikes.ts';
import { SaveAnswers } from './documents.ts';
import { assess, publish, read, save, start, submit } from './steps.ts';

const ReadScores = graphql(`
  query ReadScores($assessment: ID!, $locale: Locale) {
    assessment(id: $assessment) {
      answers { item { key } earned scoreNotes { ...Noted } }
      outcome { tierCode score scoreNotes { ...Noted } nextTier { reachable } }
    }
  }
  fragment Noted on ScoreNote { item { key } message text(locale: $locale) }
`);

const SimulateScores = graphql(`
  query SimulateScores($answers: [ItemAnswerInput!]!, $version: Int, $locale: Locale) {
    simulateGrade(input: { rubric: "bikes", version: $version, answers: $answers }) {
      score
      scoreNotes { message text(locale: $locale) }
    }
  }
`);

const ReadItemScores = graphql(`
  query ReadItemScores($locale: Locale) {
    rubric(key: "bikes") {
      versions {
        number
        items(source: "bikes") { key score { version messages { id text(locale: $locale) } } }
        changesSince { changed { key aspects } }
      }
    }
  }
`);

const { 'test-rides': testRides } = bikes.items;
if (!testRides) throw new Error('Bicycles have test rides.');

const few = { en: 'Only {rides} of 4.', zhHans: '仅{rides}次，应为4次。' };

/** Bicycles whose rides are scored by a function: the third of four earns 90, not 75. */
const scoring = (score: Score, version = '1.0.0'): PluginDefinition => ({
  ...bikes,
  version,
  items: { ...bikes.items, 'test-rides': { ...testRides, messages: { few }, score } },
});

const generous: Score = ({ rating = 0, earns }, { note }) => {
  if (rating < 4) note('few', { rides: rating });
  return rating === 0 ? 0 : earns + 15 * (rating < 4 ? 1 : 0);
};

const api = await createTestApi({ plugins: [scoring(generous)] });
const without = await createTestApi({ plugins: ['fmcg'] });

const rides = (rating: number): ItemAnswerInput => ({ item: 'bikes/test-rides', value: { rating } });
const ridesOf = (answers: readonly { item: { key: string } }[] | undefined) =>
  answers?.find(({ item }) => item.key === 'bikes/test-rides');

async function shop(of: TestApi = api) {
  const organization = await of.seed.organization({ industry: 'bikes' });
  const { id: subject } = await organization.dealer();
  return { ...organization, subject };
}

const scores = async (client: Client, { id }: { id: string }, locale: 'EN' | 'ZH_HANS' = 'EN') =>
  expectData(await client.run(ReadScores, { assessment: id, locale })).assessment;

describe('an item with a score of its own', () => {
  test('earns what the score says, from the draft to the grade, with its notes in both languages', async () => {
    const { assessor, manager, subject } = await shop();
    const noted = { item: { key: 'bikes/test-rides' }, message: 'few', text: 'Only 3 of 4.' };
    // T2 = (2 · 75 · 3 + 2 · 90) / 8 = 78.75, S = 40 + 23.625 + 15.
    const expected = { tierCode: 'OUTSTANDING', score: 78.63, scoreNotes: [noted], nextTier: null };

    const draft = await save(assessor, await start(assessor, { subject }), steady);
    const found = await scores(assessor, draft);
    expect(ridesOf(found?.answers)).toEqual({ item: { key: 'bikes/test-rides' }, earned: 90, scoreNotes: [noted] });
    expect(found?.answers.flatMap(({ scoreNotes }) => scoreNotes)).toHaveLength(1);
    expect(found?.outcome).toEqual(expected);

    const submitted = await submit(assessor, draft);
    const { outcome } = await publish(manager, submitted);
    expect(outcome).toEqual({ tierCode: 'OUTSTANDING', score: 78.63 });
    expect((await scores(assessor, submitted))?.outcome).toEqual(expected);
    const chinese = await scores(assessor, submitted, 'ZH_HANS');
    expect(chinese?.outcome?.scoreNotes).toEqual([{ ...noted, text: '仅3次，应为4次。' }]);
  });

  test('is scored anew where it is answered anew, and not at all where it does not apply', async () => {
    const { assessor, subject } = await shop();
    const draft = await save(assessor, await start(assessor, { subject }), steady);
    const better = await save(assessor, draft, [rides(4)]);
    expect(ridesOf((await scores(assessor, better))?.answers)).toMatchObject({ earned: 100, scoreNotes: [] });
    const none = [{ item: 'bikes/test-rides', value: { notApplicable: 'Sells none.' } }];
    const last = await save(assessor, better, none);
    expect(ridesOf((await scores(assessor, last))?.answers)).toMatchObject({ earned: null, scoreNotes: [] });
  });

  test('is simulated by the same score', async () => {
    const { auditor } = await shop();
    const simulated = async (rating: number) =>
      expectData(await auditor.run(SimulateScores, { answers: steadyBut(rides(rating)), locale: 'ZH_HANS' }))
        .simulateGrade;
    expect(await simulated(3)).toEqual({ score: 78.63, scoreNotes: [{ message: 'few', text: '仅3次，应为4次。' }] });
    expect(await simulated(4)).toEqual({ score: 79.38, scoreNotes: [] });
  });

  test('says in the edition which version scores it and what may be noted', async () => {
    const { auditor } = await shop();
    const { rubric } = expectData(await auditor.run(ReadItemScores, { locale: 'EN' }));
    expect(rubric?.versions[0]?.items.map(({ score }) => score)).toEqual([
      ...[null, null, { version: '1.0.0', messages: [{ id: 'few', text: 'Only {rides} of 4.' }] }],
    ]);
  });
});

describe('what was scored is kept', () => {
  const kept = ({ database }: TestApi, organizationId: string) =>
    database.asOwner((owner) =>
      owner.run((db) =>
        db
          .select({
            outcome: sql<string>`${grades.outcome}::text`,
            answers: grades.answers,
            content: rubricVersions.content,
          })
          .from(grades)
          .innerJoin(rubricVersions, eq(rubricVersions.id, grades.rubricVersionId))
          .where(eq(grades.organizationId, organizationId)),
      ),
    );

  test('so that a grade replays to the byte, and reads alike, without the plugin', async () => {
    const { id, assessor, manager, auditor, subject } = await shop();
    const submitted = await assess(assessor, { subject }, steadyBut(rides(1)));
    await publish(manager, submitted);
    const body = async (client: Client) =>
      (await client.run(ReadScores, { assessment: submitted.id, locale: 'ZH_HANS' })).body;
    const before = await body(auditor);
    expect(before).toContain('仅1次，应为4次。');
    await without.prepare(id);
    expect(await body(without.as(auditor.key))).toBe(before);
    const rows = await kept(api, id);
    expect(rows).toHaveLength(1);
    for (const { content, answers, outcome } of rows)
      expect(JSON.stringify(grade(compileRubric(content as RubricContent), answers as Answers))).toBe(outcome);
  });

  test('so that what was answered under one version is submitted under another, unchanged', async () => {
    let asked = 0;
    const later = await createTestApi({
      plugins: [
        scoring(() => {
          asked += 1;
          return 1;
        }, '1.1.0'),
      ],
    });
    const { id, assessor, manager, subject } = await shop();
    const draft = await save(assessor, await start(assessor, { subject }), steady);
    await later.prepare(id);
    const [theirs, publisher] = [later.as(assessor.key), later.as(manager.key)];
    const submitted = await submit(theirs, draft);
    expect((await publish(publisher, submitted)).outcome.score).toBe(78.63);
    expect(asked).toBe(0);

    const { rubric } = expectData(await theirs.run(ReadItemScores, {}));
    expect(rubric?.versions[1]?.changesSince.changed).toEqual([{ key: 'bikes/test-rides', aspects: ['SCORE'] }]);
  });
});

describe('a score that fails', () => {
  const failing: Record<string, [Score, reason: string]> = {
    throws: [
      () => {
        throw new RangeError('no scale');
      },
      'THREW (RangeError: no scale)',
    ],
    'is not finite': [() => Number.NaN, 'NOT_A_NUMBER (NaN)'],
    'is beyond 100': [() => 101, 'OUT_OF_RANGE (101)'],
    'never ends': [
      () => {
        for (;;);
      },
      'OUT_OF_TIME (250 ms)',
    ],
  };

  test.for(Object.entries(failing))(
    'since it %s refuses the step, and nothing is written',
    async ([, [score, reason]]) => {
      const broken = await createTestApi({ plugins: [scoring(score)] });
      const { id, assessor, auditor, subject } = await shop(broken);
      const draft = await start(assessor, { subject });
      const input = { id: draft.id, expectedVersion: draft.version, answers: steady };
      const left = await audited(broken.database, id, async () => {
        const answer = await assessor.run(SaveAnswers, { input });
        const path = ['answers', String(steady.length - 1)];
        expect(expectUserError(answer, 'PLUGIN_SCORE_FAILED')).toMatchObject({
          ...{ __typename: 'ValidationError', code: 'VALIDATION_FAILED', path },
          issues: [{ code: 'PLUGIN_SCORE_FAILED', path }],
        });
        const error = expectError(await auditor.run(SimulateScores, { answers: steady }), 'PLUGIN_SCORE_FAILED');
        expect(error.message).toBe(
          `The score of the item bikes/test-rides, of the plugin bikes 1.0.0, failed: ${reason}. Nothing was graded. Tell whoever keeps the plugin.`,
        );
        expect(error.extensions?.path).toEqual(path);
      });
      expect([left, await read(assessor, draft)]).toEqual([[], draft]);

      const others = await save(assessor, draft, steady.slice(0, -1));
      expect(others.unanswered).toEqual(['bikes/test-rides']);
    },
  );

  test('is told in Chinese too', async () => {
    const broken = await createTestApi({ plugins: [scoring(() => Number.NaN)] });
    const { auditor } = await shop(broken);
    const answer = await auditor.run(SimulateScores, { answers: steady }, { 'accept-language': 'zh' });
    expect(expectError(answer, 'PLUGIN_SCORE_FAILED').message).toBe(
      '条目 bikes/test-rides（插件 bikes 1.0.0）的评分函数执行失败：NOT_A_NUMBER（NaN）。未进行任何评级。请联系插件维护者。',
    );
  });

  test('does not keep others from being graded', async () => {
    const broken = await createTestApi({ plugins: [scoring(() => Number.NaN), 'fmcg'] });
    const organization = await broken.seed.organization({ industry: 'fmcg' });
    const grade = await (await organization.dealer())
      .assessment({ period: '2026-Q4' })
      .answer('best')
      .submit()
      .publish();
    expect(grade.id).toBeTruthy();
  });
});

describe('an edition of another version', () => {
  test('takes no answer to a scored item, and says what is loaded; its own draft does once it is published', async () => {
    const later = await createTestApi({ plugins: [scoring(() => 50, '2.0.0')] });
    const { id, assessor, auditor, subject } = await shop();
    const draft = await start(assessor, { subject });
    await later.prepare(id);
    const input = { id: draft.id, expectedVersion: draft.version, answers: [rides(3)] };
    expectUserError(await later.as(assessor.key).run(SaveAnswers, { input }), 'PLUGIN_SCORE_NOT_LOADED');
    const wanted = await later.as(auditor.key).run(SimulateScores, { answers: steady });
    expect(expectError(wanted, 'PLUGIN_SCORE_NOT_LOADED').message).toBe(
      'The edition scores the item bikes/test-rides by the plugin bikes 1.0.0, which is not loaded; found 2.0.0. Load that version, or let an ADMIN publish the newer edition by publishRubricVersion, and begin anew under it.',
    );
    const none = await without.as(auditor.key).run(SimulateScores, { answers: steady });
    expect(expectError(none, 'PLUGIN_SCORE_NOT_LOADED').message).toContain('found –.');
    const byDraft = await later.as(auditor.key).run(SimulateScores, { answers: steady, version: 2 });
    // T2 = (2 · 75 · 3 + 2 · 50) / 8 = 68.75.
    expect(expectData(byDraft).simulateGrade.score).toBe(75.63);
  });
});
