import type { IncomingMessage } from 'node:http';
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Viewer } from '../access/viewer.ts';
import type { Context } from '../shared/context.ts';
import type { Locale } from '../shared/locale.ts';
import { type Answer, answerWith } from './answer.ts';
import { parseWithinLimits } from './document.ts';
import { type Exchange, openExchange } from './exchange.ts';
import { type ExecutorKind, withinDeadline } from './execution.ts';
import { createExecutor } from './executor.ts';
import { logExchange } from './logging.ts';
import { answerType } from './media-type.ts';
import { chosenOperation, createJudge, type Judge } from './operation.ts';
import { paramsOfBody, paramsOfQuery, readBody } from './params.ts';
import { answerResult, asGraphQLError } from './result.ts';
import type { Values } from './variables.ts';

/** What a context is made of, besides its caller. */
export interface Asked {
  readonly locale: Locale;
  readonly requestId: string;
  /** Aborted when the answer is made or the deadline has passed: nothing new is begun from then on. */
  readonly signal: AbortSignal;
}

export interface YogaParts {
  readonly schema: GraphQLSchema;
  readonly createContext: (viewer: Viewer, asked: Asked) => Context;
  /** Bounds one operation for the database: a unit of work that it opens cannot wait for another of its own. */
  readonly within: <T>(operation: () => T) => T;
  /** Ends what the context holds open; called once its operation has come to an end, well or badly. */
  readonly finish: (context: Context) => Promise<void>;
  readonly gate: (answer: Answer) => (request: Request, exchange: Exchange) => Promise<Response | null>;
  readonly log: Logger;
  readonly executionMs: number;
  readonly executor: ExecutorKind;
}

interface ServerContext {
  exchange: Exchange;
  over: AbortController;
  chosen?: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode };
  /** The variables, once they are coerced. */
  values?: Values;
  req?: IncomingMessage;
}
type OperationContext = YogaInitialContext & ServerContext & Context;

/** Yoga with every default of it that the edge decides otherwise turned off, and the edge in their place. */
export function createEdge(parts: YogaParts) {
  const judge = createJudge(parts.schema);
  return createYoga<ServerContext, Context>({
    schema: parts.schema,
    context: (asked) => {
      const { exchange, over, chosen, params } = asked;
      if (!exchange.viewer || !chosen) throw new Error('an operation is run for a known caller only');
      const { values, refusals } = judge.coerce(chosen.document, chosen.operation, params.variables ?? {});
      if (refusals.length > 0) throw new AggregateError(refusals);
      asked.values = values;
      const { locale, requestId } = exchange;
      return parts.createContext(exchange.viewer, { locale, requestId, signal: over.signal });
    },
    plugins: [useExchange(parts), useParams(), useJudge(judge), useExecutor(parts), useWire(parts.log)],
    parserAndValidationCache: { documentCache: boundedCache<DocumentNode>(), errorCache: boundedCache<Error>() },
    graphqlEndpoint: '/graphql',
    // Yoga answers any address with this ending; no address can end so.
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

/** Remembers by text; bounded by characters as well, since a parsed document takes up to 150 times its text in memory. */
function boundedCache<Value extends object>(): LRUCache<string, Value> {
  return new LRUCache({ max: 500, maxSize: 300_000, sizeCalculation: (_, text) => Math.max(1, text.length) });
}

/** Opens the exchange, lets the gate decide, and writes the log line. */
function useExchange({ gate, log }: YogaParts): Plugin<object, ServerContext> {
  // A request's line is made of fields that hold no secret; looking for some in it would take a good part of its time.
  const lines = log.child({}, { redact: [] });
  let decide: ReturnType<YogaParts['gate']> | undefined;
  return {
    onRequest: async ({ request, serverContext, url, fetchAPI, endResponse }) => {
      const exchange = openExchange(request, url.pathname);
      Object.assign(serverContext, { exchange, over: new AbortController() });
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

/** Measures and validates a document, and finds the operation in it that this request may run. */
function useJudge(judge: Judge): Plugin<object, ServerContext> {
  return {
    onParse: ({ context, setParseFn }) => {
      setParseFn(parseWithinLimits);
      return ({ result }) => {
        if (result === null || result instanceof Error) return;
        const asked = context as unknown as OperationContext;
        judge.measure(result);
        const operation = chosenOperation(result, asked.params.operationName, asked.exchange.method);
        asked.chosen = { document: result, operation };
        asked.exchange.operation = operation.name?.value ?? null;
      };
    },
    onValidate: ({ setValidationFn }) => setValidationFn((_, document) => judge.validate(document)),
  };
}

const requestOver = new Error('the request is over');

/** Runs an operation, ends what it held open when it is over, and its request when the deadline has passed. */
function useExecutor({
  schema,
  executor,
  within,
  finish,
  log,
  executionMs,
}: YogaParts): Plugin<object, ServerContext, Context> {
  const execute = createExecutor(schema, executor);
  return {
    onExecute: ({ setExecuteFn }) => {
      setExecuteFn(({ contextValue, variableValues }) => {
        const context = contextValue as unknown as OperationContext;
        const {
          exchange: { requestId },
          over,
          chosen,
          values,
        } = context;
        if (!chosen || !values) throw new Error('an operation is run once it is judged');
        const close = () => over.abort(requestOver);
        const end = async () => {
          // Fields that the answer did not wait for may still run: what they begin from here on would never be ended.
          close();
          await finish(context).catch((error) => log.error({ requestId, err: error }, 'unit not ended'));
        };
        const execution = { ...chosen, given: variableValues ?? {}, values, context };
        return withinDeadline(() => within(() => execute(execution)), end, close, executionMs);
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
