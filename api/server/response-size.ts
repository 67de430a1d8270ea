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
  let sum = 2;
  if (Array.isArray(value)) {
    for (const entry of value) sum += leastBytes(entry);
    return sum;
  }
  const named = value as Record<string, unknown>;
  for (const name in named) sum += name.length + 3 + leastBytes(named[name]);
  return sum;
}
