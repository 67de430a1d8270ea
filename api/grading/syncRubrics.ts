import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import type { ParameterSettings } from '../../plugins/kit/grading/rubric.ts';
import type { LoadedPlugin } from '../../plugins/kit/loading.ts';
import type { InstalledPlugins } from '../shared/context.ts';
import { loadedRubric } from './editions.loaders.ts';
import { parameterSettings } from './parameters.queries.ts';
import { type EditionRow, editionsOf, holdRubric, insertEdition, updateEdition } from './rubric.queries.ts';

const sourceOf = ({ definition: { name, version, items } }: LoadedPlugin) => ({
  source: name,
  version,
  items: Object.keys(items).length,
});

/**
 * Gives an organization a rubric for every loaded industry: its first edition published, and one draft where the loaded
 * items differ from what is published, which stays in force. A draft of other items is set aside.
 */
export async function syncRubrics(tx: Unit, plugins: InstalledPlugins, at: Date): Promise<void> {
  const settings = await parameterSettings(tx);
  for (const plugin of plugins.all) {
    const { industry } = plugin.definition;
    if (industry) await syncRubric(tx, { plugins, settings, at }, plugin, industry);
  }
}

interface Grounds {
  readonly plugins: InstalledPlugins;
  readonly settings: ParameterSettings;
  readonly at: Date;
}

/** Gives the edition that has what is loaded and set: the one in force, or a draft. */
export async function syncRubric(
  tx: Unit,
  { plugins, settings, at }: Grounds,
  plugin: LoadedPlugin,
  { key, label, direction = 'DEALER_PROVIDES' }: NonNullable<LoadedPlugin['definition']['industry']>,
): Promise<EditionRow> {
  const { organizationId } = tx;
  const rubric = await holdRubric(tx, { organizationId, id: uuid(), key, label, direction, createdAt: at });
  const editions = (await editionsOf(tx, [rubric.id])).get(rubric.id) ?? [];
  const { content, hash } = loadedRubric(plugins, plugin, settings);
  const inForce = editions.find(({ status }) => status === 'PUBLISHED');
  const drafts = editions.filter(({ status }) => status === 'DRAFT');
  const kept = [inForce, ...drafts].find((edition) => edition?.contentHash === hash);
  for (const draft of drafts) if (draft !== kept) await updateEdition(tx, draft.id, { status: 'RETIRED' });
  if (kept) return kept;
  return insertEdition(tx, {
    ...{ organizationId, id: uuid(), rubricId: rubric.id, content, contentHash: hash, createdAt: at },
    number: (editions.at(-1)?.number ?? 0) + 1,
    status: inForce ? 'DRAFT' : 'PUBLISHED',
    effectiveFrom: inForce ? null : at.toISOString().slice(0, 10),
    composition: [sourceOf(plugins.core), sourceOf(plugin)],
  });
}
