import { LRUCache } from 'lru-cache';
import type { Viewer } from '../access/viewer.ts';
import type { Judged } from './operation.ts';
import type { Params } from './params.ts';
import { EdgeRefusal } from './refusals.ts';

/** Each document is judged once: a trusted one for as long as the server runs, another for as long as it is remembered. */
export function judgedDocuments(judge: (text: string) => Judged, trusted: ReadonlyMap<string, string>) {
  const judgedByText = new LRUCache<string, Judged>({
    // Bounded by characters as well, since a parsed document takes up to 150 times its text in memory.
    ...{ max: 500, maxSize: 300_000, sizeCalculation: (_, text) => Math.max(1, text.length) },
    memoMethod: (text) => judge(text),
  });
  const judgedById = new Map<string, Judged>();

  return (params: Params, { trustedOnly }: Viewer): Judged => {
    if ('query' in params) {
      if (trustedOnly) throw new EdgeRefusal('DOCUMENT_NOT_TRUSTED');
      return judgedByText.memo(params.query);
    }
    const { documentId } = params;
    const known = judgedById.get(documentId);
    if (known) return known;
    const text = trusted.get(documentId);
    if (text === undefined) throw new EdgeRefusal('DOCUMENT_UNKNOWN');
    const judged = judge(text);
    judgedById.set(documentId, judged);
    return judged;
  };
}
