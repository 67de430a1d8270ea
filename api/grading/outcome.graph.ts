import type {
  DimensionScore,
  GateOutcome,
  GateReason,
  NextTier,
  PathStep,
  Shortfall,
} from '../../plugins/kit/grading/grade.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { message } from '../shared/error-catalogue.ts';
import type { Locale } from '../shared/locale.ts';
import type { OutcomeView } from './grading.loaders.ts';
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

export const GradeOutcome = builder.objectRef<OutcomeView>('GradeOutcome').implement({
  access: everyone,
  fields: (t) => ({
    rubricVersion: t.field({ type: RubricVersionRef, resolve: ({ edition }) => edition }),
    tier: t.field({
      type: ServiceTierRef,
      nullable: true,
      resolve: ({ outcome: { tier }, rubric }) => (tier === null ? null : tierOf(rubric, tier)),
    }),
    tierCode: t.string({ resolve: ({ outcome }) => outcome.tier ?? 'BELOW_STANDARD' }),
    score: t.float({ resolve: ({ outcome }) => outcome.score }),
    gates: t.field({ type: [Gate], resolve: ({ outcome, rubric }) => within(rubric, outcome.gates) }),
    dimensions: t.field({ type: [Dimension], resolve: ({ outcome }) => [...outcome.dimensions] }),
    shortfalls: t.field({ type: [ShortfallRef], resolve: ({ outcome, rubric }) => within(rubric, outcome.shortfalls) }),
    nextTier: t.field({
      type: Path,
      nullable: true,
      resolve: ({ outcome: { nextTier }, rubric }) => nextTier && { ...nextTier, rubric },
    }),
  }),
});
