import type { ExecutionResult } from 'graphql';
import { EdgeRefusal } from './refusals.ts';

/** Runs an operation for no longer than the deadline, and ends what it held open when it has come to its end, however late. */
export async function withinDeadline(
  run: () => Promise<ExecutionResult> | ExecutionResult,
  end: () => Promise<void>,
  giveUp: () => void,
  milliseconds: number,
): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => {
      giveUp();
      resolve({ errors: [new EdgeRefusal('TIMEOUT')] });
    }, milliseconds);
  });
  const finished = (async () => {
    try {
      return await run();
    } finally {
      await end();
    }
  })();
  finished.catch(() => {});
  try {
    return await Promise.race([finished, late]);
  } finally {
    clearTimeout(timer);
  }
}
