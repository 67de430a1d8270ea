import cluster, { type Worker } from 'node:cluster';
import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';

/** A terminal's Ctrl-C reaches this process and npm, which passes it on: within this time both are one signal. */
const sameSignalMs = 1_000;
/** Longer than requests are given to end, so that the database is closed as well. */
const hardStopMs = 15_000;
const parentCheckMs = 250;

/**
 * Stops in order on SIGTERM or SIGINT, on an unexpected fault, and when whatever started this, npm or the primary process,
 * is gone; a second signal ends at once.
 */
export function stopInOrder(stop: () => Promise<void>, log: Logger): void {
  let stopped: Promise<void> | undefined;
  const { close } = closeWithGrace(
    {
      delay: hardStopMs,
      logger: false,
      skip: ['SIGTERM', 'SIGINT'],
      onTimeout: () => log.fatal('stopping took too long'),
    },
    async ({ err }) => {
      if (err) log.fatal({ err }, 'unexpected fault, stopping');
      stopped ??= stop();
      await stopped;
    },
  );

  let firstAt: number | undefined;
  const begin = (reason: string) => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      log.info({ reason }, 'stopping');
      close();
    } else if (performance.now() - firstAt > sameSignalMs) {
      log.warn({ reason }, 'second signal, stopping at once');
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  if (cluster.worker) watchPrimary(cluster.worker, () => begin('the primary process is gone'));
  else if (process.env.npm_lifecycle_event !== undefined) watchParent(() => firstAt ?? begin('npm is gone'));
}

/** npm's shell may end on a signal without passing it on; the process that it leaves behind gets another parent. */
function watchParent(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, parentCheckMs);
  timer.unref();
}

/** A worker would end with its primary in the middle of a request, unless it takes that end upon itself. */
function watchPrimary(worker: Worker, gone: () => void): void {
  worker.exitedAfterDisconnect = true;
  worker.once('disconnect', gone);
}
