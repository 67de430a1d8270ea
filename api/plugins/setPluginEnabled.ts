import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, notFound } from '../shared/errors.ts';
import type { PluginView } from './plugins.loaders.ts';
import { savePluginSetting } from './plugins.queries.ts';

export interface SetPluginEnabled {
  readonly name: string;
  readonly enabled: boolean;
}

/** Turns a loaded plugin on or off for the organization; what exists under it stays readable. */
export async function setPluginEnabled(context: Context, input: SetPluginEnabled): Promise<{ plugin: PluginView }> {
  const { plugins, viewer, now } = context;
  const { name, enabled } = input;
  const plugin = plugins.byName(name);
  if (!plugin) throw notFound(['name']);
  if (plugin === plugins.core && !enabled) throw invalidState('PLUGIN_CORE_STAYS_ON', 'ON', ['enabled']);
  await change(context, 'setPluginEnabled', input, async (tx) => {
    await savePluginSetting(tx, { name, enabled, changedAt: now(), changedBy: viewer.keyId });
    return { id: null };
  });
  return { plugin: { definition: plugin.definition, enabled } };
}
