const answered = ['application/json', 'application/graphql-response+json'] as const;
export type AnswerType = (typeof answered)[number];

/** The media type to answer in, by the weights of the Accept header; null where it wants neither of ours. */
export function answerType(accept: string | null): AnswerType | null {
  if (accept === null || accept === '' || accept === '*/*') return 'application/json';
  const ranges = accept.slice(0, 1000).toLowerCase().split(',').map(rangeOf);
  let best: AnswerType | null = null;
  let bestWeight = 0;
  for (const type of answered) {
    const weight = weightFor(type, ranges);
    if (weight > bestWeight) [best, bestWeight] = [type, weight];
  }
  return best;
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function rangeOf(entry: string): Range {
  const [type = '', ...parameters] = entry.split(';').map((part) => part.replace(/\s/g, ''));
  const weight = parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1';
  const charset =
    parameters
      .find((part) => part.startsWith('charset='))
      ?.slice(8)
      .replaceAll('"', '') ?? 'utf-8';
  return { type, weight: charset === 'utf-8' && /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 0 };
}

/** The most exact range that covers a type decides. */
function weightFor(type: AnswerType, ranges: readonly Range[]): number {
  for (const pattern of [type, 'application/*', '*/*']) {
    const range = ranges.find((one) => one.type === pattern);
    if (range) return range.weight;
  }
  return 0;
}

/** Whether a POST's body is JSON in UTF-8, as it is. */
export function isJson(headers: Headers): boolean {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.replace(/\s/g, ''));
  const charset =
    parameters
      .find((part) => part.startsWith('charset='))
      ?.slice(8)
      .replaceAll('"', '') ?? 'utf-8';
  const encoding = headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  return type === 'application/json' && ['utf-8', 'utf8'].includes(charset) && encoding === 'identity';
}

/** Whether a page is asked for, as browsers do when a person opens an address. */
export function wantsHtml(headers: Headers): boolean {
  return /(^|,)\s*text\/html\s*(;|,|$)/i.test(headers.get('accept') ?? '');
}
