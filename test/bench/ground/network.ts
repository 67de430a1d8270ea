import type pg from 'pg';
import { idOf } from './ids.ts';

export const provinces = 30;
export const citiesOfEach = 20;
export const outletsOfEach = 3;

interface Network {
  readonly dealers: number;
  /** Every third dealer is of the first, and so on. */
  readonly industries: readonly string[];
}

const names = `array['华盛商贸', '恒通电器', '新世纪百货', '顺达实业', '金桥贸易', '万家连锁', '鑫源商行', '瑞丰渠道']`;
const kinds = `array['STORE', 'COUNTER', 'SUPERMARKET', 'SERVICE_POINT', 'EXPERIENCE_CENTRE']`;
const channels = `array['PHYSICAL', 'PHYSICAL', 'ECOMMERCE', 'SOCIAL']`;
const city = (n: string): string => idOf('territory', `${provinces} + 1 + (${n}) % ${provinces * citiesOfEach}`);
const madeAt = (n: string): string => `timestamptz '2026-01-01 00:00:00Z' + (${n}) * interval '1 second'`;

const territories = `
  insert into territories (organization_id, id, code, name, parent_id, created_at)
  select $1::uuid, ${idOf('territory', 'n')}, 'T-' || lpad(n::text, 4, '0'),
    case when n <= ${provinces} then '第' || n || '省 (Province ' || n || ')' else '第' || n || '市 (City ' || n || ')' end,
    case when n > ${provinces} then ${idOf('territory', `1 + (n - ${provinces} - 1) / ${citiesOfEach}`)} end,
    ${madeAt('0')}
  from generate_series(1, ${provinces + provinces * citiesOfEach}) n`;

const dealers = `
  insert into dealers (organization_id, id, code, name, search_text, roles, status, channel, industries,
    territory_id, upstream_id, version, created_at, updated_at)
  select $1::uuid, ${idOf('dealer', 'n')}, code, name, lower(code || E'\\n' || name), '{DEALER}',
    case when n % 50 = 0 then 'SUSPENDED' else 'ACTIVE' end, (${channels})[1 + n % 4],
    array[($3::text[])[1 + n % cardinality($3::text[])]], ${city('n')},
    case when n % 10 > 0 and n > 10 then ${idOf('dealer', 'n - n % 10')} end, 1 + n % 5, ${madeAt('n')}, ${madeAt('n')}
  from (
    select n, 'D-' || lpad(n::text, 6, '0') as code, (${names})[1 + n % 8] || ' (Dealer ' || n || ')' as name
    from generate_series(1, $2::int) n
  ) numbered`;

const outlets = `
  insert into outlets (organization_id, id, dealer_id, code, name, search_text, kind, industries, territory_id, address,
    latitude, longitude, version, created_at, updated_at)
  select $1::uuid, ${idOf('outlet', `n * ${outletsOfEach} + k`)}, ${idOf('dealer', 'n')}, code, name,
    lower(code || E'\\n' || name), (${kinds})[1 + (n + k) % 5],
    array[($3::text[])[1 + n % cardinality($3::text[])]], ${city('n + k')}, '人民路 ' || n % 900 || ' 号 ' || k || ' 层',
    20 + n % 25, 100 + n % 20, 1, ${madeAt('n')}, ${madeAt('n')}
  from (
    select n, k, 'S-' || k as code, '第' || k || '门店 (Store ' || k || ' of ' || n || ')' as name
    from generate_series(1, $2::int) n, generate_series(1, ${outletsOfEach}) k
  ) numbered`;

/** Territories in two levels; dealers, every tenth of which supplies the nine after it; outlets of each. */
export async function fillNetwork(client: pg.ClientBase, organizationId: string, network: Network): Promise<void> {
  await client.query(territories, [organizationId]);
  for (const fill of [dealers, outlets])
    await client.query(fill, [organizationId, network.dealers, network.industries]);
}
