import { createHash } from 'node:crypto';

/** A city however it is typed: without regard to case, width of letters and the spaces around and between words. */
export const cityKey = (city: string): string => city.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();

const longest = 64;
const plain = /^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u;

/**
 * The code of a city's dealer. Of a plain name it is that name with hyphens, which can be read back; any other name has
 * a point and a hash behind it, and since no plain name has a point the two never meet.
 */
export function dealerCode(city: string): string {
  const key = cityKey(city);
  if (plain.test(key) && [...key].length <= longest) return key.replaceAll(' ', '-');
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12);
  const words = key.match(/[\p{L}\p{N}]+/gu) ?? ['CITY'];
  return `${[...words.join('-')].slice(0, longest - 13).join('')}.${hash}`;
}
