import type {
  DimensionScore,
  GateOutcome,
  GateReason,
  NextTier,
  Outcome,
  PathStep,
  Shortfall,
} from '../../plugins/kit/grading/grade.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import { message } from '../shared/error-catalogue.ts';
import type { Locale } from '../shared/locale.ts';
import { asEdition, loadEdition, loadRubric, type OutcomeView } from './grading.loaders.ts';
import { itemOf, RubricItemRef, ScoreDimensionEnum, ServiceTierRef, tierOf } from './item.graph.ts';
import { RubricVersionRef } from './rubric.graph.ts';

/** A part of an outcome beside the rubric that its keys are of. */
type Of<Part> = Part & { readonly rubric: Rubric };

const within = <Part extends object>(rubric: Rubric, parts: readonly Part[]): Of<Part>[] =>
  parts.map((part) => ({ ...part, rubric }));

/** Why a gate failed, with the numbers that it failed by. */
function reasonMessage({ code, item, gate, rubric }: Of<GateReason> & { gate: GateOutcome }, locale: Locale): string {
  const { ladder } = rubric.content;
  const content = item === null ? undefined : rubric.item(item)?.content;
  return message(code, locale, {
    score: gate.score,
    threshold: gate.threshold,
    coreScore: gate.coreScore,
    floor: gate.threshold - Number(ladder.coreFloor),
    max: ladder.maxNotApplicable,
    item: content?.label[locale] ?? '',
    below: content?.redLine?.below ?? '',
  });
}

const Reason = builder.objectRef<Of<GateReason> & { gate: GateOutcome }>('GateReason').implement({
  access: everyone,
  fields: (t) => ({
    code: t.exposeString('code'),
    item: t.field({
      type: RubricItemRef,
      nullable: true,
      resolve: ({ rubric, item }) => (item === null ? null : itemOf(rubric, item)),
    }),
    message: t.string({ resolve: (reason, _, { locale }) => reasonMessage(reason, locale) }),
  }),
});

const Gate = builder.objectRef<Of<GateOutcome>>('GateResult').implement({
  access: everyone,
  fields: (t) => ({
    tier: t.field({ type: ServiceTierRef, resolve: ({ rubric, tier }) => tierOf(rubric, tier) }),
    passed: t.exposeBoolean('passed'),
    score: t.exposeFloat('score'),
    coreScore: t.exposeFloat('coreScore'),
    threshold: t.exposeFloat('threshold'),
    reasons: t.field({
      type: [Reason],
      resolve: (gate) => gate.reasons.map((reason) => ({ ...reason, gate, rubric: gate.rubric })),
    }),
  }),
});

const Dimension = builder.objectRef<DimensionScore>('DimensionScore').implement({
  access: everyone,
  fields: (t) => ({
    dimension: t.expose('dimension', { type: ScoreDimensionEnum }),
    score: t.exposeFloat('score'),
  }),
});

const ShortfallRef = builder.objectRef<Of<Shortfall>>('Shortfall').implement({
  access: everyone,
  fields: (t) => ({
    item: t.field({ type: RubricItemRef, resolve: ({ rubric, item }) => itemOf(rubric, item) }),
    earned: t.exposeFloat('earned'),
    size: t.exposeFloat('size'),
    redLine: t.exposeBoolean('redLine'),
  }),
});

const Step = builder.objectRef<Of<PathStep>>('NextTierStep').implement({
  access: everyone,
  fields: (t) => ({
    item: t.field({ type: RubricItemRef, resolve: ({ rubric, item }) => itemOf(rubric, item) }),
    fromEarned: t.exposeFloat('fromEarned'),
    toEarned: t.exposeFloat('toEarned'),
  }),
});

const Path = builder.objectRef<Of<NextTier>>('NextTierPath').implement({
  access: everyone,
  fields: (t) => ({
    tier: t.field({ type: ServiceTierRef, resolve: ({ rubric, tier }) => tierOf(rubric, tier) }),
    reachable: t.exposeBoolean('reachable'),
    deficit: t.exposeFloat('deficit'),
    steps: t.field({ type: [Step], resolve: ({ rubric, steps }) => within(rubric, steps) }),
  }),
});

/** Parts of an outcome, each beside the rubric that its keys are of. */
async function partsOf<Part extends object>(context: Context, view: OutcomeView, parts: (outcome: Outcome) => Part[]) {
  const [outcome, rubric] = await Promise.all([view.outcome(), loadRubric(context, view.editionId)]);
  return within(rubric, parts(outcome));
}

const tierCodeOf = async ({ summary, outcome }: OutcomeView): Promise<string> =>
  summary?.tierCode ?? (await outcome()).tier ?? 'BELOW_STANDARD';

export const GradeOutcome = builder.objectRef<OutcomeView>('GradeOutcome').implement({
  access: everyone,
  fields: (t) => ({
    rubricVersion: t.field({
      type: RubricVersionRef,
      resolve: async ({ editionId }, _, context) => {
        const edition = await loadEdition(context, editionId);
        if (!edition) throw new Error(`The edition ${editionId} of an outcome is missing.`);
        return asEdition(edition);
      },
    }),
    tier: t.field({
      type: ServiceTierRef,
      nullable: true,
      resolve: async (view, _, context) => {
        const [code, { tiers }] = await Promise.all([tierCodeOf(view), loadRubric(context, view.editionId)]);
        return tiers.find(({ content }) => content.code === code) ?? null;
      },
    }),
    tierCode: t.string({ resolve: tierCodeOf }),
    score: t.float({ resolve: async ({ summary, outcome }) => (summary ?? (await outcome())).score }),
    gates: t.field({
      type: [Gate],
      resolve: (view, _, context) => partsOf(context, view, ({ gates }) => [...gates]),
    }),
    dimensions: t.field({ type: [Dimension], resolve: async ({ outcome }) => [...(await outcome()).dimensions] }),
    shortfalls: t.field({
      type: [ShortfallRef],
      resolve: (view, _, context) => partsOf(context, view, ({ shortfalls }) => [...shortfalls]),
    }),
    nextTier: t.field({
      type: Path,
      nullable: true,
      resolve: async (view, _, context) => {
        const [path] = await partsOf(context, view, ({ nextTier }) => (nextTier ? [nextTier] : []));
        return path ?? null;
      },
    }),
  }),
});
