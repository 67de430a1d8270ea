import type { PluginDefinition } from '../definition.ts';
import { formatFault } from '../faults.ts';
import { compileRubric, type Rubric, rubricContent } from '../grading/rubric.ts';
import { core, ladder } from '../ground.ts';
import { checkPlugin } from '../validation.ts';
import { formMisses, type PluginCase } from './case.ts';

export type Subject = {
  readonly name: string;
  readonly definition: PluginDefinition;
  readonly rubric: Rubric;
  /** Those that can be graded; the others fail a test of their own. */
  readonly cases: readonly PluginCase[];
};

const isCore = (plugin: PluginDefinition): boolean => plugin?.name === core.name;

export function refuseInvalid(plugin: PluginDefinition): void {
  const { faults } = checkPlugin(plugin, 'testPlugin', { isCore: isCore(plugin) });
  if (faults.length > 0) throw new Error(faults.map(formatFault).join('\n'));
}

/** The plugin on the core's ground, as every server grades by it. */
export function subjectOf(definition: PluginDefinition, cases: readonly PluginCase[]): Subject {
  refuseInvalid(definition);
  const plugin = isCore(definition) ? null : definition;
  const rubric = compileRubric(rubricContent(plugin === null ? definition : core, ladder, plugin));
  const { name } = definition;
  return { name, definition, rubric, cases: cases.filter((each) => formMisses(rubric, name, each).length === 0) };
}
