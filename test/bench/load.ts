import { fork } from 'node:child_process';
import { once } from 'node:events';
import { contestantsFolder, nodeProgram } from './programs.ts';

/** What one contestant is asked for a while, by so many connections at once. */
export interface LoadJob {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn by each connection. */
  readonly bodies: readonly string[];
  /** Connection k sends body k alone, with the version that it has come to in place of `versionMark`: one more with each answer. */
  readonly versionsFrom?: number | undefined;
  /** A part of every answer that is as it should be. */
  readonly expects: string;
  readonly connections: number;
  /** How long, or how many requests. */
  readonly extent: { readonly seconds: number } | { readonly requests: number };
}

export const versionMark = '"@version"';

export interface Figures {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export type LoadReport = Figures | { readonly fault: string };

export interface LoadGenerator {
  run(job: LoadJob): Promise<Figures>;
  stop(): Promise<void>;
}

/** The load comes from a process of its own, on the Node of the contestants. */
export function startLoad(): LoadGenerator {
  const child = fork(`${contestantsFolder}/load.ts`, { execPath: nodeProgram(24), execArgv: [] });
  process.once('exit', () => child.kill());
  const exit = once(child, 'exit');
  const ended = exit.then(([code, signal]): never => {
    throw new Error(`The load generator ended by ${signal ?? code}.`);
  });
  ended.catch(() => {});
  return {
    run: async (job) => {
      child.send(job);
      const [report]: LoadReport[] = await Promise.race([once(child, 'message'), ended]);
      if (!report || 'fault' in report) throw new Error(`${job.url}: ${report?.fault}`);
      return report;
    },
    stop: async () => {
      child.disconnect();
      await exit;
    },
  };
}
