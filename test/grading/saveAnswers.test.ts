import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { ItemAnswerInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, coreAnswers, coreItems, steady } from './bikes.ts';
import { SaveAnswers } from './documents.ts';
import { publish, read, save, start, submit } from './steps.ts';

const { seed } = await createTestApi({ plugins: [bikes] });

const saveWith = (client: Client, id: string, expectedVersion: number, answers: ItemAnswerInput[]) =>
  client.run(SaveAnswers, { input: { id, expectedVersion, answers } });

const rides = (rating: number): ItemAnswerInput => ({ item: 'bikes/test-rides', value: { rating } });

async function draft() {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  return { ...organization, dealer, draft: await start(organization.assessor, { subject: dealer.id }) };
}

describe('who may save', () => {
  test('is who may assess in this kind, and nobody else changes a thing', async () => {
    const { assessor, auditor, dealer, draft: manager } = await draft();
    const self = await start(dealer.client, { subject: dealer.id, kind: 'SELF' });
    const stranger = await draft();
    const refuse = async (client: Client, { id }: { id: string }) => saveWith(client, id, 1, [rides(3)]);

    expectError(await refuse(auditor, manager), 'FORBIDDEN');
    expectError(await refuse(assessor, self), 'FORBIDDEN');
    expectUserError(await refuse(dealer.client, manager), 'NOT_FOUND');
    expectUserError(await refuse(stranger.assessor, manager), 'NOT_FOUND');
    expectUserError(await refuse(assessor, { id: dealer.id }), 'NOT_FOUND');
    expect(await read(assessor, manager)).toEqual(manager);
    expect(await read(dealer.client, self)).toEqual(self);

    await save(dealer.client, self, [rides(3)]);
    await save(assessor, manager, [rides(3)]);
  });

  test('is forbidden to the dealer once it sees what its grade rests on', async () => {
    const { assessor, manager, dealer, draft: opened } = await draft();
    const { assessment } = await publish(manager, await submit(assessor, await save(assessor, opened, steady)));
    const before = await read(dealer.client, assessment);
    expectError(await saveWith(dealer.client, assessment.id, assessment.version, [rides(0)]), 'FORBIDDEN');
    expect(await read(dealer.client, assessment)).toEqual(before);
  });
});

describe('answers', () => {
  test('are written, replaced one by one, and the others kept', async () => {
    const { assessor, draft: opened } = await draft();
    const proof = { uri: 'urn:isbn:9780131103627', note: 'Page 7' };
    const first = await save(assessor, opened, [
      { item: 'bikes/repair-hours', value: { metric: '30.250' }, note: 'From the log', evidence: [proof] },
      rides(1),
    ]);
    expect(first).toMatchObject({ version: 2, status: 'DRAFT', outcome: null });
    const none = {
      rating: null,
      yes: null,
      metric: null,
      notApplicable: false,
      reason: null,
      note: null,
      evidence: [],
    };
    const hours = {
      ...none,
      item: { key: 'bikes/repair-hours' },
      metric: '30.250',
      note: 'From the log',
      earned: 75,
      evidence: [proof],
    };
    expect(first.answers).toEqual([hours, { ...none, item: { key: 'bikes/test-rides' }, rating: 1, earned: 25 }]);
    expect(first.unanswered).toEqual([...coreItems, 'bikes/brake-check']);

    const second = await save(assessor, first, [rides(4), { item: 'bikes/brake-check', value: { yes: false } }]);
    expect(second).toMatchObject({ version: 3, unanswered: coreItems });
    expect(second.answers).toEqual([
      hours,
      { ...none, item: { key: 'bikes/brake-check' }, yes: false, earned: 0 },
      { ...none, item: { key: 'bikes/test-rides' }, rating: 4, earned: 100 },
    ]);
    expect(await read(assessor, opened)).toEqual(second);
  });

  test('are replaced whole: a note or evidence that is not given again is gone', async () => {
    const { assessor, draft: opened } = await draft();
    const first = await save(assessor, opened, [{ ...rides(2), note: 'Two rides', evidence: [{ uri: 'urn:x:1' }] }]);
    const second = await save(assessor, first, [{ ...rides(3), note: null }]);
    expect(second.answers).toMatchObject([{ rating: 3, note: null, evidence: [] }]);
  });

  test('give an indicative outcome once the last is there', async () => {
    const { assessor, draft: opened } = await draft();
    const allButOne = await save(assessor, opened, steady.slice(1));
    expect(allButOne).toMatchObject({ unanswered: ['core/parts-delivery'], outcome: null });
    const whole = await save(assessor, allButOne, steady.slice(0, 1));
    expect(whole).toMatchObject({ status: 'DRAFT', unanswered: [], outcome: { tierCode: 'OUTSTANDING', score: 77.5 } });
    const worse = await save(assessor, whole, coreAnswers('033').slice(0, 1));
    expect(worse.outcome).toEqual({ tierCode: 'BELOW_STANDARD', score: 70 });
  });

  test('earn half at most without the evidence that is asked for', async () => {
    const { assessor, draft: opened } = await draft();
    const hours = (metric: string, evidence: { uri: string }[] = []) => ({
      item: 'bikes/repair-hours',
      value: { metric },
      evidence,
    });
    const earned = async (version: number, answer: ItemAnswerInput) =>
      (await save(assessor, { ...opened, version }, [answer])).answers[0]?.earned;
    expect(await earned(1, hours('24'))).toBe(50);
    expect(await earned(2, hours('24', [{ uri: 'http://example.org' }]))).toBe(100);
    expect(await earned(3, hours('24.000001', [{ uri: 'http://example.org' }]))).toBe(75);
    expect(await earned(4, hours('73'))).toBe(0);
    expect(await earned(5, hours('-1'))).toBe(50);
  });

  test('may say with a reason that an item does not apply', async () => {
    const { assessor, draft: opened } = await draft();
    const reason = 'Rents out, repairs nothing.';
    const saved = await save(assessor, opened, [{ item: 'bikes/repair-hours', value: { notApplicable: reason } }]);
    expect(saved.answers).toMatchObject([{ notApplicable: true, reason, earned: null, metric: null }]);
    expect(saved.unanswered).not.toContain('bikes/repair-hours');
  });

  test('may be none at all, which still is a change', async () => {
    const { assessor, draft: opened } = await draft();
    expect(await save(assessor, opened, [])).toEqual({ ...opened, version: 2 });
  });
});

describe('faults', () => {
  test('are all named at once, each at its place, and nothing is written', async () => {
    const { assessor, draft: opened } = await draft();
    const long = 'x'.repeat(2001);
    const uris = (count: number) => Array.from({ length: count }, (_, index) => ({ uri: `urn:proof:${index}` }));
    const [parts, issues, policy, training, sales, stock, profit, meeting, layout] = coreItems as [string, ...string[]];
    const answers = [
      { item: parts, value: { rating: 5 } },
      { item: issues, value: { rating: -1 } },
      { item: policy, value: { yes: true } },
      { item: 'bikes/brake-check', value: { metric: '1' } },
      { item: 'bikes/repair-hours', value: { rating: 1 } },
      { item: 'bikes/no-such', value: { rating: 1 } },
      { item: parts, value: { rating: 1 } },
      { item: training, value: { notApplicable: ' ' } },
      { item: sales, value: { notApplicable: long } },
      { item: stock, value: { rating: 1 }, note: '' },
      { item: profit, value: { rating: 1 }, evidence: uris(21) },
      {
        item: meeting,
        value: { rating: 1 },
        evidence: [
          { uri: 'ftp://example.org' },
          { uri: '' },
          { uri: `https://${long}` },
          { uri: 'javascript:alert(1)' },
          { uri: 'https://example.org/a b' },
          { uri: 'urn:fine', note: '\u0000' },
        ],
      },
      { item: layout, value: { rating: 9 }, note: long },
    ] as ItemAnswerInput[];
    const refused = expectUserError(await saveWith(assessor, opened.id, 1, answers), 'VALIDATION_FAILED');
    const at = (code: string, ...path: string[]) => ({ code, path: ['answers', ...path] });
    expect(refused).toEqual({
      __typename: 'ValidationError',
      code: 'VALIDATION_FAILED',
      path: ['answers', '0', 'value', 'rating'],
      issues: [
        at('GRADING_RATING_OUT_OF_RANGE', '0', 'value', 'rating'),
        at('GRADING_RATING_OUT_OF_RANGE', '1', 'value', 'rating'),
        at('GRADING_ANSWER_WRONG_KIND', '2', 'value', 'yes'),
        at('GRADING_ANSWER_WRONG_KIND', '3', 'value', 'metric'),
        at('GRADING_ANSWER_WRONG_KIND', '4', 'value', 'rating'),
        at('GRADING_ITEM_UNKNOWN', '5', 'item'),
        at('GRADING_ITEM_REPEATED', '6', 'item'),
        at('TEXT_EMPTY', '7', 'value', 'notApplicable'),
        at('TEXT_TOO_LONG', '8', 'value', 'notApplicable'),
        at('TEXT_EMPTY', '9', 'note'),
        at('LIST_TOO_LONG', '10', 'evidence'),
        at('URI_INVALID', '11', 'evidence', '0', 'uri'),
        at('TEXT_EMPTY', '11', 'evidence', '1', 'uri'),
        at('TEXT_TOO_LONG', '11', 'evidence', '2', 'uri'),
        at('URI_INVALID', '11', 'evidence', '3', 'uri'),
        at('URI_INVALID', '11', 'evidence', '4', 'uri'),
        at('TEXT_UNPRINTABLE', '11', 'evidence', '5', 'note'),
        at('GRADING_RATING_OUT_OF_RANGE', '12', 'value', 'rating'),
        at('TEXT_TOO_LONG', '12', 'note'),
      ],
    });
    expect(await read(assessor, opened)).toEqual(opened);
  });

  test('none is in twenty evidences and the longest texts', async () => {
    const { assessor, draft: opened } = await draft();
    const long = '长'.repeat(2000);
    const evidence = Array.from({ length: 20 }, () => ({ uri: `HTTPS://${'x'.repeat(1992)}`, note: long }));
    const saved = await save(assessor, opened, [{ ...rides(3), note: long, evidence }]);
    expect(saved.answers).toMatchObject([{ note: long, evidence }]);
  });

  test('of coercion name a value that is not exactly one, or not of its kind', async () => {
    const { assessor, draft: opened } = await draft();
    const document = 'mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename } }';
    const wrong = [
      {},
      { rating: 1, yes: true },
      { rating: null },
      { rating: 1, yes: null },
      { metric: 'two days' },
      { metric: 2 },
      { metric: '1e3' },
      { metric: '1.1234567' },
      { rating: 1.5 },
    ];
    for (const value of wrong) {
      const input = { id: opened.id, expectedVersion: 1, answers: [{ item: 'bikes/test-rides', value }] };
      expectError(await assessor.send(document, { input }), 'BAD_USER_INPUT');
    }
    expect(await read(assessor, opened)).toEqual(opened);
  });

  test('of a list that is longer than any edition', async () => {
    const { assessor, draft: opened } = await draft();
    const answers = Array.from({ length: 251 }, () => rides(1));
    expectError(await saveWith(assessor, opened.id, 1, answers), 'LIMIT_LIST_INPUT');
    expect(await read(assessor, opened)).toEqual(opened);
  });
});

describe('the expected version', () => {
  test('refuses a stale one, and the same call made twice', async () => {
    const { assessor, manager, draft: opened } = await draft();
    const saved = await save(assessor, opened, [rides(3)]);
    for (const [client, version] of [
      [assessor, 1],
      [manager, 0],
      [manager, 3],
      [manager, -1],
    ] as const) {
      expect(expectUserError(await saveWith(client, opened.id, version, [rides(0)]), 'STALE_VERSION')).toEqual({
        __typename: 'StaleVersionError',
        code: 'STALE_VERSION',
        path: ['expectedVersion'],
        currentVersion: 2,
      });
    }
    expect(await read(assessor, opened)).toEqual(saved);
  });

  test('lets one of twenty through that save at once', async () => {
    const { assessor, draft: opened } = await draft();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => saveWith(assessor, opened.id, 1, [rides(index % 5)])),
    );
    const stale = results.filter((result) => 'code' in (result.data?.saveAnswers ?? {}));
    for (const result of stale) expectUserError(result, 'STALE_VERSION');
    expect(stale).toHaveLength(19);
    const [won] = results.filter((result) => !stale.includes(result));
    expect(won && expectPayload(won).assessment).toEqual(await read(assessor, opened));
    expect(await read(assessor, opened)).toMatchObject({ version: 2 });
  });
});

test('nothing but a draft takes answers', async () => {
  const { assessor, draft: opened, dealer } = await draft();
  const submitted = await submit(assessor, await save(assessor, opened, steady));
  expect(expectUserError(await saveWith(assessor, opened.id, 3, [rides(0)]), 'GRADING_NOT_DRAFT')).toEqual({
    __typename: 'InvalidStateError',
    code: 'GRADING_NOT_DRAFT',
    path: ['id'],
    state: 'SUBMITTED',
  });
  expect(await read(assessor, opened)).toEqual(submitted);

  const withdrawn = await dealer.assessment({ period: '2026-H2' }).withdraw();
  const refused = await saveWith(assessor, withdrawn.id, withdrawn.version, [rides(0)]);
  expect(expectUserError(refused, 'GRADING_NOT_DRAFT')).toMatchObject({ state: 'WITHDRAWN' });
});

const SaveBriefly = graphql(`
  mutation SaveBriefly($input: SaveAnswersInput!) {
    saveAnswers(input: $input) {
      ... on SaveAnswersPayload { assessment { id version } }
      ... on UserError { code }
    }
  }
`);

test('takes five statements, however many answers', async () => {
  const { assessor, draft: opened } = await draft();
  await save(assessor, opened, []);
  for (const [index, answers] of [steady.slice(0, 1), steady].entries()) {
    const input = { id: opened.id, expectedVersion: index + 2, answers };
    const result = await assessor.run(SaveBriefly, { input });
    expectPayload(result);
    expect(result.statements).toHaveLength(5);
  }
});
