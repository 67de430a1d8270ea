import { outletKinds } from '../../db/tables/network.ts';
import { everyone } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { builder } from '../shared/builder.ts';
import { connection, connectionType, pageArguments } from '../shared/connections.ts';
import type { Context } from '../shared/context.ts';
import { idOf } from '../shared/ids.ts';
import { windowOf } from '../shared/keyset.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { Assessable, DealerRef, OutletRef } from '../shared/refs.ts';
import { onCardEmpty } from './dealer.graph.ts';
import { outletFilter } from './filters.queries.ts';
import {
  asOutlet,
  loadDealer,
  loadOutlet,
  loadOutletByCode,
  loadOutletCount,
  loadOutlets,
  loadTerritory,
} from './network.loaders.ts';
import { countOutlets, outletKeyset, outletsPage } from './outlet.queries.ts';
import { TerritoryRef } from './territory.graph.ts';

export const OutletKindEnum = builder.enumType('OutletKind', { values: outletKinds });

OutletRef.implement({
  access: everyone,
  interfaces: [Assessable, Node],
  fields: (t) => ({
    kind: t.expose('kind', { type: OutletKindEnum }),
    dealer: t.field({
      type: DealerRef,
      resolve: async ({ dealerId }, _, context) => {
        const dealer = await loadDealer(context, dealerId);
        if (!dealer) throw new Error(`The dealer ${dealerId} of an outlet is missing.`);
        return dealer;
      },
    }),
    territory: t.field({
      type: TerritoryRef,
      nullable: true,
      resolve: ({ territoryId }, _, context) => (territoryId ? loadTerritory(context, territoryId) : null),
    }),
    address: t.exposeString('address', { nullable: true }),
    latitude: t.exposeFloat('latitude', { nullable: true }),
    longitude: t.exposeFloat('longitude', { nullable: true }),
    version: t.exposeInt('version'),
  }),
});

const OutletConnection = connectionType('Outlet', OutletRef);

builder.objectField(DealerRef, 'outlets', (t) =>
  t.field({
    access: onCardEmpty,
    type: OutletConnection,
    args: pageArguments,
    resolve: ({ id }, args, context) =>
      connection({
        page: async () => windowOf(outletKeyset, args).toPage((await loadOutlets(context, id, args)) ?? [], asOutlet),
        totalCount: async () => (await loadOutletCount(context, id)) ?? 0,
      }),
  }),
);

const OutletFilter = builder.inputType('OutletFilter', {
  fields: (t) => ({
    search: t.string(),
    kind: t.field({ type: [OutletKindEnum] }),
    dealer: t.id(),
    territory: t.id(),
    industry: t.stringList(),
  }),
});

async function outletSeen(context: Context, id: string) {
  const outlet = await loadOutlet(context, id);
  return outlet && seesDealer(context.viewer, outlet.dealerId) ? outlet : null;
}

builder.queryFields((t) => ({
  outlet: t.field({
    access: everyone,
    type: OutletRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const key = idOf(id, 'Outlet')?.id;
      return key ? outletSeen(context, key) : null;
    },
  }),
  outletByCode: t.field({
    access: everyone,
    type: OutletRef,
    nullable: true,
    args: { dealer: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    resolve: (_, { dealer, code }, context) => {
      const dealerId = idOf(dealer, 'Dealer')?.id;
      return dealerId && seesDealer(context.viewer, dealerId) ? loadOutletByCode(context, dealerId, code) : null;
    },
  }),
  outlets: t.field({
    access: everyone,
    type: OutletConnection,
    args: { filter: t.arg({ type: OutletFilter }), ...pageArguments },
    resolve: async (_, { filter, ...args }, context) => {
      const tx = await context.work.read();
      const asked = await outletFilter(context, tx, filter);
      const window = windowOf(outletKeyset, args);
      return connection({
        page: async () => window.toPage(await outletsPage(tx, asked, window), asOutlet),
        totalCount: () => countOutlets(tx, asked),
      });
    },
  }),
}));

findNodesOf('Outlet', outletSeen);
