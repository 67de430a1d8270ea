import type { Report } from './check.ts';
import { inside } from './wording.ts';

const DEEPEST = 12;
const MOST_VALUES = 100_000;

class TooLarge extends Error {}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * A frozen deep copy made of plain data, so that a plugin changed after loading changes nothing.
 * No getter is ever run; what cannot be copied is reported and stands as null. Undefined when there is too much of it.
 */
export function plainCopy(original: unknown, report: Report): unknown {
  let copied = 0;

  const refuse = (path: string, found: string, remedy: string): null => {
    report({ code: 'PLUGIN_NOT_PLAIN', path, found, expected: 'plain data, as in JSON', remedy });
    return null;
  };

  const member = (owner: object, key: string, path: string, depth: number): unknown => {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (property?.get || property?.set) {
      return refuse(path, 'a getter or setter', 'Write the value itself.');
    }
    return copy(property?.value, path, depth);
  };

  const copyObject = (value: object, path: string, depth: number): unknown => {
    if (depth > DEEPEST) {
      return refuse(path, `data nested more than ${DEEPEST} deep`, 'Remove the nesting, or the circle it makes.');
    }
    if (Array.isArray(value)) {
      const copies: unknown[] = [];
      for (let index = 0; index < value.length; index += 1) {
        copies.push(member(value, String(index), inside(path, index), depth) ?? null);
      }
      return Object.freeze(copies);
    }
    if (!isPlainObject(value)) return refuse(path, 'an object of a class', 'Write a plain object.');
    const keys = Reflect.ownKeys(value);
    if (keys.some((key) => typeof key === 'symbol')) {
      return refuse(path, 'a symbol as a key', 'Use texts as keys.');
    }
    const entries = keys
      .map((key) => [String(key), member(value, String(key), inside(path, String(key)), depth)] as const)
      .filter(([, copiedValue]) => copiedValue !== undefined);
    return Object.freeze(Object.fromEntries(entries));
  };

  const copy = (value: unknown, path: string, depth: number): unknown => {
    copied += 1;
    if (copied > MOST_VALUES) throw new TooLarge();
    if (typeof value === 'function') return refuse(path, 'a function', 'Remove it: a plugin is data.');
    if (typeof value === 'bigint') return refuse(path, 'a bigint', 'Write it as a number or a text.');
    if (typeof value === 'symbol') return refuse(path, 'a symbol', 'Write it as a text.');
    if (typeof value !== 'object' || value === null) return value;
    try {
      return copyObject(value, path, depth + 1);
    } catch (error) {
      if (error instanceof TooLarge) throw error;
      return refuse(path, 'an object that cannot be read', 'Write a plain object.');
    }
  };

  try {
    return copy(original, '', 0);
  } catch {
    report({
      code: 'PLUGIN_TOO_LARGE',
      path: '',
      found: `more than ${MOST_VALUES} values`,
      expected: `at most ${MOST_VALUES} values`,
      remedy: 'Split it into several plugins.',
    });
    return undefined;
  }
}
