import { and, eq } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { pluginSettings } from '../../db/tables/plugins.ts';
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

/** The keys of the industries that new dealers, outlets and assessments may be in. */
export async function industriesOn(tx: Unit, plugins: LoadedPlugins): Promise<ReadonlySet<string>> {
  const turnedOff = await pluginsOff(tx);
  return new Set(
    plugins.all.flatMap(({ definition: { name, industry } }) =>
      industry && !turnedOff.has(name) ? [industry.key] : [],
    ),
  );
}

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
