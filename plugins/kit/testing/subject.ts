import type { PluginDefinition } from '../definition.ts';
import { formatFault } from '../faults.ts';
import { compileRubric, rubricContent } from '../grading/rubric.ts';
import { core, ladder } from '../ground.ts';
import { checkPlugin } from '../validation.ts';
import { formMisses, type PluginCase, scoreMisses } from './case.ts';
import type { Tested } from './scored.ts';

/** With the cases that can be graded; the others fail a test of their own. */
export type Subject = Tested & { readonly cases: readonly PluginCase[] };

const isCore = (plugin: PluginDefinition): boolean => plugin?.name === core.name;

export function refuseInvalid(plugin: PluginDefinition): void {
  const { faults } = checkPlugin(plugin, 'testPlugin', { isCore: isCore(plugin) });
  if (faults.length > 0) throw new Error(faults.map(formatFault).join('\n'));
}

export function subjectOf(definition: PluginDefinition, cases: readonly PluginCase[]): Subject {
  refuseInvalid(definition);
  const plugin = isCore(definition) ? null : definition;
  const rubric = compileRubric(rubricContent(plugin === null ? definition : core, ladder, plugin));
  const tested = { name: definition.name, definition, rubric };
  const isFit = (each: PluginCase) => formMisses(tested, each).length === 0 && scoreMisses(tested, each).length === 0;
  return { ...tested, cases: cases.filter(isFit) };
}
