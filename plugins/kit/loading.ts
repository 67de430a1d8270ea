import type { PluginDefinition } from './definition.ts';
import { type Fault, PluginFaults } from './faults.ts';
import { contentOf } from './loading/content.ts';
import { duplicateKeys } from './loading/duplicate-keys.ts';
import { fileOf } from './loading/place.ts';
import { type Finding, isRecord } from './validation/check.ts';
import { asFound, shown } from './validation/wording.ts';
import { type CheckedPlugin, checkPlugin } from './validation.ts';

export type LoadedPlugin = {
  readonly definition: PluginDefinition;
  /** `box`, or the path or package name as it was asked for. */
  readonly source: string;
};

export type LoadedPlugins = {
  readonly core: LoadedPlugin;
  /** The core first, then by name, however they were asked for. */
  readonly all: readonly LoadedPlugin[];
  byName(name: string): LoadedPlugin | undefined;
  byIndustry(key: string): LoadedPlugin | undefined;
};

type Candidate = Pick<CheckedPlugin, 'name' | 'definition' | 'faults' | 'copy'> & { readonly source: string };

const failed = (source: string, finding: Finding): Candidate => ({
  name: source,
  source,
  definition: undefined,
  copy: undefined,
  faults: [{ ...finding, plugin: source, source }],
});

const checked = (value: unknown, source: string, isCore = false): Candidate => ({
  ...checkPlugin(value, source, { isCore }),
  source,
});

async function fromFile(file: string, source: string, deadline: number): Promise<Candidate> {
  const content = await contentOf(file, deadline);
  const candidate = 'value' in content ? checked(content.value, source) : failed(source, content);
  const duplicates = duplicateKeys(file, candidate.copy).map((each) => ({ ...each, plugin: candidate.name, source }));
  return { ...candidate, faults: [...duplicates, ...candidate.faults] };
}

type Surroundings = {
  readonly box: Readonly<Record<string, PluginDefinition>>;
  /** That paths and packages are looked for from. */
  readonly directory: string;
  /** Milliseconds until a module must have loaded. */
  readonly deadline?: number;
};

async function candidateFor(
  reference: string,
  { box, directory, deadline = 20_000 }: Surroundings,
): Promise<Candidate> {
  if (reference === 'core') {
    const expected = { en: 'the plugins beside the core', zhHans: 'core 以外的插件' };
    const remedy = {
      en: 'Leave core out of PLUGINS: it is always loaded.',
      zhHans: '请从 PLUGINS 中去掉 core：它始终加载。',
    };
    return failed(reference, { code: 'PLUGIN_CORE_NAMED', path: '', found: asFound(reference), expected, remedy });
  }
  if (Object.hasOwn(box, reference)) return checked(box[reference], 'box');
  const file = fileOf(reference, directory, Object.keys(box));
  return typeof file === 'string'
    ? fromFile(file, reference, deadline)
    : failed(reference === '' ? '""' : reference, file);
}

/** What two plugins both claim, other than one plugin listed twice, which is a clash of names alone. */
function clashes(
  candidates: readonly Candidate[],
  code: Fault['code'],
  path: string,
  claim: (candidate: Candidate) => string | undefined,
): readonly Fault[] {
  const first = new Map<string, Candidate>();
  return candidates.flatMap((candidate): Fault[] => {
    const claimed = claim(candidate);
    const earlier = claimed === undefined ? undefined : first.get(claimed);
    if (claimed !== undefined && earlier === undefined) first.set(claimed, candidate);
    if (earlier === undefined || (path !== 'name' && earlier.name === candidate.name)) return [];
    const found = {
      en: `${shown(claimed)} in ${earlier.name} (${earlier.source}) and in ${candidate.name} (${candidate.source})`,
      zhHans: `${shown(claimed)} 同时见于 ${earlier.name}（${earlier.source}）和 ${candidate.name}（${candidate.source}）`,
    };
    const expected = { en: 'each to be taken once', zhHans: '各插件互不重复' };
    const remedy = {
      en: 'Rename one of them, or leave one out of PLUGINS.',
      zhHans: '请将其中一个改名，或从 PLUGINS 中去掉一个。',
    };
    const { name: plugin, source } = candidate;
    return [{ code, plugin, source, path, found, expected, remedy }];
  });
}

const textAt = (value: unknown, key: string): string | undefined =>
  isRecord(value) && typeof value[key] === 'string' ? value[key] : undefined;

const industryIn = (copy: unknown): string | undefined => (isRecord(copy) ? textAt(copy.industry, 'key') : undefined);

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const loaded = ({ definition, source }: Candidate): readonly LoadedPlugin[] =>
  definition === undefined ? [] : [Object.freeze({ definition, source })];

/** All that are asked for and the core, or one error with every fault of every one of them: nothing is skipped. */
export async function loadPlugins({
  names,
  core,
  ...surroundings
}: Surroundings & {
  readonly names: readonly string[] | undefined;
  readonly core: PluginDefinition;
}): Promise<LoadedPlugins> {
  const checkedCore = checked(core, 'box', true);
  const candidates: Candidate[] = [];
  for (const reference of names ?? Object.keys(surroundings.box)) {
    candidates.push(await candidateFor(reference.trim(), surroundings));
  }

  const faults = [
    ...[checkedCore, ...candidates].flatMap((candidate) => candidate.faults),
    ...clashes(candidates, 'PLUGIN_NAME_TAKEN', 'name', ({ copy }) => textAt(copy, 'name')),
    ...clashes(candidates, 'PLUGIN_INDUSTRY_TAKEN', 'industry.key', ({ copy }) => industryIn(copy)),
  ];
  const [loadedCore] = loaded(checkedCore);
  if (faults.length > 0 || loadedCore === undefined) throw new PluginFaults(faults);

  const others = candidates.flatMap(loaded).sort((a, b) => byCode(a.definition.name, b.definition.name));
  const all = Object.freeze([loadedCore, ...others]);
  return Object.freeze({
    core: loadedCore,
    all,
    byName: (name: string) => all.find(({ definition }) => definition.name === name),
    byIndustry: (key: string) => all.find(({ definition }) => definition.industry?.key === key),
  });
}
