import { DatabaseError } from './errors.ts';

/** Lets one holder in at a time, in order of asking; who waits longer than the deadline is refused. */
export function turns(deadlineMs: number): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let held = false;

  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else held = false;
  };

  const turn = () => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      release();
    };
  };

  return () => {
    if (!held) {
      held = true;
      return Promise.resolve(turn());
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve(turn());
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new DatabaseError('BUSY'));
      }, deadlineMs);
      waiting.push(enter);
    });
  };
}
