import type { IncomingMessage } from 'node:http';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Viewer } from '../access/viewer.ts';
import type { Context } from '../shared/context.ts';
import type { Locale } from '../shared/locale.ts';
import { type Answer, answerWith } from './answer.ts';
import { parseWithinLimits } from './document.ts';
import { type Exchange, openExchange } from './exchange.ts';
import { withinDeadline } from './execution.ts';
import { logExchange } from './logging.ts';
import { answerType } from './media-type.ts';
import { chosenOperation, createJudge } from './operation.ts';
import { paramsOfBody, paramsOfQuery, readBody } from './params.ts';
import { statusOf, wireError } from './wire-errors.ts';

/** What a context is made of, besides its caller. */
export interface Asked {
  readonly locale: Locale;
  readonly requestId: string;
  /** Aborted when the deadline has passed: nothing new is begun from then on. */
  readonly signal: AbortSignal;
}

export interface YogaParts {
  readonly schema: GraphQLSchema;
  readonly createContext: (viewer: Viewer, asked: Asked) => Context;
  /** Ends what the context holds open; called once its operation has come to an end, well or badly. */
  readonly finish: (context: Context) => Promise<void>;
  readonly gate: (answer: Answer) => (request: Request, exchange: Exchange) => Promise<Response | null>;
  readonly log: Logger;
  readonly executionMs: number;
}

type ServerContext = { exchange: Exchange; deadline: AbortController; req?: IncomingMessage };
type OperationContext = YogaInitialContext & ServerContext & Context;

/** Yoga with every default of it that the edge decides otherwise turned off, and the edge in their place. */
export function createEdge(parts: YogaParts) {
  return createYoga<ServerContext, Context>({
    schema: parts.schema,
    context: ({ exchange, deadline }) => {
      if (!exchange.viewer) throw new Error('no operation is run for an unknown caller');
      const { locale, requestId } = exchange;
      return parts.createContext(exchange.viewer, { locale, requestId, signal: deadline.signal });
    },
    plugins: [useExchange(parts), useParams(), useJudge(parts), useWire(parts.log)],
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: ' ',
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
  let decide: ReturnType<YogaParts['gate']> | undefined;
  return {
    onRequest: async ({ request, serverContext, url, fetchAPI, endResponse }) => {
      const exchange = openExchange(request, url.pathname);
      Object.assign(serverContext, { exchange, deadline: new AbortController() });
      const answer = answerWith(fetchAPI);
      try {
        decide ??= gate(answer);
        const response = await decide(request, exchange);
        if (response) endResponse(response);
      } catch (error) {
        endResponse(answerResult(answer, exchange, { errors: [asGraphQLError(error)] }, log, 'application/json'));
      }
    },
    onResponse: ({ response, serverContext }) => logExchange(log, serverContext.exchange, response.status),
  };
}

/** Reads one operation out of the request, in place of Yoga's parsers and their wider media types. */
function useParams(): Plugin<object, ServerContext> {
  return {
    onRequestParse: ({ serverContext, setRequestParser }) => {
      setRequestParser(async (request) => {
        if (request.method === 'GET') return paramsOfQuery(new URL(request.url).searchParams);
        return paramsOfBody(await readBody(serverContext.req ?? (request.body as AsyncIterable<Uint8Array> | null)));
      });
    },
  };
}

/** Measures, validates and prices an operation before it is run, and runs it within the deadline. */
function useJudge({ schema, finish, log, executionMs }: YogaParts): Plugin<object, ServerContext, Context> {
  const judge = createJudge(schema);
  return {
    onParse: ({ context, setParseFn }) => {
      setParseFn(parseWithinLimits);
      return ({ result }) => {
        if (result === null || result instanceof Error) return;
        const { exchange, params, request } = context as unknown as OperationContext;
        judge.measure(result);
        exchange.operation = chosenOperation(result, params.operationName, request.method).name?.value ?? null;
      };
    },
    onValidate: ({ setValidationFn }) => setValidationFn((_, document) => judge.validate(document)),
    onExecute: ({ executeFn, setExecuteFn }) => {
      setExecuteFn((args) => {
        const context = args.contextValue as unknown as OperationContext;
        const { exchange, deadline } = context;
        const operation = chosenOperation(args.document, args.operationName, exchange.method);
        const refusals = judge.refusals(args.document, operation, args.variableValues ?? {});
        if (refusals.length > 0) return { errors: refusals };
        const end = () =>
          finish(context).catch((error) => log.error({ requestId: exchange.requestId, err: error }, 'unit not ended'));
        return withinDeadline(
          () => executeFn(args) as ExecutionResult,
          end,
          () => deadline.abort(),
          executionMs,
        );
      });
    },
  };
}

/** Answers in one of the two JSON media types, and makes every error fit for strangers. */
function useWire(log: Logger): Plugin<object, ServerContext> {
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

function answerResult(
  answer: Answer,
  exchange: Exchange,
  result: ExecutionResult,
  log: Logger,
  type: string,
): Response {
  const headers = { 'content-type': `${type}; charset=utf-8` };
  if (!result.errors) return answer(exchange, 200, JSON.stringify({ data: result.data }), headers);

  const reported = new Set<unknown>();
  const report = (cause: unknown, path: GraphQLError['path']) => {
    if (reported.has(cause)) return;
    reported.add(cause);
    log.error({ requestId: exchange.requestId, path, err: cause }, 'request failed');
  };
  const thrown = result.errors.length > 0 ? result.errors : [new GraphQLError('aborted')];
  const errors = thrown.map((error) => wireError(error, exchange, report));
  if ('data' in result) return answer(exchange, 200, JSON.stringify({ errors, data: result.data }), headers);

  const code = errors[0]?.extensions.code ?? 'INTERNAL';
  const status = statusOf(code, type === 'application/json');
  const closing = code === 'LIMIT_BODY' ? { connection: 'close' } : code === 'MUTATION_BY_GET' ? { allow: 'POST' } : {};
  return answer(exchange, status, JSON.stringify({ errors }), { ...headers, ...closing });
}

function asGraphQLError(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
