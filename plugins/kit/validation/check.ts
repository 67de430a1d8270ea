import type { Text } from '../definition.ts';
import type { Fault, FaultCode } from '../faults.ts';
import { all, asFound, choice, didYouMean, inside, nearest, shown } from './wording.ts';

export type Finding = Pick<Fault, 'code' | 'path' | 'found' | 'expected' | 'remedy'>;
export type Report = (finding: Finding) => void;

/** Reports what is wrong with a value; given undefined it reports what should have been there. */
export type Check = (value: unknown, path: string, report: Report) => void;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Fields = Readonly<Record<string, Check>>;

const missing = (key: string, check: Check, path: string, report: Report): void => {
  check(undefined, path, (finding) =>
    report({
      ...finding,
      code: finding.code === 'PLUGIN_TRANSLATION_MISSING' ? finding.code : 'PLUGIN_FIELD_MISSING',
      remedy: { en: `Add ${key}.`, zhHans: `请添加 ${key}。` },
    }),
  );
};

/** An object with these fields and no others. A misspelt field is one fault, not a second one for the field it was meant to be. */
export function fields(required: Fields, optional: Fields = {}): Check {
  const known = new Map(Object.entries({ ...required, ...optional }));
  return (value, path, report) => {
    if (!isRecord(value)) {
      const named = all(Object.keys(required));
      const expected = { en: `an object with ${named.en}`, zhHans: `含 ${named.zhHans} 的对象` };
      const form = `{ ${Object.keys(required).join(', ')} }`;
      const remedy = { en: `Write it as ${form}.`, zhHans: `请写成 ${form}。` };
      return report({ code: 'PLUGIN_FIELD_INVALID', path, found: asFound(value), expected, remedy });
    }
    const any = choice([...known.keys()]);
    const open = new Set([...known.keys()].filter((key) => !Object.hasOwn(value, key)));
    for (const key of Object.keys(value).filter((each) => !known.has(each))) {
      const meant = nearest(key, [...open]) ?? nearest(key, [...known.keys()]);
      if (meant !== undefined) open.delete(meant);
      report({
        code: 'PLUGIN_FIELD_UNKNOWN',
        path: inside(path, key),
        found: asFound(key),
        expected: { en: `one of ${any.en}`, zhHans: `${any.zhHans} 之一` },
        remedy: meant === undefined ? { en: 'Remove it.', zhHans: '请删除。' } : didYouMean(meant),
      });
    }
    for (const [key, check] of known) {
      if (Object.hasOwn(value, key)) check(value[key], inside(path, key), report);
      else if (open.has(key) && Object.hasOwn(required, key)) missing(key, check, inside(path, key), report);
    }
  };
}

/** An object from keys of one shape to values of one kind. */
export function record(keys: Check, values: Check, expected: Text): Check {
  return (value, path, report) => {
    if (!isRecord(value)) {
      const remedy = { en: 'Write an object; {} where there is none.', zhHans: '请写成对象；没有内容时写 {}。' };
      return report({ code: 'PLUGIN_FIELD_INVALID', path, found: asFound(value), expected, remedy });
    }
    for (const [key, each] of Object.entries(value)) {
      keys(key, inside(path, key), report);
      values(each, inside(path, key), report);
    }
  };
}

/** So many entries at most; more are one fault, not one for each. */
export function upTo(
  most: number,
  entries: Check,
  { code, of, remedy }: { readonly code: FaultCode; readonly of: Text; readonly remedy: Text },
): Check {
  return (value, path, report) => {
    const count = isRecord(value) ? Object.keys(value).length : 0;
    if (count <= most) return entries(value, path, report);
    report({
      code,
      path,
      found: { en: `${count} ${of.en}`, zhHans: `${count} ${of.zhHans}` },
      expected: { en: `at most ${most} ${of.en}`, zhHans: `不超过 ${most} ${of.zhHans}` },
      remedy,
    });
  };
}

export const listOf = (count: number): Text => ({ en: `a list of ${count}`, zhHans: `含 ${count} 项的列表` });

type Size = { readonly atLeast: number; readonly atMost: number; readonly of: Text };

/** A list of so many of something, in words where `eachOnce`; in Chinese that has its measure word before it. */
export function list(each: Check, { atLeast, atMost, of, eachOnce = false }: Size & { eachOnce?: boolean }): Check {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length < atLeast || value.length > atMost) {
      return report({
        code: 'PLUGIN_LIST_INVALID',
        path,
        found: Array.isArray(value) ? listOf(value.length) : asFound(value),
        expected: {
          en: `a list of ${atLeast} to ${atMost} ${of.en}`,
          zhHans: `含 ${atLeast} 到 ${atMost} ${of.zhHans}的列表`,
        },
        remedy: {
          en: `Write between ${atLeast} and ${atMost} ${of.en} in square brackets.`,
          zhHans: `请在方括号中写 ${atLeast} 到 ${atMost} ${of.zhHans}。`,
        },
      });
    }
    value.forEach((member, index) => {
      each(member, inside(path, index), report);
      if (eachOnce && value.indexOf(member) < index) repeated(member, inside(path, index), report);
    });
  };
}

function repeated(member: unknown, path: string, report: Report): void {
  report({
    code: 'PLUGIN_LIST_REPEATED',
    path,
    found: { en: `${shown(member)} again`, zhHans: `重复的 ${shown(member)}` },
    expected: { en: 'each entry once', zhHans: '每项只出现一次' },
    remedy: { en: 'Remove one of the two.', zhHans: '请删除其中一个。' },
  });
}

export function oneOf(code: FaultCode, words: readonly string[]): Check {
  const expected = choice(words);
  const anyOfThem = { en: `Write ${expected.en}.`, zhHans: `请写 ${expected.zhHans}。` };
  return (value, path, report) => {
    if (typeof value === 'string' && words.includes(value)) return;
    const meant = typeof value === 'string' ? nearest(value, words) : undefined;
    const remedy = meant === undefined ? anyOfThem : didYouMean(meant);
    report({ code, path, found: asFound(value), expected, remedy });
  };
}

/** A value that satisfies a predicate, or one fault in these words. */
export function satisfies(
  holds: (value: unknown) => boolean,
  words: Pick<Finding, 'code' | 'expected' | 'remedy'>,
): Check {
  return (value, path, report) => {
    if (!holds(value)) report({ path, found: asFound(value), ...words });
  };
}

/** Every check in turn, until one of them reports. */
export function inTurn(...checks: readonly Check[]): Check {
  return (value, path, report) => {
    let reported = false;
    for (const check of checks) {
      check(value, path, (finding) => {
        reported = true;
        report(finding);
      });
      if (reported) return;
    }
  };
}
