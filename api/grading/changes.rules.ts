import { isDeepStrictEqual } from 'node:util';
import { type DealerClass, dealerClasses, type TierRequirement } from '../../plugins/kit/definition.ts';
import type {
  Rubric,
  RubricContent,
  RubricItem,
  RubricItemContent,
  RubricTier,
} from '../../plugins/kit/grading/rubric.ts';

/** Every part of an item that can change, as the contract calls it; key and source are for ever. */
const aspects = {
  tier: 'TIER',
  dimension: 'DIMENSION',
  weight: 'WEIGHT',
  measure: 'MEASURE',
  redLine: 'RED_LINE',
  evidenceRequired: 'EVIDENCE',
  stepCost: 'STEP_COST',
  score: 'SCORE',
  parameters: 'PARAMETERS',
  label: 'LABEL',
  guidance: 'GUIDANCE',
} as const satisfies Record<Exclude<keyof RubricItemContent, 'key' | 'source'>, string>;

type Part = keyof typeof aspects;
const parts = Object.keys(aspects) as Part[];
export type ItemAspect = (typeof aspects)[Part];
export const itemAspects = Object.values(aspects);

const marks = {
  coreFloor: 'CORE_FLOOR',
  maxNotApplicable: 'MAX_NOT_APPLICABLE',
  evidenceCap: 'EVIDENCE_CAP',
  mark: 'SHORTFALL',
} as const satisfies Record<Exclude<keyof RubricContent['ladder'], 'tiers'>, string>;

type LadderMark = keyof typeof marks;
export type RubricMark = (typeof marks)[LadderMark];
export const rubricMarks = Object.values(marks);

export interface Change<Of> {
  readonly from: Of;
  readonly to: Of;
}

/** What one edition has otherwise than another: `from` is the other's, `to` its own. All empty where their contents are equal. */
export interface RubricChanges {
  readonly added: readonly RubricItem[];
  readonly removed: readonly RubricItem[];
  readonly changed: readonly (Change<RubricItem> & { readonly aspects: readonly ItemAspect[] })[];
  readonly reordered: boolean;
  readonly tiers: readonly Change<RubricTier | null>[];
  readonly requirements: readonly (Change<TierRequirement> & { readonly dealerClass: DealerClass })[];
  readonly marks: readonly (Change<string> & { readonly mark: RubricMark })[];
}

const keysIn = ({ items }: Rubric, other: Rubric): string[] =>
  items.map(({ content }) => content.key).filter((key) => other.item(key));

const lacking = (other: Rubric, { items }: Rubric): RubricItem[] =>
  items.filter(({ content }) => !other.item(content.key));

function itemChange(from: RubricItem, to: RubricItem): RubricChanges['changed'] {
  const differing = parts.filter((part) => !isDeepStrictEqual(from.content[part], to.content[part]));
  return differing.length === 0 ? [] : [{ from, to, aspects: differing.map((part) => aspects[part]) }];
}

function tierChanges(from: Rubric, to: Rubric): RubricChanges['tiers'] {
  const kept = to.tiers.map((tier) => ({ from: from.tier(tier.content.code) ?? null, to: tier }));
  const gone = from.tiers.filter(({ content }) => !to.tier(content.code)).map((tier) => ({ from: tier, to: null }));
  const isOther = ({ from: before, to: after }: Change<RubricTier | null>) =>
    before?.rank !== after?.rank || !isDeepStrictEqual(before?.content, after?.content);
  const rank = ({ from: before, to: after }: Change<RubricTier | null>) => (after ?? before)?.rank ?? 0;
  return [...kept, ...gone].filter(isOther).sort((a, b) => rank(a) - rank(b));
}

const requirementChanges = (from: RubricContent, to: RubricContent): RubricChanges['requirements'] =>
  dealerClasses
    .map((dealerClass) => ({
      dealerClass,
      from: from.requirements[dealerClass],
      to: to.requirements[dealerClass],
    }))
    .filter((change) => !isDeepStrictEqual(change.from, change.to));

const markChanges = ({ ladder: from }: RubricContent, { ladder: to }: RubricContent): RubricChanges['marks'] =>
  (Object.keys(marks) as LadderMark[])
    .map((mark) => ({ mark: marks[mark], from: from[mark], to: to[mark] }))
    .filter((change) => change.from !== change.to);

export function changesBetween(from: Rubric, to: Rubric): RubricChanges {
  return {
    added: lacking(from, to),
    removed: lacking(to, from),
    changed: to.items.flatMap((item) => {
      const before = from.item(item.content.key);
      return before ? itemChange(before, item) : [];
    }),
    reordered: !isDeepStrictEqual(keysIn(from, to), keysIn(to, from)),
    tiers: tierChanges(from, to),
    requirements: requirementChanges(from.content, to.content),
    marks: markChanges(from.content, to.content),
  };
}
