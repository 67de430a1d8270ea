/** Why no request should be sent here now. */
export type Unready = 'DRAINING' | 'DATABASE_NOT_ANSWERING';

export interface Health {
  /** Null when ready. However many ask, the database is asked once at a time, and nobody waits longer than the deadline. */
  unready(): Promise<Unready | null>;
  drain(): void;
}

export function createHealth(ready: () => Promise<void>, deadlineMs: number): Health {
  let draining = false;
  let asking: Promise<boolean> | undefined;

  const ask = () => {
    asking ??= ready()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };

  return {
    drain: () => {
      draining = true;
    },
    unready: async () => {
      if (draining) return 'DRAINING';
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(resolve, deadlineMs, false);
      });
      const answered = await Promise.race([ask(), late]);
      clearTimeout(timer);
      return answered ? null : 'DATABASE_NOT_ANSWERING';
    },
  };
}
