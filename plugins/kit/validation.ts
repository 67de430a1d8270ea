import type { PluginDefinition } from './definition.ts';
import type { Fault } from './faults.ts';
import { type Finding, isRecord } from './validation/check.ts';
import { plainCopy } from './validation/plain.ts';
import { coreParts, pluginParts } from './validation/plugin.ts';
import { asFound } from './validation/wording.ts';

/** A plugin as it was checked: a frozen copy of plain data, and every fault in it. */
export type CheckedPlugin = {
  readonly name: string;
  /** Undefined where there are faults. */
  readonly definition: PluginDefinition | undefined;
  readonly faults: readonly Fault[];
  /** The copy as it is, for whoever looks for the place of a fault. */
  readonly copy: unknown;
};

const nameIn = (copy: unknown): string | undefined =>
  isRecord(copy) && typeof copy.name === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(copy.name) ? copy.name : undefined;

export function checkPlugin(value: unknown, source: string, { isCore = false } = {}): CheckedPlugin {
  const byPath = new Map<string, Finding>();
  const report = (finding: Finding): void => {
    if (!byPath.has(finding.path)) byPath.set(finding.path, finding);
  };

  const copy = plainCopy(value, report);
  if (isRecord(copy)) {
    (isCore ? coreParts : pluginParts)(copy, '', report);
  } else {
    const expected = {
      en: 'an object with name, version, host, label, description and items',
      zhHans: '含 name、version、host、label、description 和 items 的对象',
    };
    const remedy = { en: 'Export the definition itself as the default.', zhHans: '请将定义本身作为默认导出。' };
    report({ code: 'PLUGIN_NOT_AN_OBJECT', path: '', found: asFound(copy), expected, remedy });
  }

  const name = nameIn(copy) ?? source;
  const faults = [...byPath.values()].map((finding): Fault => ({ ...finding, plugin: name, source }));
  return { name, copy, faults, definition: faults.length === 0 ? (copy as PluginDefinition) : undefined };
}

/** Everything that is wrong with a plugin at once, one fault per mistake; nothing at all where it can be loaded. */
export const validatePlugin = (value: unknown, source: string): readonly Fault[] => checkPlugin(value, source).faults;
