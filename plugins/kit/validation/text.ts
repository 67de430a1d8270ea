import type { Text } from '../definition.ts';
import { type Check, fields, inTurn, satisfies } from './check.ts';
import { shown } from './wording.ts';

const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** What a database or a page cannot hold: control characters other than tab and line ends, halves of characters. */
const isBroken = (text: string): boolean => /\p{Surrogate}|(?![\t\n\r])\p{Cc}/u.test(text);

const LONGEST_LABEL = 200;
const LONGEST_TEXT = 4000;

const language = (name: Text, longest: number): Check =>
  inTurn(
    satisfies((value) => typeof value === 'string' && !isBlank(value), {
      code: 'PLUGIN_TRANSLATION_MISSING',
      expected: { en: `the ${name.en} text`, zhHans: `${name.zhHans}文本` },
      remedy: { en: `Write the text in ${name.en}.`, zhHans: `请补上${name.zhHans}文本。` },
    }),
    sound,
    short(longest),
  );

const sound = satisfies((value) => !isBroken(String(value)), {
  code: 'PLUGIN_TEXT_INVALID',
  expected: { en: 'text without control characters', zhHans: '不含控制字符的文本' },
  remedy: { en: 'Remove the characters that cannot be seen.', zhHans: '请去掉看不见的字符。' },
});

function short(longest: number): Check {
  return (value, path, report) => {
    const { length } = String(value);
    if (length <= longest) return;
    const expected = { en: `at most ${longest} characters`, zhHans: `不超过 ${longest} 个字符` };
    const found = { en: `${length} characters, ${shown(value)}`, zhHans: `${length} 个字符，${shown(value)}` };
    report({
      code: 'PLUGIN_TEXT_TOO_LONG',
      path,
      found,
      expected,
      remedy: { en: `Shorten it by ${length - longest}.`, zhHans: `请缩短 ${length - longest} 个字符。` },
    });
  };
}

const bilingual = (longest: number): Check =>
  fields({
    en: language({ en: 'English', zhHans: '英文' }, longest),
    zhHans: language({ en: 'Simplified Chinese', zhHans: '简体中文' }, longest),
  });

/** A label: a name that fits on one line. */
export const label = bilingual(LONGEST_LABEL);

/** A description, guidance, duty or strategy. */
export const text = bilingual(LONGEST_TEXT);

/** A unit, the same in both languages. */
export const unit = inTurn(
  satisfies((value) => typeof value === 'string' && !isBlank(value), {
    code: 'PLUGIN_FIELD_INVALID',
    expected: { en: 'a unit such as %, h or days', zhHans: '单位，如 %、h 或 days' },
    remedy: { en: 'Write the unit that the value is given in.', zhHans: '请写明数值所用的单位。' },
  }),
  sound,
  short(40),
);
