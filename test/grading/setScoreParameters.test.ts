import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { PluginDefinition, Score } from '../../plugins/kit/index.ts';
import { createTestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import type { ScoreParameterInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, steady } from './bikes.ts';
import { assess, publish } from './steps.ts';

const SetScoreParameters = graphql(`
  mutation SetScoreParameters($input: SetScoreParametersInput!) {
    setScoreParameters(input: $input) {
      ... on SetScoreParametersPayload { rubricVersion { id number status } }
      ...Refusal
    }
  }
`);

const PublishTuned = graphql(`
  mutation PublishTuned($input: PublishRubricVersionInput!) {
    publishRubricVersion(input: $input) {
      ... on PublishRubricVersionPayload { rubricVersion { number } }
      ...Refusal
    }
  }
`);

const ReadParameters = graphql(`
  query ReadParameters($locale: Locale) {
    rubric(key: "bikes") {
      current { number }
      versions {
        number
        status
        changesSince { changed { key aspects from { score { ...Tuned } } to { score { ...Tuned } } } }
        items(source: "bikes") { score { ...Tuned } }
      }
    }
  }
  fragment Tuned on ItemScore {
    parameters {
      ... on NumberParameter { name label(locale: $locale) number defaultNumber min max }
      ... on YesNoParameter { name label(locale: $locale) yes defaultYes }
      ... on ChoiceParameter { name label(locale: $locale) choice defaultChoice options { key label(locale: $locale) } }
    }
  }
`);

const SimulateTuned = graphql(`
  query SimulateTuned($answers: [ItemAnswerInput!]!, $version: Int) {
    simulateGrade(input: { rubric: "bikes", version: $version, answers: $answers }) { gates { score } }
  }
`);

const { 'test-rides': testRides } = bikes.items;
if (!testRides) throw new Error('Bicycles have test rides.');
const text = (en: string, zhHans: string) => ({ en, zhHans });

const tuned = (score: Score, max = 40, version = '1.0.0'): PluginDefinition => ({
  ...bikes,
  version,
  items: {
    ...bikes.items,
    'test-rides': {
      ...testRides,
      score,
      parameters: {
        bonus: { kind: 'number', label: text('Bonus', '加分'), min: 0, max, default: 5 },
        strict: { kind: 'yesNo', label: text('Strict', '严格'), default: false },
        basis: {
          ...{ kind: 'choice', label: text('Basis', '依据'), default: 'rides' },
          options: { rides: text('Rides', '试骑'), sales: text('Sales', '销售') },
        },
      },
    },
  },
});

const score: Score = ({ earns }, { parameters: { bonus, strict, basis } }) =>
  strict ? 0 : Math.min(100, earns + Number(bonus) + (basis === 'sales' ? 1 : 0));

const api = await createTestApi({ plugins: [tuned(score), 'fmcg'] });
const item = 'bikes/test-rides';

const set = (client: Client, values: ScoreParameterInput[], of = item) =>
  client.run(SetScoreParameters, { input: { item: of, values } });
const bonus = (number: string): ScoreParameterInput => ({ name: 'bonus', value: { number } });
const shop = () => api.seed.organization({ industry: 'bikes' });

async function state(client: Client) {
  const { rubric } = expectData(await client.run(ReadParameters, { locale: 'EN' }));
  if (!rubric) throw new Error('There is no rubric.');
  return rubric;
}

/** The score of the second gate: (3 · 2 · 75 + 2 · earned) / 8. */
async function secondGate(client: Client, version?: number) {
  const given = version === undefined ? {} : { version };
  const { simulateGrade } = expectData(await client.run(SimulateTuned, { answers: steady, ...given }));
  return simulateGrade.gates[1]?.score;
}

describe('the parameters of a score', () => {
  test('have their defaults until they are set, in both languages', async () => {
    const { auditor } = await shop();
    const { rubric } = expectData(await auditor.run(ReadParameters, { locale: 'ZH_HANS' }));
    expect(rubric?.versions[0]?.items[2]?.score?.parameters).toEqual([
      { name: 'bonus', label: '加分', number: '5', defaultNumber: '5', min: '0', max: '40' },
      { name: 'strict', label: '严格', yes: false, defaultYes: false },
      {
        ...{ name: 'basis', label: '依据', choice: 'rides', defaultChoice: 'rides' },
        options: [
          { key: 'rides', label: '试骑' },
          { key: 'sales', label: '销售' },
        ],
      },
    ]);
    expect(await secondGate(auditor)).toBe(76.25);
  });

  test('make no more editions of a rubric than 500', async () => {
    const { admin, id } = await shop();
    const columns = 'organization_id, rubric_id, content, composition, created_at';
    await api.database.asOwner((tx) =>
      tx.run((db) =>
        db.execute(sql`insert into rubric_versions (${sql.raw(columns)}, id, number, status, content_hash)
          select ${sql.raw(columns)}, gen_random_uuid(), n, 'RETIRED', content_hash || n
          from rubric_versions v, generate_series(2, 499) n
          where organization_id = ${id} and number = 1 and exists (
            select from rubrics r where r.organization_id = v.organization_id and r.id = v.rubric_id and r.key = 'bikes'
          )`),
      ),
    );
    expect(expectPayload(await set(admin, [bonus('7')])).rubricVersion.number).toBe(500);
    const numbers = async () => {
      const { rubric } = expectData(await admin.send('{ rubric(key: "bikes") { versions { number status } } }'));
      return (rubric as { versions: { status: string }[] }).versions;
    };
    const before = await numbers();
    expectUserError(await set(admin, [bonus('8')]), 'GRADING_EDITION_LIMIT');
    expect(await numbers()).toEqual(before);
  });

  test('make a draft that shows what changes, and count once it is published', async () => {
    const { admin, assessor, manager, dealer } = await shop();
    const { id: subject } = await dealer();
    const before = await publish(manager, await assess(assessor, { subject, period: '2026-Q3' }, steady));
    const { rubricVersion } = expectPayload(
      await set(admin, [bonus('25.0'), { name: 'basis', value: { choice: 'sales' } }]),
    );
    expect(rubricVersion).toMatchObject({ number: 2, status: 'DRAFT' });
    const [, draft] = (await state(admin)).versions;
    const [change, ...others] = draft?.changesSince.changed ?? [];
    expect(others).toEqual([]);
    expect(change).toMatchObject({ key: item, aspects: ['PARAMETERS'] });
    expect(change?.from.score?.parameters).toMatchObject([{ number: '5' }, { yes: false }, { choice: 'rides' }]);
    expect(change?.to.score?.parameters).toMatchObject([{ number: '25' }, { yes: false }, { choice: 'sales' }]);
    expect([await secondGate(admin), await secondGate(admin, 2)]).toEqual([76.25, 81.25]);

    const input = { id: rubricVersion.id, expectedVersion: 1 };
    expectPayload(await admin.run(PublishTuned, { input }));
    const after = await publish(manager, await assess(assessor, { subject, period: '2026-Q4' }, steady));
    expect([before.outcome.score, after.outcome.score]).toEqual([77.88, 79.38]);
  });

  test('change the one draft that there is, and leave none once they are as in the edition in force', async () => {
    const { id, admin } = await shop();
    await set(admin, [bonus('10')]);
    const last = expectPayload(await set(admin, [{ name: 'strict', value: { yes: true } }])).rubricVersion;
    expect(last).toMatchObject({ number: 3, status: 'DRAFT' });
    expect(expectPayload(await set(admin, [bonus('10.000')])).rubricVersion).toEqual(last);
    const statuses = async () => (await state(admin)).versions.map(({ status }) => status);
    expect(await statuses()).toEqual(['PUBLISHED', 'RETIRED', 'DRAFT']);
    await api.prepare(id);
    expect(await statuses()).toEqual(['PUBLISHED', 'RETIRED', 'DRAFT']);

    const back = await set(admin, [bonus('5'), { name: 'strict', value: { yes: false } }]);
    expect(expectPayload(back).rubricVersion).toMatchObject({ number: 1, status: 'PUBLISHED' });
    expect(await statuses()).toEqual(['PUBLISHED', 'RETIRED', 'RETIRED']);
  });

  test('stay through an upgrade, and give way to the default where they are allowed no longer', async () => {
    const narrower = await createTestApi({ plugins: [tuned(score, 20, '1.1.0')] });
    const { id, admin } = await shop();
    await set(admin, [bonus('30'), { name: 'basis', value: { choice: 'sales' } }]);
    await narrower.prepare(id);
    const draft = (await state(narrower.as(admin.key))).versions.at(-1);
    expect(draft?.status).toBe('DRAFT');
    expect(draft?.items[2]?.score?.parameters).toMatchObject([{ number: '5', max: '20' }, {}, { choice: 'sales' }]);
  });

  test('are one organization’s own', async () => {
    const [one, two] = [await shop(), await shop()];
    await set(one.admin, [bonus('10')]);
    await api.prepare(two.id);
    expect((await state(two.admin)).versions).toHaveLength(1);
  });

  test('leave one entry in the audit', async () => {
    const { id, admin } = await shop();
    const left = await audited(api.database, id, async () => {
      await set(admin, [bonus('10')]);
      await set(admin, [bonus('41')]);
    });
    expect(left).toMatchObject([
      { action: 'setScoreParameters', actor: 'admin 1', input: { item, values: [{ name: 'bonus' }] } },
    ]);
  });
});

describe('what cannot be set', () => {
  test('is refused, every fault at once, and nothing is written', async () => {
    const { admin } = await shop();
    const before = await state(admin);
    const answer = await set(admin, [
      bonus('40.000001'),
      bonus('-1'),
      { name: 'bonus', value: { yes: true } },
      { name: 'strict', value: { choice: 'yes' } },
      { name: 'basis', value: { choice: 'toString' } },
      { name: 'constructor', value: { number: '1' } },
    ]);
    expect(expectUserError(answer, 'VALIDATION_FAILED')).toMatchObject({
      issues: [
        { code: 'LIST_REPEATED', path: ['values', '1'] },
        { code: 'LIST_REPEATED', path: ['values', '2'] },
        { code: 'NUMBER_OUT_OF_RANGE', path: ['values', '0', 'value', 'number'] },
        { code: 'NUMBER_OUT_OF_RANGE', path: ['values', '1', 'value', 'number'] },
        { code: 'PLUGIN_PARAMETER_WRONG_KIND', path: ['values', '2', 'value'] },
        { code: 'PLUGIN_PARAMETER_WRONG_KIND', path: ['values', '3', 'value'] },
        { code: 'PLUGIN_PARAMETER_OPTION_UNKNOWN', path: ['values', '4', 'value', 'choice'] },
        { code: 'PLUGIN_PARAMETER_UNKNOWN', path: ['values', '5', 'name'] },
      ],
    });
    expectUserError(await set(admin, []), 'LIST_EMPTY');
    expectUserError(await set(admin, Array(21).fill(bonus('1'))), 'LIST_TOO_LONG');
    expect(await state(admin)).toEqual(before);
  });

  test.for([
    'bikes/brake-check',
    'bikes/none',
    'core/parts-delivery',
    'boats/test-rides',
    'bikes',
    '',
    'bikes/test-rides/x',
  ])('is anything of “%s”, which has no parameters', async (of) => {
    const { admin } = await shop();
    expect(expectUserError(await set(admin, [bonus('1')], of), 'NOT_FOUND')).toMatchObject({ path: ['item'] });
  });

  test('is anything for others than an administrator', async () => {
    const { manager, assessor, auditor, dealer } = await shop();
    for (const client of [manager, assessor, auditor, (await dealer()).client])
      expectError(await set(client, [bonus('1')]), 'FORBIDDEN');
    expect((await state(auditor)).versions).toHaveLength(1);
  });
});
