import type { ImplementableObjectRef } from '@pothos/core';
import { everyone } from '../access/access.ts';
import { builder, type Types } from './builder.ts';
import type { Page } from './keyset.ts';

/** A list by pages: the page and the count are read only where they are selected. */
export interface Connection<Row> {
  readonly page: () => Promise<Page<Row>>;
  readonly totalCount: () => Promise<number>;
}

export function connection<Row>(of: Connection<Row>): Connection<Row> {
  let page: Promise<Page<Row>> | undefined;
  return {
    page: () => {
      page ??= of.page();
      return page;
    },
    totalCount: of.totalCount,
  };
}

/** What a caller finds in place of a list that it may not see. */
export const emptyConnection: Connection<never> = {
  page: async () => ({ nodes: [], cursorAt: () => null, hasNextPage: false, hasPreviousPage: false }),
  totalCount: async () => 0,
};

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  access: everyone,
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage'),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
    startCursor: t.string({ nullable: true, resolve: ({ cursorAt }) => cursorAt(0) }),
    endCursor: t.string({ nullable: true, resolve: ({ cursorAt }) => cursorAt(-1) }),
  }),
});

interface Edge<Row> {
  readonly node: Row;
  readonly cursor: string;
}

const edgesOf = <Row>({ nodes, cursorAt }: Page<Row>): Edge<Row>[] =>
  nodes.map((node, place) => ({ node, cursor: cursorAt(place) ?? '' }));

/** The connection and edge types of a node type, named after it. */
export function connectionType<Row extends object>(name: string, node: ImplementableObjectRef<Types, Row>) {
  const edge = builder.objectRef<Edge<Row>>(`${name}Edge`).implement({
    access: everyone,
    fields: (t) => ({
      cursor: t.exposeString('cursor'),
      node: t.field({ type: node, resolve: (own) => own.node as never }),
    }),
  });
  return builder.objectRef<Connection<Row>>(`${name}Connection`).implement({
    access: everyone,
    fields: (t) => ({
      edges: t.field({ type: [edge], resolve: async (list) => edgesOf(await list.page()) }),
      nodes: t.field({
        type: [node],
        resolve: async (list) => (await list.page()).nodes as never,
      }),
      pageInfo: t.field({ type: PageInfo, resolve: (list) => list.page() }),
      totalCount: t.int({ resolve: (list) => list.totalCount() }),
    }),
  });
}

/** The four arguments that every connection takes. */
export const pageArguments = builder.args((t) => ({
  first: t.int(),
  after: t.string(),
  last: t.int(),
  before: t.string(),
}));
