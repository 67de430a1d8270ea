import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import { authenticate } from './access/keys.ts';
import { schema } from './schema.ts';
import { createServer, type ServerParts, type TierwiseServer } from './server/http.ts';
import type { InstalledPlugins } from './shared/context.ts';
import { createWork } from './shared/work.ts';

export interface ApiParts extends Pick<ServerParts, 'configuration' | 'examples' | 'demoKey' | 'trusted'> {
  readonly database: Database;
  readonly plugins: InstalledPlugins;
  readonly log: Logger;
  readonly now?: () => Date;
}

/** The API over a database and the plugins that are loaded; what the server serves and what tests call. */
export function createApi({ database, plugins, now = () => new Date(), ...parts }: ApiParts): TierwiseServer {
  return createServer({
    ...parts,
    schema,
    authenticate: authenticate(database),
    createContext: (viewer, { locale, requestId, signal }) => ({
      ...{ viewer, locale, requestId, plugins, now },
      work: createWork(database, viewer, signal),
    }),
    within: database.bounded,
    finish: ({ work }) => work.end(),
    ready: () => database.ping(),
  });
}
