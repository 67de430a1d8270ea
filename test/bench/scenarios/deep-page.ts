import { byKind, graphql, type Heat, path, send } from '../ask.ts';
import { dealerCode } from '../ground/ids.ts';
import type { Kind } from '../line-up.ts';
import { atMost } from '../marks.ts';
import { ratio, runOf } from '../race.ts';
import type { Scenario, Stage } from './scenario.ts';

const pageSize = 50;
const deep = 1_000;
const lastBefore = dealerCode((deep - 1) * pageSize);

const page = 'nodes { code name status } pageInfo { hasNextPage endCursor }';
const document = `query Page($after: String) { dealers(first: ${pageSize}, after: $after) { ${page} } }`;
const postgraphile = `query Page($organization: UUID!, $after: Cursor) {
  dealers: allDealers(
    first: ${pageSize}, after: $after, condition: { organizationId: $organization }, orderBy: CODE_ASC
  ) { ${page} }
}`;

/** Cursors are each server's own: it is asked for that of the dealer before the page. */
const cursorOf: { readonly [Of in Kind]?: (organization: string) => ReturnType<typeof graphql> } = {
  tierwise: () =>
    graphql('query Cursor($search: String!) { dealers(first: 1, filter: { search: $search }) { edges { cursor } } }', {
      search: lastBefore,
    }),
  postgraphile: (organization) =>
    graphql(
      `query Cursor($organization: UUID!, $code: String!) {
        dealers: allDealers(first: 1, condition: { organizationId: $organization, code: $code }, orderBy: CODE_ASC) {
          edges { cursor }
        }
      }`,
      { organization, code: lastBefore },
    ),
};

async function cursor({ contestants, ground }: Stage, kind: Kind): Promise<string> {
  const contestant = contestants.find((each) => each.kind === kind);
  const ask = cursorOf[kind]?.(ground.organizationId);
  if (!contestant || !ask) return lastBefore;
  const answer = JSON.parse(await send(contestant, ask, ask.bodies[0] ?? ''));
  return answer.data.dealers.edges[0].cursor;
}

interface Page {
  readonly dealers: { readonly nodes: unknown; readonly pageInfo: { readonly hasNextPage: boolean } };
}

const withoutCursor = ({ dealers: { nodes, pageInfo } }: Page): unknown => ({ nodes, more: pageInfo.hasNextPage });

function heat(title: string, organization: string, after: { readonly [Of in Kind]: string | undefined }): Heat {
  const asks = {
    tierwise: graphql(document, { after: after.tierwise }),
    limit: path('/page', { after: after.limit ?? '' }),
    postgraphile: graphql(postgraphile, { organization, after: after.postgraphile }),
    mercurius: graphql(document, { after: after.mercurius }),
  };
  const asked = byKind(asks);
  return {
    title,
    expects: '"hasNextPage"',
    ask: (contestant) => {
      const ask = asked(contestant);
      return ask && { ...ask, asTierwise: withoutCursor };
    },
  };
}

const first = 'Page 1';
const thousandth = `Page ${deep.toLocaleString('en')}`;

export const deepPage: Scenario = {
  letter: 'f',
  title: `${thousandth} of a list of 100,000 dealers beside page 1`,
  note: `${pageSize} dealers a page, by code, each page after the cursor of the one before.`,
  heats: async (stage) => {
    const { organizationId } = stage.ground;
    const start = { tierwise: undefined, limit: undefined, postgraphile: undefined, mercurius: undefined };
    const [tierwise, postgraphileCursor] = [await cursor(stage, 'tierwise'), await cursor(stage, 'postgraphile')];
    const later = { tierwise, postgraphile: postgraphileCursor, limit: lastBefore, mercurius: lastBefore };
    return [heat(first, organizationId, start), heat(thousandth, organizationId, later)];
  },
  marks: (runs) => [
    atMost(
      `What ${thousandth.toLowerCase()} costs ÷ page 1`,
      1.2,
      ratio(runOf(runs, 'tierwise', first), runOf(runs, 'tierwise', thousandth)),
    ),
  ],
};
