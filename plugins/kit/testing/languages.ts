import type { Text } from '../definition.ts';
import { asFound, inside } from '../validation/wording.ts';
import type { Miss } from './miss.ts';

/** Every text of a definition that is written in two languages, by its path. */
export function textsOf(value: unknown, path = ''): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, inside(path, key)));
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** Texts in which a language is missing or strays into the other; digits and signs alone belong to both. */
export function languageMisses(definition: unknown): Miss[] {
  return textsOf(definition).flatMap(({ path, text: { en, zhHans } }): Miss[] => {
    const misses: Miss[] = [];
    if (hasHan(en) || (hasLetters(zhHans) && !hasLetters(en)))
      misses.push({
        path: `${path}.en`,
        found: asFound(en),
        expected: { en: 'words in English alone', zhHans: '仅用英文书写的文字' },
        remedy: { en: 'Write the text in English.', zhHans: '请用英文书写。' },
      });
    if (hasLetters(en) && !hasHan(zhHans))
      misses.push({
        path: `${path}.zhHans`,
        found: asFound(zhHans),
        expected: { en: 'words in Chinese characters', zhHans: '用汉字书写的文字' },
        remedy: { en: 'Write the text in Simplified Chinese.', zhHans: '请用简体中文书写。' },
      });
    return misses;
  });
}
