import appliances from './appliances/index.ts';
import fmcg from './fmcg/index.ts';
import type { PluginDefinition } from './kit/index.ts';
import lottery from './lottery/index.ts';

export { default as core } from './core/index.ts';
export { ladder } from './core/ladder.ts';
export { coreData } from './core/reference.ts';

/** The plugins that come in the box, by the name under which PLUGINS asks for them. */
export const box: Record<string, PluginDefinition> = { appliances, fmcg, lottery };
