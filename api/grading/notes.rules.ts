import type { Note } from '../../plugins/kit/grading/earned.ts';
import type { RubricItemContent } from '../../plugins/kit/grading/rubric.ts';
import type { Text } from '../shared/locale.ts';

const filled = (text: string, data: Note['data'] = {}): string =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : blank));

/** What a score noted, in the edition's words of both languages, which stay when the plugin is gone. */
export function noteText({ key, score }: RubricItemContent, { message, data }: Note): Text {
  const text = score?.messages[message];
  if (!text) throw new Error(`The item ${key} has no message ${message}.`);
  return { en: filled(text.en, data), zhHans: filled(text.zhHans, data) };
}
