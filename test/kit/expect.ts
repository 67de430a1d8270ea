import type { GraphQLFormattedError } from 'graphql';
import type { Result } from './client.ts';

type UserError = { readonly code: string };
type Field<Data> = NonNullable<Data[keyof Data]>;

/** The data of an answer without any error. */
export function expectData<Data>(result: Result<Data>): Data {
  if (result.errors.length > 0 || !result.data) fail('data and no error', result, expectData);
  return result.data as Data;
}

/** The payload of the one mutation in a document that was not refused. */
export function expectPayload<Data>(result: Result<Data>): Exclude<Field<Data>, UserError> {
  const value = onlyField(result);
  if (!value || 'code' in value) fail('a payload', result, expectPayload);
  return value as Exclude<Field<Data>, UserError>;
}

/** The refusal of the one mutation in a document: the code is its own, or that of one of its issues. */
export function expectUserError<Data>(result: Result<Data>, code: string): Extract<Field<Data>, UserError> {
  const value = onlyField(result) as { code?: string; issues?: readonly UserError[] } | undefined;
  const codes = [value?.code, ...(value?.issues ?? []).map((issue) => issue.code)];
  if (!codes.includes(code)) fail(`a refusal with the code ${code}`, result, expectUserError);
  return value as Extract<Field<Data>, UserError>;
}

/** The one top-level error of an answer. */
export function expectError(result: Result<unknown>, code: string): GraphQLFormattedError {
  const [error, ...others] = result.errors;
  if (error?.extensions?.code !== code || others.length > 0)
    fail(`one error with the code ${code}`, result, expectError);
  return error as GraphQLFormattedError;
}

function onlyField(result: Result<unknown>): object | undefined {
  const values = Object.values(result.data ?? {});
  return result.errors.length === 0 && values.length === 1 ? (values[0] as object) : undefined;
}

/** The failure message is the bug report: what was asked, what came back, what the database was asked. */
function fail(wanted: string, result: Result<unknown>, caller: (...of: never[]) => unknown): never {
  const { status, request, body, statements } = result;
  const error = new Error(
    [
      `Expected ${wanted}.`,
      request.document.trim(),
      `variables: ${JSON.stringify(request.variables, null, 2)}`,
      `answer (${status}): ${indented(body)}`,
      `statements:${statements.map((sql, index) => `\n${index + 1}. ${sql}`).join('') || ' none'}`,
    ].join('\n\n'),
  );
  Error.captureStackTrace(error, caller);
  throw error;
}

function indented(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
