import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import { shown } from '../shared/checks.ts';
import { limits } from './limits.ts';
import { EdgeRefusal } from './refusals.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What came of variables: their values, or every fault in them. */
export interface Coerced {
  readonly values: Values;
  readonly refusals: readonly EdgeRefusal[];
}

interface Declared {
  readonly node: VariableDefinitionNode;
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue: unknown;
}

/** Coerces the variables of one operation as execution will; every fault is told at once, with its path. */
export function coercionOf(schema: GraphQLSchema, operation: OperationDefinitionNode) {
  const declared = (operation.variableDefinitions ?? []).map((node): Declared => {
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) throw new Error('a validated operation declares input types only');
    const defaultValue = node.defaultValue ? valueFromAST(node.defaultValue, type) : undefined;
    return { node, name: node.variable.name.value, type, defaultValue };
  });

  return (given: Values): Coerced => {
    const values: Record<string, unknown> = {};
    const refusals: EdgeRefusal[] = [];
    for (const variable of declared) coerce(variable, given, values, refusals);
    return { values, refusals: refusals.slice(0, limits.validationErrors) };
  };
}

function coerce(
  { node, name, type, defaultValue }: Declared,
  given: Values,
  values: Record<string, unknown>,
  refusals: EdgeRefusal[],
) {
  const refuse = (detail: string, path: readonly (string | number)[] = []) => {
    const inputPath = [name, ...path.map(String)];
    const sentence = detail.length > longest ? `${shown(detail, longest)}…` : shown(detail, longest);
    refusals.push(
      new EdgeRefusal('BAD_USER_INPUT', { detail: `$${inputPath.join('.')}: ${sentence}` }, { nodes: node, inputPath }),
    );
  };

  if (!Object.hasOwn(given, name)) {
    if (defaultValue !== undefined) values[name] = defaultValue;
    else if (isNonNullType(type)) refuse(`a value of type ${type} is required.`);
    return;
  }
  if (given[name] === null && isNonNullType(type)) {
    refuse(`a value of type ${type} must not be null.`);
    return;
  }
  try {
    values[name] = coerceInputValue(given[name], type, (path, _value, { message }) => {
      refuse(message, [...path, ...fieldNamed(message)]);
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    refuse(error.message);
  }
}

/** GraphQL tells the object in which a field is missing or unknown; the path goes on to the field itself. */
const fieldNamed = (message: string): string[] => /^Field "(\w+)"/.exec(message)?.slice(1) ?? [];

/** A sentence names what it found, but does not repeat a whole text. */
const longest = 300;
