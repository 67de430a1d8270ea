import { limits } from './limits.ts';
import { EdgeRefusal } from './refusals.ts';
import type { Values } from './variables.ts';

/** What a request asks to run: a document by its text, or a trusted one by its id. */
export type Params = ({ readonly query: string } | { readonly documentId: string }) & {
  readonly variables?: Values | null | undefined;
  readonly operationName?: string | null | undefined;
};

/** Reads a body as far as the limit and no further. */
export async function readBody(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const iterator = body[Symbol.asyncIterator]();
  for (let next = await nextOf(iterator); !next.done; next = await nextOf(iterator)) {
    bytes += next.value.byteLength;
    // The iterator is left as it stands: ending it would end the connection before the refusal is sent.
    if (bytes > limits.bodyBytes) throw new EdgeRefusal('LIMIT_BODY', { limit: limits.bodyBytes });
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, bytes).toString('utf8');
}

/** A body that breaks off is its sender's doing, who is gone or too slow. */
async function nextOf(iterator: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await iterator.next();
  } catch {
    throw new EdgeRefusal('REQUEST_UNREADABLE');
  }
}

/** The operation in a POST's body. */
export function paramsOfBody(body: string): Params {
  return checked(parsed(body));
}

/** The operation in a GET's query string. */
export function paramsOfQuery(query: URLSearchParams): Params {
  const params: Record<string, unknown> = {};
  for (const [name, text] of query) {
    if (Object.hasOwn(params, name)) throw new EdgeRefusal('BAD_REQUEST');
    if (text !== '') params[name] = name === 'variables' || name === 'extensions' ? parsed(text) : text;
  }
  return checked(params);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EdgeRefusal('BAD_REQUEST');
  }
}

const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const parameters = {
  query: isText,
  documentId: isText,
  variables: isObject,
  operationName: isText,
  extensions: isObject,
} as const;

interface Given {
  readonly query?: string | null;
  readonly documentId?: string | null;
  readonly variables?: Values | null;
  readonly operationName?: string | null;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } | null } | null;
}

function checked(params: unknown): Params {
  if (Array.isArray(params)) throw new EdgeRefusal('BATCHING_NOT_SUPPORTED');
  if (!isObject(params)) throw new EdgeRefusal('BAD_REQUEST');
  const given = Object.entries(params as object).filter(([, value]) => value !== null);
  const fits = given.every(([name, value]) => Object.hasOwn(parameters, name) && parameters[name as 'query'](value));
  if (!fits) throw new EdgeRefusal('BAD_REQUEST');

  const { query, variables, operationName, documentId, extensions } = params as Given;
  const isByText = typeof query === 'string';
  const id = documentId ?? (isByText ? null : extensions?.persistedQuery?.sha256Hash);
  if (isByText === (typeof id === 'string')) throw new EdgeRefusal('BAD_REQUEST');
  const asked = isByText ? { query } : { documentId: String(id).replace(/^sha256:/, '') };
  return { ...asked, variables, operationName };
}
