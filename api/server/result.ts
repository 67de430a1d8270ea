import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { limits } from './limits.ts';
import { beyond } from './refusals.ts';
import { written } from './response-size.ts';
import { statusOf, wireError } from './wire-errors.ts';

/** Puts what came of an operation on the wire; what is not the caller's doing goes to the log. */
export function answerResult(
  answer: Answer,
  exchange: Exchange,
  result: ExecutionResult,
  log: Logger,
  type: string,
): Response {
  const headers = { 'content-type': `${type}; charset=utf-8` };
  const reported = new Set<unknown>();
  const report = (cause: unknown, path: GraphQLError['path']) => {
    if (reported.has(cause)) return;
    reported.add(cause);
    log.error({ requestId: exchange.requestId, path, err: cause }, 'request failed');
  };
  const send = (content: object) => {
    const body = written(content, limits.responseBytes);
    if (typeof body === 'string') return answer(exchange, 200, body, headers);
    const refusal = wireError(beyond('LIMIT_RESPONSE_SIZE', limits.responseBytes, body), exchange, report);
    return answer(exchange, 200, JSON.stringify({ errors: [refusal], data: null }), headers);
  };
  if (!result.errors) return send({ data: result.data });

  const thrown = result.errors.length > 0 ? result.errors : [new GraphQLError('aborted')];
  const errors = thrown.map((error) => wireError(error, exchange, report));
  if ('data' in result) return send({ errors, data: result.data });

  const code = errors[0]?.extensions.code ?? 'INTERNAL';
  const status = statusOf(code, type === 'application/json');
  const closing = code === 'LIMIT_BODY' ? { connection: 'close' } : code === 'MUTATION_BY_GET' ? { allow: 'POST' } : {};
  return answer(exchange, status, JSON.stringify({ errors }), { ...headers, ...closing });
}

export function asGraphQLError(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
