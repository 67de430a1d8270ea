/** The two words that every test runner has. */
export type Runner = {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => void) => unknown;
};

/** The runner whose words are global, else the vitest that runs this, else Node's own. */
async function runnerHere(): Promise<Runner> {
  const { describe, it } = globalThis as Partial<Runner>;
  if (describe !== undefined && it !== undefined) return { describe, it };
  return process.env.VITEST === undefined ? import('node:test') : import('vitest');
}

export const runner = await runnerHere();
