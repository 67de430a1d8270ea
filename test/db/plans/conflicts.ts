import type pg from 'pg';
import {
  conflictCauses,
  conflictPartyRoles,
  conflictStatuses,
  conflictStructures,
  conflictSubjects,
} from '../../../db/tables/conflicts.ts';
import { idOf } from '../../bench/ground/ids.ts';

const oneOf = (values: readonly string[], n: string): string =>
  `(array[${values.map((value) => `'${value}'`)}])[1 + (${n}) % ${values.length}]`;
const openedAt = (n: string): string => `timestamptz '2026-01-01 00:00:00Z' + (${n}) * interval '1 minute'`;
const key = `'01990000-0009-7000-8000-000000000001'::uuid`;
const status = oneOf(conflictStatuses, 'n');
const isSettled = `${status} in ('RESOLVED', 'CLOSED')`;
const eventsOfEach = 3;

const cases = `
  insert into conflict_cases (organization_id, id, number, title, description, subject, structure, structure_reason, causes,
    tags, impacts, status, opened_by, opened_by_key, opened_at, proposals, resolution_number, closed_at, due_at, version)
  select $1::uuid, ${idOf('conflictCase', 'n')}, n, '窜货 (Case ' || n || ')', '价格冲突', ${oneOf(conflictSubjects, 'n')},
    ${oneOf(conflictStructures, 'n / 2')}, '{"channels": ["PHYSICAL"]}', array[${oneOf(conflictCauses, 'n')}], '[]', '[]', ${status},
    '李敏 (Li Min)', ${key}, ${openedAt('n')}, 0, case when ${isSettled} then ${eventsOfEach} end,
    case when ${status} in ('CLOSED', 'DISMISSED') then ${openedAt('n + 9')} end,
    case when ${status} in ('REPORTED', 'TRIAGED', 'ARBITRATION') then ${openedAt('n * 50')} end, ${eventsOfEach}
  from generate_series(1, $2::int) n`;

const parties = `
  insert into conflict_parties (organization_id, case_id, dealer_id, role, position, opened_at)
  select $1::uuid, ${idOf('conflictCase', 'n')}, ${idOf('dealer', '1 + (n * 3 + place) % $3::int')},
    ${oneOf(conflictPartyRoles, 'place')}, place, ${openedAt('n')}
  from generate_series(1, $2::int) n, generate_series(0, 1) place`;

const events = `
  insert into conflict_events (organization_id, case_id, number, kind, at, actor, actor_key, from_status, to_status, visibility,
    outcome, strategies, orders)
  select $1::uuid, ${idOf('conflictCase', 'n')}, number,
    case when number = 1 then 'OPENED' when settles then 'RESOLVED' else 'ADVANCED' end, ${openedAt('n + number')},
    '李敏 (Li Min)', ${key}, case when number > 1 then 'REPORTED' end, 'REPORTED', 'ALL',
    case when settles then '和解 (Settled)' end, case when settles then '[]'::json end, case when settles then '[]'::json end
  from generate_series(1, $2::int) n, generate_series(1, ${eventsOfEach}) number,
    lateral (select number = ${eventsOfEach} and ${isSettled} as settles) event`;

/** Cases of every status between dealers next to each other, with parties and events. */
export async function fillConflicts(
  client: pg.ClientBase,
  organizationId: string,
  size: { readonly cases: number; readonly dealers: number },
): Promise<void> {
  await client.query(cases, [organizationId, size.cases]);
  await client.query(parties, [organizationId, size.cases, size.dealers]);
  await client.query(events, [organizationId, size.cases]);
}
