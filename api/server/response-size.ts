/** Writes an answer out; where it would take more than `most` bytes, tells how many it takes at the least. */
export function written(answer: object, most: number): string | number {
  const least = leastBytes(answer);
  if (least > most) return least;
  const text = JSON.stringify(answer);
  const bytes = Buffer.byteLength(text);
  return bytes > most ? bytes : text;
}

/** What a value takes as JSON at the least. Told without writing it: the same text in a thousand places is one in memory, a thousand on the wire. */
function leastBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce((sum, entry) => sum + leastBytes(entry), 2);
  return Object.entries(value).reduce((sum, [name, entry]) => sum + name.length + 3 + leastBytes(entry), 2);
}
