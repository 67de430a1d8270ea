import type { ItemDefinition, PluginDefinition, Text } from '../../plugins/kit/index.ts';

type Cap = ItemDefinition['tier'] | null | undefined;

export const redLines = (plugin: PluginDefinition): Record<string, [below: number | string, capsAt: Cap]> =>
  Object.fromEntries(
    Object.entries(plugin.items).flatMap(([key, { redLine }]) =>
      redLine === undefined ? [] : [[key, [redLine.below, redLine.capsAt]]],
    ),
  );

/** The keys of a tier, in the order of the rubric. */
export const keysOf = (plugin: PluginDefinition, tier: ItemDefinition['tier']): string[] =>
  Object.keys(plugin.items).filter((key) => plugin.items[key]?.tier === tier);

/** Every text of a definition that is written in two languages, by its path. */
export function textsOf(value: unknown, path = ''): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}

const hasHan = /\p{Script=Han}/u;

/** The paths of texts in which a language is missing or strays into the other. */
export const mixedTexts = (definition: unknown): string[] =>
  textsOf(definition)
    .filter(({ text: { en, zhHans } }) => !/[a-z]/i.test(en) || hasHan.test(en) || !hasHan.test(zhHans))
    .map(({ path }) => path);

/** What the playbook of a plugin speaks of: stage and detail. */
export const playbookCells = (plugin: PluginDefinition): Set<string> =>
  new Set(Object.values(plugin.playbook ?? {}).map(({ stage, detail }) => `${stage} ${detail}`));

/** Texts that stand at more than one place, in either language. */
export function repeatedTexts(definition: unknown): string[] {
  const texts = textsOf(definition).flatMap(({ text: { en, zhHans } }) => [en, zhHans]);
  return texts.filter((text, index) => texts.indexOf(text) < index);
}
