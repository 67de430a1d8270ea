import { type DocumentNode, Kind, type OperationDefinitionNode, type ValueNode, visit } from 'graphql';
import { shown } from '../shared/checks.ts';
import { limits } from './limits.ts';
import { beyond, type EdgeRefusal } from './refusals.ts';

/** A list or text written into the document itself that is too long; found once per document. */
export function literalRefusal(document: DocumentNode): EdgeRefusal | null {
  let refusal: EdgeRefusal | null = null;
  const check = (name: string, value: ValueNode) => {
    refusal ??= literal(value, [name]);
    return false;
  };
  visit(document, {
    Argument: ({ name, value }) => check(name.value, value),
    VariableDefinition: ({ variable, defaultValue }) =>
      defaultValue ? check(variable.name.value, defaultValue) : undefined,
  });
  return refusal;
}

function literal(value: ValueNode, path: readonly string[]): EdgeRefusal | null {
  if (value.kind === Kind.STRING) return textRefusal(value.value, path);
  if (value.kind === Kind.LIST) {
    return (
      listRefusal(value.values, path) ?? first(value.values.map((entry, at) => literal(entry, [...path, `${at}`])))
    );
  }
  if (value.kind === Kind.OBJECT) {
    return first(value.fields.map((field) => literal(field.value, [...path, field.name.value])));
  }
  return null;
}

/** A list or text within the variables that an operation declares that is too long; told before any of them is coerced. */
export function variableRefusal(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): EdgeRefusal | null {
  const open = (operation.variableDefinitions ?? [])
    .map(({ variable }) => variable.name.value)
    .filter((name) => Object.hasOwn(variables, name))
    .map((name) => ({ value: variables[name], path: [name] }))
    .reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') {
      const refusal = textRefusal(value, path);
      if (refusal) return refusal;
    } else if (typeof value === 'object' && value !== null) {
      const refusal = Array.isArray(value) ? listRefusal(value, path) : null;
      if (refusal) return refusal;
      if (path.length >= deepest) continue;
      for (const [key, entry] of Object.entries(value).reverse())
        open.push({ value: entry, path: [...path, shown(key, 100)] });
    }
  }
  return null;
}

/** No input type of the contract nests deeper; what is deeper is refused when it is coerced. */
const deepest = 20;

function textRefusal(text: string, path: readonly string[]): EdgeRefusal | null {
  return text.length > limits.textCharacters
    ? beyond('LIMIT_TEXT', limits.textCharacters, text.length, { inputPath: path })
    : null;
}

function listRefusal(list: readonly unknown[], path: readonly string[]): EdgeRefusal | null {
  return list.length > limits.listInput
    ? beyond('LIMIT_LIST_INPUT', limits.listInput, list.length, { inputPath: path })
    : null;
}

const first = (refusals: readonly (EdgeRefusal | null)[]): EdgeRefusal | null =>
  refusals.find((refusal) => refusal !== null) ?? null;
