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
const shownByDomains = /\.(queries|rules|loaders)\.ts$/;

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

/** One file of the kit knows the core, on whose ground every plugin is tested and checked. */
function allowed(path: string, target: string): boolean {
  const [from, to] = [partOf(path), partOf(target)];
  if (to === 'plugins/index.ts') return path === 'api/installed-plugins.ts';
  if (from === 'plugins/kit' && target.startsWith('plugins/core/')) return path === 'plugins/kit/ground.ts';
  if (from === to && ['plugins/<name>', 'api/<domain>'].includes(from) && folder(path) === folder(target)) return true;
  if (to === 'api/<domain>' && seesDomains(path)) return shownByDomains.test(target);
  return (from === to && from !== 'plugins/<name>') || (mayImport[from] ?? []).includes(to);
}

/** Domains see each other's rows and judgements; so does the viewer, and the file that names the types they all add fields to. */
function seesDomains(path: string): boolean {
  return ['api/<domain>', 'api/access'].includes(partOf(path)) || path === 'api/shared/refs.ts';
}

const folder = (path: string): string => path.split('/').slice(0, 2).join('/');
