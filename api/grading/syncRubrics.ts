import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import type { LoadedPlugin } from '../../plugins/kit/loading.ts';
import type { InstalledPlugins } from '../shared/context.ts';
import { loadedRubric } from './editions.loaders.ts';
import { insertEdition, insertRubric, newestEdition, rubricByKey } from './rubric.queries.ts';

const sourceOf = ({ definition: { name, version, items } }: LoadedPlugin) => ({
  source: name,
  version,
  items: Object.keys(items).length,
});

/**
 * Gives an organization a rubric for every loaded industry: its first edition published, and a draft where the loaded
 * items differ from the newest edition. What is published stays in force.
 */
export async function syncRubrics(tx: Unit, plugins: InstalledPlugins, at: Date): Promise<void> {
  for (const plugin of plugins.all) {
    const { industry } = plugin.definition;
    if (industry) await syncRubric(tx, plugins, plugin, industry, at);
  }
}

async function syncRubric(
  tx: Unit,
  plugins: InstalledPlugins,
  plugin: LoadedPlugin,
  { key, label, direction = 'DEALER_PROVIDES' }: NonNullable<LoadedPlugin['definition']['industry']>,
  at: Date,
): Promise<void> {
  const { organizationId } = tx;
  await insertRubric(tx, { organizationId, id: uuid(), key, label, direction, createdAt: at });
  const rubric = await rubricByKey(tx, key);
  if (!rubric) throw new Error(`The rubric ${key} cannot be read back.`);

  const { content, hash } = loadedRubric(plugins, plugin);
  const newest = await newestEdition(tx, rubric.id);
  if (newest?.contentHash === hash) return;
  await insertEdition(tx, {
    ...{ organizationId, id: uuid(), rubricId: rubric.id, content, contentHash: hash, createdAt: at },
    number: (newest?.number ?? 0) + 1,
    status: newest ? 'DRAFT' : 'PUBLISHED',
    effectiveFrom: newest ? null : at.toISOString().slice(0, 10),
    composition: [sourceOf(plugins.core), sourceOf(plugin)],
  });
}
