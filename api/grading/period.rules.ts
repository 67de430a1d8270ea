import { shown } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';

const period = /^\d{4}-(Q[1-4]|H[12])$/;

/** A quarter or half of a calendar year, such as 2026-Q4 or 2026-H2. */
export const periodFaults = (value: string, path: readonly string[]): Issue[] =>
  period.test(value) ? [] : [issue('GRADING_PERIOD_INVALID', path, { value: shown(value, 40) })];
