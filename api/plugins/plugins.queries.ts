import { and, eq } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { pluginSettings } from '../../db/tables/plugins.ts';
import type { PluginDefinition } from '../../plugins/kit/definition.ts';
import type { LoadedPlugins } from '../../plugins/kit/loading.ts';

const off = statement('pluginsOff', (db) =>
  db
    .select({ name: pluginSettings.name })
    .from(pluginSettings)
    .where(and(eq(pluginSettings.organizationId, organization), eq(pluginSettings.enabled, false))),
);

/** The plugins that the organization has turned off; every other loaded one is on. */
export const pluginsOff = async (tx: Unit): Promise<ReadonlySet<string>> =>
  new Set((await off(tx)).map((row) => row.name));

/** The core and the loaded plugins that are on, by name. */
export async function pluginsOn(tx: Unit, plugins: LoadedPlugins): Promise<PluginDefinition[]> {
  const turnedOff = await pluginsOff(tx);
  return plugins.all.map(({ definition }) => definition).filter(({ name }) => !turnedOff.has(name));
}

/** The keys of the industries that new dealers, outlets and assessments may be in. */
export const industriesOn = async (tx: Unit, plugins: LoadedPlugins): Promise<ReadonlySet<string>> =>
  new Set((await pluginsOn(tx, plugins)).flatMap(({ industry }) => (industry ? [industry.key] : [])));

export const savePluginSetting = (
  tx: Unit,
  { name, ...setting }: { name: string; enabled: boolean; changedAt: Date; changedBy: string },
): Promise<unknown> =>
  tx.run((db) =>
    db
      .insert(pluginSettings)
      .values({ organizationId: tx.organizationId, name, ...setting })
      .onConflictDoUpdate({ target: [pluginSettings.organizationId, pluginSettings.name], set: setting }),
  );
