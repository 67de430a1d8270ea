import type pg from 'pg';
import { type Pool, poolSize } from './answer-pool.ts';
import { idOf } from './ids.ts';

export const pastPeriods = ['2026-Q1', '2026-Q2', '2026-Q3'] as const;
export const openPeriod = '2026-Q4';
/** Started and saved once. */
export const draftVersion = 2;

interface Extent {
  readonly dealers: number;
  /** Those whose past periods were graded: the first ones. */
  readonly gradedDealers: number;
  readonly pool: Pool;
}

const rounds = pastPeriods.length + 1;
const hands = `array['01990000-0009-7000-8000-000000000001']::uuid[]`;
const publisher = `'01990000-0009-7000-8000-000000000002'::uuid`;
const startedAt = (n: string, k: string): string =>
  `timestamptz '2026-01-10 00:00:00Z' + (${k}) * interval '90 days' + (${n}) * interval '1 second'`;

const editions = `
  select r.key as industry, r.id as rubric_id, v.id as version_id, v.composition, v.content_hash
  from rubrics r join rubric_versions v
    on v.organization_id = r.organization_id and v.rubric_id = r.id and v.status = 'PUBLISHED'
  where r.organization_id = $1::uuid`;

const industry = '($3::text[])[1 + n % cardinality($3::text[])]';
const drawn = (k: string): string => `(n * 7 + (${k}) * 131) % ${poolSize}`;

/** Each dealer's open round, answered in full and not yet submitted. */
const drafts = `
  insert into assessments (organization_id, id, dealer_id, rubric_id, rubric_version_id, kind, status, period, assessor,
    hands, answers, started_at, version)
  select $1::uuid, ${idOf('assessment', `n * ${rounds} + ${rounds - 1}`)}, ${idOf('dealer', 'n')}, e.rubric_id, e.version_id,
    'MANAGER', 'DRAFT', '${openPeriod}', '王磊 (Wang Lei)', ${hands}, p.answers::jsonb, ${startedAt('n', `${rounds - 1}`)}, ${draftVersion}
  from generate_series(1, $2::int) n
  join (${editions}) e on e.industry = ${industry}
  join answer_pool p on p.industry = e.industry and p.draw = ${drawn(`${rounds - 1}`)}`;

const past = `
  insert into assessments (organization_id, id, dealer_id, rubric_id, rubric_version_id, kind, status, period, assessor,
    hands, answers, outcome, grade_id, started_at, submitted_at, version)
  select $1::uuid, ${idOf('assessment', `n * ${rounds} + k`)}, ${idOf('dealer', 'n')}, e.rubric_id, e.version_id,
    'MANAGER', 'SUBMITTED', ($4::text[])[k + 1], '王磊 (Wang Lei)', ${hands}, p.answers::jsonb, p.outcome::json,
    ${idOf('grade', `n * ${rounds} + k`)}, ${startedAt('n', 'k')}, ${startedAt('n', 'k')} + interval '1 day', 4
  from generate_series(1, $2::int) n cross join generate_series(0, ${rounds - 2}) k
  join (${editions}) e on e.industry = ${industry}
  join answer_pool p on p.industry = e.industry and p.draw = ${drawn('k')}`;

/** Each of the past rounds became a grade, which the next one superseded. */
const grades = `
  insert into grades (organization_id, id, dealer_id, rubric_id, rubric_version_id, assessment_id, status, tier_code, score,
    outcome, answers, composition, content_hash, valid_from, valid_to, published_by, published_by_key, supersedes_id)
  select $1::uuid, ${idOf('grade', `n * ${rounds} + k`)}, ${idOf('dealer', 'n')}, e.rubric_id, e.version_id,
    ${idOf('assessment', `n * ${rounds} + k`)}, case when k = ${rounds - 2} then 'IN_FORCE' else 'SUPERSEDED' end,
    p.tier_code, p.score, p.outcome::json, p.answers::json, e.composition, e.content_hash,
    ${startedAt('n', 'k')} + interval '3 days',
    case when k < ${rounds - 2} then ${startedAt('n', 'k + 1')} + interval '3 days' end,
    '李敏 (Li Min)', ${publisher}, case when k > 0 then ${idOf('grade', `n * ${rounds} + k - 1`)} end
  from generate_series(1, $2::int) n cross join generate_series(0, ${rounds - 2}) k
  join (${editions}) e on e.industry = ${industry}
  join answer_pool p on p.industry = e.industry and p.draw = ${drawn('k')}`;

const standings = `
  update dealers d set tier_code = g.tier_code, score = g.score
  from grades g
  where g.organization_id = $1::uuid and g.status = 'IN_FORCE' and g.outlet_id is null
    and d.organization_id = g.organization_id and d.id = g.dealer_id`;

/** The draft of the n-th dealer. */
export const draftNumber = (dealer: number): number => dealer * rounds + rounds - 1;

export async function fillAssessments(client: pg.ClientBase, organizationId: string, extent: Extent): Promise<void> {
  const { dealers, gradedDealers, pool } = extent;
  await client.query(drafts, [organizationId, dealers, pool.industries]);
  await client.query(past, [organizationId, gradedDealers, pool.industries, pastPeriods]);
  await client.query(grades, [organizationId, gradedDealers, pool.industries]);
  await client.query(standings, [organizationId]);
}
