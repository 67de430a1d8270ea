import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Database } from '../db/database.ts';
import { DatabaseError, StartRefused } from '../db/errors.ts';
import { PluginFaults } from '../plugins/kit/faults.ts';
import { organizationIds } from './access/organization.queries.ts';
import { type ApiParts, createApi } from './api.ts';
import { type Configuration, ConfigurationFaults, readConfiguration } from './configuration.ts';
import { demoKeys, demoManager, seedDemo } from './demo.ts';
import { examples } from './examples.ts';
import { syncRubrics } from './grading/syncRubrics.ts';
import { installPlugins } from './installed-plugins.ts';
import { openConfigured } from './open-database.ts';
import { createLog } from './server/logging.ts';
import { stopInOrder } from './server/shutdown.ts';
import type { InstalledPlugins } from './shared/context.ts';
import { readTrustedDocuments } from './trusted-documents.ts';
import { serveByWorkers, tellPrimary, WorkersEnded } from './workers.ts';

/**
 * Each organization in turn gets the rubrics of the plugins that are loaded now. The demo comes first: it takes long, and
 * whoever starts beside it waits for the whole of it, not for a rubric in the middle.
 */
async function prepare(database: Database, plugins: InstalledPlugins, demo: boolean): Promise<{ isEmpty: boolean }> {
  const now = new Date();
  if (demo) await seedDemo(database, plugins, now);
  const ids = await database.asOwner(organizationIds);
  for (const organizationId of ids)
    await database.unit({ organizationId, mode: 'write' }, (tx) => syncRubrics(tx, plugins, now));
  return { isEmpty: ids.length === 0 };
}

type Parts = Pick<ApiParts, 'plugins' | 'log' | 'trusted'> & { readonly configuration: Configuration };

/** Serves from this process until it is told to stop, and tells its address. */
async function serve(parts: Parts & Pick<ApiParts, 'database'>): Promise<string> {
  const { database, configuration, log } = parts;
  const api = createApi({ ...parts, examples, demoKey: configuration.demo ? demoManager : null });
  const address = await orClose(database, () => api.start());
  stopInOrder(async () => {
    await api.stop();
    await database.close();
  }, log);
  return address;
}

async function orClose<T>(database: Database, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await database.close();
    throw error;
  }
}

function announce(url: string, database: Database, plugins: InstalledPlugins, { demo }: Configuration): void {
  const loaded = plugins.all.map(({ definition: { name, version } }) => `${name} ${version}`).join(', ');
  const { location, replicaLocation } = database;
  const lines = [
    `Tierwise serves  服务地址  ${url}`,
    `Data lies in     数据位置  ${location}`,
    ...(replicaLocation ? [`Queries go to    查询副本  ${replicaLocation}`] : []),
    `Plugins loaded   已载插件  ${loaded}`,
    ...(demo ? [`Demo keys        演示密钥  ${demoKeys.join(', ')}`] : []),
  ];
  console.log(lines.join('\n'));
}

/** An address that cannot be had is told before a database is made for it. */
async function probe({ port, host }: Configuration): Promise<void> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

const making = 'Making the embedded database, once; this takes some seconds.  首次启动，正在创建内嵌数据库，需要数秒。';

const firstStep = `No organization yet. Make one and its first key: npm run key -- --organization acme --name 'Acme' --role ADMIN
尚无组织。请创建组织及其首个密钥：npm run key -- --organization acme --name 'Acme' --role ADMIN`;

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const trusted = readTrustedDocuments(configuration.trustedDocuments);
  const plugins = await installPlugins(configuration.plugins, process.cwd());
  const log = createLog(configuration.logLevel);
  const { worker } = cluster;
  if (worker) await startWorker(worker, { configuration, trusted, plugins, log: log.child({ worker: worker.id }) });
  else await startFirst({ configuration, trusted, plugins, log });
}

async function startFirst(parts: Parts): Promise<void> {
  const { configuration, plugins, log } = parts;
  const { databaseUrl, dataDirectory, demo, workers } = configuration;
  await probe(configuration);
  if (databaseUrl === undefined && !existsSync(dataDirectory)) console.log(making);
  const database = await openConfigured(configuration, log);
  const { isEmpty } = await orClose(database, () => prepare(database, plugins, demo));
  if (workers > 1) await database.close();
  const address = await (workers > 1 ? serveByWorkers(workers, log) : serve({ ...parts, database }));
  announce(address, database, plugins, configuration);
  if (isEmpty) console.log(firstStep);
}

/** All is prepared; the process that started this one announces what it serves. */
async function startWorker(worker: Worker, parts: Parts): Promise<void> {
  const database = await openConfigured(parts.configuration, parts.log);
  tellPrimary(worker, await serve({ ...parts, database }));
}

/** What stands in the way of a start, in words for the one who starts it; anything else is a fault of ours. */
function obstacle(error: unknown): string {
  const known = [ConfigurationFaults, PluginFaults, StartRefused, DatabaseError, WorkersEnded].some(
    (kind) => error instanceof kind,
  );
  if (known) return (error as Error).message;
  const { code, port, address, hostname } = error as Partial<NodeJS.ErrnoException & Record<string, unknown>>;
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use by another program; choose another.\nPORT ${port} 已被其他程序占用，请另选一个。`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
    const at = `${address ?? hostname ?? ''}`;
    return `HOST ${at}: this machine cannot listen there (${code}); choose an address of its own and a port free to use.
HOST ${at}：本机无法在此监听（${code}），请选择本机地址与可用端口。`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

start().catch((error: unknown) => {
  console.error(obstacle(error));
  process.exit(1);
});
