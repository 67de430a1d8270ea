import type { ConflictTerms } from '../../plugins/kit/definition.ts';
import type { CaseRow } from './case.queries.ts';

/** What cases are alike by. */
export type Traits = Pick<CaseRow, 'id' | 'subject' | 'structure' | 'causes'>;

export interface Alike {
  readonly id: string;
  /** Above 0, up to 100, half up to two decimals. */
  readonly likeness: number;
}

/** How alike two cases are, in points: for subject, for structure, and for the share of the causes of both that they have in common. */
export function likenessOf(one: Traits, other: Traits, points: ConflictTerms['likeness']): number {
  const common = one.causes.filter((cause) => other.causes.includes(cause)).length;
  const all = one.causes.length + other.causes.length - common;
  const score =
    (one.subject === other.subject ? points.subject : 0) +
    (one.structure === other.structure ? points.structure : 0) +
    (points.causes * common) / all;
  return Math.round(score * 100) / 100;
}

/** The cases most like one, the best first; equal ones as they stand. */
export function mostAlike(
  one: Traits,
  others: readonly Traits[],
  first: number,
  points: ConflictTerms['likeness'],
): Alike[] {
  return others
    .filter(({ id }) => id !== one.id)
    .map((other) => ({ id: other.id, likeness: likenessOf(one, other, points) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, first);
}
