import { describe, expect, test } from 'vitest';
import { createTestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { bikes, steady } from './bikes.ts';
import { ReadAssessment } from './documents.ts';
import { assess, publish, read, start } from './steps.ts';

const ReadAssessmentNode = graphql(`
  query ReadAssessmentNode($id: ID!) {
    node(id: $id) { __typename id }
  }
`);

const ReadAround = graphql(`
  query ReadAround($id: ID!) {
    assessment(id: $id) {
      subject { __typename id code ... on Outlet { dealer { id } } }
      rubricVersion { number rubric { key } }
      outcome { rubricVersion { number } gates { tier { code } passed } }
      grade { id assessment { id } }
    }
  }
`);

const { seed } = await createTestApi({ plugins: [bikes] });

async function shop() {
  const organization = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  return { ...organization, another: organization.dealer, dealer, subject: dealer.id };
}

test('leads to its subject, its edition, its outcome and its grade', async () => {
  const { assessor, manager, auditor, dealer } = await shop();
  const outlet = await dealer.outlet();
  const grade = await publish(manager, await assess(assessor, { subject: outlet.id }, steady));
  expect(expectData(await auditor.run(ReadAround, { id: grade.assessment.id })).assessment).toEqual({
    subject: { __typename: 'Outlet', id: outlet.id, code: 'O1', dealer: { id: dealer.id } },
    rubricVersion: { number: 1, rubric: { key: 'bikes' } },
    outcome: {
      rubricVersion: { number: 1 },
      gates: ['GOOD', 'EXCELLENT', 'OUTSTANDING'].map((code) => ({ tier: { code }, passed: true })),
    },
    grade: { id: grade.id, assessment: { id: grade.assessment.id } },
  });
});

describe('is not there', () => {
  test('for an id that is none, of another type, or another organization’s', async () => {
    const { auditor, subject } = await shop();
    const stranger = await shop();
    const foreign = await start(stranger.assessor, { subject: stranger.subject });
    for (const id of ['', 'nothing', subject, foreign.id, `${foreign.id}=`]) {
      expect(expectData(await auditor.run(ReadAssessment, { id })).assessment).toBeNull();
    }
    expect(expectData(await auditor.run(ReadAssessmentNode, { id: foreign.id })).node).toBeNull();
  });

  test('for a dealer, before the grade that rests on a MANAGER assessment is published', async () => {
    const { assessor, manager, dealer, subject, another } = await shop();
    const neighbour = await another();
    const submitted = await assess(assessor, { subject }, steady);
    expect(expectData(await dealer.client.run(ReadAssessment, { id: submitted.id })).assessment).toBeNull();
    expect(expectData(await dealer.client.run(ReadAssessmentNode, { id: submitted.id })).node).toBeNull();

    await publish(manager, submitted);
    expect(await read(dealer.client, submitted)).toEqual(await read(assessor, submitted));
    expect(expectData(await dealer.client.run(ReadAssessmentNode, { id: submitted.id })).node).toEqual({
      __typename: 'Assessment',
      id: submitted.id,
    });
    expect(expectData(await neighbour.client.run(ReadAssessment, { id: submitted.id })).assessment).toBeNull();
  });

  test('for another dealer, where it is SELF', async () => {
    const { dealer, subject, another, auditor } = await shop();
    const neighbour = await another();
    const self = await start(dealer.client, { subject, kind: 'SELF' });
    expect(await read(auditor, self)).toEqual(self);
    expect(expectData(await neighbour.client.run(ReadAssessment, { id: self.id })).assessment).toBeNull();
  });
});
