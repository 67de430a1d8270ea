import { v7 as uuid } from 'uuid';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuseIf } from '../shared/errors.ts';
import { insertSegment, lockSegments, ownSegments, type SegmentRow } from './segment.queries.ts';
import { asSegment, contentFaults, type Segment, segmentCodeFaults } from './segment.rules.ts';

/** `segments` gives them all at once, so there is a limit to them. */
const maxSegments = 50;

export type CreateSegment = Pick<SegmentRow, 'code' | 'label' | 'description' | 'strategies'>;

export async function createSegment(context: Context, input: CreateSegment): Promise<{ customerSegment: Segment }> {
  const { code, label, description, strategies } = input;
  const row = await change(context, 'createSegment', input, async (tx) => {
    await lockSegments(tx);
    const own = await ownSegments(tx);
    const isTaken = [...context.plugins.segments, ...own].some((segment) => segment.code === code);
    refuseIf([
      ...segmentCodeFaults(code, ['code']),
      ...contentFaults(input),
      ...(isTaken ? [issue('SEGMENT_CODE_TAKEN', ['code'], { value: code })] : []),
      ...(own.length < maxSegments ? [] : [issue('SEGMENT_LIMIT', [], { max: maxSegments })]),
    ]);
    const at = context.now();
    return insertSegment(tx, {
      ...{ organizationId: tx.organizationId, id: uuid(), code, label, description, strategies },
      hidden: false,
      version: 1,
      createdAt: at,
      updatedAt: at,
    });
  });
  return { customerSegment: asSegment(row) };
}
