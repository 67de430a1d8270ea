import { graphql } from '../kit/gen/index.ts';

/** All that an assessment shows of itself, to compare before and after. */
export const AssessmentState = graphql(`
  fragment AssessmentState on Assessment {
    id
    version
    kind
    status
    period
    assessor
    startedAt
    submittedAt
    withdrawnAt
    withdrawalReason
    unanswered
    answers { item { key } rating yes metric notApplicable reason note earned evidence { uri note } }
    outcome { tierCode score }
    grade { id }
  }
`);

/** All that an expected refusal shows of itself, but for its words. */
export const Refusal = graphql(`
  fragment Refusal on UserError {
    __typename
    code
    path
    ... on ValidationError { issues { code path } }
    ... on StaleVersionError { currentVersion }
    ... on InvalidStateError { state }
  }
`);

export const ReadAssessment = graphql(`
  query ReadAssessment($id: ID!) {
    assessment(id: $id) { ...AssessmentState }
  }
`);

export const StartAssessment = graphql(`
  mutation StartAssessment($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      ... on StartAssessmentPayload { assessment { ...AssessmentState } }
      ...Refusal
    }
  }
`);

export const SaveAnswers = graphql(`
  mutation SaveAnswers($input: SaveAnswersInput!) {
    saveAnswers(input: $input) {
      ... on SaveAnswersPayload { assessment { ...AssessmentState } }
      ...Refusal
    }
  }
`);

export const SubmitAssessment = graphql(`
  mutation SubmitAssessment($input: SubmitAssessmentInput!) {
    submitAssessment(input: $input) {
      ... on SubmitAssessmentPayload { assessment { ...AssessmentState } }
      ...Refusal
    }
  }
`);

export const WithdrawAssessment = graphql(`
  mutation WithdrawAssessment($input: WithdrawAssessmentInput!) {
    withdrawAssessment(input: $input) {
      ... on WithdrawAssessmentPayload { assessment { ...AssessmentState } }
      ...Refusal
    }
  }
`);

export const PublishGrade = graphql(`
  mutation PublishGrade($input: PublishGradeInput!) {
    publishGrade(input: $input) {
      ... on PublishGradePayload {
        grade {
          id
          status
          validFrom
          validTo
          publishedBy
          outcome { tierCode score }
          supersedes { id status validTo }
          assessment { id version }
          subject { id }
        }
      }
      ...Refusal
    }
  }
`);
