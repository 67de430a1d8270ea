import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../access/viewer.ts';
import type { Context } from '../shared/context.ts';
import type { Locale } from '../shared/locale.ts';
import { judgedDocuments } from './documents.ts';
import type { Exchange } from './exchange.ts';
import { type ExecutorKind, withinDeadline } from './execution.ts';
import { createExecutor } from './executor.ts';
import { chosenOperation, createJudge } from './operation.ts';
import { EdgeRefusal } from './refusals.ts';
import { asGraphQLError } from './result.ts';

/** What a context is made of, besides its caller. */
export interface Asked {
  readonly locale: Locale;
  readonly requestId: string;
  /** Aborted when the answer is made or the deadline has passed: nothing new is begun from then on. */
  readonly signal: AbortSignal;
}

export interface RunParts {
  readonly schema: GraphQLSchema;
  /** Documents that are known beforehand, by their ids. */
  readonly trusted: ReadonlyMap<string, string>;
  readonly createContext: (viewer: Viewer, asked: Asked) => Context;
  /** Bounds one operation for the database: a unit of work that it opens cannot wait for another of its own. */
  readonly within: <T>(operation: () => T) => T;
  /** Ends what the context holds open; called once its operation has come to an end, well or badly. */
  readonly finish: (context: Context) => Promise<void>;
  readonly log: Logger;
  readonly executionMs: number;
  readonly executor: ExecutorKind;
}

const requestOver = new Error('the request is over');

/** Runs the operation of a request whose caller is known: judged, within the deadline, and with nothing left open. */
export function createRun(parts: RunParts) {
  const { schema, trusted, createContext, within, finish, log, executionMs, executor } = parts;
  const { judge, coerce } = createJudge(schema);
  const judged = judgedDocuments(judge, trusted);
  const execute = createExecutor(schema, executor);

  return async (exchange: Exchange): Promise<ExecutionResult> => {
    const { viewer, params, locale, requestId, method } = exchange;
    if (!viewer || !params) throw new Error('an operation is run for a known caller only');
    const given = params.variables ?? {};
    try {
      const { document, refusals: faults } = judged(params, viewer);
      if (!document) return { errors: faults };
      const operation = chosenOperation(document, params.operationName, method);
      exchange.operation = operation.name?.value ?? null;
      if (faults.length > 0) return { errors: faults };
      const { values, refusals } = coerce(document, operation, given);
      if (refusals.length > 0) return { errors: refusals };

      const over = new AbortController();
      const context = createContext(viewer, { locale, requestId, signal: over.signal });
      const close = () => over.abort(requestOver);
      const end = async () => {
        // Fields that the answer did not wait for may still run: what they begin from here on would never be ended.
        close();
        await finish(context).catch((error) => log.error({ requestId, err: error }, 'unit not ended'));
      };
      const execution = { document, operation, given, values, context };
      return await withinDeadline(() => within(() => execute(execution)), end, close, executionMs);
    } catch (error) {
      return { errors: [error instanceof EdgeRefusal ? error : asGraphQLError(error)] };
    }
  };
}
