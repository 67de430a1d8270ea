import { message } from '../../../api/shared/error-catalogue.ts';
import type { RubricContent } from '../../../plugins/kit/grading/content.ts';
import type { GateOutcome, GateReason, Outcome } from '../../../plugins/kit/grading/grade.ts';
import { prepared } from './pool.ts';

/** An edition's texts by their keys, so that no request searches for them. */
export interface Wording {
  readonly content: RubricContent;
  readonly tiers: ReadonlyMap<string, { code: string; label: string }>;
  readonly items: ReadonlyMap<string, { key: string; label: string; below: string }>;
}

export function wordingOf(content: RubricContent): Wording {
  const tiers = content.ladder.tiers.map(({ code, label }) => [code, { code, label: label.en }] as const);
  const items = content.items.map(
    ({ key, label, redLine }) => [key, { key, label: label.en, below: redLine?.below ?? '' }] as const,
  );
  return { content, tiers: new Map<string, (typeof tiers)[number][1]>(tiers), items: new Map(items) };
}

const contentOf = prepared<{ content: RubricContent }>('content', 'select content from rubric_versions where id = $1');
const known = new Map<string, Promise<Wording>>();

/** An edition never changes, so it is read once. */
export function wording(versionId: string): Promise<Wording> {
  const found = known.get(versionId) ?? contentOf(versionId).then(([row]) => wordingOf(row?.content as RubricContent));
  known.set(versionId, found);
  return found;
}

/** An outcome as Tierwise tells it, in English. */
export function explained(outcome: Outcome, { content, tiers, items }: Wording) {
  const reason = (gate: GateOutcome, { code, item }: GateReason) => {
    const about = item === null ? null : items.get(item);
    const text = message(code, 'en', {
      score: gate.score,
      threshold: gate.threshold,
      coreScore: gate.coreScore,
      floor: gate.threshold - Number(content.ladder.coreFloor),
      max: content.ladder.maxNotApplicable,
      item: about?.label ?? '',
      below: about?.below ?? '',
    });
    return { code, message: text, item: about && { key: about.key, label: about.label } };
  };
  const item = (key: string) => ({ key, label: items.get(key)?.label });
  const { tier, score, gates, shortfalls, nextTier } = outcome;
  return {
    tierCode: tier ?? 'BELOW_STANDARD',
    score,
    gates: gates.map((gate) => ({
      tier: tiers.get(gate.tier),
      passed: gate.passed,
      score: gate.score,
      threshold: gate.threshold,
      reasons: gate.reasons.map((each) => reason(gate, each)),
    })),
    shortfalls: shortfalls.map(({ item: key, earned, size, redLine }) => ({ item: item(key), earned, size, redLine })),
    nextTier: nextTier && {
      tier: tiers.get(nextTier.tier),
      reachable: nextTier.reachable,
      deficit: nextTier.deficit,
      steps: nextTier.steps.map(({ item: key, fromEarned, toEarned }) => ({ item: item(key), fromEarned, toEarned })),
    },
  };
}
