import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { stopInOrder } from './server/shutdown.ts';
import { earlyEnds, mostEarlyEnds, restMs } from './workers.rules.ts';

/** The start is given up: its workers end before they serve. */
export class WorkersEnded extends Error {
  override readonly name = 'WorkersEnded';

  constructor() {
    super(`WORKERS: ${mostEarlyEnds} workers ended one after another before all of them served; why is said above.
WORKERS：在全部工作进程开始服务之前，连续 ${mostEarlyEnds} 个工作进程退出；原因见上文。`);
  }
}

/** Lets several processes serve until this one is told to stop, and tells their address once all of them do. */
export function serveByWorkers(count: number, log: Logger): Promise<string> {
  return new Promise((serving, givenUp) => {
    const stop = keepWorkers(count, log, serving, givenUp);
    stopInOrder(stop, log);
  });
}

/** What a worker says to its primary once it serves. */
export const tellPrimary = (worker: Worker, address: string): boolean => worker.send({ serves: address });

/** Puts another in the place of each worker that ends, until it is stopped. */
function keepWorkers(
  count: number,
  log: Logger,
  allServe: (address: string) => void,
  giveUp: (why: WorkersEnded) => void,
): () => Promise<void> {
  const alive = new Set<Worker>();
  const servingSince = new Map<Worker, number>();
  let started = false;
  let stopping = false;
  let ends = 0;

  const fork = () => {
    if (stopping) return;
    const worker = cluster.fork();
    alive.add(worker);
    worker.once('message', ({ serves }: { serves: string }) => {
      servingSince.set(worker, performance.now());
      if (servingSince.size < count) return;
      started = true;
      allServe(serves);
    });
    worker.once('exit', (code, signal) => {
      alive.delete(worker);
      if (!stopping) replace(worker, { code, signal });
    });
  };

  const replace = (worker: Worker, how: { code: number | null; signal: string | null }) => {
    const now = performance.now();
    ends = earlyEnds(ends, now - (servingSince.get(worker) ?? now));
    servingSince.delete(worker);
    if (!started && ends >= mostEarlyEnds) return giveUp(new WorkersEnded());
    const delayMs = restMs(ends);
    log.error({ worker: worker.id, ...how, delayMs }, 'worker ended, another takes its place');
    setTimeout(fork, delayMs);
  };

  for (let place = 0; place < count; place += 1) fork();
  return async () => {
    stopping = true;
    await Promise.all([...alive].map(drained));
  };
}

function drained(worker: Worker): Promise<unknown> {
  const exit = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  return exit;
}
