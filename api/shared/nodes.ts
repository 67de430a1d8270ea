import { everyone } from '../access/access.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { globalId, type NodeType, parseGlobalId } from './ids.ts';

/** A row that is an object with a global id; `__typename` is how interfaces tell it. */
export type Tagged<Type extends NodeType, Row> = Row & { readonly __typename: Type; readonly id: string };

export const tag = <Type extends NodeType, Row extends { id: string }>(type: Type, row: Row): Tagged<Type, Row> => ({
  __typename: type,
  ...row,
});

export const Node = builder.interfaceRef<{ __typename: NodeType; id: string }>('Node').implement({
  resolveType: (node) => node.__typename,
  fields: (t) => ({ id: t.id({ reads: ['id'], resolve: (node) => globalId(node.__typename, node.id) }) }),
});

type Find = (context: Context, id: string) => Promise<{ __typename: NodeType; id: string } | null>;
const finders = new Map<NodeType, Find>();

/** How an object of a type is found again by its key; null where it does not exist or the caller may not see it. */
export function findNodesOf(type: NodeType, find: Find): void {
  finders.set(type, find);
}

async function node(context: Context, id: string) {
  const parsed = parseGlobalId(id);
  return parsed ? ((await finders.get(parsed.type)?.(context, parsed.id)) ?? null) : null;
}

builder.queryFields((t) => ({
  node: t.field({
    access: everyone,
    type: Node,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => node(context, id),
  }),
  nodes: t.field({
    access: everyone,
    type: [Node],
    nullable: { list: false, items: true },
    args: { ids: t.arg.idList({ required: true }) },
    resolve: (_, { ids }, context) => Promise.all(ids.map((id) => node(context, id))),
  }),
}));
