import { createHash } from 'node:crypto';
import type { MetricMeasure, TierCode } from '../../../plugins/kit/definition.ts';
import type { RubricItemContent } from '../../../plugins/kit/grading/content.ts';
import type { AnswerInput } from '../../grading/answers.rules.ts';

/** How much harder the items of each tier are earned. */
const harder: { readonly [Tier in TierCode]: number } = { GOOD: 0, EXCELLENT: 0.12, OUTSTANDING: 0.2 };
const leastAbility = 0.55;
const luck = 0.5;
const dutyBroken = 0.015;
const proofForgotten = 0.012;
const notApplicable = 0.01;

/** What an assessor might find at an outlet: able and less able ones, now and then a duty broken or a proof forgotten. */
export function drawnAnswers(items: readonly RubricItemContent[], seed: string, outlet: string): AnswerInput[] {
  const [talent] = chances(seed, outlet);
  const ability = leastAbility + (1 - leastAbility) * talent;
  return items.map((item) => answerTo(item, ability, chances(seed, outlet, item.key), outlet));
}

type Chances = readonly [number, number, number];

/** Three numbers from 0 up to 1 that rest on these words alone, not on what was drawn before. */
function chances(...about: readonly string[]): Chances {
  const hash = createHash('sha256').update(JSON.stringify(about)).digest();
  const at = (byte: number) => hash.readUInt32BE(byte) / 2 ** 32;
  return [at(0), at(4), at(8)];
}

function answerTo(item: RubricItemContent, ability: number, [lot, fate, proof]: Chances, outlet: string): AnswerInput {
  const { key, redLine, measure } = item;
  if (!redLine && fate < notApplicable)
    return { item: key, value: { notApplicable: 'Not offered at this outlet · 本网点无此业务' }, evidence: [] };

  const found = ability - harder[item.tier] + luck * (lot - 0.5);
  const share = redLine ? Number(fate >= dutyBroken) : Math.min(1, Math.max(0, found));
  const isProven = item.evidenceRequired && proof >= proofForgotten;
  const uri = `https://evidence.example/trial/${encodeURIComponent(outlet)}/${key}.jpg`;
  return { item: key, value: valueAt(measure, share), evidence: isProven ? [{ uri }] : [] };
}

function valueAt(measure: RubricItemContent['measure'], share: number): AnswerInput['value'] {
  switch (measure.kind) {
    case 'rating':
      return { rating: Math.round(share * (measure.anchors.length - 1)) };
    case 'yesNo':
      return { yes: share >= 0.5 };
    case 'metric':
      return { metric: metricAt(measure, 100 * share) };
  }
}

/** The value at which the band begins that earns nearest to what is to be earned, or one that reaches no band. */
function metricAt({ bands, better }: MetricMeasure, earns: number): string {
  const distances = [...bands.map(([, each]) => Math.abs(Number(each) - earns)), earns];
  const band = bands[distances.indexOf(Math.min(...distances))];
  if (band) return String(band[0]);
  const [last = 0, before = 0.9 * last] = bands.map(([from]) => Number(from)).toReversed();
  const step = Math.abs(last - before) || 1;
  return String(better === 'HIGHER' ? last - step : last + step);
}
