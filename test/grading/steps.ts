import type { Client } from '../kit/client.ts';
import { expectData, expectPayload } from '../kit/expect.ts';
import type { ItemAnswerInput, StartAssessmentInput } from '../kit/gen/graphql.ts';
import { PublishGrade, ReadAssessment, SaveAnswers, StartAssessment, SubmitAssessment } from './documents.ts';

type At = { readonly id: string; readonly version: number };
type Started = Pick<StartAssessmentInput, 'subject'> & Partial<StartAssessmentInput>;

const at = ({ id, version }: At) => ({ id, expectedVersion: version });

/** An assessment as a caller reads it now. */
export async function read(client: Client, { id }: Pick<At, 'id'>) {
  const { assessment } = expectData(await client.run(ReadAssessment, { id }));
  if (!assessment) throw new Error('The caller does not see the assessment.');
  return assessment;
}

/** A draft: by the brand for 2026-Q4, unless told otherwise. */
export async function start(client: Client, given: Started) {
  const input = { kind: 'MANAGER' as const, period: '2026-Q4', ...given };
  return expectPayload(await client.run(StartAssessment, { input })).assessment;
}

export async function save(client: Client, assessment: At, answers: ItemAnswerInput[]) {
  return expectPayload(await client.run(SaveAnswers, { input: { ...at(assessment), answers } })).assessment;
}

export async function submit(client: Client, assessment: At) {
  return expectPayload(await client.run(SubmitAssessment, { input: at(assessment) })).assessment;
}

export async function publish(client: Client, { id, version }: At) {
  const input = { assessment: id, expectedVersion: version };
  return expectPayload(await client.run(PublishGrade, { input })).grade;
}

/** Started, answered whole and submitted by one person. */
export async function assess(client: Client, given: Started, answers: ItemAnswerInput[]) {
  return submit(client, await save(client, await start(client, given), answers));
}
