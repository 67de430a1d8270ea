import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { asTerritory, loadTerritory, loadTerritoryChildren, type Territory } from './network.loaders.ts';
import { allTerritories } from './territory.queries.ts';

export const TerritoryRef = builder.objectRef<Territory>('Territory');

TerritoryRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    parent: t.field({
      type: TerritoryRef,
      nullable: true,
      resolve: ({ parentId }, _, context) => (parentId ? loadTerritory(context, parentId) : null),
    }),
    children: t.field({ type: [TerritoryRef], resolve: ({ id }, _, context) => loadTerritoryChildren(context, id) }),
  }),
});

builder.queryField('territories', (t) =>
  t.field({
    access: everyone,
    type: [TerritoryRef],
    resolve: async (_, __, { work }) => (await allTerritories(await work.read())).map(asTerritory),
  }),
);

findNodesOf('Territory', loadTerritory);
