import { type Database, openDatabase } from '../db/database.ts';
import { DatabaseError, StartRefused } from '../db/errors.ts';
import { PluginFaults } from '../plugins/kit/faults.ts';
import { organizationIds } from './access/organization.queries.ts';
import { createApi } from './api.ts';
import { type Configuration, ConfigurationFaults, readConfiguration } from './configuration.ts';
import { demoKeys, seedDemo } from './demo.ts';
import { examples } from './examples.ts';
import { syncRubrics } from './grading/syncRubrics.ts';
import { installPlugins } from './installed-plugins.ts';
import { createLog } from './server/logging.ts';
import { stopInOrder } from './server/shutdown.ts';
import type { InstalledPlugins } from './shared/context.ts';

/**
 * Each organization in turn gets the rubrics of the plugins that are loaded now. The demo comes first: it takes long, and
 * whoever starts beside it waits for the whole of it, not for a rubric in the middle.
 */
async function prepare(database: Database, plugins: InstalledPlugins, demo: boolean): Promise<void> {
  const now = new Date();
  if (demo) await seedDemo(database, plugins, now);
  for (const organizationId of await database.asOwner(organizationIds))
    await database.unit({ organizationId, mode: 'write' }, (tx) => syncRubrics(tx, plugins, now));
}

function announce(url: string, database: Database, plugins: InstalledPlugins, { demo }: Configuration): void {
  const loaded = plugins.all.map(({ definition: { name, version } }) => `${name} ${version}`).join(', ');
  const lines = [
    `Tierwise serves  服务地址  ${url}`,
    `Data lies in     数据位置  ${database.location}`,
    `Plugins loaded   已载插件  ${loaded}`,
    ...(demo ? [`Demo keys        演示密钥  ${demoKeys.join(', ')}`] : []),
  ];
  console.log(lines.join('\n'));
}

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { databaseUrl: url, dataDirectory: dataDir, demo } = configuration;
  const plugins = await installPlugins(configuration.plugins, process.cwd());
  const database = await openDatabase(url === undefined ? { dataDir } : { url });
  const log = createLog(configuration.logLevel);
  try {
    await prepare(database, plugins, demo);
    const demoKey = demo ? (demoKeys[0] ?? null) : null;
    const api = createApi({ database, plugins, configuration, log, examples, demoKey });
    const address = await api.start();
    announce(address, database, plugins, configuration);
    stopInOrder(async () => {
      await api.stop();
      await database.close();
    }, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What stands in the way of a start, in words for the one who starts it; anything else is a fault of ours. */
function obstacle(error: unknown): string {
  const known = [ConfigurationFaults, PluginFaults, StartRefused, DatabaseError].some((kind) => error instanceof kind);
  if (known) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use by another program; choose another.\n端口 ${port} 已被其他程序占用，请另选一个。`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

start().catch((error: unknown) => {
  console.error(obstacle(error));
  process.exit(1);
});
