import { describe, expect, test } from 'vitest';
import { parseGlobalId } from '../../api/shared/ids.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { createTestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, coreItems, scale, steady } from './bikes.ts';
import { assess, publish, read, save, start, submit } from './steps.ts';

const PublishRubricVersion = graphql(`
  mutation PublishRubricVersion($input: PublishRubricVersionInput!) {
    publishRubricVersion(input: $input) {
      ... on PublishRubricVersionPayload { rubricVersion { id number status effectiveFrom rubric { current { number } } } }
      ...Refusal
    }
  }
`);

const ReadVersions = graphql(`
  query ReadVersions {
    rubric(key: "bikes") { current { number } versions { id number status effectiveFrom contentHash items { key weight } } }
  }
`);

const ReadGradeWhole = graphql(`
  query ReadGradeWhole($id: ID!) {
    node(id: $id) {
      ... on Grade {
        status
        assessment { rubricVersion { number } answers { item { key } earned } }
        outcome { rubricVersion { number } tierCode score gates { score coreScore } shortfalls { size } nextTier { deficit } }
      }
    }
  }
`);

const ReadEdition = graphql(`
  query ReadEdition($id: ID!) {
    assessment(id: $id) { rubricVersion { number status } unanswered }
  }
`);

/** The same trade a season later: the rides are gone, loans have come. */
const { 'test-rides': testRides, ...kept } = bikes.items;
const nextSeason: PluginDefinition = {
  ...bikes,
  version: '2.0.0',
  items: {
    ...kept,
    'loan-bikes': { tier: 'GOOD', dimension: 'CONTENT', weight: 4, label: bikes.label, measure: scale },
  },
};

const before = await createTestApi({ plugins: [bikes], now: () => new Date('2026-10-01T08:00:00.000Z') });
const after = await createTestApi({ plugins: [nextSeason], now: () => new Date('2027-01-01T23:59:59.999Z') });

async function versions(client: Client) {
  const { rubric } = expectData(await client.run(ReadVersions));
  if (!rubric) throw new Error('There is no rubric.');
  return rubric;
}

/** An organization whose server was started with the next season's plugin: edition 1 in force, edition 2 a draft. */
async function upgraded() {
  const organization = await before.seed.organization({ industry: 'bikes' });
  await after.prepare(organization.id);
  const admin = after.as(organization.admin.key);
  const [, draft] = (await versions(admin)).versions;
  if (!draft) throw new Error('The start made no draft.');
  return { ...organization, admin, earlier: organization.admin, draft };
}

const publishEdition = (client: Client, id: string, expectedVersion = 1) =>
  client.run(PublishRubricVersion, { input: { id, expectedVersion } });

describe('who may publish an edition', () => {
  test('is an administrator, and nobody else changes anything', async () => {
    const { admin, manager, assessor, auditor, dealer, draft } = await upgraded();
    const stranger = await upgraded();
    const found = await versions(admin);
    for (const { key } of [manager, assessor, auditor, (await dealer()).client])
      expectError(await publishEdition(after.as(key), draft.id), 'FORBIDDEN');
    expect(expectUserError(await publishEdition(stranger.admin, draft.id), 'NOT_FOUND')).toEqual({
      ...{ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['id'] },
    });
    expectUserError(await publishEdition(admin, 'nonsense'), 'NOT_FOUND');
    expect(await versions(admin)).toEqual(found);
  });
});

describe('a draft edition', () => {
  test('comes into force today, and the one before it is retired', async () => {
    const { admin, draft } = await upgraded();
    expect(expectPayload(await publishEdition(admin, draft.id)).rubricVersion).toEqual({
      ...{ id: draft.id, number: 2, status: 'PUBLISHED', effectiveFrom: '2027-01-01' },
      rubric: { current: { number: 2 } },
    });
    const { current, versions: all } = await versions(admin);
    expect(current).toEqual({ number: 2 });
    expect(all).toMatchObject([
      { number: 1, status: 'RETIRED', effectiveFrom: '2026-10-01' },
      { number: 2, status: 'PUBLISHED', effectiveFrom: '2027-01-01', contentHash: draft.contentHash },
    ]);
    expect(all[1]?.items).toEqual(draft.items);
  });

  test('leaves nothing for the next start to do, and a start with the items of before makes a draft to go back by', async () => {
    const { id, admin, earlier, draft } = await upgraded();
    expectPayload(await publishEdition(admin, draft.id));
    const found = await versions(admin);
    await after.prepare(id);
    expect(await versions(admin)).toEqual(found);

    await before.prepare(id);
    const [first, , third] = (await versions(earlier)).versions;
    expect(third).toMatchObject({ number: 3, status: 'DRAFT', contentHash: first?.contentHash });
    expectPayload(await publishEdition(earlier, third?.id ?? '', 2));
    expect((await versions(earlier)).versions.map(({ status }) => status)).toEqual(['RETIRED', 'RETIRED', 'PUBLISHED']);
  });

  test('is refused once it is none any more, whatever version is named', async () => {
    const { id, admin, earlier, draft } = await upgraded();
    const refused = async (client: Client, of: string, expected: number) =>
      expectUserError(await publishEdition(client, of, expected), 'GRADING_EDITION_NOT_DRAFT');
    const wrong = { __typename: 'InvalidStateError', code: 'GRADING_EDITION_NOT_DRAFT', path: ['id'] };
    expectPayload(await publishEdition(admin, draft.id));
    const [first] = (await versions(admin)).versions;
    for (const expected of [1, 2]) {
      expect(await refused(admin, draft.id, expected)).toEqual({ ...wrong, state: 'PUBLISHED' });
      expect(await refused(admin, first?.id ?? '', expected)).toEqual({ ...wrong, state: 'RETIRED' });
    }
    await before.prepare(id);
    await after.prepare(id);
    const setAside = (await versions(earlier)).versions[2];
    expect(await refused(earlier, setAside?.id ?? '', 2)).toEqual({ ...wrong, state: 'RETIRED' });
    expect((await versions(admin)).current).toEqual({ number: 2 });
  });

  test('is refused where another edition is in force than the caller read', async () => {
    const { admin, draft } = await upgraded();
    const found = await versions(admin);
    for (const expected of [0, 2, -1]) {
      expect(expectUserError(await publishEdition(admin, draft.id, expected), 'STALE_VERSION')).toEqual({
        ...{ __typename: 'StaleVersionError', code: 'STALE_VERSION', path: ['expectedVersion'], currentVersion: 1 },
      });
    }
    expect(await versions(admin)).toEqual(found);
  });

  test('is published once where several ask at the same time', async () => {
    const { admin, draft } = await upgraded();
    const answers = await Promise.all([1, 2, 3].map(() => publishEdition(admin, draft.id)));
    const done = answers.filter((answer) => 'rubricVersion' in expectData(answer).publishRubricVersion);
    expect(done).toHaveLength(1);
    expect((await versions(admin)).versions.map(({ status }) => status)).toEqual(['RETIRED', 'PUBLISHED']);
  });

  test('leaves one entry in the audit, a refusal none', async () => {
    const { id, admin, draft } = await upgraded();
    const input = { id: draft.id, expectedVersion: 1 };
    const left = await audited(after.database, id, async () => {
      await publishEdition(admin, draft.id, 7);
      await publishEdition(admin, draft.id);
      await publishEdition(admin, draft.id);
    });
    expect(left).toEqual([
      { action: 'publishRubricVersion', actor: 'admin 1', objectId: parseGlobalId(draft.id)?.id, input },
    ]);
  });

  test('takes seven statements', async () => {
    const { admin, draft } = await upgraded();
    const document = `mutation { publishRubricVersion(input: { id: "${draft.id}", expectedVersion: 1 }) { __typename } }`;
    expect((await admin.send(document)).statements).toHaveLength(7);
  });
});

describe('once an edition is published', () => {
  test('what starts goes by it, and what had started stays with its own', async () => {
    const { admin, assessor, manager, dealer, draft } = await upgraded();
    const [ours, theirs] = [after.as(assessor.key), after.as(manager.key)];
    const { id: subject } = await dealer();
    const begun = await start(ours, { subject, period: '2026-Q3' });
    expectPayload(await publishEdition(admin, draft.id));

    const fresh = await start(ours, { subject, period: '2026-Q4' });
    expect(expectData(await ours.run(ReadEdition, { id: fresh.id })).assessment).toEqual({
      rubricVersion: { number: 2, status: 'PUBLISHED' },
      unanswered: [...coreItems, 'bikes/repair-hours', 'bikes/brake-check', 'bikes/loan-bikes'],
    });
    const finished = await publish(theirs, await submit(ours, await save(ours, begun, steady)));
    expect(finished.outcome.score).toBe(77.5);
    expect(expectData(await ours.run(ReadEdition, { id: begun.id })).assessment).toEqual({
      rubricVersion: { number: 1, status: 'RETIRED' },
      unanswered: [],
    });
  });

  test('grades and submitted assessments read as before, to the byte', async () => {
    const { id, admin, assessor, manager, auditor, dealer, draft } = await upgraded();
    const { id: subject } = await dealer();
    const graded = await publish(manager, await assess(assessor, { subject, period: '2026-Q3' }, steady));
    const submitted = await assess(assessor, { subject, period: '2026-Q4' }, steady);
    const state = async () => [
      (await after.as(auditor.key).run(ReadGradeWhole, { id: graded.id })).body,
      JSON.stringify(await read(after.as(auditor.key), submitted)),
    ];
    const found = await state();
    expectPayload(await publishEdition(admin, draft.id));
    expect(await state()).toEqual(found);
    await before.prepare(id);
    expect(await state()).toEqual(found);
    const later = await publish(after.as(manager.key), submitted);
    expect([later.outcome, later.supersedes?.id]).toEqual([submitted.outcome, graded.id]);
  });
});
