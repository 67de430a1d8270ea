import type { Unit } from '../../db/database.ts';
import type { Context } from '../shared/context.ts';
import { notFound, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { type CaseRow, lockCase, updateCaseRow } from './case.queries.ts';
import { type EventRow, insertEvent, type NewEvent, proceedingsOf } from './event.queries.ts';
import { type Proceedings, proceedingsFrom } from './proceedings.rules.ts';

/** What may be said with a step, and who may read it. */
export interface Remark {
  readonly note?: string | null | undefined;
  readonly visibility: EventRow['visibility'];
}

/** The case that a step is asked for, held for it: it exists for the caller and is as the caller read it. */
export async function takeUp(
  { viewer }: Context,
  tx: Unit,
  input: { readonly id: string; readonly expectedVersion?: number },
): Promise<CaseRow> {
  const id = idOf(input.id, 'ConflictCase')?.id;
  const row = id && (await lockCase(tx, id, viewer.dealerId));
  if (!row) throw notFound(['id']);
  if (input.expectedVersion !== undefined) refuseIfStale(input.expectedVersion, row.version);
  return row;
}

export const proceedingsIn = async (tx: Unit, caseId: string): Promise<Proceedings> =>
  proceedingsFrom((await proceedingsOf(tx, [caseId])).get(caseId) ?? []);

type Happened = Pick<NewEvent, 'kind'> & Partial<NewEvent>;

/** Who did something, and when: what every event says. */
export const eventBy = ({ viewer, now }: Context) => ({
  at: now(),
  actor: viewer.name,
  actorKey: viewer.keyId,
  actorDealerId: viewer.dealerId,
});

/** Changes a case and adds the event that says so. */
export async function record(
  context: Context,
  tx: Unit,
  row: CaseRow,
  values: Partial<CaseRow>,
  happened: Happened,
): Promise<CaseRow> {
  const changed = await updateCaseRow(tx, row, values);
  await insertEvent(tx, {
    ...{ organizationId: tx.organizationId, caseId: row.id, number: changed.version, ...eventBy(context) },
    ...{ from: row.status, to: changed.status, visibility: 'ALL', ...happened },
  });
  return changed;
}
