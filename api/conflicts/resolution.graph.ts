import { conflictOrderFates, conflictOrderKinds } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { DealerRef } from '../shared/refs.ts';
import { partyDealer } from './party.graph.ts';
import type { OrderState, Resolution } from './proceedings.rules.ts';
import { ConflictStatusEnum } from './status.graph.ts';
import { ConflictStrategyRef } from './strategy.graph.ts';

export const ConflictOrderKindEnum = builder.enumType('ConflictOrderKind', { values: conflictOrderKinds });
export const ConflictOrderFateEnum = builder.enumType('ConflictOrderFate', { values: conflictOrderFates });

export const ConflictOrder = builder.objectRef<OrderState>('ConflictOrder').implement({
  access: everyone,
  fields: (t) => ({
    number: t.exposeInt('number'),
    kind: t.expose('kind', { type: ConflictOrderKindEnum }),
    party: t.field({ type: DealerRef, resolve: ({ partyId }, _, context) => partyDealer(context, partyId) }),
    beneficiary: t.field({
      type: DealerRef,
      nullable: true,
      resolve: ({ beneficiaryId }, _, context) => (beneficiaryId ? partyDealer(context, beneficiaryId) : null),
    }),
    amount: t.expose('amount', { type: 'Decimal' }),
    currency: t.exposeString('currency'),
    due: t.expose('due', { type: 'Date' }),
    fate: t.expose('fate', { type: ConflictOrderFateEnum, nullable: true }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', nullable: true }),
  }),
});

export const ConflictResolution = builder.objectRef<Resolution>('ConflictResolution').implement({
  access: everyone,
  fields: (t) => ({
    mechanism: t.expose('mechanism', { type: ConflictStatusEnum }),
    strategies: t.field({ type: [ConflictStrategyRef], resolve: ({ strategies }) => [...strategies] }),
    outcome: t.exposeString('outcome'),
    orders: t.field({ type: [ConflictOrder], resolve: ({ orders }) => [...orders] }),
    resolvedAt: t.field({ type: 'DateTime', resolve: ({ event }) => event.at }),
    resolvedBy: t.string({ resolve: ({ event }) => event.actor }),
  }),
});
