import Fastify from 'fastify';
import mercurius, { type MercuriusLoaders } from 'mercurius';
import type { Outcome } from '../../../plugins/kit/grading/grade.ts';
import { explained, wording } from './explain.ts';
import { prepared } from './pool.ts';
import { type AnswerGiven, keptAnswers, saveAnswersSql } from './save-answers.ts';

const organization = process.env.ORGANIZATION ?? '';

const schema = `
  type Query {
    dealers(first: Int!, after: String): DealerConnection!
    dealerByCode(code: String!): Dealer
  }
  type Mutation { saveAnswers(input: SaveAnswersInput!): SaveAnswersPayload }

  enum DealerStatus { APPLICANT ACTIVE RECTIFYING SUSPENDED EXITED }
  enum ChannelType { PHYSICAL ECOMMERCE PHONE SOCIAL }
  enum OutletKind { STORE SUPERMARKET COUNTER LOTTERY_OUTLET SERVICE_POINT EXPERIENCE_CENTRE ONLINE_SHOP }
  enum AssessmentKind { SELF MANAGER }
  enum AssessmentStatus { DRAFT SUBMITTED WITHDRAWN }

  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type DealerConnection { nodes: [Dealer!]! pageInfo: PageInfo! }
  type OutletConnection { nodes: [Outlet!]! }
  type AssessmentConnection { nodes: [Assessment!]! }

  type Dealer {
    code: String!
    name: String!
    status: DealerStatus!
    channel: ChannelType!
    version: Int!
    territory: Territory
    outlets(first: Int!): OutletConnection!
    assessments(first: Int!): AssessmentConnection!
    grade: Grade
  }
  type Territory { code: String! name: String! parent: Territory }
  type Outlet { code: String! name: String! kind: OutletKind! address: String }
  type Assessment { kind: AssessmentKind! status: AssessmentStatus! period: String! assessor: String! version: Int! }

  type Grade { publishedBy: String! outcome: GradeOutcome! }
  type GradeOutcome { tierCode: String! score: Float! gates: [GateResult!]! shortfalls: [Shortfall!]! nextTier: NextTierPath }
  type ServiceTier { code: String! label: String! }
  type RubricItem { key: String! label: String! }
  type GateResult { tier: ServiceTier! passed: Boolean! score: Float! threshold: Float! reasons: [GateReason!]! }
  type GateReason { code: String! message: String! item: RubricItem }
  type Shortfall { item: RubricItem! earned: Float! size: Float! redLine: Boolean! }
  type NextTierPath { tier: ServiceTier! reachable: Boolean! deficit: Float! steps: [NextTierStep!]! }
  type NextTierStep { item: RubricItem! fromEarned: Float! toEarned: Float! }

  type SaveAnswersPayload { assessment: Assessment! }
  input SaveAnswersInput { id: ID! expectedVersion: Int! answers: [AnswerInput!]! actor: ID! }
  input AnswerInput { item: String! value: ValueInput! evidence: [EvidenceInput!]! = [] }
  input ValueInput { rating: Int yes: Boolean metric: String notApplicable: String }
  input EvidenceInput { uri: String! note: String }`;

interface DealerRow {
  readonly id: string;
  readonly territory_id: string | null;
  readonly code: string;
}
interface TerritoryRow {
  readonly id: string;
  readonly parent_id: string | null;
}
interface OfDealer {
  readonly dealer_id: string;
}
interface GradeRow extends OfDealer {
  readonly outcome: Outcome;
  readonly rubric_version_id: string;
  readonly published_by: string;
}

const dealers = prepared<DealerRow>(
  'dealers',
  `select id, territory_id, code, name, status, channel, version from dealers
  where organization_id = $1 and code > $2 order by code limit $3`,
);
const dealerByCode = prepared<DealerRow>(
  'dealerByCode',
  `select id, territory_id, code, name, status, channel, version from dealers where organization_id = $1 and code = $2`,
);
const territories = prepared<TerritoryRow>(
  'territories',
  'select id, parent_id, code, name from territories where organization_id = $1 and id = any($2::uuid[])',
);
const outlets = prepared<OfDealer>(
  'outlets',
  `select d.id as dealer_id, o.* from unnest($2::uuid[]) d(id) cross join lateral (
    select code, name, kind, address from outlets
    where organization_id = $1 and dealer_id = d.id order by code limit $3) o`,
);
const assessments = prepared<OfDealer>(
  'assessments',
  `select d.id as dealer_id, a.* from unnest($2::uuid[]) d(id) cross join lateral (
    select kind, status, period, assessor, version from assessments
    where organization_id = $1 and dealer_id = d.id and outlet_id is null order by started_at desc, id desc limit $3) a`,
);
const grades = prepared<GradeRow>(
  'grades',
  `select dealer_id, outcome, rubric_version_id, published_by from grades
  where organization_id = $1 and dealer_id = any($2::uuid[]) and outlet_id is null and status = 'IN_FORCE'`,
);
const saved = prepared<object>('saved', saveAnswersSql);

const resolvers = {
  Query: {
    dealers: async (_: unknown, { first, after }: { first: number; after?: string }) => {
      const rows = await dealers(organization, after ?? '', first + 1);
      const nodes = rows.slice(0, first);
      return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: nodes.at(-1)?.code } };
    },
    dealerByCode: async (_: unknown, { code }: { code: string }) => (await dealerByCode(organization, code))[0],
  },
  Mutation: {
    saveAnswers: async (_: unknown, { input }: { input: SaveAnswersInput }) => {
      const kept = JSON.stringify(keptAnswers(input.answers));
      const [assessment] = await saved(organization, input.id, input.expectedVersion, kept, input.actor);
      return assessment && { assessment };
    },
  },
};

interface SaveAnswersInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly answers: readonly AnswerGiven[];
  readonly actor: string;
}

async function territoriesOf(ids: readonly (string | null)[]) {
  const rows = await territories(organization, [...new Set(ids.filter((id) => id !== null))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => (id === null ? null : byId.get(id)));
}

async function nodesOf(statement: typeof outlets, queries: readonly { obj: DealerRow; params: { first: number } }[]) {
  const rows = await statement(
    organization,
    queries.map(({ obj }) => obj.id),
    queries[0]?.params.first,
  );
  const ofDealer = Map.groupBy(rows, ({ dealer_id }) => dealer_id);
  return queries.map(({ obj }) => ({ nodes: ofDealer.get(obj.id) ?? [] }));
}

const loaders: MercuriusLoaders = {
  Dealer: {
    territory: async (queries) => territoriesOf(queries.map(({ obj }) => obj.territory_id)),
    outlets: async (queries) => nodesOf(outlets, queries),
    assessments: async (queries) => nodesOf(assessments, queries),
    grade: async (queries) => {
      const rows = await grades(
        organization,
        queries.map(({ obj }) => obj.id),
      );
      const told = rows.map(async ({ dealer_id, outcome, rubric_version_id, published_by }) => {
        const grade = { publishedBy: published_by, outcome: explained(outcome, await wording(rubric_version_id)) };
        return [dealer_id, grade] as const;
      });
      const byDealer = new Map(await Promise.all(told));
      return queries.map(({ obj }) => byDealer.get(obj.id));
    },
  },
  Territory: { parent: async (queries) => territoriesOf(queries.map(({ obj }) => obj.parent_id)) },
};

const server = Fastify();
server.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await server.listen({ port: Number(process.env.PORT), host: process.env.HOST ?? '' });
