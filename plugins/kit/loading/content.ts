import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../validation/check.ts';
import { choice, shown } from '../validation/wording.ts';

export type Content = { readonly value: unknown } | Finding;

const reason = (error: unknown): string => {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return shown(line);
};

async function jsonContent(file: string): Promise<Content> {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    const remedy = 'Let the user that runs Tierwise read it.';
    return { code: 'PLUGIN_FILE_UNREADABLE', path: '', found: reason(error), expected: 'a file to read', remedy };
  }
  try {
    return { value: JSON.parse(source.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const remedy = 'Correct it there; comments and trailing commas are not JSON.';
    return { code: 'PLUGIN_JSON_INVALID', path: '', found: reason(error), expected: 'JSON', remedy };
  }
}

async function moduleContent(file: string): Promise<Content> {
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    const remedy = 'Run the file by itself with node to see where, and correct it.';
    const expected = 'a module that can be imported';
    return { code: 'PLUGIN_IMPORT_FAILED', path: '', found: reason(error), expected, remedy };
  }
  if (module.default !== undefined) return { value: module.default };
  return {
    code: 'PLUGIN_DEFAULT_MISSING',
    path: '',
    found: Object.keys(module).length === 0 ? 'no export' : `only ${choice(Object.keys(module), 'and')}`,
    expected: 'the definition as the default export',
    remedy: 'Write export default { … }.',
  };
}

/** What a plugin's file holds: the object in the JSON, or the default export. */
export const contentOf = (file: string): Promise<Content> =>
  path.extname(file) === '.json' ? jsonContent(file) : moduleContent(file);
