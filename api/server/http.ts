import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../access/viewer.ts';
import type { Context } from '../shared/context.ts';
import { corsHeaders } from './cors.ts';
import { createGate } from './gate.ts';
import { type Example, graphiqlPage } from './graphiql.ts';
import { createHealth } from './health.ts';
import { limits } from './limits.ts';
import { answerUnreadable } from './unreadable.ts';
import { type Asked, createEdge } from './yoga.ts';

export interface ServerParts {
  readonly configuration: {
    readonly port: number;
    readonly host: string;
    readonly corsOrigins: readonly string[];
    readonly production: boolean;
  };
  readonly schema: GraphQLSchema;
  readonly authenticate: (key: string) => Promise<Viewer | null>;
  readonly createContext: (viewer: Viewer, asked: Asked) => Context;
  readonly within: <T>(operation: () => T) => T;
  readonly finish: (context: Context) => Promise<void>;
  /** Resolves when the database answers. */
  readonly ready: () => Promise<void>;
  readonly log: Logger;
  readonly examples?: readonly Example[];
  /** Filled into GraphiQL; null outside a demo. */
  readonly demoKey?: string | null;
  /** Shorter in tests. */
  readonly executionMs?: number;
  readonly drainMs?: number;
}

export interface TierwiseServer {
  /** Listens, and tells the address of the API. */
  start(): Promise<string>;
  /** Takes nothing new, lets what is under way end within the drain time, then cuts what is left. */
  stop(): Promise<void>;
  /** A request without a socket; the way through the edge is the same. */
  fetch(request: string | Request, init?: RequestInit): Promise<Response>;
}

const readyMs = 1_000;

export function createServer(parts: ServerParts): TierwiseServer {
  const { configuration, log } = parts;
  const health = createHealth(parts.ready, readyMs);
  const page = configuration.production ? undefined : graphiqlPage(parts.examples ?? [], parts.demoKey ?? null);
  const cors = corsHeaders(configuration.corsOrigins);
  const yoga = createEdge({
    ...parts,
    executionMs: parts.executionMs ?? limits.executionMs,
    gate: (answer) => createGate({ answer, health, cors, authenticate: parts.authenticate, page }),
  });

  let draining = false;
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // Only the path counts; a host that no address can hold must not end in an error of its own.
    request.headers.host = 'localhost';
    if (draining) response.setHeader('connection', 'close');
    return yoga(request, response);
  };
  const server = createHttpServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: limits.headerBytes,
      connectionsCheckingInterval: 1_000,
      requireHostHeader: false,
    },
    listener,
  );
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= limits.bodyBytes) response.writeContinue();
    return listener(request, response);
  });
  server.on('checkExpectation', listener);
  server.on('clientError', answerUnreadable);

  return {
    start: () => listen(server, configuration),
    stop: async () => {
      health.drain();
      draining = true;
      await drain(server, parts.drainMs ?? 10_000, log);
    },
    // With headers of its own, since a length is written into those that Yoga is given.
    fetch: async (request, init) =>
      typeof request === 'string'
        ? yoga.fetch(request, { ...init, headers: new Headers(init?.headers) })
        : yoga.fetch(request),
  };
}

function listen(server: Server, { port, host }: ServerParts['configuration']): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address() as AddressInfo;
      const shown = host.includes(':') ? `[${host}]` : host === '127.0.0.1' ? 'localhost' : host;
      resolve(`http://${shown}:${address.port}/graphql`);
    });
  });
}

async function drain(server: Server, milliseconds: number, log: Logger): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => {
    log.warn({ milliseconds }, 'requests cut at the end of the drain time');
    server.closeAllConnections();
  }, milliseconds);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
