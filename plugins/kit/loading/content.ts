import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Text } from '../definition.ts';
import type { Finding } from '../validation/check.ts';
import { alike, all, firstLine, shown } from '../validation/wording.ts';
import { moduleAt } from './module.ts';

export type Content = { readonly value: unknown } | Finding;

const reason = (error: unknown): Text => alike(shown(firstLine(error)));

async function jsonContent(file: string): Promise<Content> {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    const remedy = { en: 'Let the user that runs Tierwise read it.', zhHans: '请让运行 Tierwise 的用户有权读取。' };
    return {
      code: 'PLUGIN_FILE_UNREADABLE',
      path: '',
      found: reason(error),
      expected: { en: 'a file to read', zhHans: '可读取的文件' },
      remedy,
    };
  }
  try {
    return { value: JSON.parse(source.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const remedy = {
      en: 'Correct it there; comments and trailing commas are not JSON.',
      zhHans: '请在该处更正；JSON 不允许注释和末尾逗号。',
    };
    return { code: 'PLUGIN_JSON_INVALID', path: '', found: reason(error), expected: alike('JSON'), remedy };
  }
}

async function moduleContent(file: string, deadline: number): Promise<Content> {
  const content = await moduleAt(file, deadline);
  if (!('module' in content)) return content;
  const { module } = content;
  if (module.default !== undefined) return { value: module.default };
  const exports = all(Object.keys(module));
  return {
    code: 'PLUGIN_DEFAULT_MISSING',
    path: '',
    found:
      Object.keys(module).length === 0
        ? { en: 'no export', zhHans: '没有导出' }
        : { en: `only ${exports.en}`, zhHans: `只有 ${exports.zhHans}` },
    expected: { en: 'the definition as the default export', zhHans: '作为默认导出的定义' },
    remedy: { en: 'Write export default { … }.', zhHans: '请写 export default { … }。' },
  };
}

/** What a plugin's file holds: the object in the JSON, or the default export of a module that loads within the deadline. */
export const contentOf = (file: string, deadline: number): Promise<Content> =>
  path.extname(file) === '.json' ? jsonContent(file) : moduleContent(file, deadline);
