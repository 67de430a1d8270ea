import cluster from 'node:cluster';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../api/server/logging.ts';
import { stopInOrder } from '../../api/server/shutdown.ts';
import { serveByWorkers, tellPrimary } from '../../api/workers.ts';
import { smallSchema, smallServer } from './small-server.ts';

/** Two processes that serve and one that keeps them: each tells what it is, and the workers when they were closed in order. */
const log = createLog('info');
const { worker } = cluster;
const { pid, env } = process;

async function serve(): Promise<string> {
  const schema = smallSchema({
    name: () => `${pid}`,
    slow: async () => {
      console.log(JSON.stringify({ slow: pid }));
      await wait(Number(env.SLOW_MS));
      return 'done';
    },
  });
  const server = smallServer({ schema, log: log.child({ worker: worker?.id }) });
  const url = await server.start();
  stopInOrder(async () => {
    await server.stop();
    console.log(JSON.stringify({ closed: pid }));
  }, log);
  return url;
}

if (worker) {
  if (env.WORKERS_END) process.exit(3);
  tellPrimary(worker, await serve());
  console.log(JSON.stringify({ serving: pid }));
} else {
  const given = await serveByWorkers(2, log).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
  console.log(JSON.stringify({ url: given, pid }));
}
