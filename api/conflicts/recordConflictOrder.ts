import { change } from '../shared/change.ts';
import { remarkFaults } from '../shared/checks.ts';
import { type Context, today } from '../shared/context.ts';
import { invalidState, issue, refuseIf } from '../shared/errors.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import type { EventRow } from './event.queries.ts';
import type { OrderState } from './proceedings.rules.ts';
import { proceedingsIn, type Remark, record, takeUp } from './steps.queries.ts';

export interface RecordConflictOrder extends Remark {
  readonly id: string;
  readonly expectedVersion: number;
  readonly order: number;
  readonly fate: NonNullable<EventRow['orderFate']>;
}

/** What was breached may be made good later; what was fulfilled stays so. */
function refuseFate(
  order: OrderState | undefined,
  fate: RecordConflictOrder['fate'],
  status: string,
  day: string,
): void {
  if (order?.fate === 'FULFILLED' || order?.fate === fate)
    throw invalidState('CONFLICT_ORDER_RECORDED', status, ['fate'], { fate: order.fate });
  if (order && fate === 'BREACHED' && day <= order.due)
    throw invalidState('CONFLICT_ORDER_NOT_DUE', status, ['fate'], { due: order.due });
}

export async function recordConflictOrder(
  context: Context,
  input: RecordConflictOrder,
): Promise<{ conflictCase: ConflictCase }> {
  const { fate, note, visibility } = input;
  const row = await change(context, 'recordConflictOrder', input, async (tx) => {
    const conflictCase = await takeUp(context, tx, input);
    const { id, status, resolutionNumber } = conflictCase;
    if (resolutionNumber === null) throw invalidState('CONFLICT_NOT_RESOLVED', status, ['id']);
    const resolution = (await proceedingsIn(tx, id)).resolutions.get(resolutionNumber);
    const order = resolution?.orders.find(({ number }) => number === input.order);
    refuseIf([
      ...(order ? [] : [issue('CONFLICT_ORDER_UNKNOWN', ['order'], { value: input.order })]),
      ...remarkFaults(note, ['note']),
    ]);
    refuseFate(order, fate, status, today(context));
    const happened = { resolutionNumber, order: input.order, orderFate: fate, note: note ?? null, visibility };
    return record(context, tx, conflictCase, {}, { kind: 'ORDER_RECORDED', ...happened });
  });
  return { conflictCase: asCase(row) };
}
