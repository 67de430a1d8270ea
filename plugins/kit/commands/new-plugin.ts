import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '../definition.ts';
import { formatFault } from '../faults.ts';
import { kitVersion } from '../index.ts';
import { validatePlugin } from '../validation.ts';
import { type Answer, bothLanguages, misused } from './answer.ts';
import { draft } from './scaffold/draft.ts';
import { filesFor, type Place } from './scaffold/files.ts';

export const usage = 'tierwise new-plugin NAME';

const made = (name: string, files: readonly string[]): Text => ({
  en: `Made ${name}/ with ${files.join(', ')}.`,
  zhHans: `已创建 ${name}/，内含 ${files.join('、')}。`,
});

const isThere = (folder: string): Text => ({
  en: `${folder} is there already and stays as it is: choose another name, or remove it first.`,
  zhHans: `${folder} 已存在，未作改动：请另选名称，或先将其删除。`,
});

/** Makes a plugin to begin from, in a folder of its name; `--in-box` makes one of those that ship with the kit. */
export async function newPlugin(args: readonly string[], directory: string): Promise<Answer> {
  const [name, ...others] = args.filter((arg) => arg !== '--in-box');
  if (name === undefined || name.startsWith('-') || others.length > 0)
    return misused(usage, { en: 'Name the one plugin to make.', zhHans: '请写明要创建的一个插件名。' });

  const place: Place = args.includes('--in-box') ? 'box' : 'package';
  const plugin = draft(name, kitVersion);
  const faults = validatePlugin(plugin, name);
  if (faults.length > 0) return { said: faults.map(formatFault).join('\n'), code: 1 };

  const folder = path.join(directory, name);
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { said: bothLanguages(isThere(folder)), code: 1 };
  }
  const files = Object.entries(filesFor(plugin, place));
  for (const [file, content] of files) writeFileSync(path.join(folder, file), content);
  return {
    said: bothLanguages(
      made(
        name,
        files.map(([file]) => file),
      ),
    ),
    code: 0,
  };
}
