import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { refuseIf } from '../shared/errors.ts';
import { amountAt, type BenefitPart, type Sharing, share, sharingFaults } from './sharing.rules.ts';

const BenefitPartRef = builder.objectRef<BenefitPart>('BenefitPart').implement({
  access: everyone,
  fields: (t) => ({
    party: t.exposeString('party'),
    amount: t.expose('amount', { type: 'Decimal' }),
    share: t.exposeFloat('share'),
  }),
});

const BenefitSharing = builder.objectRef<Sharing>('BenefitSharing').implement({
  access: everyone,
  fields: (t) => ({
    amount: t.field({ type: 'Decimal', resolve: ({ amount, scale }) => amountAt(amount, scale) }),
    parts: t.field({ type: [BenefitPartRef], resolve: (sharing) => share(sharing) }),
  }),
});

const BenefitPartyInput = builder.inputType('BenefitPartyInput', {
  fields: (t) => ({
    party: t.string({ required: true }),
    contribution: t.field({ type: 'Decimal', required: true }),
    cost: t.field({ type: 'Decimal', required: true }),
  }),
});

const SimulateBenefitSharingInput = builder.inputType('SimulateBenefitSharingInput', {
  fields: (t) => ({
    amount: t.field({ type: 'Decimal', required: true }),
    scale: t.int({ required: true, defaultValue: 2 }),
    contributionWeight: t.field({ type: 'Decimal', required: true, defaultValue: '1' }),
    costWeight: t.field({ type: 'Decimal', required: true, defaultValue: '1' }),
    parties: t.field({ type: [BenefitPartyInput], required: true }),
  }),
});

builder.queryField('simulateBenefitSharing', (t) =>
  t.field({
    access: everyone,
    type: BenefitSharing,
    args: { input: t.arg({ type: SimulateBenefitSharingInput, required: true }) },
    resolve: (_, { input }) => {
      refuseIf(sharingFaults(input));
      return input;
    },
  }),
);
