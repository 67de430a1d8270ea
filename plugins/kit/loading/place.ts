import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '../definition.ts';
import { type Finding, isRecord } from '../validation/check.ts';
import { asFound, choice, didYouMean, nearest, shown } from '../validation/wording.ts';

const kinds = ['.mjs', '.js', '.ts', '.json'];

const isPath = (reference: string): boolean =>
  path.isAbsolute(reference) || /^\.\.?([\\/]|$)/.test(reference) || kinds.includes(path.extname(reference));

const isPackage = (reference: string): boolean =>
  reference.length <= 214 && /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(reference);

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

const finding = (code: Finding['code'], found: Text, expected: Text, remedy: Text): Finding => ({
  code,
  path: '',
  found,
  expected,
  remedy,
});

const boxedOr = (boxed: readonly string[], others: Text): Text => ({
  en: [...boxed, others.en].join(', '),
  zhHans: [...boxed, others.zhHans].join('、'),
});

function fileAt(reference: string, directory: string): string | Finding {
  const file = path.resolve(directory, reference);
  const kind = path.extname(file);
  if (!isFile(file)) {
    if (isFile(path.join(file, 'package.json'))) return entryOf(file);
    const found = existsSync(file)
      ? { en: 'a folder without package.json', zhHans: '没有 package.json 的文件夹' }
      : { en: 'no such file', zhHans: '无此文件' };
    return finding(
      'PLUGIN_FILE_NOT_FOUND',
      found,
      { en: `a file at ${shown(file)}`, zhHans: `位于 ${shown(file)} 的文件` },
      { en: 'Correct the path.', zhHans: '请更正路径。' },
    );
  }
  if (kinds.includes(kind)) return file;
  const remedy = {
    en: 'Rename the file, or compile it to one of these kinds.',
    zhHans: '请改文件名，或编译为其中一种。',
  };
  const ending = choice(kinds);
  const expected = { en: `a file ending in ${ending.en}`, zhHans: `以 ${ending.zhHans} 结尾的文件` };
  return finding('PLUGIN_FILE_KIND_UNKNOWN', asFound(kind), expected, remedy);
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
    const packaged = `tierwise-${name}`;
    const meant = packageFolder(packaged, path.resolve(directory)) ? packaged : nearest(name, boxed);
    const install = {
      en: 'Correct the name, or install the package: PLUGINS takes the name of the package, not of the plugin.',
      zhHans: '请更正名称，或安装该包：PLUGINS 中写包名，而非插件名。',
    };
    const expected = boxedOr(boxed, { en: 'a path or an installed package', zhHans: '路径或已安装的包' });
    return finding('PLUGIN_NOT_FOUND', asFound(name), expected, meant === undefined ? install : didYouMean(meant));
  }
  return entryOf(folder);
}

function entryOf(folder: string): string | Finding {
  const expected = { en: 'a package with an entry that can be imported', zhHans: '带有可导入入口的包' };
  const remedy = { en: 'Reinstall the package, or tell its author.', zhHans: '请重新安装该包，或告知其作者。' };
  try {
    const entry = packageEntry(folder);
    if (entry !== undefined && isFile(entry)) return entry;
    const found =
      entry === undefined
        ? { en: 'no entry in its package.json', zhHans: '其 package.json 中没有入口' }
        : { en: `no file at ${shown(entry)}`, zhHans: `${shown(entry)} 处没有文件` };
    return finding('PLUGIN_FILE_NOT_FOUND', found, expected, remedy);
  } catch {
    const found = { en: 'a package.json that cannot be read', zhHans: '无法读取的 package.json' };
    return finding('PLUGIN_FILE_UNREADABLE', found, expected, remedy);
  }
}

/** The file that a path or a package name in PLUGINS means. */
export function fileOf(reference: string, directory: string, boxed: readonly string[]): string | Finding {
  if (isPath(reference)) return fileAt(reference, directory);
  if (isPackage(reference)) return fileOfPackage(reference, directory, boxed);
  const expected = boxedOr(boxed, { en: 'a path or a package name', zhHans: '路径或包名' });
  return finding('PLUGIN_REFERENCE_INVALID', asFound(reference), expected, {
    en: 'Write one of these.',
    zhHans: '请改写为其中一种。',
  });
}
