import { type TierCode, tierCodes } from '../definition.ts';
import type { Outcome } from '../grading/grade.ts';
import { isRecord } from '../validation/check.ts';
import { alike, all, asFound, choice, didYouMean, inside, nearest, shown } from '../validation/wording.ts';
import { answerMisses, type CaseAnswers, completed } from './answers.ts';
import type { Miss } from './miss.ts';
import { graded, scored, type Tested } from './scored.ts';

/** Answers, and the grade that they must come to. */
export type PluginCase = {
  readonly name: string;
  readonly answers: CaseAnswers;
  /** Null is no tier at all; the score is told to two decimals. */
  readonly expect: { readonly tier?: TierCode | null; readonly score?: number };
};

function strangers(value: object, known: readonly string[], path: string): Miss[] {
  const expected = all(known);
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = nearest(key, known);
      const remedy = meant === undefined ? { en: 'Remove it.', zhHans: '请删除。' } : didYouMean(meant);
      return { path: inside(path, key), found: asFound(key), expected, remedy };
    });
}

const missing = (path: string, form: string): Miss => ({
  path,
  found: { en: 'nothing to go by', zhHans: '没有可用内容' },
  expected: alike(form),
  remedy: { en: `Write ${form}.`, zhHans: `请写 ${form}。` },
});

/** What is wrong with a case before it is graded; nothing where it can be. */
export function formMisses(plugin: Tested, tested: PluginCase): Miss[] {
  if (!isRecord(tested)) return [missing('case', '{ name, answers, expect }')];
  const { name, answers, expect } = tested;
  const misses = strangers(tested, ['name', 'answers', 'expect'], '');
  if (typeof name !== 'string' || name.trim() === '') misses.push(missing('name', 'name: "what the case tells"'));
  if (isRecord(answers)) misses.push(...answerMisses(plugin, answers));
  else misses.push(missing('answers', "answers: { 'item-key': 3 }"));
  if (!isRecord(expect) || (expect.tier === undefined && expect.score === undefined))
    return [...misses, missing('expect', "expect: { tier: 'GOOD', score: 75 }")];
  misses.push(...strangers(expect, ['tier', 'score'], 'expect'));
  if (expect.tier !== undefined && expect.tier !== null && !tierCodes.includes(expect.tier)) {
    const expected = choice([...tierCodes, 'null']);
    misses.push({
      path: 'expect.tier',
      found: asFound(expect.tier),
      expected,
      remedy: { en: `Write ${expected.en}.`, zhHans: `请写 ${expected.zhHans}。` },
    });
  }
  return misses;
}

/** What the items' own scores make of a case that is well formed. */
export const scoreMisses = (plugin: Tested, { answers }: PluginCase): Miss[] =>
  scored(plugin, completed(plugin, answers)).misses;

export const outcomeOf = (plugin: Tested, { answers }: PluginCase): Outcome =>
  graded(plugin, completed(plugin, answers));

function because({ gates }: Outcome): string {
  const reasons = gates.flatMap(({ tier, reasons: all }) =>
    all.map(({ code, item }) => `${tier} ${code}${item === null ? '' : ` ${item}`}`),
  );
  return reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
}

/** How the grade of a case differs from what it expects. */
export function gradeMisses(plugin: Tested, tested: PluginCase): Miss[] {
  const outcome = outcomeOf(plugin, tested);
  const { tier, score } = tested.expect;
  const misses: Miss[] = [];
  const differs = (path: string, found: unknown, expected: unknown, why = '') =>
    misses.push({
      path,
      found: alike(`${shown(found)}${why}`),
      expected: alike(shown(expected)),
      remedy: {
        en: `Write ${shown(found)} if the answers deserve it; else change weight, bands, redLine or score.`,
        zhHans: `若这些答案应得此结果，请写 ${shown(found)}；否则请修改 weight、bands、redLine 或 score。`,
      },
    });
  if (tier !== undefined && tier !== outcome.tier) differs('expect.tier', outcome.tier, tier, because(outcome));
  if (score !== undefined && score !== outcome.score) differs('expect.score', outcome.score, score);
  return misses;
}
