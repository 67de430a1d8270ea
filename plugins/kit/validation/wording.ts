import type { Text } from '../definition.ts';

const LONGEST_SHOWN = 80;

const shortened = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${[...text.slice(0, LONGEST_SHOWN)].slice(0, -1).join('')}…`;

/** A plain value as short JSON. */
export function shown(value: unknown): string {
  if (value === undefined || typeof value === 'number') return String(value);
  if (typeof value === 'string') return shortened(JSON.stringify(value.slice(0, 2 * LONGEST_SHOWN)));
  return shortened(JSON.stringify(value));
}

/** What an error says, without its further lines. */
export const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

/** What reads alike in both languages: a value, a code, a name. */
export const alike = (text: string): Text => ({ en: text, zhHans: text });

/** A plain value, or that there is none. */
export const asFound = (value: unknown): Text =>
  value === undefined ? { en: 'nothing', zhHans: '空缺' } : alike(shown(value));

const joined = (words: readonly string[], comma: string, joint: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(comma)} ${joint} ${words.at(-1)}`;

/** `a, b or c`. */
export const choice = (words: readonly string[]): Text => ({
  en: joined(words, ', ', 'or'),
  zhHans: joined(words, '、', '或'),
});

/** `a, b and c`. */
export const all = (words: readonly string[]): Text => ({
  en: joined(words, ', ', 'and'),
  zhHans: joined(words, '、', '和'),
});

export const didYouMean = (word: string): Text => ({ en: `Did you mean ${word}?`, zhHans: `您是想写 ${word} 吗？` });

/** A path one step deeper; a key that would blur the path is quoted. */
export function inside(path: string, key: string | number): string {
  const step = /^[\w-]{1,64}$/.test(String(key)) ? String(key) : shown(String(key));
  return path === '' ? step : `${path}.${step}`;
}

const folded = (word: string): string =>
  word
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Letters added, dropped, changed, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    const [above = [], twoAbove = []] = [rows[row - 1], rows[row - 2]];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwap ? (twoAbove[column - 2] ?? 0) + 1 : change;
      here.push(Math.min(change, swap, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    rows.push(here);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** The candidate that was probably meant: at most a third of its letters away, or begun alike. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const meant = folded(word);
  const ranked = candidates
    .map((candidate) => {
      const known = folded(candidate);
      const begunAlike = meant.length > 1 && (known.startsWith(meant) || meant.startsWith(known));
      const away = distance(meant, known);
      return {
        candidate,
        away,
        close: begunAlike || (known.length > 1 && away <= Math.max(1, Math.floor(known.length / 3))),
      };
    })
    .filter(({ close }) => close)
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.candidate;
}
