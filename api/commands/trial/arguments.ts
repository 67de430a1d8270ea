import { parseArgs } from 'node:util';
import type { Text } from '../../shared/locale.ts';
import { TrialRefused } from './refused.ts';

export interface TrialCommand {
  readonly file: string;
  readonly seed: string;
  /** Absent: DATA_DIR, else a folder of the trial's own. */
  readonly dataDirectory: string | undefined;
}

export const usage = 'npm run trial:lottery -- FILE [--seed TEXT] [--data-dir FOLDER]';

const options = {
  seed: { type: 'string', default: '2026-Q4' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; what cannot be understood is refused with the whole command as it should be. */
export function readTrialArguments(args: readonly string[]): TrialCommand | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  const dataDirectory = values['data-dir'];
  const isComplete = file && others.length === 0 && values.seed !== '' && dataDirectory !== '';
  if (!isComplete) throw new TrialRefused(misread(args));
  return { file, seed: values.seed, dataDirectory };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new TrialRefused(misread(args));
  }
}

const misread = (args: readonly string[]): Text => ({
  en: `Wanted: ${usage}; found after the two dashes: ${args.join(' ') || 'nothing'}.`,
  zhHans: `正确用法：${usage}；两个短横线之后收到的是：${args.join(' ') || '（空）'}。`,
});
