import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../api/access/viewer.ts';
import { createServer, type ServerParts, type TierwiseServer } from '../../api/server/http.ts';
import { createLog } from '../../api/server/logging.ts';
import type { Context } from '../../api/shared/context.ts';

const viewer: Viewer = {
  organizationId: 'organization-1',
  keyId: 'key-1',
  name: 'Demo assessor',
  role: 'ASSESSOR',
  dealerId: null,
  defaultLocale: 'en',
};

const sdl = /* GraphQL */ `
  type Query { name: String!, maybe: String, slow: String!, shops(first: Int, after: String, last: Int, before: String): ShopConnection!, shop(code: String!): Shop, find(codes: [String!], text: String): Int! }
  type Mutation { rename(name: String!): Shop! }
  type ShopConnection { nodes: [Shop!]!, totalCount: Int! }
  type Shop { code: String!, shops(first: Int, last: Int): ShopConnection! }
`;

type Resolve = (args: Record<string, unknown>, context: Context) => unknown;

export function smallSchema(resolvers: Readonly<Record<string, Resolve>> = {}): GraphQLSchema {
  const schema = buildSchema(sdl);
  const all: Record<string, Resolve> = {
    name: () => 'Tierwise',
    find: (args) => (Array.isArray(args.codes) ? args.codes.length : 0),
    shops: () => ({ nodes: [], totalCount: 0 }),
    rename: ({ name }) => ({ code: name }),
    ...resolvers,
  };
  const fields = {
    ...schema.getQueryType()?.getFields(),
    ...(schema.getMutationType() as GraphQLObjectType).getFields(),
  };
  for (const [name, resolve] of Object.entries(all)) {
    const field = fields[name];
    if (field) field.resolve = (_, args, context) => resolve(args, context);
  }
  return schema;
}

export interface SmallServer extends TierwiseServer {
  /** The log's lines so far, parsed. */
  readonly lines: () => Record<string, unknown>[];
  readonly rawLog: () => string;
  /** How many contexts were made and ended. */
  readonly contexts: { made: number; ended: number };
  readonly keysAsked: string[];
  /** Posts an operation, or a text as it stands, with the key that is known. */
  post(body: unknown, headers?: Record<string, string>): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { data?: unknown; errors?: WireError[] };
}

export interface WireError {
  readonly message: string;
  readonly path?: (string | number)[];
  readonly locations?: unknown;
  readonly extensions: Record<string, unknown> & { code: string };
}

const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

export const address = 'http://localhost/graphql';
// Frozen, since the suites of a worker share them.
export const withKey = Object.freeze({ authorization: 'Bearer good-key' } as const);
export const jsonBody = Object.freeze({ 'content-type': 'application/json' } as const);

export function smallServer(parts: Partial<ServerParts> & { viewer?: Partial<Viewer> } = {}): SmallServer {
  const written: string[] = [];
  const contexts = { made: 0, ended: 0 };
  const keysAsked: string[] = [];
  const server = createServer({
    configuration: { port: 0, host: '127.0.0.1', corsOrigins: [], production: false, ...parts.configuration },
    schema: smallSchema(),
    authenticate: async (key) => {
      keysAsked.push(key);
      return key === 'good-key' ? { ...viewer, ...parts.viewer } : null;
    },
    createContext: (caller, asked) => {
      contexts.made += 1;
      return { viewer: caller, ...asked } as unknown as Context;
    },
    within: (operation) => operation(),
    finish: async () => {
      contexts.ended += 1;
    },
    ready: async () => {},
    log: createLog('info', { write: (line) => void written.push(line) }),
    ...parts,
  });
  return {
    ...server,
    lines: () => written.map((line) => JSON.parse(line)),
    rawLog: () => written.join(''),
    contexts,
    keysAsked,
    post: async (body, headers = {}) => {
      const init = { method: 'POST', headers: { ...withKey, ...jsonBody, ...headers }, body: textOf(body) };
      const response = await server.fetch(address, init);
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}
