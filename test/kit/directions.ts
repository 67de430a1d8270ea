import type { Source } from './sources.ts';

/** The parts of the house, and which of the others each may import. Its own files it always may. */
const mayImport: Record<string, readonly string[]> = {
  'plugins/kit': [],
  'plugins/<name>': ['plugins/kit'],
  'plugins/index.ts': ['plugins/kit', 'plugins/<name>'],
  db: [],
  'api/shared': ['api/access', 'db', 'plugins/kit'],
  'api/access': ['api/shared', 'db', 'plugins/kit'],
  'api/server': ['api/shared', 'api/access', 'db', 'plugins/kit'],
  'api/<domain>': ['api/shared', 'api/access', 'db', 'plugins/kit'],
  'api/commands': ['api', 'api/shared', 'api/access', 'api/server', 'api/<domain>', 'db', 'plugins/kit'],
  api: ['api/shared', 'api/access', 'api/server', 'api/<domain>', 'db', 'plugins/kit'],
  'codegen.ts': [],
};

const houseOfApi = ['shared', 'access', 'server', 'commands'];
const onlyQueriesAndRules = /\.(queries|rules)\.ts$/;

export const isTest = (path: string): boolean => path.startsWith('test/') || path.endsWith('.test.ts');

export function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top === 'plugins') return second === 'kit' || second === 'index.ts' ? `plugins/${second}` : 'plugins/<name>';
  if (top === 'api' && second.endsWith('.ts')) return 'api';
  if (top === 'api') return houseOfApi.includes(second) ? `api/${second}` : 'api/<domain>';
  return top;
}

/** The imports of a file that point the wrong way. Tests may import anything. */
export function wrongTurns({ path, imports }: Source): string[] {
  if (isTest(path)) return [];
  return imports.filter((target) => !allowed(path, target)).map((target) => `${path} → ${target}`);
}

function allowed(path: string, target: string): boolean {
  const [from, to] = [partOf(path), partOf(target)];
  if (from === 'plugins/<name>' && to === from) return folder(path) === folder(target);
  if (from === 'api/<domain>' && to === from) {
    return folder(path) === folder(target) || onlyQueriesAndRules.test(target);
  }
  if (to === 'plugins/index.ts') return path === 'api/main.ts';
  return from === to || (mayImport[from] ?? []).includes(to);
}

const folder = (path: string): string => path.split('/').slice(0, 2).join('/');
