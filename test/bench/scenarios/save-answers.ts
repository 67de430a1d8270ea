import { globalId } from '../../../api/shared/ids.ts';
import type { Ask } from '../ask.ts';
import { draftNumber, draftVersion } from '../ground/assessments.ts';
import type { Ground } from '../ground/ground.ts';
import { nthId } from '../ground/ids.ts';
import type { Kind, RunningContestant } from '../line-up.ts';
import { versionMark } from '../load.ts';
import { connections } from '../race.ts';
import { answerSets, asInputs, industryRubric } from './rubric.ts';
import type { Scenario } from './scenario.ts';

const answers = asInputs(answerSets(industryRubric(), 1)[0] ?? {}).slice(0, 5);
const kept = Object.fromEntries(
  answers.map(({ item, value, evidence }) => [item, { ...value, ...(evidence.length > 0 && { evidence }) }]),
);
const mark = JSON.parse(versionMark);

const document = `mutation Save($input: SaveAnswersInput!) {
  saveAnswers(input: $input) {
    ... on SaveAnswersPayload { assessment { version status period } }
    ... on UserError { code message path }
  }
}`;
const mercurius = `mutation Save($input: SaveAnswersInput!) {
  saveAnswers(input: $input) { assessment { version status period } }
}`;
const postgraphile = `mutation Save($input: SaveAnswersInput!) {
  saveAnswers(input: $input) { assessment: result { version status period } }
}`;

const industriesInTurn = 3;
/** Of the industry that the answers are of. */
const firstDealer = 20_002;

/** Nobody gets a draft that was given before: who stops the load does not wait for the last changes. */
function draftsInTurn(): () => string[] {
  let dealer = firstDealer;
  return () =>
    Array.from({ length: connections }, () => {
      dealer += industriesInTurn;
      return nthId('assessment', draftNumber(dealer));
    });
}

const bodies: Readonly<Record<Kind, (ground: Ground, id: string) => object>> = {
  tierwise: (_, id) => ({
    query: document,
    variables: { input: { id: globalId('Assessment', id), expectedVersion: mark, answers } },
  }),
  limit: ({ keyId: actor }, id) => ({ id, expectedVersion: mark, answers, actor }),
  mercurius: ({ keyId: actor }, id) => ({
    query: mercurius,
    variables: { input: { id, expectedVersion: mark, answers, actor } },
  }),
  postgraphile: ({ keyId: actor, organizationId: organization }, id) => ({
    query: postgraphile,
    variables: { input: { organization, assessment: id, expectedVersion: mark, answers: kept, actor } },
  }),
};

/** What the first draft holds, and how often somebody was written down who changed it. */
async function leftBy({ owner, organizationId }: Ground, id: string | undefined): Promise<unknown> {
  const { rows } = await owner.query(
    `select version, status, hands, (answers @> $3::jsonb) as kept,
       (select count(*) from audit_entries e where e.organization_id = $1 and e.object_id = a.id) as noted
     from assessments a where organization_id = $1 and id = $2`,
    [organizationId, id, JSON.stringify(kept)],
  );
  return rows[0];
}

export const saveAnswers: Scenario = {
  letter: 'e',
  title: '`saveAnswers`: five answers into a draft',
  note: `All refuse a stale version and write an audit entry in the same transaction; Tierwise alone checks the answers against the rubric and the caller's right. PostGraphile calls an SQL function.`,
  heats: ({ ground }) => {
    const nextDrafts = draftsInTurn();
    const given = new Map<RunningContestant, readonly string[]>();
    const askOf = (contestant: RunningContestant): Ask => ({
      path: contestant.kind === 'limit' ? '/save-answers' : '/graphql',
      bodies: [],
      objects: () => {
        const drafts = nextDrafts();
        given.set(contestant, drafts);
        return { bodies: drafts.map((id) => JSON.stringify(bodies[contestant.kind](ground, id))), from: draftVersion };
      },
    });
    return [
      {
        title: 'saveAnswers',
        expects: '"DRAFT"',
        ask: askOf,
        left: (contestant) => leftBy(ground, given.get(contestant)?.[0]),
      },
    ];
  },
  marks: () => [],
};
