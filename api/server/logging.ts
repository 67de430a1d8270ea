import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';
import type { Exchange } from './exchange.ts';

/** Structured lines on standard output. Keys are censored wherever an object carries them. */
export function createLog(level: LevelWithSilent, destination?: DestinationStream): Logger {
  const secrets = ['authorization', 'key', 'password', 'databaseUrl', 'replicaUrl'];
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    serializers: { err: faultForLog },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The one line that a request leaves. */
export function logExchange(log: Logger, exchange: Exchange, status: number): void {
  const { requestId, method, path, operation, viewer, codes, startedAt } = exchange;
  const line = {
    requestId,
    method,
    path,
    status,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    ...(operation !== null && { operation: operation.slice(0, 100) }),
    ...(viewer && { keyId: viewer.keyId, organizationId: viewer.organizationId }),
    ...(codes.size > 0 && { codes: [...codes] }),
  };
  if (status >= 500) log.error(line, 'request');
  else log.info(line, 'request');
}

/** A fault for the operator: where it happened and what it says, unless what it says may hold a query's values. */
export function faultForLog(error: unknown): Record<string, unknown> {
  return describe(error, false);
}

function describe(error: unknown, ofQuery: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const holdsQuery = ofQuery || 'query' in error || 'params' in error || 'parameters' in error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code, kind, sqlState, constraint } = error as unknown as Record<string, unknown>;
  const named = Object.entries({ code, kind, sqlState, constraint }).filter(([, value]) => typeof value === 'string');
  return {
    type: error.name,
    ...(!holdsQuery && { message: error.message.slice(0, 500) }),
    ...Object.fromEntries(named),
    frames: frames.slice(0, 10).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: describe(error.cause, holdsQuery) }),
  };
}
