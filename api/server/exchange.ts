import { randomUUID } from 'node:crypto';
import type { Viewer } from '../access/viewer.ts';
import type { Locale } from '../shared/locale.ts';
import { languageOf } from './language.ts';
import type { Params } from './params.ts';

/** One request and its answer on the way through the edge, and what its line in the log will tell. */
export interface Exchange {
  readonly requestId: string;
  readonly startedAt: number;
  readonly method: string;
  readonly path: string;
  /** Headers that every answer to this request carries. */
  readonly headers: Record<string, string>;
  locale: Locale;
  viewer: Viewer | null;
  /** What is to be run; null until it is read. */
  params: Params | null;
  operation: string | null;
  readonly codes: Set<string>;
}

const safeId = /^[A-Za-z0-9._-]{1,64}$/;

export function openExchange(request: Request, path: string): Exchange {
  const given = request.headers.get('x-request-id');
  const requestId = given !== null && safeId.test(given) ? given : randomUUID();
  return {
    requestId,
    startedAt: performance.now(),
    method: request.method,
    path: path.slice(0, 200),
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'x-request-id': requestId },
    locale: languageOf(request.headers.get('accept-language')) ?? 'en',
    viewer: null,
    params: null,
    operation: null,
    codes: new Set(),
  };
}

/** From here on the caller is known: its language is the request's, else its organization's. */
export function identify(exchange: Exchange, viewer: Viewer, request: Request): void {
  exchange.viewer = viewer;
  exchange.locale = languageOf(request.headers.get('accept-language')) ?? viewer.defaultLocale;
}
