import { type Check, fields, inTurn, satisfies } from './check.ts';
import { shown } from './wording.ts';

const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** What a database or a page cannot hold: control characters other than tab and line ends, halves of characters. */
const isBroken = (text: string): boolean => /\p{Surrogate}|(?![\t\n\r])\p{Cc}/u.test(text);

const LONGEST_LABEL = 200;
const LONGEST_TEXT = 4000;

const language = (name: string, longest: number): Check =>
  inTurn(
    satisfies((value) => typeof value === 'string' && !isBlank(value), {
      code: 'PLUGIN_TRANSLATION_MISSING',
      expected: `the ${name} text`,
      remedy: `Write the text in ${name}.`,
    }),
    sound,
    short(longest),
  );

const sound = satisfies((value) => !isBroken(String(value)), {
  code: 'PLUGIN_TEXT_INVALID',
  expected: 'text without control characters',
  remedy: 'Remove the characters that cannot be seen.',
});

function short(longest: number): Check {
  return (value, path, report) => {
    const { length } = String(value);
    if (length <= longest) return;
    const expected = `at most ${longest} characters`;
    const found = `${length} characters, ${shown(value)}`;
    report({ code: 'PLUGIN_TEXT_TOO_LONG', path, found, expected, remedy: `Shorten it by ${length - longest}.` });
  };
}

const bilingual = (longest: number): Check =>
  fields({ en: language('English', longest), zhHans: language('Simplified Chinese', longest) });

/** A label: a name that fits on one line. */
export const label = bilingual(LONGEST_LABEL);

/** A description, guidance, duty or strategy. */
export const text = bilingual(LONGEST_TEXT);

/** A unit, the same in both languages. */
export const unit = inTurn(
  satisfies((value) => typeof value === 'string' && !isBlank(value), {
    code: 'PLUGIN_FIELD_INVALID',
    expected: 'a unit such as %, h or days',
    remedy: 'Write the unit that the value is given in.',
  }),
  sound,
  short(40),
);
