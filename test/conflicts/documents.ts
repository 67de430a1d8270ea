import { graphql } from '../kit/gen/index.ts';

export const AnswerState = graphql(`
  fragment AnswerState on ConflictAnswer {
    party { id }
    answer
    at
    by
    note
  }
`);

export const OrderState = graphql(`
  fragment OrderState on ConflictOrder {
    number
    kind
    party { id }
    beneficiary { id }
    amount
    currency
    due
    fate
    recordedAt
  }
`);

export const ResolutionState = graphql(`
  fragment ResolutionState on ConflictResolution {
    mechanism
    strategies { code }
    outcome
    orders { ...OrderState }
    resolvedAt
    resolvedBy
  }
`);

export const EventState = graphql(`
  fragment EventState on ConflictEvent {
    number
    kind
    at
    actor
    actorDealer { id }
    from
    to
    note
    visibility
    evidence { uri note }
    proposal { number }
    answer { ...AnswerState }
    resolution { ...ResolutionState }
    order { ...OrderState }
    fate
  }
`);

/** All that a case shows of itself, to compare before and after; its parties by their ids. */
export const CaseState = graphql(`
  fragment CaseState on ConflictCase {
    id
    number
    title
    description
    openedBy
    structure
    reason: structureReason(locale: EN)
    subject
    causes
    tags { key cause label(locale: EN) }
    impacts { impact rating }
    severity
    status
    nextStatuses
    parties { role dealer { id } }
    suggestedStrategies { strategy { code } answers answersTags }
    proposals {
      number
      terms
      proposedAt
      proposedBy
      answers { ...AnswerState }
      unanswered { dealer { id } }
      open
    }
    resolution { ...ResolutionState }
    openedAt
    closedAt
    dueAt
    overdue
    version
    events(first: 100) { totalCount nodes { ...EventState } }
  }
`);

/** What a card shows, and what it keeps to itself. */
export const MetDealer = graphql(`
  fragment MetDealer on Dealer {
    id
    code
    name
    class
    territory { id }
    upstream { id }
    outlets(first: 1) { totalCount nodes { id } }
    secondTier(first: 1) { totalCount nodes { id } }
    conflictCases(first: 1) { totalCount nodes { id } }
    grade { id }
  }
`);

export const ReadConflictCase = graphql(`
  query ReadConflictCase($id: ID!) {
    conflictCase(id: $id) { ...CaseState }
  }
`);

export const ListConflictCases = graphql(`
  query ListConflictCases($filter: ConflictCaseFilter) {
    conflictCases(filter: $filter, first: 100) {
      totalCount
      nodes { id title overdue }
    }
  }
`);

export const OpenConflictCase = graphql(`
  mutation OpenedConflictCase($input: OpenConflictCaseInput!) {
    openConflictCase(input: $input) {
      ... on OpenConflictCasePayload { conflictCase { ...CaseState } }
      ...Refusal
    }
  }
`);

export const AdvanceConflictCase = graphql(`
  mutation AdvancedConflictCase($input: AdvanceConflictCaseInput!) {
    advanceConflictCase(input: $input) {
      ... on AdvanceConflictCasePayload { conflictCase { ...CaseState } }
      ... on InvalidStateError { message }
      ...Refusal
    }
  }
`);

export const ResolveConflictCase = graphql(`
  mutation ResolvedConflictCase($input: ResolveConflictCaseInput!) {
    resolveConflictCase(input: $input) {
      ... on ResolveConflictCasePayload { conflictCase { ...CaseState } }
      ... on InvalidStateError { message }
      ...Refusal
    }
  }
`);

export const AddConflictEvidence = graphql(`
  mutation AddedConflictEvidence($input: AddConflictEvidenceInput!) {
    addConflictEvidence(input: $input) {
      ... on AddConflictEvidencePayload { conflictCase { ...CaseState } }
      ... on InvalidStateError { message }
      ...Refusal
    }
  }
`);

export const ProposeConflictTerms = graphql(`
  mutation ProposedConflictTerms($input: ProposeConflictTermsInput!) {
    proposeConflictTerms(input: $input) {
      ... on ProposeConflictTermsPayload { conflictCase { ...CaseState } }
      ... on InvalidStateError { message }
      ...Refusal
    }
  }
`);

export const AnswerConflictProposal = graphql(`
  mutation AnsweredConflictProposal($input: AnswerConflictProposalInput!) {
    answerConflictProposal(input: $input) {
      ... on AnswerConflictProposalPayload { conflictCase { ...CaseState } }
      ...Refusal
    }
  }
`);

export const RecordConflictOrder = graphql(`
  mutation RecordedConflictOrder($input: RecordConflictOrderInput!) {
    recordConflictOrder(input: $input) {
      ... on RecordConflictOrderPayload { conflictCase { ...CaseState } }
      ...Refusal
    }
  }
`);
