import { execute, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { createCompiler } from './compiled.ts';
import type { Execute, ExecutorKind } from './execution.ts';

/**
 * Queries run compiled where they can be. A run that meets anything but success is dropped and graphql-js answers, so that
 * every error is told in its words and at its place. Mutations are left to graphql-js, since they happen once.
 */
export function createExecutor(schema: GraphQLSchema, kind: ExecutorKind): Execute {
  const interpret: Execute = ({ document, operation, given, context }) =>
    execute({
      schema,
      document,
      contextValue: context,
      variableValues: given,
      operationName: operation.name?.value,
    });
  if (kind === 'interpreted') return interpret;

  const attempt = createCompiler(schema);
  return async (execution) => {
    if (execution.operation.operation !== OperationTypeNode.QUERY) return interpret(execution);
    return (await attempt(execution)) ?? interpret(execution);
  };
}
