import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync, type Loader, type Message, transformSync } from 'esbuild';
import { type Finding, isRecord } from '../validation/check.ts';
import { inside, shown } from '../validation/wording.ts';

const loaders: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.mts': 'ts', '.json': 'json' };

/** The entry and the files of its own that it imports; the entry alone where that cannot be told. */
function ownFiles(entry: string): readonly string[] {
  const directory = path.dirname(entry);
  try {
    const { metafile } = buildSync({
      entryPoints: [entry],
      absWorkingDir: directory,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'silent',
      tsconfigRaw: '{}',
    });
    return Object.keys(metafile.inputs).map((file) => path.resolve(directory, file));
  } catch {
    return [entry];
  }
}

/** A file that does not parse gives none: importing it says why. */
function warningsOf(file: string): readonly Message[] {
  try {
    const loader = loaders[path.extname(file)] ?? 'js';
    // Named by its last part, since esbuild keeps silent about what lies under node_modules.
    const { warnings } = transformSync(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), {
      loader,
      sourcefile: path.basename(file),
      logLevel: 'silent',
      tsconfigRaw: '{}',
    });
    return warnings.filter(({ id }) => id === 'duplicate-object-key');
  } catch {
    return [];
  }
}

function placesOf(key: string, value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => placesOf(key, each, inside(at, index)));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([each, member]) => [
    ...(each === key ? [inside(at, each)] : []),
    ...placesOf(key, member, inside(at, each)),
  ]);
}

/**
 * Keys written twice in one object: JavaScript and JSON keep the last and drop the first in silence, so only the
 * source tells. A key that is nowhere in the definition belongs to other code in the file and does no harm.
 */
export function duplicateKeys(entry: string, definition: unknown): readonly Finding[] {
  return ownFiles(entry).flatMap((file) =>
    warningsOf(file).flatMap(({ text, location, notes }): Finding[] => {
      const key = /"(.*)"/s.exec(text)?.[1] ?? '';
      const places = placesOf(key, definition);
      if (places.length === 0 && isRecord(definition)) return [];
      const [first, second] = [notes[0]?.location?.line, location?.line];
      return [
        {
          code: 'PLUGIN_KEY_DUPLICATE',
          path: places.length === 1 ? String(places[0]) : inside('', key),
          found: {
            en: `${shown(key)} on line ${first} and again on line ${second} of ${path.basename(file)}`,
            zhHans: `${shown(key)} 在 ${path.basename(file)} 第 ${first} 行出现，又在第 ${second} 行出现`,
          },
          expected: { en: 'every key once in its object', zhHans: '同一对象中每个键只出现一次' },
          remedy: {
            en: `Rename or remove the one on line ${second}: the first would be lost in silence.`,
            zhHans: `请将第 ${second} 行的键改名或删除，否则前一个会被悄然丢弃。`,
          },
        },
      ];
    }),
  );
}
