import type { Client } from '../client.ts';
import { expectPayload } from '../expect.ts';
import type { CreateDealerInput, CreateOutletInput, StartAssessmentInput } from '../gen/graphql.ts';
import { graphql } from '../gen/index.ts';
import { type AssessmentPeople, type AssessmentSteps, startAssessment } from './assessment.ts';

type Assessing = Partial<Omit<StartAssessmentInput, 'subject'>> & { readonly by?: Client };

export type Outlet = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  assessment(given?: Assessing): AssessmentSteps;
};

export type Dealer = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  /** Speaks for this dealer. */
  readonly client: Client;
  outlet(given?: Partial<Omit<CreateOutletInput, 'dealer'>>): Promise<Outlet>;
  /** MANAGER by the brand's assessor unless told; a SELF assessment is by the dealer. */
  assessment(given?: Assessing): AssessmentSteps;
};

/** What a dealer is seeded with: who acts for the brand, and what is not told otherwise. */
export type Brand = AssessmentPeople & {
  readonly manager: Client;
  readonly industry: string;
  /** D1, D2, … : the same in every run, since the organization is the test's own. */
  nextCode(prefix: string): string;
  dealerKey(dealerCode: string): Promise<Client>;
};

const SeedDealer = graphql(`
  mutation SeedDealer($input: CreateDealerInput!) {
    createDealer(input: $input) {
      ... on CreateDealerPayload { dealer { id code version } }
      ... on UserError { code message path }
    }
  }
`);

const SeedOutlet = graphql(`
  mutation SeedOutlet($input: CreateOutletInput!) {
    createOutlet(input: $input) {
      ... on CreateOutletPayload { outlet { id code version } }
      ... on UserError { code message path }
    }
  }
`);

export async function createDealer(brand: Brand, given: Partial<CreateDealerInput> = {}): Promise<Dealer> {
  const code = given.code ?? brand.nextCode('D');
  const input = { name: `Dealer ${code}`, industries: [brand.industry], ...given, code };
  const { dealer } = expectPayload(await brand.manager.run(SeedDealer, { input }));
  const client = await brand.dealerKey(dealer.code);
  const people = { assessor: brand.assessor, publisher: brand.publisher, dealer: client };
  const rubric = input.industries[0] ?? brand.industry;
  return {
    ...dealer,
    client,
    outlet: async (outletGiven = {}) => {
      const outletCode = outletGiven.code ?? brand.nextCode('O');
      const basics = { name: `Outlet ${outletCode}`, kind: 'STORE' as const };
      const outletInput = { ...basics, ...outletGiven, dealer: dealer.id, code: outletCode };
      const { outlet } = expectPayload(await brand.manager.run(SeedOutlet, { input: outletInput }));
      return { ...outlet, assessment: (assessing = {}) => assess(people, rubric, outlet.id, assessing) };
    },
    assessment: (assessing = {}) => assess(people, rubric, dealer.id, assessing),
  };
}

function assess(
  people: AssessmentPeople & { dealer: Client },
  mainRubric: string,
  subject: string,
  { by, ...given }: Assessing,
): AssessmentSteps {
  const kind = given.kind ?? 'MANAGER';
  const assessor = by ?? (kind === 'SELF' ? people.dealer : people.assessor);
  const input = { rubric: mainRubric, period: '2026-Q4', ...given, kind, subject };
  return startAssessment({ assessor, publisher: people.publisher }, input.rubric ?? mainRubric, input);
}
