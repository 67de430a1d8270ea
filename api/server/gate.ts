import type { Viewer } from '../access/viewer.ts';
import { type Answer, refuse } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { identify } from './exchange.ts';
import { pageHeaders } from './graphiql.ts';
import type { Health } from './health.ts';
import { bearerKey } from './identity.ts';
import { limits } from './limits.ts';
import { answerType, isJson, wantsHtml } from './media-type.ts';

export interface GateOptions {
  readonly answer: Answer;
  readonly health: Health;
  readonly cors: (request: Request) => Readonly<Record<string, string>>;
  readonly authenticate: (key: string) => Promise<Viewer | null>;
  /** Absent: no page is served. */
  readonly page: (() => Promise<string>) | undefined;
}

/** Everything that is decided before a body is read: what is asked for, by whom, and in what form. Null lets the request through. */
export function createGate({ answer, health, cors, authenticate, page }: GateOptions) {
  const onHealth = async (exchange: Exchange, path: string): Promise<Response> => {
    if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return wrongMethod(exchange, 'GET, HEAD');
    const reason = path === '/health/live' ? null : await health.unready();
    const body = reason === null ? { status: 'ok' } : { status: 'unavailable', reason };
    return answer(exchange, reason === null ? 200 : 503, JSON.stringify(body));
  };

  const wrongMethod = (exchange: Exchange, allowed: string): Response =>
    refuse(answer, exchange, 405, 'METHOD_NOT_ALLOWED', { method: exchange.method, allowed }, { allow: allowed });

  const unauthenticated = (exchange: Exchange): Response =>
    refuse(answer, exchange, 401, 'UNAUTHENTICATED', {}, { 'www-authenticate': 'Bearer realm="tierwise"' });

  return async (request: Request, exchange: Exchange): Promise<Response | null> => {
    const { method, path } = exchange;
    Object.assign(exchange.headers, cors(request));
    if (method === 'OPTIONS') return answer(exchange, 204, null, { 'content-length': '0' });
    if (path === '/health/live' || path === '/health/ready') return onHealth(exchange, path);
    if (path !== '/graphql') return refuse(answer, exchange, 404, 'ROUTE_NOT_FOUND', { path });
    if (method !== 'GET' && method !== 'POST') return wrongMethod(exchange, 'GET, POST');
    if (method === 'GET' && wantsHtml(request.headers)) {
      return page ? answer(exchange, 200, await page(), pageHeaders) : refuse(answer, exchange, 406, 'NOT_ACCEPTABLE');
    }

    const key = bearerKey(request);
    const viewer = key === null ? null : await authenticate(key);
    if (!viewer) return unauthenticated(exchange);
    identify(exchange, viewer, request);

    if (answerType(request.headers.get('accept')) === null) return refuse(answer, exchange, 406, 'NOT_ACCEPTABLE');
    if (method === 'GET') return null;
    if (Number(request.headers.get('content-length') ?? 0) > limits.bodyBytes) {
      return refuse(answer, exchange, 413, 'LIMIT_BODY', { limit: limits.bodyBytes }, { connection: 'close' });
    }
    return isJson(request.headers) ? null : refuse(answer, exchange, 415, 'UNSUPPORTED_MEDIA_TYPE');
  };
}
