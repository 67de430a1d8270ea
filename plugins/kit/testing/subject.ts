import type { PluginDefinition, ScoreParameter } from '../definition.ts';
import { type Fault, formatFault } from '../faults.ts';
import type { ParameterSettings } from '../grading/content.ts';
import { decimalText } from '../grading/decimals.ts';
import { compileRubric, rubricContent } from '../grading/rubric.ts';
import { core, ladder } from '../ground.ts';
import { isRecord } from '../validation/check.ts';
import { shown } from '../validation/wording.ts';
import { checkPlugin } from '../validation.ts';
import { formMisses, type PluginCase, scoreMisses } from './case.ts';
import type { Tested } from './scored.ts';

export type Subject = Tested & {
  /** Those that can be graded; the others fail a test of their own. */
  readonly cases: readonly PluginCase[];
  /** All that answer something. */
  readonly written: readonly PluginCase[];
  /** The plugin with one parameter of a score set to the end of what it may be. */
  readonly extremes: readonly Extreme[];
};

type Extreme = { readonly parameter: string; readonly tested: Tested };

const isCore = (plugin: PluginDefinition): boolean => plugin?.name === core.name;

export const faultsOf = (plugin: PluginDefinition): readonly Fault[] =>
  checkPlugin(plugin, 'testPlugin', { isCore: isCore(plugin) }).faults;

export function refuseInvalid(plugin: PluginDefinition): void {
  const faults = faultsOf(plugin);
  if (faults.length > 0) throw new Error(faults.map(formatFault).join('\n'));
}

export function subjectOf(definition: PluginDefinition, cases: readonly PluginCase[]): Subject {
  refuseInvalid(definition);
  const plugin = isCore(definition) ? null : definition;
  const settled = (settings?: ParameterSettings): Tested => {
    const rubric = compileRubric(rubricContent(plugin === null ? definition : core, ladder, plugin, settings));
    return { name: definition.name, definition, rubric };
  };
  const tested = settled();
  const isFit = (each: PluginCase) => formMisses(tested, each).length === 0 && scoreMisses(tested, each).length === 0;
  return {
    ...tested,
    cases: cases.filter(isFit),
    written: cases.filter((each) => isRecord(each) && isRecord(each.answers)),
    extremes: extremesOf(definition, settled),
  };
}

function extremesOf(
  { name: plugin, items }: PluginDefinition,
  settled: (settings: ParameterSettings) => Tested,
): Extreme[] {
  return Object.entries(items).flatMap(([key, { parameters = {} }]) =>
    Object.entries(parameters).flatMap(([name, parameter]) =>
      endsOf(parameter).map((value) => ({
        parameter: `${name}: ${shown(value)}`,
        tested: settled({ [`${plugin}/${key}`]: { [name]: value } }),
      })),
    ),
  );
}

function endsOf(parameter: ScoreParameter): (string | boolean)[] {
  if (parameter.kind === 'yesNo') return [true, false];
  return parameter.kind === 'choice' ? Object.keys(parameter.options) : [parameter.min, parameter.max].map(decimalText);
}
