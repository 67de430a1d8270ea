import pg from 'pg';
import { giveKey } from '../../../api/access/keys.ts';
import { syncRubrics } from '../../../api/grading/syncRubrics.ts';
import { installPlugins } from '../../../api/installed-plugins.ts';
import { type Database, openDatabase } from '../../../db/database.ts';
import { startPostgres } from '../../kit/postgres.ts';
import { saveAnswersFunction } from '../contestants/save-answers.ts';
import { answerPool } from './answer-pool.ts';
import { fillAssessments } from './assessments.ts';
import { fillNetwork } from './network.ts';

/** One server for all contestants. Nothing is forced to the disk, whose speed is not what is compared, and vacuum comes when it is called. */
export const settings = {
  shared_buffers: '1GB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '8GB',
  autovacuum: 'off',
};

export const sizes = {
  bench: { dealers: 100_000, gradedDealers: 10_000 },
  neighbour: { dealers: 10_000, gradedDealers: 1_000 },
};

/** A brand with a large network, and a neighbour whose rows lie between its own. */
export interface Ground {
  readonly url: string;
  readonly organizationId: string;
  /** A key of the brand's channel manager, and its id. */
  readonly key: string;
  readonly keyId: string;
  /** As the owner, whom row-level security does not bind. */
  readonly owner: pg.Pool;
  readonly postgresVersion: string;
  close(): Promise<void>;
}

/** Makes the database anew, the same each time. */
export async function makeGround(): Promise<Ground> {
  const server = await startPostgres(settings);
  const owner = new pg.Pool({ connectionString: server.url, max: 2 });
  const close = async () => {
    await owner.end();
    await server.stop();
  };
  try {
    const database = await openDatabase({ url: server.url });
    const bench = await brand(database, owner, 'bench', sizes.bench);
    await brand(database, owner, 'neighbour', sizes.neighbour);
    await database.close();
    await owner.query(saveAnswersFunction);
    await owner.query('vacuum (freeze, analyze)');
    await owner.query('checkpoint');
    const { rows } = await owner.query('show server_version');
    return { ...bench, url: server.url, owner, postgresVersion: rows[0].server_version, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function brand(
  database: Database,
  owner: pg.Pool,
  code: string,
  size: { dealers: number; gradedDealers: number },
) {
  const at = new Date('2026-01-01T00:00:00Z');
  const plugins = await installPlugins(undefined, process.cwd());
  const request = { organization: code, name: code, role: 'CHANNEL_MANAGER', label: 'Bench', locale: 'en' } as const;
  const { key, id: keyId, organization } = await giveKey(database, { ...request, dealer: undefined }, at);
  const organizationId = organization.id;
  await database.unit({ organizationId, mode: 'write' }, (tx) => syncRubrics(tx, plugins, at));

  const client = await owner.connect();
  try {
    const pool = await answerPool(client, organizationId);
    await client.query('begin');
    // Rows are whole by the way they are made; checking each reference of each one would only take longer.
    await client.query('set local session_replication_role = replica');
    await fillNetwork(client, organizationId, { ...size, industries: pool.industries });
    await fillAssessments(client, organizationId, { ...size, pool });
    await client.query('commit');
  } finally {
    client.release();
  }
  return { organizationId, key, keyId };
}
