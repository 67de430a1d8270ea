import type { Client } from '../client.ts';
import { expectPayload } from '../expect.ts';
import type {
  AddConflictEvidenceInput,
  AdvanceConflictCaseInput,
  AnswerConflictProposalInput,
  ConflictStatus,
  OpenConflictCaseInput,
  ProposeConflictTermsInput,
  RecordConflictOrderInput,
  ResolveConflictCaseInput,
} from '../gen/graphql.ts';
import { graphql } from '../gen/index.ts';

export type ConflictCase = {
  readonly id: string;
  readonly version: number;
};

/** What a step is told beside the case it is a step of; `by` is the brand's manager unless told. */
type Given<Input> = Partial<Omit<Input, 'id' | 'expectedVersion'>> & { readonly by?: Client };
export type Opening = Given<OpenConflictCaseInput>;

/** A case on its way: each verb waits for the one before it, and the whole can be awaited at any point. */
export type ConflictCaseSteps = Promise<ConflictCase> & {
  advance(to: ConflictStatus, given?: Given<AdvanceConflictCaseInput>): ConflictCaseSteps;
  /** From the report to a status by the shortest way, of cases settled that over a consultation. */
  reach(status: ConflictStatus): ConflictCaseSteps;
  propose(given?: Given<ProposeConflictTermsInput>): ConflictCaseSteps;
  /** To the first proposal unless told. */
  answer(given: Given<AnswerConflictProposalInput>): ConflictCaseSteps;
  evidence(given?: Given<AddConflictEvidenceInput>): ConflictCaseSteps;
  resolve(given?: Given<ResolveConflictCaseInput>): ConflictCaseSteps;
  /** What became of the first order, unless told of another. */
  record(fate: RecordConflictOrderInput['fate'], given?: Given<RecordConflictOrderInput>): ConflictCaseSteps;
};

const SeedOpen = graphql(`
  mutation SeedOpen($input: OpenConflictCaseInput!) {
    openConflictCase(input: $input) {
      ... on OpenConflictCasePayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedAdvance = graphql(`
  mutation SeedAdvance($input: AdvanceConflictCaseInput!) {
    advanceConflictCase(input: $input) {
      ... on AdvanceConflictCasePayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedPropose = graphql(`
  mutation SeedPropose($input: ProposeConflictTermsInput!) {
    proposeConflictTerms(input: $input) {
      ... on ProposeConflictTermsPayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedAnswer = graphql(`
  mutation SeedAnswer($input: AnswerConflictProposalInput!) {
    answerConflictProposal(input: $input) {
      ... on AnswerConflictProposalPayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedEvidence = graphql(`
  mutation SeedEvidence($input: AddConflictEvidenceInput!) {
    addConflictEvidence(input: $input) {
      ... on AddConflictEvidencePayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedResolve = graphql(`
  mutation SeedResolve($input: ResolveConflictCaseInput!) {
    resolveConflictCase(input: $input) {
      ... on ResolveConflictCasePayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedRecord = graphql(`
  mutation SeedRecord($input: RecordConflictOrderInput!) {
    recordConflictOrder(input: $input) {
      ... on RecordConflictOrderPayload { conflictCase { id version } }
      ... on UserError { code message path }
    }
  }
`);

/** The first dealer brings the case, the second answers for it, all others suffer from it. */
export function openConflictCase(
  manager: Client,
  dealers: readonly { readonly id: string }[],
  { by = manager, ...given }: Opening,
): ConflictCaseSteps {
  const roles = ['CLAIMANT', 'RESPONDENT'] as const;
  const input: OpenConflictCaseInput = {
    title: 'Prices below the agreed floor',
    description: 'Sold below the price that both had agreed to.',
    subject: 'PRICE',
    causes: ['COMPETITION'],
    parties: dealers.map(({ id }, at) => ({ dealer: id, role: roles[at] ?? 'AFFECTED' })),
    ...given,
  };
  const opened = by.run(SeedOpen, { input }).then((result) => expectPayload(result).conflictCase);
  return stepsFrom(opened, manager);
}

const proof = [{ uri: 'urn:tierwise:proof', note: 'A receipt.' }];
const ladder: readonly ConflictStatus[] = ['TRIAGED', 'CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'];

function stepsFrom(reached: Promise<ConflictCase>, manager: Client): ConflictCaseSteps {
  const next = (step: (at: { id: string; expectedVersion: number }) => Promise<ConflictCase>) =>
    stepsFrom(
      reached.then(({ id, version }) => step({ id, expectedVersion: version })),
      manager,
    );

  const steps: ConflictCaseSteps = Object.assign(reached, {
    advance: (to: ConflictStatus, { by = manager, ...given }: Given<AdvanceConflictCaseInput> = {}) =>
      next(async (at) => expectPayload(await by.run(SeedAdvance, { input: { ...at, ...given, to } })).conflictCase),
    reach: (status: ConflictStatus) => wayTo(status, steps),
    propose: ({ by = manager, ...given }: Given<ProposeConflictTermsInput> = {}) =>
      next(async (at) => {
        const input = { terms: 'Each keeps to the floor.', ...given, ...at };
        return expectPayload(await by.run(SeedPropose, { input })).conflictCase;
      }),
    answer: ({ by = manager, ...given }: Given<AnswerConflictProposalInput>) =>
      next(async ({ id }) => {
        const input = { proposal: 1, answer: 'ACCEPT' as const, ...given, id };
        return expectPayload(await by.run(SeedAnswer, { input })).conflictCase;
      }),
    evidence: ({ by = manager, ...given }: Given<AddConflictEvidenceInput> = {}) =>
      next(async ({ id }) => {
        const input = { evidence: proof, ...given, id };
        return expectPayload(await by.run(SeedEvidence, { input })).conflictCase;
      }),
    resolve: ({ by = manager, ...given }: Given<ResolveConflictCaseInput> = {}) =>
      next(async (at) => {
        const input = { strategies: ['NEGOTIATE'], outcome: 'Both keep to the floor.', ...given, ...at };
        return expectPayload(await by.run(SeedResolve, { input })).conflictCase;
      }),
    record: (
      fate: RecordConflictOrderInput['fate'],
      { by = manager, ...given }: Given<RecordConflictOrderInput> = {},
    ) =>
      next(async (at) => {
        const input = { order: 1, ...given, ...at, fate };
        return expectPayload(await by.run(SeedRecord, { input })).conflictCase;
      }),
  });
  return steps;
}

function wayTo(status: ConflictStatus, from: ConflictCaseSteps): ConflictCaseSteps {
  if (status === 'REPORTED') return from;
  if (status === 'DISMISSED') return from.advance('DISMISSED');
  if (status === 'RESOLVED') return wayTo('CONSULTATION', from).resolve();
  if (status === 'CLOSED') return wayTo('RESOLVED', from).advance('CLOSED');
  return ladder.slice(0, ladder.indexOf(status) + 1).reduce((steps, rung) => steps.advance(rung), from);
}
