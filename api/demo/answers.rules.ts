import { createHash } from 'node:crypto';
import type { AssessmentSeed, Exception, Standing } from '../../db/seed/shape.ts';
import type { MetricMeasure, TierCode } from '../../plugins/kit/definition.ts';
import type { RubricItemContent } from '../../plugins/kit/grading/content.ts';
import type { AnswerInput } from '../grading/answers.rules.ts';

/** How much of each tier's items a subject of a standing earns, about: enough for the tiers up to its own. */
const shares: { readonly [Of in Standing]: { readonly [Tier in TierCode]: number } } = {
  outstanding: { GOOD: 0.95, EXCELLENT: 0.92, OUTSTANDING: 0.92 },
  excellent: { GOOD: 0.92, EXCELLENT: 0.86, OUTSTANDING: 0.5 },
  good: { GOOD: 0.88, EXCELLENT: 0.45, OUTSTANDING: 0.3 },
  poor: { GOOD: 0.3, EXCELLENT: 0.3, OUTSTANDING: 0.2 },
};
const spread = 0.2;

/** Answers to the items of whatever rubric is in force, each time the same for the same assessment. */
export function demoAnswers(items: readonly RubricItemContent[], seed: AssessmentSeed, period: string): AnswerInput[] {
  const answered = Math.round((seed.answered ?? 1) * items.length);
  return items.slice(0, answered).map((item) => answerTo(item, seed, period));
}

function answerTo(item: RubricItemContent, seed: AssessmentSeed, period: string): AnswerInput {
  const { of, kind, standing, except } = seed;
  const { key } = item;
  const exception = except?.[key];
  if (typeof exception === 'object') return { item: key, value: exception, evidence: [] };

  const place = `${of}/${period}/${kind.toLowerCase()}/${key}`;
  const share = shareOf(item, exception) ?? shares[standing][item.tier] + spread * chance(place);
  const proven = item.evidenceRequired && exception !== 'unproven';
  return {
    item: key,
    value: valueAt(item.measure, Math.min(1, Math.max(0, share))),
    evidence: proven ? [{ uri: `https://evidence.example/demo/${place}.jpg` }] : [],
    ...(exception === 'worst' && { note: '现场检查未达标 (failed on inspection)' }),
  };
}

/** A red line is kept unless its breaking is asked for. */
function shareOf(item: RubricItemContent, exception: Exception | undefined): number | undefined {
  if (exception === 'worst') return 0;
  return exception === 'best' || item.redLine ? 1 : undefined;
}

/** From -1 to 1, always the same for the same text. */
const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt8(0) / 127.5 - 1;

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

/** A value that reaches the band nearest to what is to be earned, or none of them. */
function metricAt({ bands, better, unit }: MetricMeasure, earns: number): string {
  const distances = [...bands.map(([, each]) => Math.abs(Number(each) - earns)), earns];
  const nearest = distances.indexOf(Math.min(...distances));
  const froms = bands.map(([from]) => Number(from));
  const from = froms[nearest];
  if (from === undefined) return beyond(froms, better);
  const top = better === 'HIGHER' && unit === '%' ? 100 : from;
  const gap = (froms[nearest - 1] ?? top) - from;
  return Math.abs(gap) > 1 ? rounded(from + 0.4 * gap) : String(bands[nearest]?.[0]);
}

function beyond(froms: readonly number[], better: MetricMeasure['better']): string {
  const [last = 0, before = 0.9 * last] = froms.toReversed();
  const step = Math.abs(last - before) || 1;
  return rounded(better === 'HIGHER' ? last - step : last + step);
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);
