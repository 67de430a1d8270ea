import type { Client } from '../client.ts';
import { expectPayload } from '../expect.ts';
import type { StartAssessmentInput } from '../gen/graphql.ts';
import { graphql } from '../gen/index.ts';
import { answersTo, type Value } from './answers.ts';

export type Assessment = {
  readonly id: string;
  readonly version: number;
};

/** An assessment on its way: each verb waits for the one before it, and the whole can be awaited at any point. */
export type AssessmentSteps = Promise<Assessment> & {
  /** All items at their best or worst, or some items by key. */
  answer(given: 'best' | 'worst' | Readonly<Record<string, Value>>): AssessmentSteps;
  submit(): AssessmentSteps;
  withdraw(reason?: string): AssessmentSteps;
  /** Puts the grade in force; by another person than the one who assessed. */
  publish(): Promise<Grade>;
};

export type Grade = { readonly id: string; readonly assessment: Assessment };
export type AssessmentPeople = { readonly assessor: Client; readonly publisher: Client };

const SeedStart = graphql(`
  mutation SeedStart($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      ... on StartAssessmentPayload { assessment { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedSave = graphql(`
  mutation SeedSave($input: SaveAnswersInput!) {
    saveAnswers(input: $input) {
      ... on SaveAnswersPayload { assessment { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedSubmit = graphql(`
  mutation SeedSubmit($input: SubmitAssessmentInput!) {
    submitAssessment(input: $input) {
      ... on SubmitAssessmentPayload { assessment { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedWithdraw = graphql(`
  mutation SeedWithdraw($input: WithdrawAssessmentInput!) {
    withdrawAssessment(input: $input) {
      ... on WithdrawAssessmentPayload { assessment { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedPublish = graphql(`
  mutation SeedPublish($input: PublishGradeInput!) {
    publishGrade(input: $input) {
      ... on PublishGradePayload { grade { id assessment { id version } } }
      ... on UserError { code message path }
    }
  }
`);

export function startAssessment(
  people: AssessmentPeople,
  rubric: string,
  input: StartAssessmentInput,
): AssessmentSteps {
  const { assessor } = people;
  const started = assessor.run(SeedStart, { input }).then((result) => expectPayload(result).assessment);
  return stepsFrom(started, people, rubric);
}

function stepsFrom(reached: Promise<Assessment>, people: AssessmentPeople, rubric: string): AssessmentSteps {
  const { assessor, publisher } = people;
  const next = (step: (at: { id: string; expectedVersion: number }) => Promise<Assessment>) =>
    stepsFrom(
      reached.then(({ id, version }) => step({ id, expectedVersion: version })),
      people,
      rubric,
    );

  return Object.assign(reached, {
    answer: (given: Parameters<AssessmentSteps['answer']>[0]) =>
      next(async (at) => {
        const answers =
          typeof given === 'string'
            ? await answersTo(assessor, rubric, given)
            : Object.entries(given).map(([item, value]) => ({ item, value }));
        return expectPayload(await assessor.run(SeedSave, { input: { ...at, answers } })).assessment;
      }),
    submit: () => next(async (input) => expectPayload(await assessor.run(SeedSubmit, { input })).assessment),
    withdraw: (reason = 'Started by mistake.') =>
      next(async (at) => expectPayload(await assessor.run(SeedWithdraw, { input: { ...at, reason } })).assessment),
    publish: async () => {
      const { id, version } = await reached;
      const input = { assessment: id, expectedVersion: version };
      return expectPayload(await publisher.run(SeedPublish, { input })).grade;
    },
  });
}
