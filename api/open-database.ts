import type { Logger } from 'pino';
import { type Database, openDatabase, type ReplicaNews } from '../db/database.ts';
import type { Configuration } from './configuration.ts';

/** Opens what the configuration names, and lets the log know how the replica fares. */
export function openConfigured(
  { databaseUrl: url, replicaUrl, dataDirectory: dataDir }: Configuration,
  log: Logger,
): Promise<Database> {
  const onReplica = ({ what, error: err }: ReplicaNews) => {
    const [level, sentence] = told[what];
    log[level]({ ...(err && { err }) }, sentence);
  };
  return openDatabase(url === undefined ? { dataDir } : { url, replicaUrl, onReplica });
}

const told: Readonly<Record<ReplicaNews['what'], readonly ['debug' | 'info' | 'warn', string]>> = {
  AWAY: ['warn', 'the replica is away, the primary answers'],
  BACK: ['info', 'the replica answers again'],
  REFUSED: ['warn', 'the replica refused a read, the primary answered'],
  BEHIND: ['debug', 'the replica lacks what the caller wrote, the primary answers'],
};
