import { expect } from 'vitest';
import type { Client, Result } from '../kit/client.ts';
import { expectData, expectError, expectUserError } from '../kit/expect.ts';
import { CountNetwork } from './documents.ts';

interface Shown {
  readonly __typename: string;
  readonly code: string;
  readonly path: readonly string[];
  readonly issues?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

/** A mutation's refusal: its type, then the code and place of every fault, such as `TEXT_EMPTY name`. */
export function expectRefusal<Data>(result: Result<Data>, type: string, ...faults: readonly string[]): void {
  const [code = ''] = faults[0]?.split(' ') ?? [];
  const error = expectUserError(result, code) as unknown as Shown;
  const issues = error.issues ?? [error];
  expect([error.__typename, ...issues.map((issue) => [issue.code, ...issue.path].join(' '))]).toEqual([
    type,
    ...faults,
  ]);
  expect(error.path).toEqual(issues[0]?.path);
  expect(error.code).toBe(type === 'ValidationError' ? 'VALIDATION_FAILED' : code);
}

/** Those of several mutations that were refused; the others gave their payloads. */
export const refusedOf = <Data>(results: readonly Result<Data>[]): Result<Data>[] =>
  results.filter(({ data }) => 'code' in ((Object.values(data ?? {})[0] ?? {}) as object));

/** A query's refusal by one top-level error, which bears the code that all faults share: the code and place of every fault. */
export function expectQueryRefusal(result: Result<unknown>, ...faults: readonly string[]): void {
  const [code = '', ...path] = faults[0]?.split(' ') ?? [];
  const isShared = faults.every((fault) => fault.split(' ')[0] === code);
  const { extensions } = expectError(result, isShared ? code : 'VALIDATION_FAILED');
  const issues = extensions?.issues as { code: string; path: string[] }[];
  expect(issues.map((issue) => [issue.code, ...issue.path].join(' '))).toEqual(faults);
  expect(extensions?.path).toEqual(path);
}

/** How much the network holds, as one who sees all of it reads it. */
export async function networkOf(reader: Client): Promise<Record<'dealers' | 'outlets' | 'territories', number>> {
  const { dealers, outlets, territories } = expectData(await reader.run(CountNetwork));
  return { dealers: dealers.totalCount, outlets: outlets.totalCount, territories: territories.length };
}

/** Texts that nobody can store or show, and what is said of each. */
export const badTexts = [
  { text: '', fault: 'TEXT_EMPTY' },
  { text: ' \t\n\u00a0\u3000', fault: 'TEXT_EMPTY' },
  { text: 'a\u0000b', fault: 'TEXT_UNPRINTABLE' },
  { text: 'bell\u0007', fault: 'TEXT_UNPRINTABLE' },
  { text: '\u001b[31mred', fault: 'TEXT_UNPRINTABLE' },
  { text: 'half \ud83d of a pair', fault: 'TEXT_UNPRINTABLE' },
  { text: 'other \ude00 half', fault: 'TEXT_UNPRINTABLE' },
  { text: '长'.repeat(10_000), fault: 'TEXT_TOO_LONG' },
] as const;

/** Ids that name nothing which a caller of this organization sees; `foreign` is one of another organization. */
export const noIdsOf = (type: string, foreign: string): readonly string[] => [
  foreign,
  Buffer.from(`${type}:0190a0a0-0000-7000-8000-000000000000`).toString('base64url'),
  Buffer.from(`${type}:1' or '1'='1`).toString('base64url'),
  Buffer.from('__proto__:1').toString('base64url'),
  '0190a0a0-0000-7000-8000-000000000000',
  'a\u0000b',
  '',
  'x'.repeat(10_000),
];
