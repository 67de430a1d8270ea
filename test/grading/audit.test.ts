import { expect, test } from 'vitest';
import { parseGlobalId } from '../../api/shared/ids.ts';
import { createTestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import { expectError, expectPayload, expectUserError } from '../kit/expect.ts';
import { bikes, steady } from './bikes.ts';
import { PublishGrade, SaveAnswers, StartAssessment, SubmitAssessment, WithdrawAssessment } from './documents.ts';
import { assess } from './steps.ts';

const { seed, database } = await createTestApi({ plugins: [bikes] });

const keyOf = (id: string) => parseGlobalId(id)?.id;

test('every step of an assessment leaves one entry, which says who did what', async () => {
  const { id, assessor, manager, ...organization } = await seed.organization({ industry: 'bikes' });
  const { id: subject } = await organization.dealer();
  const startInput = { subject, kind: 'MANAGER', period: '2026-Q4' } as const;
  let assessment = '';
  let grade = '';
  const whole = await audited(database, id, async () => {
    assessment = expectPayload(await assessor.run(StartAssessment, { input: startInput })).assessment.id;
    const at = (expectedVersion: number) => ({ id: assessment, expectedVersion });
    expectPayload(await assessor.run(SaveAnswers, { input: { ...at(1), answers: steady } }));
    expectPayload(await assessor.run(SubmitAssessment, { input: at(2) }));
    const input = { assessment, expectedVersion: 3 };
    grade = expectPayload(await manager.run(PublishGrade, { input })).grade.id;
    const other = expectPayload(await assessor.run(StartAssessment, { input: { ...startInput, period: '2027-Q1' } }));
    const withdrawal = { id: other.assessment.id, expectedVersion: 1, reason: 'Too early.' };
    expectPayload(await manager.run(WithdrawAssessment, { input: withdrawal }));
  });
  expect(whole.map(({ action, actor }) => [action, actor])).toEqual([
    ['startAssessment', 'assessor 1'],
    ['saveAnswers', 'assessor 1'],
    ['submitAssessment', 'assessor 1'],
    ['publishGrade', 'channel_manager 1'],
    ['startAssessment', 'assessor 1'],
    ['withdrawAssessment', 'channel_manager 1'],
  ]);
  expect(whole.slice(0, 4).map(({ objectId }) => objectId)).toEqual([
    ...[keyOf(assessment), keyOf(assessment), keyOf(assessment), keyOf(grade)],
  ]);
  expect(whole[0]?.input).toEqual(startInput);
  expect(whole[2]?.input).toEqual({ id: assessment, expectedVersion: 2 });
  expect(whole[5]?.input).toMatchObject({ reason: 'Too early.' });
});

test('a refusal leaves none', async () => {
  const { id, assessor, manager, auditor, ...organization } = await seed.organization({ industry: 'bikes' });
  const dealer = await organization.dealer();
  const submitted = await assess(manager, { subject: dealer.id }, steady);
  const at = { id: submitted.id, expectedVersion: submitted.version };
  const startInput = { subject: dealer.id, kind: 'MANAGER', period: '2026-Q4' } as const;
  const answers = [{ item: 'bikes/test-rides', value: { rating: 9 } }];
  const draft = await dealer.assessment({ period: '2026-H2' });
  const atDraft = { id: draft.id, expectedVersion: draft.version };

  const left = await audited(database, id, async () => {
    expectUserError(await assessor.run(StartAssessment, { input: startInput }), 'GRADING_ASSESSMENT_EXISTS');
    expectUserError(
      await assessor.run(StartAssessment, { input: { ...startInput, period: 'soon' } }),
      'VALIDATION_FAILED',
    );
    expectError(await dealer.client.run(StartAssessment, { input: startInput }), 'FORBIDDEN');
    expectUserError(await assessor.run(SaveAnswers, { input: { ...atDraft, answers } }), 'VALIDATION_FAILED');
    expectUserError(await assessor.run(SaveAnswers, { input: { ...at, answers: [] } }), 'GRADING_NOT_DRAFT');
    expectUserError(await assessor.run(SubmitAssessment, { input: atDraft }), 'GRADING_ITEM_UNANSWERED');
    expectUserError(
      await assessor.run(SubmitAssessment, { input: { ...atDraft, expectedVersion: 7 } }),
      'STALE_VERSION',
    );
    expectUserError(await assessor.run(WithdrawAssessment, { input: { ...at, reason: '' } }), 'TEXT_EMPTY');
    const publishInput = { assessment: at.id, expectedVersion: at.expectedVersion };
    expectUserError(await manager.run(PublishGrade, { input: publishInput }), 'GRADING_FOUR_EYES');
    expectError(await auditor.run(PublishGrade, { input: publishInput }), 'FORBIDDEN');
    expectUserError(await dealer.client.run(WithdrawAssessment, { input: { ...at, reason: 'Mine.' } }), 'NOT_FOUND');
  });
  expect(left).toEqual([]);
});
