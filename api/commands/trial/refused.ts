import type { Text } from '../../shared/locale.ts';

/** Why a trial does not take place: one sentence for the person at the shell. */
export class TrialRefused extends Error {
  override readonly name = 'TrialRefused';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
