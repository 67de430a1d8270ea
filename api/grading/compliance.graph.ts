import type { DealerClass } from '../../plugins/kit/definition.ts';
import type { RubricTier } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { type Dealer, loadClass } from '../network/network.loaders.ts';
import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import type { Text } from '../shared/locale.ts';
import { DealerRef } from '../shared/refs.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import { loadGradeInForce, loadRubric, rubricNamed } from './grading.loaders.ts';
import { ServiceTierRef, tierOf } from './item.graph.ts';
import { currentEdition } from './rubric.graph.ts';
import { gradesOnCard } from './subject.loaders.ts';

interface Compliance {
  readonly required: RubricTier;
  readonly reached: RubricTier | null;
  readonly duties: readonly Text[];
}

const TierCompliance = builder.objectRef<Compliance>('TierCompliance').implement({
  access: everyone,
  fields: (t) => ({
    required: t.field({ type: ServiceTierRef, resolve: ({ required }) => required }),
    reached: t.field({ type: ServiceTierRef, nullable: true, resolve: ({ reached }) => reached }),
    compliant: t.boolean({ resolve: ({ required, reached }) => reached !== null && reached.rank >= required.rank }),
    duties: t.stringList({
      args: localeArgument,
      resolve: ({ duties }, args, context) => duties.map((duty) => localized(duty, args, context)),
    }),
  }),
});

/** What the edition in force asks of the dealer's class, beside the tier of its grade in force. */
async function complianceOf(
  context: Context,
  dealer: Dealer,
  dealerClass: DealerClass,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<Compliance> {
  const rubric = await loadRubric(context, (await currentEdition(context, id)).id);
  const grade = await loadGradeInForce(context, dealer, { rubric: key });
  const { tier, duties } = rubric.content.requirements[dealerClass];
  const reached = rubric.tiers.find(({ content }) => content.code === grade?.tierCode) ?? null;
  return { required: tierOf(rubric, tier), reached, duties };
}

builder.objectField(DealerRef, 'tierCompliance', (t) =>
  t.field({
    access: gradesOnCard,
    type: TierCompliance,
    nullable: true,
    args: { rubric: t.arg.string() },
    resolve: async (dealer, { rubric }, context) => {
      const key = rubric ?? dealer.industries[0] ?? '';
      const { id } = await rubricNamed(context, key, ['rubric']);
      const dealerClass = await loadClass(context, dealer.id);
      return dealerClass && complianceOf(context, dealer, dealerClass, { id, key });
    },
  }),
);
