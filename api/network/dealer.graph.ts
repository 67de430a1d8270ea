import { dealerStatuses, partnerRoles } from '../../db/tables/network.ts';
import { everyone, type FieldAccess } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { builder } from '../shared/builder.ts';
import { columnsAsked } from '../shared/columns.ts';
import { connection, connectionType, emptyConnection, pageArguments } from '../shared/connections.ts';
import { idOf } from '../shared/ids.ts';
import { neededBy, windowOf } from '../shared/keyset.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { Assessable, DealerRef } from '../shared/refs.ts';
import { ChannelTypeEnum, DealerClassEnum, SortDirectionEnum } from '../shared/scalars.ts';
import { countDealers, dealerColumns, dealerKeyset, dealersPage, secondTierKeyset } from './dealer.queries.ts';
import type { DealerClassRow } from './dealer-class.queries.ts';
import { dealerFilter } from './filters.queries.ts';
import {
  asDealer,
  type Dealer,
  loadClass,
  loadClassHistory,
  loadDealer,
  loadDealerByCode,
  loadSecondTier,
  loadSecondTierCount,
  loadTerritory,
} from './network.loaders.ts';
import { TerritoryRef } from './territory.graph.ts';

export const PartnerRoleEnum = builder.enumType('PartnerRole', { values: partnerRoles });
export const DealerStatusEnum = builder.enumType('DealerStatus', { values: dealerStatuses });

/** What a dealer that another only meets as a card keeps to itself. */
export const onCardNull: FieldAccess<Dealer> = {
  sees: (dealer, viewer) => seesDealer(viewer, dealer.id),
  otherwise: () => null,
};
export const onCardEmpty = { ...onCardNull, otherwise: () => emptyConnection };

const ClassAssignment = builder.objectRef<DealerClassRow>('DealerClassAssignment').implement({
  access: everyone,
  fields: (t) => ({
    class: t.expose('class', { type: DealerClassEnum }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    reason: t.exposeString('reason'),
    decidedBy: t.exposeString('decidedBy'),
  }),
});

export const DealerConnection = connectionType('Dealer', DealerRef);

DealerRef.implement({
  access: everyone,
  interfaces: [Assessable, Node],
  fields: (t) => ({
    roles: t.expose('roles', { type: [PartnerRoleEnum] }),
    status: t.expose('status', { type: DealerStatusEnum }),
    channel: t.expose('channel', { type: ChannelTypeEnum }),
    class: t.field({
      access: onCardNull,
      reads: ['id'],
      type: DealerClassEnum,
      nullable: true,
      resolve: (dealer, _, context) => loadClass(context, dealer.id),
    }),
    classHistory: t.field({
      reads: ['id'],
      access: { ...onCardNull, otherwise: () => [] },
      type: [ClassAssignment],
      resolve: async (dealer, _, context) => (await loadClassHistory(context, dealer.id)) ?? [],
    }),
    territory: t.field({
      access: onCardNull,
      reads: ['territoryId'],
      type: TerritoryRef,
      nullable: true,
      resolve: ({ territoryId }, _, context) => (territoryId ? loadTerritory(context, territoryId) : null),
    }),
    upstream: t.field({
      access: onCardNull,
      reads: ['upstreamId'],
      type: DealerRef,
      nullable: true,
      resolve: ({ upstreamId }, _, context) => (upstreamId ? loadDealer(context, upstreamId) : null),
    }),
    secondTier: t.field({
      access: onCardEmpty,
      reads: ['id'],
      type: DealerConnection,
      args: pageArguments,
      resolve: ({ id }, page, context, info) =>
        connection({
          page: async () => {
            const columns = columnsAsked(info, dealerColumns, neededBy(secondTierKeyset, 'upstreamId'));
            const rows = (await loadSecondTier(context, id, { page, columns })) ?? [];
            return windowOf(secondTierKeyset, page).toPage(rows, asDealer);
          },
          totalCount: async () => (await loadSecondTierCount(context, id)) ?? 0,
        }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    version: t.exposeInt('version'),
  }),
});

const DealerFilter = builder.inputType('DealerFilter', {
  fields: (t) => ({
    search: t.string(),
    class: t.field({ type: [DealerClassEnum] }),
    status: t.field({ type: [DealerStatusEnum] }),
    channel: t.field({ type: [ChannelTypeEnum] }),
    industry: t.stringList(),
    territory: t.id(),
    tier: t.stringList(),
  }),
});

const DealerOrder = builder.inputType('DealerOrder', {
  fields: (t) => ({
    field: t.field({
      type: builder.enumType('DealerOrderField', { values: ['CODE', 'NAME', 'CREATED_AT', 'SCORE'] as const }),
      required: true,
    }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

/** The dealer itself, where the caller may ask for it by name: a card is met, never asked for. */
async function askedFor(viewer: Parameters<typeof seesDealer>[0], found: Promise<Dealer | null>) {
  const dealer = await found;
  return dealer && seesDealer(viewer, dealer.id) ? dealer : null;
}

builder.queryFields((t) => ({
  dealer: t.field({
    access: everyone,
    type: DealerRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const key = idOf(id, 'Dealer')?.id;
      return key ? askedFor(context.viewer, loadDealer(context, key)) : null;
    },
  }),
  dealerByCode: t.field({
    access: everyone,
    type: DealerRef,
    nullable: true,
    args: { code: t.arg.string({ required: true }) },
    resolve: (_, { code }, context) => askedFor(context.viewer, loadDealerByCode(context, code)),
  }),
  dealers: t.field({
    access: everyone,
    type: DealerConnection,
    args: {
      filter: t.arg({ type: DealerFilter }),
      orderBy: t.arg({ type: DealerOrder, defaultValue: { field: 'CODE', direction: 'ASC' } }),
      ...pageArguments,
    },
    resolve: async (_, { filter, orderBy, ...page }, context, info) => {
      const tx = await context.work.read();
      const asked = await dealerFilter(context, tx, filter);
      const order = orderBy ?? ({ field: 'CODE', direction: 'ASC' } as const);
      const keyset = dealerKeyset(order);
      const window = windowOf(keyset, page);
      return connection({
        page: async () => {
          const columns = columnsAsked(info, dealerColumns, neededBy(keyset));
          return window.toPage(await dealersPage(tx, asked, order, window, columns), asDealer);
        },
        totalCount: () => countDealers(tx, asked),
      });
    },
  }),
}));

findNodesOf('Dealer', (context, id) => askedFor(context.viewer, loadDealer(context, id)));
