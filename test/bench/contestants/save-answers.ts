import type { Answer } from '../../../plugins/kit/grading/earned.ts';

/** Parameters: organization, assessment, the version that was read, the answers, the caller's key. */
export const saveAnswersSql = `
  with saved as (
    update assessments set answers = answers || $4::jsonb, version = version + 1,
      hands = case when $5::uuid = any(hands) then hands else hands || $5::uuid end
    where organization_id = $1::uuid and id = $2::uuid and version = $3::int and status = 'DRAFT'
    returning *
  ), noted as (
    insert into audit_entries (organization_id, id, at, actor, actor_key, action, object_id, input)
    select organization_id, gen_random_uuid(), now(), 'Bench', $5::uuid, 'saveAnswers', id, $4::jsonb from saved
  )
  select * from saved`;

/** PostGraphile shows a function as a mutation. */
export const saveAnswersFunction = `
  create function save_answers(organization uuid, assessment uuid, expected_version int, answers jsonb, actor uuid)
  returns assessments language sql volatile as $$${saveAnswersSql}$$`;

export interface AnswerGiven {
  readonly item: string;
  readonly value: Answer;
  readonly evidence: Answer['evidence'];
}

/** Answers as they are kept, by their items. */
export const keptAnswers = (given: readonly AnswerGiven[]): Record<string, Answer> =>
  Object.fromEntries(
    given.map(({ item, value, evidence = [] }) => [item, { ...value, ...(evidence.length > 0 && { evidence }) }]),
  );
