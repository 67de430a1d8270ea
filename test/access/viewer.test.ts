import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { countQueries } from '../kit/statements.ts';

const AccessViewer = graphql(`
  query AccessViewer {
    viewer {
      name
      role
      organization { code defaultLocale }
      dealer { code }
      scopes
    }
  }
`);

const assessing = ['saveAnswers', 'startAssessment', 'submitAssessment', 'withdrawAssessment'];
const disputing = ['addConflictEvidence', 'answerConflictProposal', 'openConflictCase'];

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('viewer', () => {
  test('is nobody without a key', async () => {
    const answer = await api.as(null).run(AccessViewer);
    expect(answer.status).toBe(401);
    expectError(answer, 'UNAUTHENTICATED');
  });

  test('is the key: its role, its organization, what it may call', async () => {
    const brand = await api.seed.organization();
    const { viewer } = expectData(await brand.assessor.run(AccessViewer));
    expect(viewer).toMatchObject({ role: 'ASSESSOR', dealer: null, scopes: assessing });
    expect(expectData(await brand.auditor.run(AccessViewer)).viewer).toMatchObject({ role: 'AUDITOR', scopes: [] });
    expect(expectData(await brand.admin.run(AccessViewer)).viewer.organization).toEqual(viewer.organization);
  });

  test('speaks for its dealer where it is a DEALER', async () => {
    const brand = await api.seed.organization();
    const dealer = await brand.dealer();
    const { viewer } = expectData(await dealer.client.run(AccessViewer));
    expect(viewer).toMatchObject({ role: 'DEALER', dealer: { code: dealer.code } });
    expect(viewer.scopes).toEqual([...disputing, ...assessing].sort());
  });

  test('costs its key, its organization and its dealer, one statement each', async () => {
    const brand = await api.seed.organization();
    const dealer = await brand.dealer();
    expect(await countQueries(() => dealer.client.run(AccessViewer))).toBe(3);
  });
});
