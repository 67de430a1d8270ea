import { createServer, type IncomingMessage } from 'node:http';
import type { Answers } from '../../../plugins/kit/grading/earned.ts';
import { grade, type Outcome } from '../../../plugins/kit/grading/grade.ts';
import { compileRubric, type RubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { explained, wording, wordingOf } from './explain.ts';
import { prepared } from './pool.ts';
import { type AnswerGiven, keptAnswers, saveAnswersSql } from './save-answers.ts';

const organization = process.env.ORGANIZATION ?? '';

interface Built {
  readonly answer: string;
}

const list = prepared<Built>(
  'list',
  `select json_build_object('data', json_build_object('dealers', json_build_object('nodes', json_agg(node))))::text as answer
  from (
    select json_build_object(
      'code', d.code, 'name', d.name, 'status', d.status, 'channel', d.channel, 'version', d.version,
      'territory', case when t.id is not null then json_build_object('code', t.code, 'name', t.name,
        'parent', case when p.id is not null then json_build_object('code', p.code, 'name', p.name) end) end,
      'outlets', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('code', o.code, 'name', o.name, 'kind', o.kind, 'address', o.address)), '[]')
        from (
          select code, name, kind, address from outlets
          where organization_id = $1 and dealer_id = d.id order by code limit 3
        ) o)),
      'assessments', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('kind', a.kind, 'status', a.status, 'period', a.period,
          'assessor', a.assessor, 'version', a.version)), '[]')
        from (
          select kind, status, period, assessor, version from assessments
          where organization_id = $1 and dealer_id = d.id and outlet_id is null order by started_at desc, id desc limit 3
        ) a))
    ) as node
    from (select * from dealers where organization_id = $1 order by code limit 50) d
    left join territories t on t.organization_id = $1 and t.id = d.territory_id
    left join territories p on p.organization_id = $1 and p.id = t.parent_id
    order by d.code
  ) page`,
);

const page = prepared<Built>(
  'page',
  `select json_build_object('data', json_build_object('dealers', json_build_object(
    'nodes', json_agg(json_build_object('code', code, 'name', name, 'status', status) order by code) filter (where n <= 50),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(code) filter (where n <= 50)))))::text as answer
  from (
    select code, name, status, row_number() over (order by code) as n from dealers
    where organization_id = $1 and code > $2 order by code limit 51
  ) d`,
);

interface Graded {
  readonly code: string;
  readonly name: string;
  readonly publishedBy: string;
  readonly outcome: Outcome;
  readonly versionId: string;
}

const graded = prepared<Graded>(
  'graded',
  `select d.code, d.name, g.published_by as "publishedBy", g.outcome, g.rubric_version_id as "versionId"
  from dealers d join grades g
    on g.organization_id = $1 and g.dealer_id = d.id and g.outlet_id is null and g.status = 'IN_FORCE'
  where d.organization_id = $1 and d.code = $2`,
);

const saved = prepared<{ version: number; status: string; period: string }>('saved', saveAnswersSql);

const published = prepared<{ content: RubricContent }>(
  'published',
  `select v.content from rubric_versions v join rubrics r on r.organization_id = v.organization_id and r.id = v.rubric_id
  where v.organization_id = $1 and r.key = $2 and v.status = 'PUBLISHED'`,
);

const rubrics = new Map<string, Promise<ReturnType<typeof readyRubric>>>();
const readyRubric = (content: RubricContent) => ({ rubric: compileRubric(content), words: wordingOf(content) });

function rubricOf(key: string) {
  const found =
    rubrics.get(key) ?? published(organization, key).then(([row]) => readyRubric(row?.content as RubricContent));
  rubrics.set(key, found);
  return found;
}

/** What each path answers to the body that it is sent: the same as the GraphQL servers, by the shortest way that we know. */
const answers: Record<string, (body: string) => Promise<string> | string> = {
  '/typename': () => '{"data":{"__typename":"Query"}}',
  '/list': async () => (await list(organization))[0]?.answer ?? '',
  '/page': async (body) => (await page(organization, JSON.parse(body).after))[0]?.answer ?? '',
  '/explained': async (body) => {
    const [row] = await graded(organization, JSON.parse(body).code);
    if (!row) return '{"data":{"dealerByCode":null}}';
    const { code, name, publishedBy, outcome, versionId } = row;
    const told = { publishedBy, outcome: explained(outcome, await wording(versionId)) };
    return JSON.stringify({ data: { dealerByCode: { code, name, grade: told } } });
  },
  '/simulate': async (body) => {
    const input: { rubric: string; answers: AnswerGiven[] } = JSON.parse(body);
    const { rubric, words } = await rubricOf(input.rubric);
    const outcome = grade(rubric, keptAnswers(input.answers) as Answers);
    return JSON.stringify({ data: { simulateGrade: explained(outcome, words) } });
  },
  '/save-answers': async (body) => {
    const input: { id: string; expectedVersion: number; answers: AnswerGiven[]; actor: string } = JSON.parse(body);
    const kept = JSON.stringify(keptAnswers(input.answers));
    const [row] = await saved(organization, input.id, input.expectedVersion, kept, input.actor);
    if (!row) return '{"data":{"saveAnswers":null}}';
    const { version, status, period } = row;
    return JSON.stringify({ data: { saveAnswers: { assessment: { version, status, period } } } });
  },
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

createServer(async (request, response) => {
  const answer = await answers[request.url ?? '']?.(await textOf(request));
  response.writeHead(answer === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(answer ?? ''),
  });
  response.end(answer);
}).listen(Number(process.env.PORT), process.env.HOST);
