import { byKind, graphql, type Heat, path } from '../ask.ts';
import type { Ground } from '../ground/ground.ts';
import { atLeast } from '../marks.ts';
import { ratio, runOf } from '../race.ts';
import type { Scenario } from './scenario.ts';

const document = `query List {
  dealers(first: 50) {
    nodes {
      code name status channel version
      territory { code name parent { code name } }
      outlets(first: 3) { nodes { code name kind address } }
      assessments(first: 3) { nodes { kind status period assessor version } }
    }
  }
}`;

const postgraphile = `query List($organization: UUID!) {
  dealers: allDealers(first: 50, condition: { organizationId: $organization }, orderBy: CODE_ASC) {
    nodes {
      code name status channel version
      territory: territoryByOrganizationIdAndTerritoryId {
        code name
        parent: territoryByOrganizationIdAndParentId { code name }
      }
      outlets: outletsByOrganizationIdAndDealerId(first: 3, orderBy: CODE_ASC) { nodes { code name kind address } }
      assessments: assessmentsByOrganizationIdAndDealerId(
        first: 3, condition: { outletId: null }, orderBy: [STARTED_AT_DESC, ROW_ID_DESC]
      ) { nodes { kind status period assessor version } }
    }
  }
}`;

export const listQuestion = graphql(document);
export const listExpects = '"assessments"';

export const listHeat = ({ organizationId: organization }: Ground): Heat => ({
  title: '50 dealers with territory, outlets and assessments',
  expects: listExpects,
  ask: byKind({
    tierwise: listQuestion,
    limit: path('/list'),
    postgraphile: graphql(postgraphile, { organization }),
    mercurius: listQuestion,
  }),
});

export const list: Scenario = {
  letter: 'a',
  title: 'List of 50 dealers, each with its territory and the one above, 3 outlets and 3 assessments',
  note: 'The first 50 of 100,000 by code; some 40 kB of JSON.',
  heats: ({ ground }) => [listHeat(ground)],
  marks: (runs) => {
    const ours = runOf(runs, 'tierwise');
    return [
      atLeast('Tierwise ÷ PostGraphile', 2.5, ratio(ours, runOf(runs, 'postgraphile'))),
      atLeast('Tierwise ÷ Mercurius', 1.8, ratio(ours, runOf(runs, 'mercurius'))),
      atLeast('Tierwise ÷ the limit', 0.8, ratio(ours, runOf(runs, 'limit'))),
    ];
  },
};
