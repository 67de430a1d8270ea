import pg from 'pg';
import { giveKey } from '../../../api/access/keys.ts';
import { type Database, openDatabase } from '../../../db/database.ts';
import type { Query } from '../../../db/driver.ts';
import { answerPool } from '../../bench/ground/answer-pool.ts';
import { fillAssessments } from '../../bench/ground/assessments.ts';
import { dealerCode } from '../../bench/ground/ids.ts';
import { fillNetwork } from '../../bench/ground/network.ts';
import { createTestApi } from '../../kit/api.ts';
import type { Client } from '../../kit/client.ts';
import { emptyDatabase } from '../../kit/empty-database.ts';
import { fillConflicts } from './conflicts.ts';

const size = { dealers: 5_000, gradedDealers: 500, cases: 3_000 };
const neighbour = '01990000-0000-7000-8000-000000000000';
const filled = [
  ...['territories', 'dealers', 'outlets', 'dealer_class_assignments', 'assessments', 'grades'],
  ...['conflict_cases', 'conflict_parties', 'conflict_events'],
];
/** It has outlets, grades, cases and a second tier. */
export const ownDealer = 20;

/** A brand with a large network, in a database that it shares with another of the same size. */
export interface Ground {
  readonly organizationId: string;
  readonly callers: Readonly<Record<'brand' | 'dealer', Client>>;
  readonly url: string;
  /** What ran since it was last asked. */
  taken(): Query[];
  close(): Promise<void>;
}

export async function plansGround(server: string): Promise<Ground> {
  const url = await emptyDatabase(server);
  let seen: Query[] = [];
  const database = await openDatabase({ url, onQuery: (query) => seen.push(query) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const brand = await filledBrand(database, client);
  await client.query('vacuum (analyze)');
  await client.end();
  return {
    ...brand,
    url,
    taken: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () => database.close(),
  };
}

async function filledBrand(database: Database, client: pg.Client) {
  const api = await createTestApi({ database });
  const { id, code, auditor } = await api.seed.organization();
  const pool = await answerPool(client, id);
  await client.query('begin');
  // Rows are whole by the way they are made; checking each reference of each one would only take longer.
  await client.query('set local session_replication_role = replica');
  await fillNetwork(client, id, { ...size, industries: pool.industries });
  await fillAssessments(client, id, { ...size, pool });
  await client.query(classes, [id]);
  for (const copy of ofOutlets) await client.query(copy, [id]);
  await fillConflicts(client, id, size);
  await neighbourOf(client, id);
  await client.query('commit');
  const request = { organization: code, name: undefined, role: 'DEALER', label: 'Dealer', locale: 'en' } as const;
  const { key } = await giveKey(database, { ...request, dealer: dealerCode(ownDealer) }, new Date());
  return { organizationId: id, callers: { brand: auditor, dealer: api.as(key) } };
}

const classes = `
  insert into dealer_class_assignments (organization_id, id, dealer_id, class, valid_from, valid_to, reason, decided_by,
    decided_by_key, decided_at)
  select organization_id, gen_random_uuid(), id, (array['A', 'B', 'C'])[1 + version % 3], '2026-01-01', null, '年度评定', '李敏 (Li Min)',
    id, created_at
  from dealers where organization_id = $1`;

const asOutlets = (kind: string): string => `overlay(${kind}::text placing '8' from 12 for 1)::uuid`;

/** What each graded dealer has, its first outlet has too. */
const ofOutlets = [
  `insert into assessments (organization_id, id, dealer_id, outlet_id, rubric_id, rubric_version_id, kind, status, period, assessor,
     hands, answers, outcome, grade_id, started_at, submitted_at, version)
   select a.organization_id, ${asOutlets('a.id')}, a.dealer_id, o.id, rubric_id, rubric_version_id, 'SELF', status, period, assessor,
     hands, answers, outcome, ${asOutlets('grade_id')}, started_at, submitted_at, a.version
   from assessments a join outlets o on o.organization_id = a.organization_id and o.dealer_id = a.dealer_id and o.code = 'S-1'
   where a.organization_id = $1 and a.status = 'SUBMITTED'`,
  `insert into grades (organization_id, id, dealer_id, outlet_id, rubric_id, rubric_version_id, assessment_id, status, tier_code, score,
     outcome, answers, composition, content_hash, valid_from, valid_to, published_by, published_by_key, supersedes_id)
   select g.organization_id, ${asOutlets('g.id')}, g.dealer_id, o.id, rubric_id, rubric_version_id, ${asOutlets('assessment_id')}, status,
     tier_code, score, outcome, answers, composition, content_hash, valid_from, valid_to, published_by, published_by_key,
     ${asOutlets('supersedes_id')}
   from grades g join outlets o on o.organization_id = g.organization_id and o.dealer_id = g.dealer_id and o.code = 'S-1'
   where g.organization_id = $1`,
];

/** Another organization with the same rows: what a plan reads beyond its own is in the way. */
async function neighbourOf(client: pg.Client, organizationId: string): Promise<void> {
  await client.query(
    `insert into organizations select $1, 'neighbour', name, default_locale, null, created_at
    from organizations where id = $2`,
    [neighbour, organizationId],
  );
  for (const table of filled) {
    const { rows } = await client.query(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attname <> 'organization_id' and not attisdropped`,
      [table],
    );
    const { names } = rows[0];
    await client.query(
      `insert into ${table} (organization_id, ${names}) select $1, ${names} from ${table} where organization_id = $2`,
      [neighbour, organizationId],
    );
  }
}
