import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { lambda } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema, gql } from 'postgraphile/utils';
import type { Outcome } from '../../../plugins/kit/grading/grade.ts';
import { explained, wording } from './explain.ts';
import { connections } from './pool.ts';

/** What no schema that is read from tables can know: what an outcome, kept as JSON, tells. */
const explainedGrade = extendSchema(() => ({
  typeDefs: gql`
    extend type Grade { explained: GradeOutcome }
    type GradeOutcome { tierCode: String! score: Float! gates: [GateResult!]! shortfalls: [Shortfall!]! nextTier: NextTierPath }
    type ServiceTier { code: String! label: String! }
    type RubricItem { key: String! label: String! }
    type GateResult { tier: ServiceTier! passed: Boolean! score: Float! threshold: Float! reasons: [GateReason!]! }
    type GateReason { code: String! message: String! item: RubricItem }
    type Shortfall { item: RubricItem! earned: Float! size: Float! redLine: Boolean! }
    type NextTierPath { tier: ServiceTier! reachable: Boolean! deficit: Float! steps: [NextTierStep!]! }
    type NextTierStep { item: RubricItem! fromEarned: Float! toEarned: Float! }`,
  objects: {
    Grade: {
      plans: {
        explained: ($grade: { get(column: string): never }) =>
          lambda([$grade.get('outcome'), $grade.get('rubric_version_id')], async ([outcome, versionId]) =>
            explained(outcome as Outcome, await wording(versionId as string)),
          ),
      },
    },
  },
}));

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [explainedGrade],
  // It hides every order and condition whose column begins no index; ours begin with the organization.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL ?? '',
      schemas: ['public'],
      poolConfig: { max: connections },
    }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), process.env.HOST);
