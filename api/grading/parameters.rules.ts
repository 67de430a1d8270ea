import type { ScoreParameter } from '../../plugins/kit/definition.ts';
import { decimalText } from '../../plugins/kit/grading/decimals.ts';
import { type ParameterValues, suitsParameter } from '../../plugins/kit/grading/parameters.ts';
import { setFaults, shown } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';

export interface ParameterInput {
  readonly name: string;
  /** Exactly one of its fields. */
  readonly value: {
    readonly number?: string | null | undefined;
    readonly yes?: boolean | null | undefined;
    readonly choice?: string | null | undefined;
  };
}

const fields = { number: 'number', yesNo: 'yes', choice: 'choice' } as const;
type Declared = Readonly<Record<string, ScoreParameter>>;

const valueIn = ({ value }: ParameterInput): string | boolean => value.number ?? value.choice ?? value.yes ?? false;

function faultsOf(declared: Declared, input: ParameterInput, at: number): Issue[] {
  const parameter = Object.hasOwn(declared, input.name) ? declared[input.name] : undefined;
  const name = shown(input.name);
  if (!parameter) return [issue('PLUGIN_PARAMETER_UNKNOWN', ['values', at, 'name'], { value: name })];
  const expected = fields[parameter.kind];
  const path = ['values', at, 'value'];
  if (input.value[expected] == null) return [issue('PLUGIN_PARAMETER_WRONG_KIND', path, { value: name, expected })];
  if (suitsParameter(parameter, valueIn(input))) return [];
  return parameter.kind === 'number'
    ? [issue('NUMBER_OUT_OF_RANGE', [...path, expected], { min: parameter.min, max: parameter.max })]
    : [issue('PLUGIN_PARAMETER_OPTION_UNKNOWN', [...path, expected], { value: shown(String(valueIn(input))) })];
}

/** Reads what is to be set against what a score declares: the values, and every fault with its place. */
export function readParameters(
  declared: Declared,
  inputs: readonly ParameterInput[],
): { values: ParameterValues; faults: Issue[] } {
  const faults = setFaults(
    inputs.map(({ name }) => name),
    ['values'],
    20,
  );
  if (inputs.length <= 20) faults.push(...inputs.flatMap((input, at) => faultsOf(declared, input, at)));
  const values = inputs.map((input) => [
    input.name,
    input.value.number == null ? valueIn(input) : decimalText(input.value.number),
  ]);
  return { values: Object.fromEntries(values), faults };
}
