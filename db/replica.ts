import type { Driver, Query, Session } from './driver.ts';
import { databaseError } from './driver-errors.ts';
import type { DatabaseError } from './errors.ts';

/** Why the primary answers in the replica's place, and when the replica answers again. */
export interface ReplicaNews {
  readonly what: 'AWAY' | 'BACK' | 'BEHIND' | 'REFUSED';
  readonly error?: DatabaseError;
}

export interface Replica {
  readonly location: string;
  /** A read-only transaction on the replica if that answers the question by yes, else on the primary. */
  open(begin: string, question: Query): Promise<Session>;
  close(): Promise<void>;
}

const RETRY_MS = 1000;

/** A replica to read from: nothing that is wrong with it fails a read that the primary can answer. */
export async function replicaBeside(
  primary: Driver,
  replica: Driver,
  tell: (news: ReplicaNews) => void,
): Promise<Replica> {
  const presence = presenceOf(replica, tell);
  const failed = (thrown: unknown) => {
    if (thrown === behind) return tell({ what: 'BEHIND' });
    const error = databaseError(thrown) as DatabaseError;
    if (isGone(error)) presence.leave(error);
    else tell({ what: 'REFUSED', error });
  };

  await replica.ping().catch((thrown) => presence.leave(databaseError(thrown) as DatabaseError));
  return {
    location: replica.location,
    open: async (begin, question) => {
      if (presence.isAway()) return primary.open(begin, 'read');
      try {
        return eitherSession(await replica.open(begin, 'read'), question, () => primary.open(begin, 'read'), failed);
      } catch (thrown) {
        failed(thrown);
        return primary.open(begin, 'read');
      }
    },
    close: async () => {
      presence.end();
      await replica.close();
    },
  };
}

/** Nobody waits for a replica that has gone until it answers again. */
function presenceOf(replica: Driver, tell: (news: ReplicaNews) => void) {
  let retry: NodeJS.Timeout | undefined;
  let ended = false;

  const tryLater = () => {
    if (!ended) retry = setTimeout(() => void replica.ping().then(comeBack, tryLater), RETRY_MS).unref();
  };
  const comeBack = () => {
    retry = undefined;
    if (!ended) tell({ what: 'BACK' });
  };

  return {
    isAway: () => retry !== undefined,
    leave: (error: DatabaseError) => {
      if (retry || ended) return;
      tell({ what: 'AWAY', error });
      tryLater();
    },
    end: () => {
      ended = true;
      clearTimeout(retry);
    },
  };
}

const behind = new Error('the replica lacks what its caller wrote');

/** Asks the primary for what the replica fails at, and for all that follows. */
function eitherSession(
  onReplica: Session,
  question: Query,
  openOnPrimary: () => Promise<Session>,
  failed: (thrown: unknown) => void,
): Session {
  const qualified = onReplica.execute(question).then(([row]) => {
    if ((row as { holds: boolean } | undefined)?.holds !== true) throw behind;
  });
  qualified.catch(() => {});
  let onPrimary: Promise<Session> | undefined;

  const moveToPrimary = (thrown: unknown) => {
    failed(thrown);
    onReplica.end('rollback').catch(() => {});
    return openOnPrimary();
  };
  const ofReplica = async (query: Query) => {
    const answer = onReplica.execute(query);
    answer.catch(() => {});
    await qualified;
    return answer;
  };

  return {
    execute: async (query) => {
      if (onPrimary) return (await onPrimary).execute(query);
      try {
        return await ofReplica(query);
      } catch (thrown) {
        if (isTooSlow(thrown)) throw thrown;
        onPrimary ??= moveToPrimary(thrown);
        return (await onPrimary).execute(query);
      }
    },
    // Whoever has only read has nothing to lose at the end.
    end: async (how) => {
      if (!onPrimary) return onReplica.end(how).catch(failed);
      const session = await onPrimary.catch(() => undefined);
      await session?.end(how);
    },
  };
}

/** A statement that takes too long on a replica would on the primary, too. */
function isTooSlow(thrown: unknown): boolean {
  return (databaseError(thrown) as DatabaseError).sqlState === '57014';
}

function isGone({ kind, sqlState }: DatabaseError): boolean {
  return kind === 'UNAVAILABLE' || (kind === 'TIMEOUT' && sqlState === undefined) || sqlState === '53300';
}
