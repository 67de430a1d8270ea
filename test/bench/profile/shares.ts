import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Share {
  readonly name: string;
  /** Of the time in which the processor was busy, in per cent. */
  readonly percent: number;
}

/** Where busy time went: by package or folder, and by function. */
export interface Shares {
  readonly busyPercent: number;
  readonly groups: readonly Share[];
  readonly functions: readonly Share[];
}

type Frame = Profiler.ProfileNode['callFrame'];

/** A package, a part of the house, or the engine itself. */
function groupOf({ functionName, url }: Frame): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  if (url.startsWith('node:')) return 'node';
  if (url === '') return functionName.startsWith('(') ? functionName : 'native';
  return fileOf(url).split('/').slice(0, 2).join('/');
}

const fileOf = (url: string): string =>
  url
    .replace(/^file:\/\//, '')
    .replace(root, '')
    .replace(/.*node_modules\//, '');

const placeOf = ({ functionName, url }: Frame): string =>
  `${functionName || 'anonymous'}${url === '' ? '' : `, ${fileOf(url)}`}`;

/** Self time, so that what calls is not charged with what it calls; that of the profiler itself left out. */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [byGroup, byPlace] = [new Map<string, number>(), new Map<string, number>()];
  let [busy, total] = [0, 0];
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id);
    const time = timeDeltas[at] ?? 0;
    if (!frame || frame.url === 'node:inspector') continue;
    total += time;
    if (frame.functionName === '(idle)') continue;
    busy += time;
    add(byGroup, groupOf(frame), time);
    add(byPlace, placeOf(frame), time);
  }
  return { busyPercent: (100 * busy) / total, groups: largest(byGroup, busy), functions: largest(byPlace, busy) };
}

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time);
}

const largest = (times: ReadonlyMap<string, number>, busy: number): Share[] =>
  [...times].map(([name, time]) => ({ name, percent: (100 * time) / busy })).sort((a, b) => b.percent - a.percent);
