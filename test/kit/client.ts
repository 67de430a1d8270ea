import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { TypedDocumentString } from './gen/graphql.ts';
import { record } from './statements.ts';

export type Fetch = (request: Request) => Response | Promise<Response>;

/** An answer, with all that is needed to tell how it came about. */
export type Result<Data> = {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  readonly request: { readonly document: string; readonly variables: unknown };
  readonly body: string;
  readonly statements: readonly string[];
};

type Given<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, headers?: Record<string, string>]
    : [variables: Variables, headers?: Record<string, string>];

/** Someone who calls the API by the public door with one key. */
export type Client = {
  readonly key: string | null;
  run<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    ...given: Given<Variables>
  ): Promise<Result<Data>>;
  /** A document that the contract does not type: one that is refused, or made from the schema. */
  send(
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Result<Record<string, unknown>>>;
};

export function createClient(fetch: Fetch, key: string | null): Client {
  async function post(document: string, variables: unknown = {}, headers: Record<string, string> = {}) {
    const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const request = new Request('http://tierwise.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
    const { result, statements } = await record(async () => {
      const response = await fetch(request);
      return { response, body: await response.text() };
    });
    const { response, body } = result;
    const answer: ExecutionResult = JSON.parse(body);
    return {
      status: response.status,
      headers: response.headers,
      data: answer.data,
      errors: (answer.errors ?? []) as readonly GraphQLFormattedError[],
      request: { document, variables },
      body,
      statements,
    };
  }

  return {
    key,
    run: (document, variables?: unknown, headers?: Record<string, string>) => {
      // The generated function gives an empty object for a text that it has not seen.
      if (!(document instanceof String)) throw new Error('A document is not generated yet: run npm run codegen.');
      return post(document.toString(), variables, headers) as Promise<Result<never>>;
    },
    send: post as Client['send'],
  };
}
