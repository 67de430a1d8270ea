import type { Fault, FaultCode } from '../faults.ts';
import { choice, inside, nearest, shown } from './wording.ts';

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
      remedy: `Add ${key}.`,
    }),
  );
};

/** An object with these fields and no others. A misspelt field is one fault, not a second one for the field it was meant to be. */
export function fields(required: Fields, optional: Fields = {}): Check {
  const known = new Map(Object.entries({ ...required, ...optional }));
  return (value, path, report) => {
    if (!isRecord(value)) {
      const expected = `an object with ${choice(Object.keys(required), 'and')}`;
      const remedy = `Write it as { ${Object.keys(required).join(', ')} }.`;
      return report({ code: 'PLUGIN_FIELD_INVALID', path, found: shown(value), expected, remedy });
    }
    const open = new Set([...known.keys()].filter((key) => !Object.hasOwn(value, key)));
    for (const key of Object.keys(value).filter((each) => !known.has(each))) {
      const meant = nearest(key, [...open]) ?? nearest(key, [...known.keys()]);
      if (meant !== undefined) open.delete(meant);
      report({
        code: 'PLUGIN_FIELD_UNKNOWN',
        path: inside(path, key),
        found: shown(key),
        expected: `one of ${choice([...known.keys()])}`,
        remedy: meant === undefined ? 'Remove it.' : `Did you mean ${meant}?`,
      });
    }
    for (const [key, check] of known) {
      if (Object.hasOwn(value, key)) check(value[key], inside(path, key), report);
      else if (open.has(key) && Object.hasOwn(required, key)) missing(key, check, inside(path, key), report);
    }
  };
}

/** An object from keys of one shape to values of one kind. */
export function record(keys: Check, values: Check, expected: string): Check {
  return (value, path, report) => {
    if (!isRecord(value)) {
      const remedy = 'Write an object; {} where there is none.';
      return report({ code: 'PLUGIN_FIELD_INVALID', path, found: shown(value), expected, remedy });
    }
    for (const [key, each] of Object.entries(value)) {
      keys(key, inside(path, key), report);
      values(each, inside(path, key), report);
    }
  };
}

export function list(each: Check, { atLeast, atMost, of }: { atLeast: number; atMost: number; of: string }): Check {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length < atLeast || value.length > atMost) {
      return report({
        code: 'PLUGIN_LIST_INVALID',
        path,
        found: Array.isArray(value) ? `a list of ${value.length}` : shown(value),
        expected: `a list of ${atLeast} to ${atMost} ${of}`,
        remedy: `Write between ${atLeast} and ${atMost} ${of} in square brackets.`,
      });
    }
    value.forEach((member, index) => {
      each(member, inside(path, index), report);
    });
  };
}

export function oneOf(code: FaultCode, words: readonly string[]): Check {
  return (value, path, report) => {
    if (typeof value === 'string' && words.includes(value)) return;
    const meant = typeof value === 'string' ? nearest(value, words) : undefined;
    const remedy = meant === undefined ? `Write ${choice(words)}.` : `Did you mean ${meant}?`;
    report({ code, path, found: shown(value), expected: choice(words), remedy });
  };
}

/** A value that satisfies a predicate, or one fault in these words. */
export function satisfies(
  holds: (value: unknown) => boolean,
  words: { code: FaultCode; expected: string; remedy: string },
): Check {
  return (value, path, report) => {
    if (!holds(value)) report({ path, found: shown(value), ...words });
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
