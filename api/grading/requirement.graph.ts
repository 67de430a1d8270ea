import type { DealerClass, TierRequirement } from '../../plugins/kit/definition.ts';
import { dealerClasses } from '../../plugins/kit/definition.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { DealerClassEnum } from '../shared/scalars.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import { ServiceTierRef, tierOf } from './item.graph.ts';

/** What is required of a class, within the rubric that knows the tier. */
export interface RequirementView {
  readonly rubric: Rubric;
  readonly dealerClass: DealerClass;
  readonly requirement: TierRequirement;
}

/** Requirements by class; of a class that is not among them nothing is required here. */
export const requirementsIn = (
  rubric: Rubric,
  requirements: Readonly<Partial<Record<DealerClass, TierRequirement>>>,
): RequirementView[] =>
  dealerClasses.flatMap((dealerClass) => {
    const requirement = requirements[dealerClass];
    return requirement ? [{ rubric, dealerClass, requirement }] : [];
  });

export const TierRequirementRef = builder.objectRef<RequirementView>('TierRequirement').implement({
  access: everyone,
  fields: (t) => ({
    dealerClass: t.expose('dealerClass', { type: DealerClassEnum }),
    tier: t.field({ type: ServiceTierRef, resolve: ({ rubric, requirement }) => tierOf(rubric, requirement.tier) }),
    duties: t.stringList({
      args: localeArgument,
      resolve: ({ requirement }, args, context) => requirement.duties.map((duty) => localized(duty, args, context)),
    }),
  }),
});
