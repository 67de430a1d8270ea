import type { ItemDefinition, ParameterValue, ScoreParameter, Text } from '../definition.ts';
import { decimalText, millionths } from './decimals.ts';

/** A parameter with the value that an edition freezes; numbers as decimal text. */
export type ParameterContent =
  | {
      readonly kind: 'number';
      readonly label: Text;
      readonly min: string;
      readonly max: string;
      readonly default: string;
      readonly value: string;
    }
  | { readonly kind: 'yesNo'; readonly label: Text; readonly default: boolean; readonly value: boolean }
  | {
      readonly kind: 'choice';
      readonly label: Text;
      readonly options: Readonly<Record<string, Text>>;
      readonly default: string;
      readonly value: string;
    };

/** What is set about an item's score, by name; a number as decimal text. */
export type ParameterValues = Readonly<Record<string, string | boolean>>;

const within = (value: string, min: number, max: number): boolean => {
  const [amount, from, upTo] = [value, decimalText(min), decimalText(max)].map(millionths) as (bigint | null)[];
  return amount != null && from != null && upTo != null && amount >= from && amount <= upTo;
};

/** Whether a value can be set of a parameter. */
export function suitsParameter(parameter: ScoreParameter, value: string | boolean): boolean {
  if (parameter.kind === 'yesNo') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  return parameter.kind === 'choice'
    ? Object.hasOwn(parameter.options, value)
    : within(value, parameter.min, parameter.max);
}

const textOf = ({ en, zhHans }: Text): Text => ({ en, zhHans });

/** A value that was set once and suits no longer gives way to the default. */
function contentOf(parameter: ScoreParameter, set: string | boolean | undefined): ParameterContent {
  const label = textOf(parameter.label);
  const suiting = set !== undefined && suitsParameter(parameter, set) ? set : undefined;
  if (parameter.kind === 'yesNo')
    return { kind: 'yesNo', label, default: parameter.default, value: (suiting as boolean) ?? parameter.default };
  if (parameter.kind === 'choice') {
    const options = Object.fromEntries(Object.entries(parameter.options).map(([key, text]) => [key, textOf(text)]));
    return {
      kind: 'choice',
      label,
      options,
      default: parameter.default,
      value: (suiting as string) ?? parameter.default,
    };
  }
  const [min, max, byDefault] = [parameter.min, parameter.max, parameter.default].map(decimalText) as [
    string,
    string,
    string,
  ];
  return { kind: 'number', label, min, max, default: byDefault, value: decimalText((suiting as string) ?? byDefault) };
}

export const parametersOf = (
  { parameters }: ItemDefinition,
  set: ParameterValues = {},
): { readonly parameters?: Readonly<Record<string, ParameterContent>> } =>
  parameters === undefined || Object.keys(parameters).length === 0
    ? {}
    : {
        parameters: Object.fromEntries(
          Object.entries(parameters).map(([name, parameter]) => [name, contentOf(parameter, set[name])]),
        ),
      };

/** What a score is given: numbers as numbers. */
export const valuesOf = (
  parameters: Readonly<Record<string, ParameterContent>> = {},
): Readonly<Record<string, ParameterValue>> =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(parameters).map(([name, { kind, value }]) => [name, kind === 'number' ? Number(value) : value]),
    ),
  );
