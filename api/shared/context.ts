import type { LoadedPlugins } from '../../plugins/kit/loading.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Locale } from './locale.ts';
import type { Work } from './work.ts';

/** What one request carries to every operation and resolver. */
export interface Context {
  readonly viewer: Viewer;
  readonly work: Work;
  readonly locale: Locale;
  readonly plugins: LoadedPlugins;
  readonly now: () => Date;
  readonly requestId: string;
}
