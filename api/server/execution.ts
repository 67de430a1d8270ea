import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { EdgeRefusal } from './refusals.ts';
import type { Values } from './variables.ts';

/** One operation of a request that has passed every judgement. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The variables as they were sent. */
  readonly given: Values;
  /** The variables as they were coerced. */
  readonly values: Values;
  readonly context: unknown;
}

export type Execute = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;
export const executors = ['compiled', 'interpreted'] as const;
export type ExecutorKind = (typeof executors)[number];

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
