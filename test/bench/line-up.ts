import { readConfiguration } from '../../api/configuration.ts';
import type { Ground } from './ground/ground.ts';
import { contestantsFolder, editions, type NodeEdition, nodeProgram } from './programs.ts';
import { type RunningServer, type ServerProgram, startServer } from './server.ts';

export const kinds = ['tierwise', 'limit', 'postgraphile', 'mercurius'] as const;
export type Kind = (typeof kinds)[number];

export interface Contestant {
  readonly name: string;
  readonly kind: Kind;
  readonly node: NodeEdition;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningContestant extends Contestant {
  readonly server: RunningServer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whether this Tierwise knows a variable: what an older one does not know cannot be compared. */
export const knows = (setting: string): boolean => setting in readConfiguration({});

export const tierwise: Contestant = { name: 'Tierwise', kind: 'tierwise', node: 24 };

/** Who takes part, ours first: what follows is compared with it. */
export const lineUp = (): Contestant[] => [
  tierwise,
  ...(knows('executor') ? [{ ...tierwise, name: 'Tierwise, interpreted', env: { EXECUTOR: 'interpreted' } }] : []),
  ...editions().flatMap((node) => (node === tierwise.node ? [] : [{ ...tierwise, node }])),
  { name: 'SQL + node:http', kind: 'limit', node: 24 },
  { name: 'PostGraphile', kind: 'postgraphile', node: 24 },
  { name: 'Mercurius', kind: 'mercurius', node: 24 },
];

/** What `npm start` runs, once it is built. */
export const tierwiseProgram = ['.build/main.js'];

export const tierwiseReady = { path: '/health/ready' };
const graphqlReady = { path: '/graphql', body: JSON.stringify({ query: '{ __typename }' }) };

const readyOf: Readonly<Record<Kind, ServerProgram['ready']>> = {
  tierwise: tierwiseReady,
  limit: { path: '/typename' },
  postgraphile: graphqlReady,
  mercurius: graphqlReady,
};

/** `first` comes before the program: what Node is to load ahead of it. */
export async function start(
  contestant: Contestant,
  ground: Ground,
  first: readonly string[] = [],
): Promise<RunningContestant> {
  const { kind, node, env } = contestant;
  const server = await startServer({
    program: nodeProgram(node),
    args: kind === 'tierwise' ? [...first, ...tierwiseProgram] : [`${contestantsFolder}/${kind}.ts`],
    env: { DATABASE_URL: ground.url, ORGANIZATION: ground.organizationId, GRAPHILE_ENV: 'production', ...env },
    ready: readyOf[kind],
  });
  return { ...contestant, server, headers: kind === 'tierwise' ? { authorization: `Bearer ${ground.key}` } : {} };
}
