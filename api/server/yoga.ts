import type { IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { type Answer, answerWith } from './answer.ts';
import { type Exchange, openExchange } from './exchange.ts';
import { logExchange } from './logging.ts';
import { answerType } from './media-type.ts';
import { paramsOfBody, paramsOfQuery, readBody } from './params.ts';
import { answerResult, asGraphQLError } from './result.ts';
import { createRun, type RunParts } from './run.ts';

export interface YogaParts extends RunParts {
  readonly gate: (answer: Answer) => (request: Request, exchange: Exchange) => Promise<Response | null>;
}

interface ServerContext {
  exchange: Exchange;
  req?: IncomingMessage;
}

/** Yoga with every default of it that the edge decides otherwise turned off, and the edge in their place. */
export function createEdge(parts: YogaParts) {
  return createYoga<ServerContext>({
    plugins: [useExchange(parts), useParams(), useRun(parts), useWire(parts)],
    graphqlEndpoint: '/graphql',
    // Yoga answers any address with this ending; no address can end so.
    healthCheckEndpoint: ' ',
    parserAndValidationCache: false,
    landingPage: false,
    graphiql: false,
    cors: false,
    multipart: false,
    batching: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    logging: false,
  });
}

/** Opens the exchange, lets the gate decide, and writes the log line. */
function useExchange({ gate, log }: YogaParts): Plugin<object, ServerContext> {
  // A request's line is made of fields that hold no secret; looking for some in it would take a good part of its time.
  const lines = log.child({}, { redact: [] });
  let decide: ReturnType<YogaParts['gate']> | undefined;
  return {
    onRequest: async ({ request, serverContext, url, fetchAPI, endResponse }) => {
      const exchange = openExchange(request, url.pathname);
      serverContext.exchange = exchange;
      const answer = answerWith(fetchAPI);
      try {
        decide ??= gate(answer);
        const response = await decide(request, exchange);
        if (response) endResponse(response);
      } catch (error) {
        endResponse(answerResult(answer, exchange, { errors: [asGraphQLError(error)] }, log, 'application/json'));
      }
    },
    onResponse: ({ response, serverContext }) => logExchange(lines, serverContext.exchange, response.status),
  };
}

/** What Yoga checks once more in place of params that may name a document by its id, which it takes for a fault. */
const checkedAlready = { query: '{ __typename }' };

/** Reads one operation out of the request, in place of Yoga's parsers and their wider media types. */
function useParams(): Plugin<object, ServerContext> {
  return {
    onRequestParse: ({ serverContext, setRequestParser }) => {
      setRequestParser((async (request: Request) => {
        const { exchange, req } = serverContext;
        exchange.params =
          request.method === 'GET'
            ? paramsOfQuery(new URL(request.url).searchParams)
            : paramsOfBody(await readBody(req ?? (request.body as AsyncIterable<Uint8Array> | null)));
        return checkedAlready;
      }) as never);
    },
  };
}

/** Runs the operation, in place of Yoga's steps from the text of a document to its result. */
function useRun(parts: YogaParts): Plugin<object, ServerContext> {
  const run = createRun(parts);
  return {
    onParams: ({ setParamsHandler }) => {
      setParamsHandler(({ context }) => run(context.exchange));
    },
  };
}

/** Answers in one of the two JSON media types, and makes every error fit for strangers. */
function useWire({ log }: YogaParts): Plugin<object, ServerContext> {
  return {
    onResultProcess: ({ request, result, setResultProcessor, serverContext: { exchange } }) => {
      const type = answerType(request.headers.get('accept')) ?? 'application/json';
      setResultProcessor(
        (_, fetchAPI) => answerResult(answerWith(fetchAPI), exchange, result as ExecutionResult, log, type),
        type,
      );
    },
  };
}
