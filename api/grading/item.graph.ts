import type { MetricMeasure, RatingMeasure, YesNoMeasure } from '../../plugins/kit/definition.ts';
import { dimensions, type TierCode } from '../../plugins/kit/definition.ts';
import type { Rubric, RubricItem, RubricTier } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { localeArgument, localized } from '../shared/texts.ts';

/** An item within its rubric, which knows the tiers that its codes name. */
export interface RubricItemView {
  readonly rubric: Rubric;
  readonly item: RubricItem;
}

/** The tier of a rubric that a code names. */
export function tierOf(rubric: Rubric, code: TierCode): RubricTier {
  const tier = rubric.tier(code);
  if (!tier) throw new Error(`The tier ${code} is not on the ladder.`);
  return tier;
}

/** The item of a rubric that a key names. */
export function itemOf(rubric: Rubric, key: string): RubricItemView {
  const item = rubric.item(key);
  if (!item) throw new Error(`The item ${key} is not in the rubric.`);
  return { rubric, item };
}

export const ServiceTierRef = builder.objectRef<RubricTier>('ServiceTier').implement({
  access: everyone,
  fields: (t) => ({
    code: t.string({ resolve: ({ content }) => content.code }),
    rank: t.exposeInt('rank'),
    label: t.string({
      args: localeArgument,
      resolve: ({ content }, args, context) => localized(content.label, args, context),
    }),
    threshold: t.float({ resolve: ({ content }) => Number(content.threshold) }),
    mix: t.float({ resolve: ({ content }) => Number(content.mix) }),
  }),
});

const Rating = builder.objectRef<RatingMeasure>('RatingMeasure').implement({
  access: everyone,
  fields: (t) => ({
    anchors: t.stringList({
      args: localeArgument,
      resolve: ({ anchors }, args, context) => anchors.map((anchor) => localized(anchor, args, context)),
    }),
  }),
});

const YesNo = builder.objectRef<YesNoMeasure>('YesNoMeasure').implement({
  access: everyone,
  fields: (t) => ({
    question: t.string({
      args: localeArgument,
      resolve: ({ question }, args, context) => localized(question, args, context),
    }),
  }),
});

const Band = builder.objectRef<MetricMeasure['bands'][number]>('MetricBand').implement({
  access: everyone,
  fields: (t) => ({
    from: t.field({ type: 'Decimal', resolve: ([from]) => String(from) }),
    earns: t.float({ resolve: ([, earns]) => Number(earns) }),
  }),
});

const Metric = builder.objectRef<MetricMeasure>('MetricMeasure').implement({
  access: everyone,
  fields: (t) => ({
    unit: t.exposeString('unit'),
    better: t.expose('better', {
      type: builder.enumType('MetricDirection', { values: ['HIGHER', 'LOWER'] as const }),
    }),
    bands: t.field({ type: [Band], resolve: ({ bands }) => [...bands] }),
  }),
});

const measureTypes = { rating: 'RatingMeasure', yesNo: 'YesNoMeasure', metric: 'MetricMeasure' } as const;

const Measure = builder.unionType('Measure', {
  types: [Rating, YesNo, Metric],
  resolveType: ({ kind }) => measureTypes[kind],
});

const RedLine = builder.objectRef<RubricItemView>('RedLine').implement({
  access: everyone,
  fields: (t) => ({
    below: t.float({ resolve: ({ item }) => Number(item.content.redLine?.below) }),
    capsAt: t.field({
      type: ServiceTierRef,
      nullable: true,
      resolve: ({ rubric, item }) => {
        const cap = item.content.redLine?.capsAt;
        return cap ? tierOf(rubric, cap) : null;
      },
    }),
  }),
});

export const ScoreDimensionEnum = builder.enumType('ScoreDimension', { values: dimensions });

export const RubricItemRef = builder.objectRef<RubricItemView>('RubricItem').implement({
  access: everyone,
  fields: (t) => ({
    key: t.string({ resolve: ({ item }) => item.content.key }),
    source: t.string({ resolve: ({ item }) => item.content.source }),
    tier: t.field({ type: ServiceTierRef, resolve: ({ rubric, item }) => tierOf(rubric, item.content.tier) }),
    dimension: t.field({ type: ScoreDimensionEnum, resolve: ({ item }) => item.content.dimension }),
    label: t.string({
      args: localeArgument,
      resolve: ({ item }, args, context) => localized(item.content.label, args, context),
    }),
    guidance: t.string({
      nullable: true,
      args: localeArgument,
      resolve: ({ item: { content } }, args, context) => content.guidance && localized(content.guidance, args, context),
    }),
    weight: t.float({ resolve: ({ item }) => Number(item.content.weight) }),
    effectiveWeight: t.float({ resolve: ({ item }) => item.effectiveWeight }),
    measure: t.field({ type: Measure, resolve: ({ item }) => item.content.measure }),
    redLine: t.field({
      type: RedLine,
      nullable: true,
      resolve: (view) => (view.item.content.redLine ? view : null),
    }),
    evidenceRequired: t.boolean({ resolve: ({ item }) => item.content.evidenceRequired }),
    stepCost: t.int({ resolve: ({ item }) => item.content.stepCost }),
  }),
});
