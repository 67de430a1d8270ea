import { type FieldNode, type GraphQLField, Kind, type ValueNode } from 'graphql';
import { limits } from './limits.ts';
import { beyond, EdgeRefusal } from './refusals.ts';
import type { Values } from './variables.ts';

type Field = GraphQLField<unknown, unknown>;

/** How many rows a connection is asked for; throws where that is refused. */
export function pageSize(field: Field, node: FieldNode): (values: Values) => number {
  const first = wholeNumber(field, node, 'first');
  const last = wholeNumber(field, node, 'last');
  return (values) => {
    const forwards = first(values);
    const backwards = last(values);
    if (forwards === undefined && backwards === undefined) return limits.defaultPageSize;
    if (forwards !== undefined && backwards !== undefined) {
      throw refused(node, 'first', `first ${forwards}, last ${backwards}`);
    }
    const size = forwards ?? backwards ?? null;
    const name = forwards === undefined ? 'last' : 'first';
    if (size === null || size < 1 || size > limits.pageSize) throw refused(node, name, size ?? 'null');
    return size;
  };
}

function refused(node: FieldNode, name: string, actual: number | string): EdgeRefusal {
  const params = { limit: limits.pageSize, actual, field: node.name.value };
  return new EdgeRefusal('LIMIT_PAGE_SIZE', params, { nodes: node, inputPath: [name] });
}

/** The number an argument holds; undefined where it is left out. Execution reads it the same way. */
function wholeNumber(field: Field, node: FieldNode, name: string): (values: Values) => number | null | undefined {
  const definition = field.args.find((argument) => argument.name === name);
  const value = argumentOf(node, name);
  if (!definition) return () => undefined;
  const otherwise = definition.defaultValue as number | undefined;
  if (!value) return () => otherwise;
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    return (values) => (values[variable] === undefined ? otherwise : (values[variable] as number | null));
  }
  const literal = value.kind === Kind.INT ? Number(value.value) : null;
  return () => literal;
}

/** How many objects `nodes(ids:)` is asked for; null for any other field. */
export function sizeOfIds(field: Field, node: FieldNode): ((values: Values) => number) | null {
  const value = field.name === 'nodes' ? argumentOf(node, 'ids') : undefined;
  if (!value || !field.args.some(({ name }) => name === 'ids')) return null;
  return (values) => {
    const size = lengthOf(value, values);
    if (size > limits.nodes) throw beyond('LIMIT_LIST_INPUT', limits.nodes, size, { nodes: node, inputPath: ['ids'] });
    return size;
  };
}

function lengthOf(value: ValueNode, values: Values): number {
  if (value.kind === Kind.LIST) return value.values.length;
  const given = value.kind === Kind.VARIABLE ? values[value.name.value] : null;
  return Array.isArray(given) ? given.length : 1;
}

function argumentOf(node: FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}
