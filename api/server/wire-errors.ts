import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatabaseError } from '../../db/errors.ts';
import { catalogue } from '../shared/error-catalogue.ts';
import { issueMessage, Refusal, refusalMessage } from '../shared/errors.ts';
import { wireParams } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { type EdgeCode, EdgeRefusal, edgeMessage, type Params } from './refusals.ts';

type Extensions = Readonly<Record<string, unknown>> & { readonly code: string };

/** An error as a caller may see it: every one has a code, and none tells how the inside is made. */
export function wireError(
  error: GraphQLError,
  exchange: Exchange,
  report: (cause: unknown, path: GraphQLError['path']) => void,
): GraphQLFormattedError & { extensions: Extensions } {
  const { message, extensions } = told(error, exchange, (cause) => report(cause, error.path));
  exchange.codes.add(extensions.code);
  return {
    message,
    ...(error instanceof GraphQLError && error.locations && { locations: error.locations }),
    ...(error instanceof GraphQLError && error.path && { path: error.path }),
    extensions,
  };
}

function told(
  error: GraphQLError,
  { locale, requestId }: Exchange,
  report: (cause: unknown) => void,
): { message: string; extensions: Extensions } {
  const cause = causeOf(error);
  const edge = (code: EdgeCode, params: Params = {}, more: object = {}) => ({
    message: edgeMessage(code, locale, params),
    extensions: { code, ...more },
  });

  if (cause instanceof EdgeRefusal) {
    const path = cause.inputPath && { path: cause.inputPath };
    const retry = cause.code === 'TIMEOUT' && { retryable: true };
    return edge(cause.code, cause.params, { ...wireParams(cause.params), ...path, ...retry });
  }
  if (cause instanceof Refusal) {
    const issues = cause.issues.map((issue) => ({
      code: issue.code,
      message: issueMessage(issue, locale),
      path: issue.path,
    }));
    const [only] = issues;
    const message = issues.length === 1 && only ? only.message : refusalMessage(cause, locale);
    return { message, extensions: { code: cause.sharedCode, path: cause.inputPath, issues } };
  }
  if (cause instanceof GraphQLError) {
    const code = cause.extensions.code;
    if (typeof code === 'string' && Object.hasOwn(catalogue, code))
      return { message: cause.message, extensions: { code } };
    if (badArgument.test(cause.message)) return edge('BAD_USER_INPUT', { detail: cause.message });
  }
  const faultOfDatabase = cause instanceof DatabaseError ? databaseCodes[cause.kind] : undefined;
  if (faultOfDatabase) {
    report(cause);
    return edge(faultOfDatabase, {}, { retryable: faultOfDatabase !== 'STORAGE_FULL' });
  }
  report(cause);
  return edge('INTERNAL', { requestId }, { requestId });
}

/** What execution says of an argument that a variable left empty: it repeats the caller's own words only. */
const badArgument = /^Argument "\w+" (of|has) /;

/** The faults of a database that a caller can do something about; all others are ours. */
const databaseCodes: Partial<Record<DatabaseError['kind'], EdgeCode>> = {
  BUSY: 'DATABASE_BUSY',
  SERIALIZATION: 'DATABASE_BUSY',
  TIMEOUT: 'TIMEOUT',
  UNAVAILABLE: 'DATABASE_UNAVAILABLE',
  STORAGE_FULL: 'STORAGE_FULL',
};

/** What was thrown, out of the errors that execution wraps around it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError && !(cause instanceof EdgeRefusal))
    cause = cause.originalError;
  return cause;
}

/** Refusals of the HTTP request itself, whose status is the same in every media type. */
const transportStatus: Partial<Record<string, number>> = {
  BAD_REQUEST: 400,
  REQUEST_UNREADABLE: 400,
  BATCHING_NOT_SUPPORTED: 400,
  MUTATION_BY_GET: 405,
  LIMIT_BODY: 413,
  INTERNAL: 500,
  DATABASE_BUSY: 503,
  DATABASE_UNAVAILABLE: 503,
  STORAGE_FULL: 503,
  TIMEOUT: 503,
};

/** The status of an operation that was not begun, by its first error; refused requests in plain JSON answer 200, as the standard has it. */
export function statusOf(code: string, answeredInPlainJson: boolean): number {
  return transportStatus[code] ?? (answeredInPlainJson ? 200 : 400);
}
