import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../api/server/logging.ts';
import { stopInOrder } from '../../api/server/shutdown.ts';
import { smallSchema, smallServer } from './small-server.ts';

/** A server as a process of its own: tells its address and process, and marks when all was closed in order. */
const log = createLog('info');
const schema = smallSchema({
  slow: async () => {
    console.log('{"slow":"begun"}');
    await wait(Number(process.env.SLOW_MS));
    return 'done';
  },
  maybe: () => {
    setImmediate(() => {
      throw new Error('nobody expected this');
    });
  },
});
const server = smallServer({ schema, log });
const url = await server.start();
stopInOrder(async () => {
  await server.stop();
  console.log('{"closed":true}');
}, log);
console.log(JSON.stringify({ url, pid: process.pid }));
