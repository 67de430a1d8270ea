import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState } from '../shared/errors.ts';
import { savePlaybookText } from './playbook.queries.ts';
import { isOwn } from './playbook.rules.ts';
import { rowIdOf, type Segment } from './segment.rules.ts';
import { takeUp } from './steps.queries.ts';

export interface RemovePlaybookText {
  readonly segment: string;
  readonly key: string;
  readonly expectedVersion: number;
}

/** Takes an override back, or removes a text of the organization's own. */
export async function removePlaybookText(
  context: Context,
  input: RemovePlaybookText,
): Promise<{ customerSegment: Segment }> {
  const { customerSegment } = await change(context, 'removePlaybookText', input, async (tx) => {
    const { segment, text } = await takeUp(context, tx, input);
    const isAsWritten = !isOwn(text) && text.original === null;
    if (isAsWritten) throw invalidState('SEGMENT_TEXT_NOT_OVERRIDDEN', 'ORIGINAL', ['key']);
    await savePlaybookText(tx, segment.code, { ...text, text: null, version: text.version + 1 }, context.now());
    return { id: rowIdOf(segment), customerSegment: segment };
  });
  return { customerSegment };
}
