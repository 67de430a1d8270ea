import { type Database, openDatabase } from '../../db/database.ts';
import { DatabaseError, StartRefused } from '../../db/errors.ts';
import { PluginFaults } from '../../plugins/kit/faults.ts';
import type { NamedKey } from '../access/keys.queries.ts';
import { type GivenKey, giveKey, KeyRefused, type KeyRequest, takeBackKey } from '../access/keys.ts';
import { ConfigurationFaults, readConfiguration } from '../configuration.ts';
import { syncRubrics } from '../grading/syncRubrics.ts';
import { installPlugins } from '../installed-plugins.ts';
import { readKeyArguments, usage } from './key-arguments.ts';

/** Gives a key or takes one back, in the database that the environment names. */
async function run(args: readonly string[]): Promise<string> {
  const command = readKeyArguments(args);
  if (command === 'help') return usage;
  const { databaseUrl: url, dataDirectory: dataDir, plugins: names } = readConfiguration(process.env);
  const plugins = await installPlugins(names, process.cwd());
  const at = new Date();

  return within(await openDatabase(url === undefined ? { dataDir } : { url }), async (database) => {
    if ('revoke' in command) return (await takeBackKey(database, command.revoke, at)).map(revoked).join('\n');
    const given = await giveKey(database, command.give, at);
    const scope = { organizationId: given.organization.id, mode: 'write' } as const;
    if (given.isNewOrganization) await database.unit(scope, (tx) => syncRubrics(tx, plugins, at));
    return handedOver(given, command.give);
  });
}

async function within<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function handedOver(
  { key, id, organization: { code, name }, isNewOrganization }: GivenKey,
  { role, label, trustedOnly }: KeyRequest,
) {
  const made = isNewOrganization ? `Organization ${code} (${name}) is new. · 已新建组织 ${code}（${name}）。\n` : '';
  const bound = trustedOnly ? 'It runs trusted documents only. · 仅可执行可信文档。\n' : '';
  return `${made}${bound}Key ${id}, ${role} of ${code}, for ${label}. It is shown this once: keep it safe.
密钥 ${id}，组织 ${code}，角色 ${role}，持有人 ${label}。仅显示这一次，请妥善保存。

${key}`;
}

function revoked({ id, role, name, revokedAt, organizationCode: code }: NamedKey): string {
  return revokedAt
    ? `Key ${id}, ${role} of ${code}, of ${name} was revoked already at ${revokedAt.toISOString()}.
密钥 ${id}（组织 ${code}，角色 ${role}，持有人 ${name}）已于 ${revokedAt.toISOString()} 收回。`
    : `Key ${id}, ${role} of ${code}, of ${name} is revoked: it opens nothing any more.
密钥 ${id}（组织 ${code}，角色 ${role}，持有人 ${name}）已收回，不能再使用。`;
}

function complaint(error: unknown): string {
  if (error instanceof KeyRefused) return `${error.text.en}\n${error.text.zhHans}`;
  const isForReader = [ConfigurationFaults, PluginFaults, StartRefused, DatabaseError].some(
    (kind) => error instanceof kind,
  );
  if (isForReader) return (error as Error).message;
  throw error;
}

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(complaint(error));
  process.exitCode = 1;
}
