import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { refuseIf } from '../shared/errors.ts';
import type { Text } from '../shared/locale.ts';
import { savePlaybookText } from './playbook.queries.ts';
import { type PlaybookText, reworded } from './playbook.rules.ts';
import { bilingualFaults, rowIdOf } from './segment.rules.ts';
import { takeUp } from './steps.queries.ts';

export interface OverridePlaybookText {
  readonly segment: string;
  readonly key: string;
  readonly expectedVersion: number;
  readonly text: Text;
}

export async function overridePlaybookText(
  context: Context,
  input: OverridePlaybookText,
): Promise<{ playbookText: PlaybookText }> {
  const { playbookText } = await change(context, 'overridePlaybookText', input, async (tx) => {
    const { segment, text } = await takeUp(context, tx, input);
    refuseIf(bilingualFaults(input.text, ['text']));
    const changed = reworded(text, input.text, text.version + 1);
    await savePlaybookText(tx, segment.code, changed, context.now());
    return { id: rowIdOf(segment), playbookText: changed };
  });
  return { playbookText };
}
