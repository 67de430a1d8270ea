import type { Text } from '../definition.ts';
import { blanksIn } from '../grading/blanks.ts';
import { type Check, inTurn, record, satisfies, upTo } from './check.ts';
import { camelKey } from './keys.ts';
import { text } from './text.ts';
import { asFound, inside } from './wording.ts';

/** What returns later than it is asked, or bit by bit, gives no number. */
export const plainFunction: Check = (value, path, report) => {
  const kind = Object.prototype.toString.call(value);
  if (typeof value === 'function' && kind === '[object Function]') return;
  report({
    code: 'PLUGIN_SCORE_INVALID',
    path,
    found:
      typeof value === 'function'
        ? { en: 'an async function or a generator', zhHans: '异步函数或生成器' }
        : asFound(value),
    expected: { en: 'a function that returns a number', zhHans: '返回数字的函数' },
    remedy:
      typeof value === 'function'
        ? {
            en: 'Remove async or the star: a score gives its number at once.',
            zhHans: '请去掉 async 或星号：评分须立即返回数字。',
          }
        : {
            en: 'Write it in a module (.mjs, .js, .ts): JSON holds no functions.',
            zhHans: '请写在模块（.mjs、.js、.ts）中：JSON 不能包含函数。',
          },
  });
};

const isEven = ({ en, zhHans }: Text): boolean =>
  [...blanksIn(en)].sort().join() === [...blanksIn(zhHans)].sort().join();

/** What one language shows and the other leaves out is a name that is misspelt in one of them. */
const even = satisfies((value) => isEven(value as Text), {
  code: 'PLUGIN_MESSAGE_UNEVEN',
  expected: { en: 'the same names in {braces} in both languages', zhHans: '两种语言的花括号中名称相同' },
  remedy: {
    en: 'Write each name in both texts as the score gives it to note.',
    zhHans: '请在两种文本中都写上评分函数传给 note 的名称。',
  },
});

export const messages = upTo(
  50,
  record(camelKey, inTurn(text, even), { en: 'an object of texts by id', zhHans: '按标识列出文本的对象' }),
  {
    code: 'PLUGIN_MESSAGES_TOO_MANY',
    of: { en: 'messages', zhHans: '条说明' },
    remedy: { en: 'Put what differs into the data of a message.', zhHans: '请把变化的部分放入说明的数据中。' },
  },
);

const used = satisfies((value) => value === undefined, {
  code: 'PLUGIN_SCORE_MISSING',
  expected: { en: 'nothing here without a score', zhHans: '没有 score 时此处留空' },
  remedy: { en: 'Add the score that uses them, or remove them.', zhHans: '请补上使用它们的 score，或删除。' },
});

/** Messages that no score could note and parameters that none could read are a mistake of their own. */
export const scoreOf = (
  { score, ...given }: Readonly<Record<string, unknown>>,
  path: string,
  report: Parameters<Check>[2],
): void => {
  if (score !== undefined) return;
  for (const part of ['messages', 'parameters']) used(given[part], inside(path, part), report);
};
