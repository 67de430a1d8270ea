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

/** Told once for each set of nodes: a compiled operation names a field by the same ones each time. */
export function once<Told>(tell: (info: GraphQLResolveInfo) => Told): (info: GraphQLResolveInfo) => Told {
  const known = new WeakMap<readonly FieldNode[], { readonly told: Told }>();
  return (info) => {
    const found = known.get(info.fieldNodes) ?? { told: tell(info) };
    known.set(info.fieldNodes, found);
    return found.told;
  };
}

/** The columns that the nodes of a connection are asked for, in the order of `all`, and those that the list itself needs. */
export function columnsAsked<Column extends string>(
  info: GraphQLResolveInfo,
  all: readonly Column[],
  needed: readonly Column[],
): readonly Column[] {
  const asked = askedOfNodes(info);
  return asked === 'all' ? all : all.filter((column) => asked.has(column) || needed.includes(column));
}

const askedOfNodes = once((info): Asked => {
  const { schema } = info;
  const name = getNamedType(info.returnType).name.replace(/Connection$/, '');
  const list = at(info);
  const edges = below(info, `${name}Connection`, list, 'edges');
  const nodes = [...below(info, `${name}Connection`, list, 'nodes'), ...below(info, `${name}Edge`, edges, 'node')];
  const type = schema.getType(name);
  if (!isObjectType(type)) return 'all';

  const asked = new Set<string>();
  for (const field of namesOf(chosenIn(info, name, nodes))) {
    const reads = field === '__typename' ? [] : (type.getFields()[field]?.extensions.reads as string[] | undefined);
    if (!reads) return 'all';
    for (const column of reads) asked.add(column);
  }
  return asked;
});

/** The fields that are asked of an object's field of this name, where both are of one object type. */
export const fieldsAsked = (info: GraphQLResolveInfo, name: string): readonly string[] => {
  const own = getNamedType(info.returnType);
  const field = isObjectType(own) ? own.getFields()[name] : undefined;
  if (!field) return [];
  const nodes = below(info, own.name, at(info), name);
  return namesOf(chosenIn(info, getNamedType(field.type).name, nodes));
};

const at = ({ fieldNodes }: GraphQLResolveInfo): Chosen[] => fieldNodes.map((node) => ({ node, conditions: [] }));

function chosenIn(info: GraphQLResolveInfo, typeName: string, parents: readonly Chosen[]): Chosen[] {
  const type = info.schema.getType(typeName);
  const fragments = new Map<string, FragmentDefinitionNode>(Object.entries(info.fragments));
  return isObjectType(type) ? [...chosenFields(info.schema, fragments, type, parents).values()].flat() : [];
}

const below = (info: GraphQLResolveInfo, typeName: string, parents: readonly Chosen[], name: string): Chosen[] =>
  chosenIn(info, typeName, parents).filter(({ node }) => node.name.value === name);

const namesOf = (chosen: readonly Chosen[]): string[] => chosen.map(({ node }) => node.name.value);
