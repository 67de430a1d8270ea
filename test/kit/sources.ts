import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

export type Source = {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Project files that it imports, types included; from the project's root. */
  readonly imports: readonly string[];
  /** The npm packages that it imports. */
  readonly packages: readonly string[];
};

const root = new URL('../../', import.meta.url);
const folders = ['api', 'db', 'plugins', 'schema', 'test'];
const generated = ['test/kit/gen/', 'plugins/kit/.package/'];

/** What lies at the top, dotfiles and installed packages aside. */
export function topLevel(): string[] {
  return readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'node_modules');
}

/** Every file that people write, top level included. */
export function sources(): Source[] {
  const below = folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(root.pathname.length).replaceAll('\\', '/'), entry.name)),
  );
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  return [...top.map(({ name }) => name), ...below]
    .filter((path) => !/(^|\/)(package-lock\.json$|node_modules\/)/.test(path))
    .filter((path) => !generated.some((folder) => path.startsWith(folder)))
    .map(source);
}

function source(path: string): Source {
  const text = readFileSync(new URL(path, root), 'utf8');
  const specifiers = path.endsWith('.ts') ? ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName) : [];
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: specifiers
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(path), specifier)),
    packages: specifiers.filter((specifier) => !/^(\.|node:)/.test(specifier)).map(packageName),
  };
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A circle of imports, as the files along it; null where there is none. */
export function circle(files: readonly Source[]): string[] | null {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of importsOf.get(path) ?? []) {
      const found = walk(next, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return null;
  };
  for (const { path } of files) {
    const found = walk(path, []);
    if (found) return found;
  }
  return null;
}
