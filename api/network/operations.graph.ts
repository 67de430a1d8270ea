import { channelManagers } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { operation } from '../shared/operation.ts';
import { DealerRef, OutletRef } from '../shared/refs.ts';
import { ChannelTypeEnum, DealerClassEnum } from '../shared/scalars.ts';
import { assignDealerClass } from './assignDealerClass.ts';
import { createDealer } from './createDealer.ts';
import { createOutlet } from './createOutlet.ts';
import { createTerritory } from './createTerritory.ts';
import { DealerStatusEnum, PartnerRoleEnum } from './dealer.graph.ts';
import { linkDealers } from './linkDealers.ts';
import { OutletKindEnum } from './outlet.graph.ts';
import { TerritoryRef } from './territory.graph.ts';
import { unlinkDealers } from './unlinkDealers.ts';
import { updateDealer } from './updateDealer.ts';
import { updateOutlet } from './updateOutlet.ts';

operation('createDealer', {
  access: channelManagers,
  input: builder.inputType('CreateDealerInput', {
    fields: (t) => ({
      code: t.string({ required: true }),
      name: t.string({ required: true }),
      roles: t.field({ type: [PartnerRoleEnum], required: true, defaultValue: ['DEALER'] }),
      status: t.field({ type: DealerStatusEnum, required: true, defaultValue: 'ACTIVE' }),
      channel: t.field({ type: ChannelTypeEnum, required: true, defaultValue: 'PHYSICAL' }),
      industries: t.stringList({ required: true }),
      class: t.field({ type: DealerClassEnum }),
      territory: t.id(),
    }),
  }),
  payload: { dealer: DealerRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: createDealer,
});

operation('updateDealer', {
  access: channelManagers,
  input: builder.inputType('UpdateDealerInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      name: t.string(),
      roles: t.field({ type: [PartnerRoleEnum] }),
      status: t.field({ type: DealerStatusEnum }),
      channel: t.field({ type: ChannelTypeEnum }),
      industries: t.stringList(),
      territory: t.id(),
    }),
  }),
  payload: { dealer: DealerRef },
  refusals: ['ValidationError', 'NotFoundError', 'StaleVersionError'],
  run: updateDealer,
});

operation('assignDealerClass', {
  access: channelManagers,
  input: builder.inputType('AssignDealerClassInput', {
    fields: (t) => ({
      dealer: t.id({ required: true }),
      class: t.field({ type: DealerClassEnum, required: true }),
      validFrom: t.field({ type: 'Date', required: true }),
      reason: t.string({ required: true }),
    }),
  }),
  payload: { dealer: DealerRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: assignDealerClass,
});

operation('linkDealers', {
  access: channelManagers,
  input: builder.inputType('LinkDealersInput', {
    fields: (t) => ({ upstream: t.id({ required: true }), downstream: t.id({ required: true }) }),
  }),
  payload: { dealer: DealerRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: linkDealers,
});

operation('unlinkDealers', {
  access: channelManagers,
  input: builder.inputType('UnlinkDealersInput', { fields: (t) => ({ downstream: t.id({ required: true }) }) }),
  payload: { dealer: DealerRef },
  refusals: ['NotFoundError', 'InvalidStateError'],
  run: unlinkDealers,
});

operation('createOutlet', {
  access: channelManagers,
  input: builder.inputType('CreateOutletInput', {
    fields: (t) => ({
      dealer: t.id({ required: true }),
      code: t.string({ required: true }),
      name: t.string({ required: true }),
      kind: t.field({ type: OutletKindEnum, required: true }),
      industries: t.stringList(),
      territory: t.id(),
      address: t.string(),
      latitude: t.float(),
      longitude: t.float(),
    }),
  }),
  payload: { outlet: OutletRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: createOutlet,
});

operation('updateOutlet', {
  access: channelManagers,
  input: builder.inputType('UpdateOutletInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      name: t.string(),
      kind: t.field({ type: OutletKindEnum }),
      industries: t.stringList(),
      territory: t.id(),
      address: t.string(),
      latitude: t.float(),
      longitude: t.float(),
    }),
  }),
  payload: { outlet: OutletRef },
  refusals: ['ValidationError', 'NotFoundError', 'StaleVersionError'],
  run: updateOutlet,
});

operation('createTerritory', {
  access: channelManagers,
  input: builder.inputType('CreateTerritoryInput', {
    fields: (t) => ({ code: t.string({ required: true }), name: t.string({ required: true }), parent: t.id() }),
  }),
  payload: { territory: TerritoryRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: createTerritory,
});
