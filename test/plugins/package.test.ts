import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kitVersion } from '../../plugins/kit/index.ts';
import { emptyProject, installKit, packed, shell } from './npm.ts';

const manifestIn = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
const manifest = manifestIn('plugins/kit');
const libraries = Object.keys(manifest.dependencies);

let folder: string;
let project: string;
let kit: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierwise-package-'));
  project = emptyProject(path.join(folder, 'author'));
  kit = path.join(project, 'node_modules', 'tierwise');
  await installKit(await packed(path.resolve('plugins/kit'), folder), project, libraries);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('the kit has a version of its own, and the libraries that the product has', () => {
  expect(manifest.version).toBe(kitVersion);
  const { dependencies } = manifestIn('.');
  for (const name of libraries) expect(manifest.dependencies[name], name).toBe(dependencies[name]);
});

test('the package holds nothing of the server, and imports its own libraries alone', () => {
  const files = readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|ts)$/.test(file));
  expect(files.filter((file) => !/^\.package\/(kit|core)\/|^\.package\/[\w-]+\.js$/.test(file))).toEqual([]);
  const imported = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => ts.preProcessFile(readFileSync(path.join(kit, file), 'utf8')).importedFiles)
    .map(({ fileName }) => fileName)
    .filter((name) => /^(?!node:)[@a-z]/.test(name));
  expect([...new Set(imported)].sort()).toEqual(['esbuild', 'semver', 'vitest']);
});

test('only the kit and its tester can be imported', async () => {
  const attempt = (name: string) => `await import('${name}').then((m) => Object.keys(m).join(), ({ code }) => code)`;
  const names = [
    'tierwise/kit',
    'tierwise/kit/testing',
    'tierwise',
    'tierwise/kit/loading',
    'tierwise/.package/kit/index.js',
  ];
  const code = `console.log(JSON.stringify([${names.map(attempt).join()}]))`;
  const [exported, tester, ...others] = JSON.parse(
    await shell(project, process.execPath, '--input-type=module', '--eval', code),
  );
  expect(exported).toBe('conflictCauses,definePlugin,kitVersion,metric,rating,yesNo');
  expect(tester).toBe('testPlugin');
  expect(new Set(others)).toEqual(new Set(['ERR_PACKAGE_PATH_NOT_EXPORTED']));
});

test('its types mark mistakes in a plugin from outside', { timeout: 60_000 }, async () => {
  const types = { module: 'NodeNext', target: 'ES2023', lib: ['ES2023'], strict: true, noEmit: true, types: [] };
  writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: types, files: ['typed.ts'] }));
  const typed = `import { definePlugin, yesNo, type ItemDefinition } from 'tierwise/kit';
import { testPlugin } from 'tierwise/kit/testing';
const text = { en: 'Eye test', zhHans: '验光' };
const item: ItemDefinition = { tier: 'GOOD', dimension: 'QUALITY', weight: 1, label: text, measure: yesNo(text) };
const head = { name: 'a', version: '1.0.0', host: '^1.0.0', label: text, description: text };
const plugin = definePlugin({ ...head, items: { item } });
testPlugin(plugin, { cases: [{ name: 'all', answers: { item: true }, expect: { tier: 'OUTSTANDING' } }] });
// @ts-expect-error a tier that does not exist
definePlugin({ ...head, items: { item: { ...item, tier: 'GREAT' } } });
`;
  writeFileSync(path.join(project, 'typed.ts'), typed);
  const compiler = path.resolve('node_modules/typescript/bin/tsc');
  expect(await shell(project, process.execPath, compiler, '-p', '.')).toBe('');
});

test('a new plugin passes its own tests and the check at once, and is not made twice', {
  timeout: 60_000,
}, async () => {
  const made = await shell(project, 'npx', '--no-install', 'tierwise', 'new-plugin', 'opticians');
  expect(made).toMatch(/^Made opticians\/ with package\.json, index\.js, opticians\.test\.js, README\.md\.\n已创建/);
  const plugin = path.join(project, 'opticians');
  const tested = await shell(plugin, 'npm', 'test', '--silent');
  expect(tested).toMatch(/^(# |ℹ )pass 13$/m);
  expect(await shell(plugin, 'npm', 'run', '--silent', 'check')).toMatch(/^opticians 1\.0\.0 is sound: items 3/);

  writeFileSync(path.join(plugin, 'index.js'), 'export default {};\n');
  const again = shell(project, 'npx', '--no-install', 'tierwise', 'new-plugin', 'opticians');
  await expect(again).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('is there already') });
  expect(readFileSync(path.join(plugin, 'index.js'), 'utf8')).toBe('export default {};\n');
  const broken = shell(plugin, 'npm', 'run', '--silent', 'check');
  await expect(broken).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/^PLUGIN_FIELD_MISSING: /) });
});
