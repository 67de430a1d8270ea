import { segmentCodes } from '../definition.ts';
import { type Check, satisfies } from './check.ts';
import { asFound, didYouMean, nearest } from './wording.ts';

const LONGEST_KEY = 64;
const LONGEST_TAG_KEY = 2 * LONGEST_KEY + 1;

/** Keys are for ever, so they are held to one shape from the start. */
export const kebabKey = satisfies(
  (value) => typeof value === 'string' && value.length <= LONGEST_KEY && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value),
  {
    code: 'PLUGIN_KEY_INVALID',
    expected: {
      en: `kebab-case from a letter, at most ${LONGEST_KEY} characters`,
      zhHans: `以小写字母开头的短横线形式，最多 ${LONGEST_KEY} 个字符`,
    },
    remedy: {
      en: 'Use lower case letters, digits and single hyphens, such as install-24h.',
      zhHans: '请使用小写字母、数字和单个短横线，如 install-24h。',
    },
  },
);

/** Ids of messages, as they are written in code. */
export const camelKey = satisfies(
  (value) => typeof value === 'string' && value.length <= LONGEST_KEY && /^[a-z][A-Za-z0-9]*$/.test(value),
  {
    code: 'PLUGIN_KEY_INVALID',
    expected: {
      en: `letters and digits from a lower case letter, at most ${LONGEST_KEY} characters`,
      zhHans: `以小写字母开头的字母和数字，最多 ${LONGEST_KEY} 个字符`,
    },
    remedy: { en: 'Use camelCase, such as slowOnWeekends.', zhHans: '请使用驼峰形式，如 slowOnWeekends。' },
  },
);

/** One of the six, or a code in their style. */
export const segmentCode: Check = (value, path, report) => {
  const isCode = typeof value === 'string' && value.length <= LONGEST_KEY;
  if (isCode && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(value)) return;
  const meant = typeof value === 'string' ? nearest(value, segmentCodes) : undefined;
  const expected = {
    en: `${segmentCodes.join(', ')} or a code of your own in the same style`,
    zhHans: `${segmentCodes.join('、')}，或同样写法的自定代码`,
  };
  const style = { en: 'Use capitals and single underscores.', zhHans: '请使用大写字母和单个下划线。' };
  const remedy = meant === undefined ? style : didYouMean(meant);
  report({ code: 'PLUGIN_KEY_INVALID', path, found: asFound(value), expected, remedy });
};

/** A tag as others name it: the plugin that brings it, and its key there. */
export const tagKey = satisfies(
  (value) =>
    typeof value === 'string' &&
    value.length <= LONGEST_TAG_KEY &&
    /^[a-z][a-z0-9-]*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value),
  {
    code: 'PLUGIN_KEY_INVALID',
    expected: {
      en: "a plugin's name and a key of its conflictTags, such as fmcg/diversion",
      zhHans: '插件名加其 conflictTags 中的键，如 fmcg/diversion',
    },
    remedy: {
      en: "Write the plugin's name, a slash and the tag's key.",
      zhHans: '请依次写插件名、斜杠和标签的键。',
    },
  },
);
