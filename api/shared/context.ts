import type { CoreData } from '../../plugins/kit/definition.ts';
import type { LoadedPlugins } from '../../plugins/kit/loading.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Locale } from './locale.ts';
import type { Work } from './work.ts';

/** The plugins that this server has loaded, and the reference data that the core brings. */
export type InstalledPlugins = LoadedPlugins & CoreData;

/** What one request carries to every operation and resolver. */
export interface Context {
  readonly viewer: Viewer;
  readonly work: Work;
  readonly locale: Locale;
  readonly plugins: InstalledPlugins;
  readonly now: () => Date;
  readonly requestId: string;
}

/** The calendar day of a request, in UTC. */
export const today = ({ now }: Pick<Context, 'now'>): string => now().toISOString().slice(0, 10);
