import { type Ask, byKind } from '../ask.ts';
import { dealerCode } from '../ground/ids.ts';
import { atLeast } from '../marks.ts';
import { ratio, runOf } from '../race.ts';
import type { Scenario } from './scenario.ts';

const dealers = Array.from({ length: 48 }, (_, index) => dealerCode(index + 1));

export const outcome = `tierCode score
  gates { tier { code label } passed score threshold reasons { code message item { key label } } }
  shortfalls { item { key label } earned size redLine }
  nextTier { tier { code label } reachable deficit steps { item { key label } fromEarned toEarned } }`;

const document = `query Explained($code: String!) {
  dealerByCode(code: $code) { code name grade { publishedBy outcome { ${outcome} } } }
}`;

const postgraphile = `query Explained($organization: UUID!, $code: String!) {
  dealerByCode: dealerByOrganizationIdAndCode(organizationId: $organization, code: $code) {
    code name
    grades: gradesByOrganizationIdAndDealerId(first: 1, condition: { status: "IN_FORCE", outletId: null }) {
      nodes { publishedBy outcome: explained { ${outcome} } }
    }
  }
}`;

interface GradesOfDealer {
  readonly dealerByCode: { readonly grades: { readonly nodes: readonly unknown[] } };
}

const asTierwise = ({ dealerByCode: { grades, ...dealer } }: GradesOfDealer): unknown => ({
  dealerByCode: { ...dealer, grade: grades.nodes[0] ?? null },
});

const forEach = (to: string, body: (code: string) => object): Ask => ({
  path: to,
  bodies: dealers.map((code) => JSON.stringify(body(code))),
});

export const explained: Scenario = {
  letter: 'b',
  title: 'One dealer with its grade explained: gates, reasons in words, shortfalls, the path up',
  note: `${dealers.length} dealers in turn. What an outcome says in words comes from its edition: all hold that in memory, and PostGraphile by a plan of our own.`,
  heats: ({ ground: { organizationId: organization } }) => [
    {
      title: 'A grade explained',
      expects: '"nextTier"',
      ask: byKind({
        tierwise: forEach('/graphql', (code) => ({ query: document, variables: { code } })),
        limit: forEach('/explained', (code) => ({ code })),
        postgraphile: {
          ...forEach('/graphql', (code) => ({ query: postgraphile, variables: { organization, code } })),
          asTierwise,
        },
        mercurius: forEach('/graphql', (code) => ({ query: document, variables: { code } })),
      }),
    },
  ],
  marks: (runs) => [atLeast('Tierwise ÷ PostGraphile', 2, ratio(runOf(runs, 'tierwise'), runOf(runs, 'postgraphile')))],
};
