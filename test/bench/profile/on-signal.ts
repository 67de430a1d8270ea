import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Loaded before a server: from one SIGCONT, which ends nothing, to the next it writes down where its time goes. */
const session = new Session();
let isRunning = false;

process.on('SIGCONT', async () => {
  isRunning = !isRunning;
  if (isRunning) {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(process.env.PROFILE ?? '', JSON.stringify(profile));
});
