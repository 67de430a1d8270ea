import { createApi } from '../../api/api.ts';
import { readConfiguration } from '../../api/configuration.ts';
import { syncRubrics } from '../../api/grading/syncRubrics.ts';
import type { ExecutorKind } from '../../api/server/execution.ts';
import type { TierwiseServer } from '../../api/server/http.ts';
import { createLog } from '../../api/server/logging.ts';
import type { Database } from '../../db/database.ts';
import { box, core, coreData } from '../../plugins/index.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';
import { type Client, createClient } from './client.ts';
import { testDatabase } from './database.ts';
import { executor as ofProject } from './executor.ts';
import { createSeed, type Seed } from './seed/organization.ts';

export type TestApi = {
  /** Calls with a key, or with none. */
  as(key: string | null): Client;
  readonly seed: Seed;
  readonly database: Database;
  /** What a start of this server does for an organization: its rubrics come into force, or get a draft. */
  prepare(organizationId: string): Promise<void>;
  /** The server's own way in, without a socket. */
  readonly fetch: TierwiseServer['fetch'];
};

export type TestApiOptions = {
  /** Names in the box, paths, or definitions; absent: all in the box. */
  readonly plugins?: readonly (string | PluginDefinition)[];
  readonly now?: () => Date;
  /** Documents that are known beforehand, by their ids. */
  readonly trusted?: ReadonlyMap<string, string>;
  /** The one of the project unless told. */
  readonly executor?: ExecutorKind;
  /** One of the caller's own; absent: the one that all suites share. */
  readonly database?: Database;
};

/** The real API over the database of the project under test; as many as one likes, side by side. */
export async function createTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { plugins, now = () => new Date(), executor = ofProject, trusted } = options;
  const database = options.database ?? (await testDatabase());
  const installed = { ...(await load(plugins)), ...coreData };
  const configuration = { ...readConfiguration({ NODE_ENV: 'test' }), executor };
  const log = createLog('silent');
  const { fetch } = createApi({ database, plugins: installed, configuration, log, now, trusted });
  const as = (key: string | null) => createClient(fetch, key);
  const prepare = (organizationId: string) =>
    database.unit({ organizationId, mode: 'write' }, (tx) => syncRubrics(tx, installed, now()));
  return { as, seed: createSeed({ database, now, as, prepare }), database, prepare, fetch };
}

function load(plugins: TestApiOptions['plugins']) {
  const own = (plugins ?? []).filter((plugin) => typeof plugin !== 'string');
  const names = plugins?.map((plugin) => (typeof plugin === 'string' ? plugin : plugin.name));
  const all = { ...box, ...Object.fromEntries(own.map((plugin) => [plugin.name, plugin])) };
  return loadPlugins({ names, box: all, core, directory: process.cwd() });
}
