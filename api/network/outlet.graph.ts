import { outletKinds } from '../../db/tables/network.ts';
import { everyone } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { builder } from '../shared/builder.ts';
import { columnsAsked } from '../shared/columns.ts';
import { connection, connectionType, pageArguments } from '../shared/connections.ts';
import type { Context } from '../shared/context.ts';
import { idOf } from '../shared/ids.ts';
import { neededBy, windowOf } from '../shared/keyset.ts';
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
import { countOutlets, outletColumns, outletKeyset, outletsPage } from './outlet.queries.ts';
import { TerritoryRef } from './territory.graph.ts';

export const OutletKindEnum = builder.enumType('OutletKind', { values: outletKinds });

OutletRef.implement({
  access: everyone,
  interfaces: [Assessable, Node],
  fields: (t) => ({
    kind: t.expose('kind', { type: OutletKindEnum }),
    dealer: t.field({
      reads: ['dealerId'],
      type: DealerRef,
      resolve: async ({ dealerId }, _, context) => {
        const dealer = await loadDealer(context, dealerId);
        if (!dealer) throw new Error(`The dealer ${dealerId} of an outlet is missing.`);
        return dealer;
      },
    }),
    territory: t.field({
      reads: ['territoryId'],
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

/** Whose an outlet is decides who sees it. */
const needed = neededBy(outletKeyset, 'dealerId');

builder.objectField(DealerRef, 'outlets', (t) =>
  t.field({
    access: onCardEmpty,
    reads: ['id'],
    type: OutletConnection,
    args: pageArguments,
    resolve: ({ id }, page, context, info) =>
      connection({
        page: async () => {
          const columns = columnsAsked(info, outletColumns, needed);
          return windowOf(outletKeyset, page).toPage(
            (await loadOutlets(context, id, { page, columns })) ?? [],
            asOutlet,
          );
        },
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
    resolve: async (_, { filter, ...page }, context, info) => {
      const tx = await context.work.read();
      const asked = await outletFilter(context, tx, filter);
      const window = windowOf(outletKeyset, page);
      return connection({
        page: async () => {
          const columns = columnsAsked(info, outletColumns, needed);
          return window.toPage(await outletsPage(tx, asked, window, columns), asOutlet);
        },
        totalCount: () => countOutlets(tx, asked),
      });
    },
  }),
}));

findNodesOf('Outlet', outletSeen);
