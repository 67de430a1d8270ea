const WIDEST = 120;

/** In columns: Chinese characters and signs take two. */
const width = (text: string): number =>
  text.length + (text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0);

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

const atom = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : String(value);

/** Lists of lists or objects stand one below the other, as formatters put them. */
const stacks = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === 'object');

/** Plain data as JavaScript, as one would write it by hand; `used` is what stands before and after it on its line. */
export function asSource(value: unknown, indent = '', used = 0): string {
  if (typeof value !== 'object' || value === null) return atom(value);
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([name, each]) => [isList ? '' : `${key(name)}: `, each] as const);
  const inline = parts.map(([start, each]) => `${start}${asSource(each)}`).join(', ');
  const whole = isList ? `[${inline}]` : `{ ${inline} }`;
  const holdsStack = whole.includes('\n') || stacks(value);
  if (!holdsStack && indent.length + used + width(whole) <= WIDEST) return whole;
  const deeper = `${indent}  `;
  const lines = parts.map(([start, each]) => `${deeper}${start}${asSource(each, deeper, start.length + 1)},\n`);
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.join('')}${indent}${close}`;
}
