import type { Text } from '../definition.ts';
import { type Answer, type Answers, answerFaults } from '../grading/earned.ts';
import type { Rubric, RubricItem } from '../grading/rubric.ts';
import { alike, asFound, didYouMean, inside, nearest } from '../validation/wording.ts';
import type { Miss } from './miss.ts';
import type { Tested } from './scored.ts';

/**
 * A rating or a measured value, yes or no, a decimal that a float would blur, or the answer as the API takes it. All but
 * the last come with the evidence that the item requires.
 */
export type CaseAnswer = number | boolean | string | Answer;

/** By the plugin's own keys, or `core/key`. */
export type CaseAnswers = Readonly<Record<string, CaseAnswer>>;

const evidence = [{ uri: 'https://example.org/evidence.jpg' }];

const evidenceFor = ({ content }: RubricItem): Answer => (content.evidenceRequired ? { evidence } : {});

/** What answers an item at a level, from none upwards; a metric gives the `from` of its band. */
export function answerAt(item: RubricItem, level: number): Answer {
  const { measure } = item.content;
  if (measure.kind === 'rating') return { rating: level, ...evidenceFor(item) };
  if (measure.kind === 'yesNo') return { yes: level === 1, ...evidenceFor(item) };
  return { metric: level === 0 ? beyond(item) : String(measure.bands.at(-level)?.[0]), ...evidenceFor(item) };
}

/** A value that no band reaches, or the worst that can be written. */
const beyond = ({ content: { measure } }: RubricItem): string =>
  measure.kind === 'metric' && measure.better === 'LOWER' ? '999999999999999' : '-999999999999999';

export const bestAnswers = ({ items }: Rubric): Answers =>
  Object.fromEntries(items.map((item) => [item.content.key, answerAt(item, item.levels.length - 1)]));

/** The rubric's key for a key as a case writes it. */
export const fullKey = (plugin: string, key: string): string => (key.includes('/') ? key : `${plugin}/${key}`);

const shortKey = (plugin: string, key: string): string =>
  key.startsWith(`${plugin}/`) ? key.slice(plugin.length + 1) : key;

function answerFor(item: RubricItem, given: CaseAnswer): Answer {
  if (typeof given === 'object') return given;
  const { kind } = item.content.measure;
  if (typeof given === 'boolean') return { yes: given, ...evidenceFor(item) };
  if (typeof given === 'number' && kind === 'rating') return { rating: given, ...evidenceFor(item) };
  return { metric: String(given), ...evidenceFor(item) };
}

/** What a case leaves out is answered at its best, so that a case tells what it is about. */
export function completed({ rubric, name }: Tested, answers: CaseAnswers): Answers {
  const given = Object.entries(answers).flatMap(([key, answer]) => {
    const item = rubric.item(fullKey(name, key));
    return item === undefined ? [] : [[item.content.key, answerFor(item, answer)] as const];
  });
  return { ...bestAnswers(rubric), ...Object.fromEntries(given) };
}

function wanted({ content: { measure }, levels }: RubricItem): Text {
  if (measure.kind === 'yesNo') return { en: 'true or false', zhHans: 'true 或 false' };
  if (measure.kind === 'rating')
    return { en: `a whole number from 0 to ${levels.length - 1}`, zhHans: `0 到 ${levels.length - 1} 的整数` };
  return { en: `a decimal in ${measure.unit}`, zhHans: `单位为 ${measure.unit} 的十进制数` };
}

/** Everything that is wrong with what a case answers. */
export function answerMisses({ rubric, name: plugin }: Tested, answers: CaseAnswers): Miss[] {
  const keys = rubric.items.map(({ content }) => shortKey(plugin, content.key));
  return Object.entries(answers).flatMap(([key, given]): Miss[] => {
    const item = rubric.item(fullKey(plugin, key));
    const path = inside('answers', key);
    if (item === undefined) {
      const meant = nearest(key, keys);
      const remedy = { en: 'Write a key of items, or core/key.', zhHans: '请写 items 中的键，或 core/键。' };
      const expected = { en: 'the key of an item', zhHans: '项目的键' };
      return [{ path, found: asFound(key), expected, remedy: meant === undefined ? remedy : didYouMean(meant) }];
    }
    const isObject = typeof given === 'object' && given !== null;
    const known = isObject || ['number', 'boolean', 'string'].includes(typeof given);
    if (known && answerFaults(rubric, item.content.key, answerFor(item, given)).length === 0) return [];
    const remedy = {
      en: 'Write that, or the answer as the API takes it, such as { notApplicable: "why" }.',
      zhHans: '请按此填写，或写成 API 接受的答案，如 { notApplicable: "原因" }。',
    };
    return [{ path, found: known ? asFound(given) : alike(typeof given), expected: wanted(item), remedy }];
  });
}
