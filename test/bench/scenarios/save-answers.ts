import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { globalId } from '../../../api/shared/ids.ts';
import type { Ask } from '../ask.ts';
import { draftNumber } from '../ground/assessments.ts';
import type { Ground } from '../ground/ground.ts';
import { nthId } from '../ground/ids.ts';
import type { Kind, RunningContestant } from '../line-up.ts';
import { versionMark } from '../load.ts';
import { connections } from '../race.ts';
import { answerSets, asInputs, industryRubric } from './rubric.ts';
import type { Scenario, Stage } from './scenario.ts';

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

/** Every connection of every contestant has a draft of its own, all of the same industry. */
const firstDealer = 90_001;
const industriesInTurn = 3;
const restMs = 200;

function draftsOf({ contestants }: Stage, contestant: RunningContestant): string[] {
  const first = contestants.indexOf(contestant) * connections;
  return Array.from({ length: connections }, (_, connection) =>
    nthId('assessment', draftNumber(firstDealer + industriesInTurn * (first + connection))),
  );
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

function askOf(stage: Stage, contestant: RunningContestant): Ask {
  const drafts = draftsOf(stage, contestant);
  return {
    path: contestant.kind === 'limit' ? '/save-answers' : '/graphql',
    bodies: drafts.map((id) => JSON.stringify(bodies[contestant.kind](stage.ground, id))),
    versions: () => restingVersions(stage.ground, drafts),
  };
}

async function versionsOf({ owner, organizationId }: Ground, ids: readonly string[]): Promise<number[]> {
  const { rows } = await owner.query<{ version: number }>(
    `select version from unnest($2::uuid[]) with ordinality wanted(id, place)
     join assessments a on a.organization_id = $1 and a.id = wanted.id order by place`,
    [organizationId, ids],
  );
  return rows.map(({ version }) => version);
}

/** The load stops without waiting for the last answers, whose changes may still be on their way. */
async function restingVersions(ground: Ground, ids: readonly string[]): Promise<number[]> {
  let known = await versionsOf(ground, ids);
  for (;;) {
    await pause(restMs);
    const later = await versionsOf(ground, ids);
    if (isDeepStrictEqual(later, known)) return later;
    known = later;
  }
}

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
  heats: (stage) => [
    {
      title: 'saveAnswers',
      expects: '"DRAFT"',
      ask: (contestant) => askOf(stage, contestant),
      left: (contestant) => leftBy(stage.ground, draftsOf(stage, contestant)[0]),
    },
  ],
  marks: () => [],
};
