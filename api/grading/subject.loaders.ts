import type { FieldAccess } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { loadDealer, loadOutlet } from '../network/network.loaders.ts';
import { emptyConnection } from '../shared/connections.ts';
import type { Context } from '../shared/context.ts';
import { dealerIdOf, type Subject } from '../shared/refs.ts';
import type { SubjectType } from './assessment.queries.ts';

/** The dealer or outlet that an assessment or grade is about. */
export async function loadSubject(
  context: Context,
  { dealerId, outletId }: { dealerId: string; outletId: string | null },
): Promise<Subject> {
  const subject = outletId ? await loadOutlet(context, outletId) : await loadDealer(context, dealerId);
  if (!subject) throw new Error(`The subject ${outletId ?? dealerId} is missing.`);
  return subject;
}

/** Whether the caller sees the dealer or outlet that an id names. */
export async function subjectSeen(context: Context, { type, id }: { type: SubjectType; id: string }): Promise<boolean> {
  const subject = type === 'Outlet' ? await loadOutlet(context, id) : await loadDealer(context, id);
  return subject !== null && seesDealer(context.viewer, dealerIdOf(subject));
}

/** A dealer that another meets as a card keeps its grades and assessments to itself. */
export const gradesOnCard: FieldAccess<Subject> = {
  sees: (subject, viewer) => seesDealer(viewer, dealerIdOf(subject)),
  otherwise: () => null,
};
export const gradeListsOnCard: FieldAccess<Subject> = { ...gradesOnCard, otherwise: () => emptyConnection };
