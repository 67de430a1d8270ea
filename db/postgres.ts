import pg from 'pg';
import type { Deadlines, Driver, Query, Run } from './driver.ts';
import { StartRefused } from './errors.ts';
import { endLingering } from './lingering.ts';
import { postgresSession, queryConfig } from './postgres-session.ts';
import { together } from './together.ts';
import { parsers } from './values.ts';

/** The server's own deadline speaks first; this one is for a server that does not speak at all. */
const SILENCE_MS = 1500;

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

const UNMISTAKABLE = '-c search_path=public -c TimeZone=UTC';

/** A whole table holds the rows of all organizations, of which a unit sees one: it reads by an index that begins with it. */
const BY_INDEX = '-c enable_seqscan=off';

/**
 * Connections are born as the bound role, so even a statement that by some fault runs outside its unit sees no row:
 * units are begun without waiting for the answer, and BEGIN itself may fail.
 */
export function openPostgres(url: string, connections: number, deadlines: Deadlines): Driver {
  const common = { application_name: 'tierwise', keepAlive: true, types };
  const settings: pg.PoolConfig & { pipeline: true } = {
    ...common,
    connectionString: withOptions(url, `${UNMISTAKABLE} ${BY_INDEX} -c role=tierwise_app`),
    pipeline: true,
    connectionTimeoutMillis: deadlines.acquireMs,
    statement_timeout: deadlines.statementMs,
    lock_timeout: deadlines.lockMs,
    idle_in_transaction_session_timeout: deadlines.idleInUnitMs,
    query_timeout: deadlines.statementMs + SILENCE_MS,
  };
  const pool = poolOf({ ...settings, max: connections });
  // Readiness must not wait behind requests.
  const probe = poolOf({ ...settings, max: 1 });

  return {
    kind: 'postgres',
    location: withoutSecrets(url),
    open: async (begin, mode) => postgresSession(await pool.connect(), begin, mode),
    query: (query) => queryOn(pool, query),
    maintain: (work) => maintain({ ...common, connectionString: withOptions(url, UNMISTAKABLE) }, deadlines, work),
    ping: async () => {
      await probe.query('select 1');
    },
    close: async () => {
      await Promise.all([pool.end(), probe.end()]);
    },
  };
}

/** One statement in a transaction of its own, which sees all that was committed before. */
async function queryOn(pool: pg.Pool, query: Query): Promise<unknown[]> {
  const client = await pool.connect();
  let fault: Error | undefined;
  const failed = (error: Error) => {
    fault ??= error;
  };
  client.on('error', failed);
  try {
    together(client);
    endLingering(client);
    return (await client.query<unknown[]>(queryConfig(query))).rows;
  } catch (error) {
    failed(error as Error);
    throw error;
  } finally {
    client.release(fault);
    client.off('error', failed);
  }
}

/** An idle connection that dies is the pool's business alone; without a listener it would end the process. */
function poolOf(settings: pg.PoolConfig): pg.Pool {
  return new pg.Pool(settings).on('error', () => {});
}

async function maintain<T>(
  settings: pg.ClientConfig,
  { acquireMs }: Deadlines,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 5 * acquireMs });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = (error as Error).message || (error as { code?: string }).code;
    throw new StartRefused('DATABASE_UNREACHABLE', {
      en: `PostgreSQL at DATABASE_URL cannot be reached: ${reason}.`,
      zhHans: `无法连接 DATABASE_URL 所指的 PostgreSQL：${reason}。`,
    });
  }
  try {
    return await work(async (sql, params) => {
      const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql, params);
      return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
    });
  } finally {
    await client.end().catch(() => {});
  }
}

/** What the connection string says itself stays, and ours comes after it, so that ours holds. */
function withOptions(url: string, ours: string): string {
  if (!URL.canParse(url)) {
    throw new StartRefused('DATABASE_UNREACHABLE', {
      en: 'DATABASE_URL is no connection string; expected is postgres://user:password@host:5432/database.',
      zhHans: 'DATABASE_URL 不是连接字符串；应为 postgres://用户:密码@主机:5432/数据库。',
    });
  }
  const target = new URL(url);
  target.searchParams.set('options', `${target.searchParams.get('options') ?? ''} ${ours}`.trim());
  return target.href;
}

function withoutSecrets(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  return shown.href;
}
