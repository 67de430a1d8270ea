import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse, refuseIf } from '../shared/errors.ts';
import type { Text } from '../shared/locale.ts';
import { countOwnTexts, lockPlaybook, type PlaybookRow, savePlaybookText } from './playbook.queries.ts';
import { ownText, type PlaybookText } from './playbook.rules.ts';
import { bilingualFaults, rowIdOf } from './segment.rules.ts';
import { segmentNamed } from './steps.queries.ts';

/** A playbook is shown whole, so there is a limit to it. */
const maxOwnTexts = 200;

export interface AddPlaybookText extends Pick<PlaybookRow, 'stage' | 'detail'> {
  readonly segment: string;
  readonly text: Text;
}

export async function addPlaybookText(
  context: Context,
  input: AddPlaybookText,
): Promise<{ playbookText: PlaybookText }> {
  const { stage, detail, text } = input;
  const { playbookText } = await change(context, 'addPlaybookText', input, async (tx) => {
    const faults = bilingualFaults(text, ['text']);
    const segment = await segmentNamed(context, tx, input.segment);
    if (!segment) refuse([issue('NOT_FOUND', ['segment']), ...faults]);

    await lockPlaybook(tx, segment.code);
    const { ever, standing } = await countOwnTexts(tx, segment.code);
    refuseIf([
      ...faults,
      ...(standing < maxOwnTexts ? [] : [issue('SEGMENT_PLAYBOOK_LIMIT', [], { max: maxOwnTexts })]),
    ]);

    // Removed texts are counted too, so that a number stands for one text for ever.
    const added = { key: `organization/${ever + 1}`, stage, detail, text, version: 1 };
    await savePlaybookText(tx, segment.code, added, context.now());
    return { id: rowIdOf(segment), playbookText: ownText(added) };
  });
  return { playbookText };
}
