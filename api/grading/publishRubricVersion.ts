import { change } from '../shared/change.ts';
import { type Context, today } from '../shared/context.ts';
import { invalidState, notFound, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { asEdition, type Edition } from './grading.loaders.ts';
import { editionsOf, editionsOfIds, lockRubric, updateEdition } from './rubric.queries.ts';

export interface PublishRubricVersion {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Puts a draft in force and retires the edition before it; what was begun or graded stays with the edition that it names. */
export async function publishRubricVersion(
  context: Context,
  input: PublishRubricVersion,
): Promise<{ rubricVersion: Edition }> {
  const row = await change(context, 'publishRubricVersion', input, async (tx) => {
    const id = idOf(input.id, 'RubricVersion')?.id;
    const named = id && (await editionsOfIds(tx, [id])).get(id);
    if (!named) throw notFound(['id']);
    const { rubricId } = named;
    await lockRubric(tx, rubricId);
    const editions = (await editionsOf(tx, [rubricId])).get(rubricId) ?? [];
    const edition = editions.find((each) => each.id === named.id);
    const inForce = editions.find(({ status }) => status === 'PUBLISHED');
    if (!edition || !inForce) throw new Error(`The rubric ${rubricId} has lost an edition.`);
    if (edition.status !== 'DRAFT') throw invalidState('GRADING_EDITION_NOT_DRAFT', edition.status, ['id']);
    refuseIfStale(input.expectedVersion, inForce.number);

    await updateEdition(tx, inForce.id, { status: 'RETIRED' });
    return updateEdition(tx, edition.id, { status: 'PUBLISHED', effectiveFrom: today(context) });
  });
  return { rubricVersion: asEdition(row) };
}
