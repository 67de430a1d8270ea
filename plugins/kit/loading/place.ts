import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Finding, isRecord } from '../validation/check.ts';
import { choice, nearest, shown } from '../validation/wording.ts';

const kinds = ['.mjs', '.js', '.ts', '.json'];

const isPath = (reference: string): boolean =>
  path.isAbsolute(reference) || /^\.\.?[\\/]/.test(reference) || kinds.includes(path.extname(reference));

const isPackage = (reference: string): boolean =>
  reference.length <= 214 && /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(reference);

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

const finding = (code: Finding['code'], found: string, expected: string, remedy: string): Finding => ({
  code,
  path: '',
  found,
  expected,
  remedy,
});

function fileAt(reference: string, directory: string): string | Finding {
  const file = path.resolve(directory, reference);
  const kind = path.extname(file);
  if (!isFile(file)) {
    const found = existsSync(file) ? 'a folder' : 'no such file';
    return finding('PLUGIN_FILE_NOT_FOUND', found, `a file at ${shown(file)}`, 'Correct the path in PLUGINS.');
  }
  if (kinds.includes(kind)) return file;
  const remedy = 'Rename the file, or compile it to one of these kinds.';
  return finding('PLUGIN_FILE_KIND_UNKNOWN', shown(kind), `a file ending in ${choice(kinds)}`, remedy);
}

/** The entry that a package gives to `import`: its exports by condition, in the order in which they are written. */
function exported(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (Array.isArray(exports)) return exports.map(exported).find((entry) => entry !== undefined);
  if (!isRecord(exports)) return undefined;
  if (Object.hasOwn(exports, '.')) return exported(exports['.']);
  return Object.entries(exports)
    .filter(([condition]) => ['node', 'import', 'default'].includes(condition))
    .map(([, entry]) => exported(entry))
    .find((entry) => entry !== undefined);
}

function packageEntry(folder: string): string | undefined {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (!isRecord(manifest)) return undefined;
  const main = typeof manifest.main === 'string' ? manifest.main : 'index.js';
  const entry = manifest.exports === undefined ? main : exported(manifest.exports);
  return entry === undefined ? undefined : path.join(folder, entry);
}

/** Where Node would look for a package, from a folder upwards. */
function packageFolder(name: string, directory: string): string | undefined {
  const folder = path.join(directory, 'node_modules', name);
  if (isFile(path.join(folder, 'package.json'))) return folder;
  const above = path.dirname(directory);
  return above === directory ? undefined : packageFolder(name, above);
}

function fileOfPackage(name: string, directory: string, boxed: readonly string[]): string | Finding {
  const folder = packageFolder(name, path.resolve(directory));
  if (folder === undefined) {
    const meant = nearest(name, boxed);
    const remedy = meant === undefined ? `Correct PLUGINS, or run npm install ${name}.` : `Did you mean ${meant}?`;
    const expected = `${boxed.map((each) => `${each}, `).join('')}a path or an installed package`;
    return finding('PLUGIN_NOT_FOUND', shown(name), expected, remedy);
  }
  const remedy = 'Reinstall the package, or tell its author.';
  try {
    const entry = packageEntry(folder);
    if (entry !== undefined && isFile(entry)) return entry;
    const found = entry === undefined ? 'no entry in its package.json' : `no file at ${shown(entry)}`;
    return finding('PLUGIN_FILE_NOT_FOUND', found, 'a package with an entry that can be imported', remedy);
  } catch {
    const found = 'a package.json that cannot be read';
    return finding('PLUGIN_FILE_UNREADABLE', found, 'a package with an entry that can be imported', remedy);
  }
}

/** The file that a path or a package name in PLUGINS means. */
export function fileOf(reference: string, directory: string, boxed: readonly string[]): string | Finding {
  if (isPath(reference)) return fileAt(reference, directory);
  if (isPackage(reference)) return fileOfPackage(reference, directory, boxed);
  const expected = `${boxed.map((each) => `${each}, `).join('')}a path or a package name`;
  return finding('PLUGIN_REFERENCE_INVALID', shown(reference), expected, 'Correct the entry in PLUGINS.');
}
