import { change } from '../shared/change.ts';
import { nullFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, notFound, refuseIf, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { lockSegment, type SegmentRow, updateSegmentRow } from './segment.queries.ts';
import { asSegment, contentFaults, coreSegments, type Segment } from './segment.rules.ts';

type Changeable = Pick<SegmentRow, 'label' | 'description' | 'strategies' | 'hidden'>;

export interface UpdateSegment extends Partial<{ [Field in keyof Changeable]: Changeable[Field] | null | undefined }> {
  readonly id: string;
  readonly expectedVersion: number;
}

/** An absent field keeps its value; there is none that null could clear. */
export async function updateSegment(context: Context, input: UpdateSegment): Promise<{ customerSegment: Segment }> {
  const row = await change(context, 'updateSegment', input, async (tx) => {
    const id = idOf(input.id, 'CustomerSegment')?.id;
    const isOfCore = coreSegments(context.plugins, tx.organizationId).some((segment) => segment.id === id);
    if (isOfCore) throw invalidState('SEGMENT_OF_CORE', 'CORE', ['id']);
    const segment = id && (await lockSegment(tx, id));
    if (!segment) throw notFound(['id']);
    refuseIfStale(input.expectedVersion, segment.version);

    const values = {
      label: input.label ?? segment.label,
      description: input.description ?? segment.description,
      strategies: input.strategies ?? segment.strategies,
      hidden: input.hidden ?? segment.hidden,
    };
    refuseIf([...nullFaults(input, 'label', 'description', 'strategies', 'hidden'), ...contentFaults(values)]);
    return updateSegmentRow(tx, segment, values, context.now());
  });
  return { customerSegment: asSegment(row) };
}
