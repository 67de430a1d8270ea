import { type Code, message } from './error-catalogue.ts';
import type { Locale } from './locale.ts';

/** One fault in what a caller sent: its code, the field at fault from the input's root, and what its message names. */
export interface Issue {
  readonly code: Code;
  readonly path: readonly string[];
  readonly params?: Readonly<Record<string, string | number>>;
}

export type RefusalType = 'ValidationError' | 'NotFoundError' | 'StaleVersionError' | 'InvalidStateError';

/** An expected refusal: a union member of a mutation's result, one top-level error of a query. Nothing is written when it is thrown. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly type: RefusalType;
  readonly issues: readonly Issue[];
  readonly state: string | undefined;
  readonly currentVersion: number | undefined;

  constructor(type: RefusalType, issues: readonly Issue[], at: { state?: string; currentVersion?: number } = {}) {
    super(issues.map((issue) => issue.code).join(', '));
    this.type = type;
    this.issues = issues;
    this.state = at.state;
    this.currentVersion = at.currentVersion;
  }

  /** The path of the first issue. Not `path`: GraphQL takes an error that has one for a field's own. */
  get inputPath(): readonly string[] {
    return this.issues[0]?.path ?? [];
  }

  /** VALIDATION_FAILED for a mutation's ValidationError; else the code that all issues share. */
  get code(): Code {
    return this.type === 'ValidationError' ? 'VALIDATION_FAILED' : this.sharedCode;
  }

  /** What a query's top-level error is called: the one code that all issues have, VALIDATION_FAILED where they differ. */
  get sharedCode(): Code {
    const codes = new Set(this.issues.map((issue) => issue.code));
    const [only] = codes;
    return codes.size === 1 && only !== undefined ? only : 'VALIDATION_FAILED';
  }
}

/** The message of a refusal for a person: that of its only issue, or how many there are and the first. */
export function refusalMessage(refusal: Refusal, locale: Locale): string {
  const [first, ...others] = refusal.issues;
  if (first === undefined) return message('VALIDATION_FAILED', locale, { count: 0 });
  return others.length === 0
    ? issueMessage(first, locale)
    : message('VALIDATION_FAILED', locale, { count: refusal.issues.length, first: issueMessage(first, locale) });
}

export function issueMessage(issue: Issue, locale: Locale): string {
  return message(issue.code, locale, issue.params);
}

export const issue = (code: Code, path: readonly (string | number)[], params?: Issue['params']): Issue => ({
  code,
  path: path.map(String),
  ...(params && { params }),
});

/** Refuses where there is a fault. */
export function refuseIf(issues: readonly Issue[]): void {
  if (issues.length > 0) refuse(issues);
}

/** Refuses with every fault at once: NotFoundError where the only fault is one object that is not there, else ValidationError, which lists them. */
export function refuse(issues: readonly Issue[]): never {
  const [first, ...others] = issues;
  const isOneMissing = first?.code === 'NOT_FOUND' && others.length === 0;
  throw new Refusal(isOneMissing ? 'NotFoundError' : 'ValidationError', issues);
}

export const notFound = (path: readonly (string | number)[]): Refusal =>
  new Refusal('NotFoundError', [issue('NOT_FOUND', path)]);

export const invalidState = (code: Code, state: string, path: readonly string[], params?: Issue['params']): Refusal =>
  new Refusal('InvalidStateError', [issue(code, path, { state, ...params })], { state });

/** Refuses a caller that read an older version than the one that is stored. */
export function refuseIfStale(expectedVersion: number, currentVersion: number): void {
  if (expectedVersion === currentVersion) return;
  throw new Refusal('StaleVersionError', [issue('STALE_VERSION', ['expectedVersion'], { currentVersion })], {
    currentVersion,
  });
}
