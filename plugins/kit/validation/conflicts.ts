import { conflictCauses } from '../definition.ts';
import { type Check, fields, isRecord, list, oneOf, record, upTo } from './check.ts';
import { kebabKey, tagKey } from './keys.ts';
import { label, text } from './text.ts';
import { asFound, didYouMean, inside, nearest } from './wording.ts';

const MOST = 100;

const cause = oneOf('PLUGIN_CAUSE_UNKNOWN', conflictCauses);

export const conflictTags = upTo(
  MOST,
  record(kebabKey, fields({ cause, label }), { en: 'an object of tags by key', zhHans: '按键列出标签的对象' }),
  {
    code: 'PLUGIN_CONFLICT_TAGS_TOO_MANY',
    of: { en: 'tags', zhHans: '个标签' },
    remedy: { en: 'Join those that lead to the same strategy.', zhHans: '请合并对应同一策略的标签。' },
  },
);

const strategyParts = fields(
  {
    label,
    measures: list(text, { atLeast: 1, atMost: 20, of: { en: 'measures', zhHans: '条措施' } }),
    answers: list(cause, {
      atLeast: 0,
      atMost: conflictCauses.length,
      of: { en: 'causes', zhHans: '个原因' },
      eachOnce: true,
    }),
  },
  { answersTags: list(tagKey, { atLeast: 0, atMost: 50, of: { en: 'tags', zhHans: '个标签' }, eachOnce: true }) },
);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** A strategy that answers nothing would never be suggested. */
const strategy: Check = (value, path, report) => {
  strategyParts(value, path, report);
  if (!isRecord(value) || !isEmpty(value.answers)) return;
  if (value.answersTags !== undefined && !isEmpty(value.answersTags)) return;
  report({
    code: 'PLUGIN_ANSWERS_NOTHING',
    path: inside(path, 'answers'),
    found: { en: 'neither a cause nor a tag', zhHans: '既无原因也无标签' },
    expected: { en: 'a cause, or a tag in answersTags', zhHans: '至少一个原因，或 answersTags 中的一个标签' },
    remedy: { en: 'Name what the strategy answers.', zhHans: '请写明该策略应对什么。' },
  });
};

export const conflictStrategies = upTo(
  MOST,
  record(kebabKey, strategy, { en: 'an object of strategies by key', zhHans: '按键列出策略的对象' }),
  {
    code: 'PLUGIN_CONFLICT_STRATEGIES_TOO_MANY',
    of: { en: 'strategies', zhHans: '条策略' },
    remedy: { en: 'Join those that call for the same measures.', zhHans: '请合并措施相同的策略。' },
  },
);

const isFew = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && Object.keys(value).length <= MOST;

/** A tag of the plugin's own must be there; whether another plugin's is depends on what else is loaded. */
export const ownTags: Check = (plugin, path, report) => {
  if (!isRecord(plugin) || typeof plugin.name !== 'string') return;
  const { conflictTags: tags = {}, conflictStrategies: strategies = {} } = plugin;
  if (!isFew(tags) || !isFew(strategies)) return;
  const tag = ownTag(`${plugin.name}/`, Object.keys(tags));
  for (const [key, answering] of Object.entries(strategies)) {
    const answered = isRecord(answering) && Array.isArray(answering.answersTags) ? answering.answersTags : [];
    const at = inside(inside(inside(path, 'conflictStrategies'), key), 'answersTags');
    answered.forEach((each, index) => {
      tag(each, inside(at, index), report);
    });
  }
};

function ownTag(prefix: string, keys: readonly string[]): Check {
  return (value, path, report) => {
    if (typeof value !== 'string' || !value.startsWith(prefix)) return;
    const key = value.slice(prefix.length);
    if (keys.includes(key)) return;
    const meant = nearest(key, keys);
    const add = {
      en: 'Add the tag to conflictTags, or leave it out here.',
      zhHans: '请在 conflictTags 中添加该标签，或在此处去掉。',
    };
    report({
      code: 'PLUGIN_TAG_UNKNOWN',
      path,
      found: asFound(value),
      expected: { en: 'a tag in conflictTags', zhHans: 'conflictTags 中的标签' },
      remedy: meant === undefined ? add : didYouMean(`${prefix}${meant}`),
    });
  };
}
