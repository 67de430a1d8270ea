import type { LoadedPlugin } from '../../plugins/kit/loading.ts';
import type { Context } from '../shared/context.ts';
import { batched } from '../shared/loading.ts';
import { pluginsOff } from './plugins.queries.ts';

/** A loaded plugin as the caller's organization uses it. */
export interface PluginView {
  readonly definition: LoadedPlugin['definition'];
  readonly enabled: boolean;
}

/** An industry by its key; its plugin is undefined where it is not loaded now. */
export interface Industry {
  readonly key: string;
  readonly plugin: LoadedPlugin | undefined;
}

const settings = batched(async (tx, organizationIds) => {
  const turnedOff = await pluginsOff(tx);
  return new Map(organizationIds.map((id) => [id, turnedOff]));
});

async function isOn(context: Context, name: string): Promise<boolean> {
  const turnedOff = await settings(context, context.viewer.organizationId);
  return !turnedOff?.has(name);
}

export async function viewPlugin(context: Context, { definition }: LoadedPlugin): Promise<PluginView> {
  return { definition, enabled: await isOn(context, definition.name) };
}

export const viewPlugins = (context: Context): Promise<PluginView[]> =>
  Promise.all(context.plugins.all.map((plugin) => viewPlugin(context, plugin)));

/** The definitions of the core and of the plugins that are on, by name. */
export const loadPluginsOn = async (context: Context): Promise<LoadedPlugin['definition'][]> =>
  (await viewPlugins(context)).filter(({ enabled }) => enabled).map(({ definition }) => definition);

export const industryOf = ({ plugins }: Context, key: string): Industry => ({ key, plugin: plugins.byIndustry(key) });

/** The industries whose plugins are loaded and on. */
export async function loadIndustries(context: Context): Promise<Industry[]> {
  const views = await viewPlugins(context);
  return views.flatMap(({ definition: { industry }, enabled }) =>
    industry && enabled ? [industryOf(context, industry.key)] : [],
  );
}
