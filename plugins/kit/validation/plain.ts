import type { Finding, Report } from './check.ts';
import { inside } from './wording.ts';

const DEEPEST = 12;
const MOST_VALUES = 100_000;

/** What is no plain data, and what to write instead. */
const unplain = {
  accessor: {
    found: { en: 'a getter or setter', zhHans: 'getter 或 setter' },
    remedy: { en: 'Write the value itself.', zhHans: '请直接写出值。' },
  },
  depth: {
    found: { en: `data nested more than ${DEEPEST} deep`, zhHans: `嵌套超过 ${DEEPEST} 层的数据` },
    remedy: { en: 'Remove the nesting, or the circle it makes.', zhHans: '请减少嵌套，或去掉循环引用。' },
  },
  instance: {
    found: { en: 'an object of a class', zhHans: '类的实例' },
    remedy: { en: 'Write a plain object.', zhHans: '请写成普通对象。' },
  },
  symbolKey: {
    found: { en: 'a symbol as a key', zhHans: '以 symbol 为键' },
    remedy: { en: 'Use texts as keys.', zhHans: '请用文本作键。' },
  },
  function: {
    found: { en: 'a function', zhHans: '函数' },
    remedy: {
      en: 'Remove it: a plugin is data, but for the score of an item.',
      zhHans: '请删除：除项目的 score 外，插件只含数据。',
    },
  },
  bigint: {
    found: { en: 'a bigint', zhHans: 'bigint 值' },
    remedy: { en: 'Write it as a number or a text.', zhHans: '请写成数字或文本。' },
  },
  symbol: {
    found: { en: 'a symbol', zhHans: 'symbol 值' },
    remedy: { en: 'Write it as a text.', zhHans: '请写成文本。' },
  },
  unreadable: {
    found: { en: 'an object that cannot be read', zhHans: '无法读取的对象' },
    remedy: { en: 'Write a plain object.', zhHans: '请写成普通对象。' },
  },
} satisfies Record<string, Pick<Finding, 'found' | 'remedy'>>;

/** The one place of a definition that holds code. */
const isScore = (path: string): boolean => /^items\.[\w-]+\.score$/.test(path);

class TooLarge extends Error {}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * A frozen deep copy made of plain data, so that a plugin changed after loading changes nothing.
 * No getter is ever run; a score stays the function that it is; what else cannot be copied is reported and stands as null. Undefined when there is too much of it.
 */
export function plainCopy(original: unknown, report: Report): unknown {
  let copied = 0;

  const refuse = (path: string, kind: keyof typeof unplain): null => {
    const expected = { en: 'plain data, as in JSON', zhHans: '与 JSON 相同的普通数据' };
    report({ code: 'PLUGIN_NOT_PLAIN', path, expected, ...unplain[kind] });
    return null;
  };

  const member = (owner: object, key: string, path: string, depth: number): unknown => {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (property?.get || property?.set) return refuse(path, 'accessor');
    return copy(property?.value, path, depth);
  };

  const copyObject = (value: object, path: string, depth: number): unknown => {
    if (depth > DEEPEST) return refuse(path, 'depth');
    if (Array.isArray(value)) {
      const copies: unknown[] = [];
      for (let index = 0; index < value.length; index += 1) {
        copies.push(member(value, String(index), inside(path, index), depth) ?? null);
      }
      return Object.freeze(copies);
    }
    if (!isPlainObject(value)) return refuse(path, 'instance');
    const keys = Reflect.ownKeys(value);
    if (keys.some((key) => typeof key === 'symbol')) return refuse(path, 'symbolKey');
    const entries = keys
      .map((key) => [String(key), member(value, String(key), inside(path, String(key)), depth)] as const)
      .filter(([, copiedValue]) => copiedValue !== undefined);
    return Object.freeze(Object.fromEntries(entries));
  };

  const copy = (value: unknown, path: string, depth: number): unknown => {
    copied += 1;
    if (copied > MOST_VALUES) throw new TooLarge();
    if (typeof value === 'function') return isScore(path) ? value : refuse(path, 'function');
    if (typeof value === 'bigint') return refuse(path, 'bigint');
    if (typeof value === 'symbol') return refuse(path, 'symbol');
    if (typeof value !== 'object' || value === null) return value;
    try {
      return copyObject(value, path, depth + 1);
    } catch (error) {
      if (error instanceof TooLarge) throw error;
      return refuse(path, 'unreadable');
    }
  };

  try {
    return copy(original, '', 0);
  } catch {
    report({
      code: 'PLUGIN_TOO_LARGE',
      path: '',
      found: { en: `more than ${MOST_VALUES} values`, zhHans: `超过 ${MOST_VALUES} 个值` },
      expected: { en: `at most ${MOST_VALUES} values`, zhHans: `不超过 ${MOST_VALUES} 个值` },
      remedy: { en: 'Split it into several plugins.', zhHans: '请拆分为多个插件。' },
    });
    return undefined;
  }
}
