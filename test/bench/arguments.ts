import { parseArgs } from 'node:util';

export const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;
export type Letter = (typeof letters)[number];

export interface BenchArguments {
  readonly rounds: number;
  readonly seconds: number;
  readonly requests: number;
  readonly only: readonly Letter[];
  /** Whether a page may be made of it: a short run is no evidence. */
  readonly isWhole: boolean;
}

const fullRounds = 5;

export const usage = `npm run bench -- [--rounds 5] [--seconds 10] [--requests 10000] [--only ${letters.join(',')}]
Writes test/bench/RESULTS.md where all scenarios ran for ${fullRounds} rounds or more; prints it else.
所有场景均运行 ${fullRounds} 轮及以上时写入 test/bench/RESULTS.md，否则仅打印。`;

const options = {
  rounds: { type: 'string', default: String(fullRounds) },
  seconds: { type: 'string', default: '10' },
  requests: { type: 'string', default: '10000' },
  only: { type: 'string', default: letters.join(',') },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; null where it asks for help or cannot be understood. */
export function readArguments(args: readonly string[]): BenchArguments | null {
  const values = parsed(args);
  if (!values || values.help) return null;
  const [rounds, seconds, requests] = [values.rounds, values.seconds, values.requests].map(Number);
  const asked = values.only.split(',');
  const only = letters.filter((letter) => asked.includes(letter));
  if (!isCount(rounds) || !isCount(seconds) || !isCount(requests) || only.length < asked.length) return null;
  return { rounds, seconds, requests, only, isWhole: only.length === letters.length && rounds >= fullRounds };
}

const isCount = (value: number | undefined): value is number => Number.isInteger(value) && Number(value) > 0;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}
