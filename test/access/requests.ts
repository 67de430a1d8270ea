import type { Role } from '../../api/access/viewer.ts';
import { expectData } from '../kit/expect.ts';
import { answersTo } from '../kit/seed/answers.ts';
import type { Variables } from './openings.ts';
import type { WholeBrand } from './whole-brand.ts';

/** For each operation of the contract, variables with which it succeeds for those who may call it, every id in them given. */
export type Requests = Readonly<Record<string, () => Promise<Variables>>>;

/** What each query is asked; every object named is the DEALER's own, so that all roles may see it. */
export function queriesOf({ region, middle, low, outlet, callers, dispute }: WholeBrand): Requests {
  const asked: Record<string, Variables> = {
    node: { id: middle.id },
    nodes: { ids: [outlet.id] },
    viewer: {},
    dealer: { id: middle.id },
    dealerByCode: { code: middle.code },
    dealers: {
      filter: { territory: region.id, industry: ['appliances'], tier: ['OUTSTANDING'], search: middle.code },
    },
    outlet: { id: outlet.id },
    outletByCode: { dealer: middle.id, code: outlet.code },
    outlets: { filter: { dealer: middle.id, territory: region.id, industry: ['appliances'], search: outlet.code } },
    territories: {},
    rubrics: {},
    rubric: { key: 'appliances' },
    assessments: { filter: { subject: outlet.id, rubric: 'appliances', period: '2026-Q1' } },
    segments: {},
    segment: { code: low.code },
    matchChannels: { segment: low.code, needs: ['SOCIAL'] },
    conflictCase: { id: dispute.id },
    conflictCases: { filter: { dealer: middle.id, status: ['CONSULTATION'] } },
    conflictStrategies: {},
    conflictTags: {},
    simulateBenefitSharing: { input: { amount: '1', parties: [{ party: middle.code, contribution: '1', cost: '1' }] } },
    plugins: {},
    industries: {},
    industry: { key: 'appliances' },
  };
  return {
    ...Object.fromEntries(Object.entries(asked).map(([name, variables]) => [`Query.${name}`, async () => variables])),
    'Query.assessment': async () => ({ id: (await middle.assessment({ kind: 'SELF', period: nextPeriod() })).id }),
    'Query.simulateGrade': async () => ({
      input: { rubric: 'appliances', version: 1, answers: await answersTo(callers.ADMIN, 'appliances', 'best') },
    }),
  };
}

let year = 2100;
/** A period of its own, so that no assessment stands in another's way. */
export function nextPeriod(): string {
  year += 1;
  return `${year}-H1`;
}

/** What each mutation is asked by a caller of a role, with objects that no other call has changed. */
export function mutationsOf(brand: WholeBrand, role: Role): Requests {
  const { organization, callers, region, middle, low } = brand;
  const kind = role === 'DEALER' ? 'SELF' : 'MANAGER';
  const territory = region.id;
  const assessment = () => middle.assessment({ kind, period: nextPeriod() });
  const naming = () => ({ code: `N${nextPeriod()}`, name: 'New' });
  const versioned = ({ id, version }: { id: string; version: number }) => ({ id, expectedVersion: version });
  const linked = async () => {
    const [upstream, downstream] = [(await organization.dealer()).id, (await organization.dealer()).id];
    const document = 'mutation ($input: LinkDealersInput!) { linkDealers(input: $input) { __typename } }';
    await callers.CHANNEL_MANAGER.send(document, { input: { upstream, downstream } });
    return { downstream };
  };
  const dispute = () => organization.conflictCase([middle, low]);
  const order = {
    ...{ kind: 'RESTITUTION' as const, party: middle.id, beneficiary: low.id },
    ...{ amount: '10', due: '9999-12-31' },
  };
  const text = { en: 'New', zhHans: '新' };
  const words = { segment: low.code, stage: 'SERVICE_CLOSE', detail: 'SCRIPT', text };
  const segment = async () => {
    const document = 'query ($code: String!) { segment(code: $code) { id version } }';
    const { segment: found } = expectData(await callers.ADMIN.send(document, { code: low.code }));
    return found as { id: string; version: number };
  };
  const added = async () => {
    const document = `mutation ($input: AddPlaybookTextInput!) {
      addPlaybookText(input: $input) { ... on AddPlaybookTextPayload { playbookText { key version } } }
    }`;
    const { addPlaybookText } = expectData(await callers.CHANNEL_MANAGER.send(document, { input: words }));
    const { key, version } = (addPlaybookText as { playbookText: { key: string; version: number } }).playbookText;
    return { segment: low.code, key, expectedVersion: version };
  };
  const asked: Record<string, () => Promise<Variables>> = {
    createDealer: async () => ({ ...naming(), industries: ['appliances'], territory }),
    updateDealer: async () => ({ ...versioned(await organization.dealer()), name: 'Other', territory }),
    assignDealerClass: async () => ({
      dealer: (await organization.dealer()).id,
      ...{ class: 'C', validFrom: '2026-01-01', reason: 'Turnover.' },
    }),
    linkDealers: async () => ({ upstream: middle.id, downstream: (await organization.dealer()).id }),
    unlinkDealers: linked,
    createOutlet: async () => ({ ...naming(), dealer: middle.id, kind: 'STORE', territory }),
    updateOutlet: async () => ({ ...versioned(await middle.outlet()), name: 'Other', territory }),
    createTerritory: async () => ({ ...naming(), parent: territory }),
    startAssessment: async () => ({ subject: middle.id, kind, rubric: 'appliances', period: nextPeriod() }),
    saveAnswers: async () => ({
      ...versioned(await assessment()),
      answers: (await answersTo(callers.ADMIN, 'appliances', 'best')).slice(0, 1),
    }),
    submitAssessment: async () => versioned(await assessment().answer('best')),
    withdrawAssessment: async () => ({ ...versioned(await assessment()), reason: 'By mistake.' }),
    publishGrade: async () => {
      const { id, version } = await middle.assessment({ period: nextPeriod() }).answer('best').submit();
      return { assessment: id, expectedVersion: version };
    },
    publishRubricVersion: brand.draft,
    setScoreParameters: async () => ({
      item: 'tuned/scored',
      values: [{ name: 'pace', value: { number: nextPeriod().slice(1, 4) } }],
    }),
    createSegment: async () => ({ code: `N${nextPeriod().slice(0, 4)}`, label: text, description: text }),
    updateSegment: async () => ({ ...versioned(await segment()), label: text }),
    addPlaybookText: async () => words,
    overridePlaybookText: async () => ({ ...(await added()), text }),
    removePlaybookText: added,
    openConflictCase: async () => ({
      ...{ title: 'New', description: 'New', subject: 'PRICE', causes: ['OTHER'], tags: ['fmcg/diversion'] },
      // The first is not the claimant, so that another in its place is missed by nothing but its id.
      parties: [
        { dealer: low.id, role: 'RESPONDENT' },
        { dealer: middle.id, role: 'CLAIMANT' },
      ],
    }),
    advanceConflictCase: async () => ({ ...versioned(await dispute()), to: 'TRIAGED', note: 'Seen.' }),
    resolveConflictCase: async () => ({
      ...versioned(await dispute().reach('CONSULTATION')),
      ...{ strategies: ['NEGOTIATE'], outcome: 'Settled.', orders: [order] },
    }),
    addConflictEvidence: async () => ({ id: (await dispute()).id, evidence: [{ uri: 'urn:tierwise:proof' }] }),
    proposeConflictTerms: async () => ({ ...versioned(await dispute().reach('CONSULTATION')), terms: 'Terms.' }),
    answerConflictProposal: async () => ({
      id: (await dispute().reach('CONSULTATION').propose()).id,
      ...{ proposal: 1, party: middle.id, answer: 'ACCEPT' },
    }),
    recordConflictOrder: async () => ({
      ...versioned(
        await dispute()
          .reach('CONSULTATION')
          .resolve({ orders: [order] }),
      ),
      ...{ order: 1, fate: 'FULFILLED' },
    }),
    setPluginEnabled: async () => ({ name: 'lottery', enabled: true }),
  };
  const wrapped = Object.entries(asked).map(([name, input]) => [
    `Mutation.${name}`,
    async () => ({ input: await input() }),
  ]);
  return Object.fromEntries(wrapped);
}

export const requestsOf = (brand: WholeBrand, role: Role): Requests => ({
  ...queriesOf(brand),
  ...mutationsOf(brand, role),
});
