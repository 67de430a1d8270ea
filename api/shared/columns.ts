import { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type Chosen, chosenFields } from './chosen-fields.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      columns: ColumnsPlugin<Types>;
    }
    export interface ObjectFieldOptions<Types, ParentShape, Type, Nullable, Args, ResolveReturnShape> {
      reads?: readonly (keyof ParentShape)[];
    }
    export interface InterfaceFieldOptions<Types, ParentShape, Type, Nullable, Args, ResolveReturnShape> {
      reads?: readonly (keyof ParentShape)[];
    }
  }
}

/** A field may say which columns of its object's row it reads; of one that does not, all are to be there, unless it shows a column as it is. */
export class ColumnsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const { reads } = field.pothosOptions as { reads?: readonly string[] };
    const shown = field.extensions?.pothosExposedField as string | undefined;
    return { ...field, extensions: { ...field.extensions, reads: reads ?? (shown ? [shown] : undefined) } };
  }
}

type Asked = ReadonlySet<string> | 'all';

// A compiled operation names a field by the same nodes each time.
const known = new WeakMap<readonly FieldNode[], Asked>();

/** The columns that the nodes of a connection are asked for, in the order of `all`, and those that the list itself needs. */
export function columnsAsked<Column extends string>(
  info: GraphQLResolveInfo,
  all: readonly Column[],
  needed: readonly Column[],
): readonly Column[] {
  let asked = known.get(info.fieldNodes);
  if (!asked) {
    asked = askedOfNodes(info);
    known.set(info.fieldNodes, asked);
  }
  const those = asked;
  return those === 'all' ? all : all.filter((column) => those.has(column) || needed.includes(column));
}

function askedOfNodes(info: GraphQLResolveInfo): Asked {
  const { schema } = info;
  const fragments = new Map<string, FragmentDefinitionNode>(Object.entries(info.fragments));
  const below = (typeName: string, parents: readonly Chosen[], name: string): Chosen[] => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return [];
    const chosen = [...chosenFields(schema, fragments, type, parents).values()].flat();
    return chosen.filter(({ node }) => node.name.value === name);
  };

  const connection = getNamedType(info.returnType).name;
  const name = connection.replace(/Connection$/, '');
  const list = info.fieldNodes.map((node) => ({ node, conditions: [] }));
  const edges = below(connection, list, 'edges');
  const nodes = [...below(connection, list, 'nodes'), ...below(`${name}Edge`, edges, 'node')];
  const type = schema.getType(name);
  if (!isObjectType(type)) return 'all';

  const asked = new Set<string>();
  for (const [{ node } = { node: null }] of chosenFields(schema, fragments, type, nodes).values()) {
    const reads = node && readsOf(type.getFields()[node.name.value]?.extensions, node.name.value);
    if (!reads) return 'all';
    for (const column of reads) asked.add(column);
  }
  return asked;
}

const readsOf = (extensions: { readonly reads?: readonly string[] } | undefined, field: string) =>
  field === '__typename' ? [] : extensions?.reads;
