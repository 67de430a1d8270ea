import { box, core, coreData } from '../plugins/index.ts';
import { loadPlugins } from '../plugins/kit/loading.ts';
import type { InstalledPlugins } from './shared/context.ts';

/** Loads what PLUGINS names, or all that is in the box, beside the core; every fault of every plugin at once. */
export async function installPlugins(
  names: readonly string[] | undefined,
  directory: string,
): Promise<InstalledPlugins> {
  const loaded = await loadPlugins({ names: names && [...names], box, core, directory });
  return { ...loaded, ...coreData };
}
