import type { Rubric, RubricItem, RubricTier } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse } from '../shared/errors.ts';
import {
  type Change,
  changesBetween,
  type ItemAspect,
  itemAspects,
  type RubricChanges,
  rubricMarks,
} from './changes.rules.ts';
import { asEdition, type Edition, loadEditionsOf, loadRubric } from './grading.loaders.ts';
import { RubricItemRef, type RubricItemView, ServiceTierRef } from './item.graph.ts';
import { type RequirementView, TierRequirementRef } from './requirement.graph.ts';
import { RubricVersionRef } from './rubric.graph.ts';

/** Two editions' changes beside the rubrics that they are between. */
interface ChangesView {
  readonly since: Edition;
  readonly from: Rubric;
  readonly to: Rubric;
  readonly changes: RubricChanges;
}

const within = (rubric: Rubric, items: readonly RubricItem[]): RubricItemView[] =>
  items.map((item) => ({ rubric, item }));

async function changesOf(context: Context, edition: Edition, version: number | null | undefined): Promise<ChangesView> {
  const editions = await loadEditionsOf(context, edition.rubricId);
  const since =
    editions.find(({ number, status }) => (version == null ? status === 'PUBLISHED' : number === version)) ??
    refuse([issue('NOT_FOUND', ['version'])]);
  const [from, to] = await Promise.all([since, edition].map(({ id }) => loadRubric(context, id)));
  if (!from || !to) throw new Error(`The editions of the rubric ${edition.rubricId} are missing.`);
  return { since: asEdition(since), from, to, changes: changesBetween(from, to) };
}

const ItemChange = builder
  .objectRef<Change<RubricItemView> & { readonly aspects: readonly ItemAspect[] }>('RubricItemChange')
  .implement({
    access: everyone,
    fields: (t) => ({
      key: t.string({ resolve: ({ to: { item } }) => item.content.key }),
      aspects: t.field({
        type: [builder.enumType('RubricItemAspect', { values: itemAspects })],
        resolve: (change) => [...change.aspects],
      }),
      from: t.expose('from', { type: RubricItemRef }),
      to: t.expose('to', { type: RubricItemRef }),
    }),
  });

const TierChange = builder.objectRef<Change<RubricTier | null>>('ServiceTierChange').implement({
  access: everyone,
  fields: (t) => ({
    from: t.expose('from', { type: ServiceTierRef, nullable: true }),
    to: t.expose('to', { type: ServiceTierRef, nullable: true }),
  }),
});

const RequirementChange = builder.objectRef<Change<RequirementView>>('TierRequirementChange').implement({
  access: everyone,
  fields: (t) => ({
    from: t.expose('from', { type: TierRequirementRef }),
    to: t.expose('to', { type: TierRequirementRef }),
  }),
});

const MarkChange = builder.objectRef<RubricChanges['marks'][number]>('RubricMarkChange').implement({
  access: everyone,
  fields: (t) => ({
    mark: t.expose('mark', { type: builder.enumType('RubricMark', { values: rubricMarks }) }),
    from: t.float({ resolve: ({ from }) => Number(from) }),
    to: t.float({ resolve: ({ to }) => Number(to) }),
  }),
});

const Changes = builder.objectRef<ChangesView>('RubricChanges').implement({
  access: everyone,
  fields: (t) => ({
    since: t.expose('since', { type: RubricVersionRef }),
    added: t.field({ type: [RubricItemRef], resolve: ({ to, changes }) => within(to, changes.added) }),
    removed: t.field({ type: [RubricItemRef], resolve: ({ from, changes }) => within(from, changes.removed) }),
    changed: t.field({
      type: [ItemChange],
      resolve: ({ from, to, changes }) =>
        changes.changed.map((change) => ({
          aspects: change.aspects,
          from: { rubric: from, item: change.from },
          to: { rubric: to, item: change.to },
        })),
    }),
    reordered: t.boolean({ resolve: ({ changes }) => changes.reordered }),
    tiers: t.field({ type: [TierChange], resolve: ({ changes }) => [...changes.tiers] }),
    requirements: t.field({
      type: [RequirementChange],
      resolve: ({ from, to, changes }) =>
        changes.requirements.map(({ dealerClass, ...change }) => ({
          from: { rubric: from, dealerClass, requirement: change.from },
          to: { rubric: to, dealerClass, requirement: change.to },
        })),
    }),
    marks: t.field({ type: [MarkChange], resolve: ({ changes }) => [...changes.marks] }),
  }),
});

builder.objectField(RubricVersionRef, 'changesSince', (t) =>
  t.field({
    type: Changes,
    args: { version: t.arg.int() },
    resolve: (edition, { version }, context) => changesOf(context, edition, version),
  }),
);
