import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, PluginFaults } from '../../plugins/kit/faults.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { type LoadedPlugins, loadPlugins } from '../../plugins/kit/loading.ts';

// Each module is tried in a thread of its own, which a busy machine is slow to begin.
vi.setConfig({ testTimeout: 30_000 });

const text = { en: 'Text', zhHans: '文字' };

const plugin = (name: string, more: Partial<PluginDefinition> = {}): PluginDefinition => ({
  name,
  version: '1.0.0',
  host: '^1.0.0',
  label: text,
  description: text,
  items: {},
  ...more,
});

const core = plugin('core');
const box = {
  lottery: plugin('lottery', { industry: { key: 'lottery', label: text } }),
  appliances: plugin('appliances', { industry: { key: 'appliances', label: text } }),
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tierwise-plugins-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
  writeFileSync(path.join(directory, file), content);
}

const moduleOf = (name: string, more: Partial<PluginDefinition> = {}): string =>
  `export default ${JSON.stringify(plugin(name, more))};\n`;

const load = (...names: string[]): Promise<LoadedPlugins> => loadPlugins({ names, box, core, directory });

const namesIn = ({ all }: LoadedPlugins): string[] => all.map(({ definition }) => definition.name);

async function faultsOf(...names: string[]): Promise<readonly Fault[]> {
  const outcome = await load(...names).catch((error: unknown) => error);
  if (!(outcome instanceof PluginFaults)) throw new Error(`expected faults, got ${String(outcome)}`);
  return outcome.faults;
}

const codesOf = async (...names: string[]): Promise<string[]> => (await faultsOf(...names)).map(({ code }) => code);

describe('what is loaded', () => {
  it('is everything in the box where nothing is named, the core first', async () => {
    const plugins = await loadPlugins({ names: undefined, box, core, directory });
    expect(namesIn(plugins)).toEqual(['core', 'appliances', 'lottery']);
    expect(plugins.core.definition).toEqual(core);
  });

  it('is the core alone where none is named', async () => {
    expect(namesIn(await load())).toEqual(['core']);
  });

  it('is the same in whatever order it is named', async () => {
    expect((await load('lottery', 'appliances')).all).toEqual((await load('appliances', ' lottery')).all);
  });

  it('is found by name and by industry', async () => {
    const plugins = await load('lottery');
    expect(plugins.byName('lottery')).toEqual({ definition: box.lottery, source: 'box' });
    expect(plugins.byIndustry('lottery')).toBe(plugins.byName('lottery'));
    expect(plugins.byName('appliances')).toBeUndefined();
    expect(plugins.byIndustry('appliances')).toBeUndefined();
  });

  it('comes from files of each kind, by relative and absolute path', async () => {
    write('a.mjs', moduleOf('a'));
    write('sub/b.js', moduleOf('b'));
    write('c.ts', `const name: string = 'c';\n${moduleOf('x').replace('"x"', 'name')}`);
    write('d.json', `\uFEFF${JSON.stringify(plugin('d'))}`);
    const plugins = await load('./d.json', 'c.ts', 'sub/b.js', path.join(directory, 'a.mjs'));
    expect(namesIn(plugins)).toEqual(['core', 'a', 'b', 'c', 'd']);
    expect(plugins.byName('c')?.source).toBe('c.ts');
  });

  it.each([
    ['main', { main: './lib/plugin.js' }],
    ['an export for import alone', { exports: { '.': { types: './x.d.ts', import: './lib/plugin.js' } } }],
    ['one export', { exports: './lib/plugin.js' }],
  ])('comes from a package with %s, found from the directory upwards', async (_, manifest) => {
    write('node_modules/@acme/opticians/package.json', JSON.stringify({ type: 'module', ...manifest }));
    write('node_modules/@acme/opticians/lib/plugin.js', moduleOf('opticians'));
    const inner = path.join(directory, 'deep', 'inner');
    const plugins = await loadPlugins({ names: ['@acme/opticians'], box, core, directory: inner });
    expect(plugins.byName('opticians')?.source).toBe('@acme/opticians');
  });

  it('does not change when a plugin changes its object later', async () => {
    const items: Record<string, never> = {};
    const plugins = await loadPlugins({ names: ['late'], box: { late: plugin('late', { items }) }, core, directory });
    Object.assign(items, { 'late-item': {} });
    expect(plugins.byName('late')?.definition.items).toEqual({});
  });

  it('comes from a folder with a manifest, whatever the working directory', async () => {
    write('opticians/package.json', '{"type":"module","exports":"./index.js"}');
    write('opticians/index.js', moduleOf('opticians'));
    expect(namesIn(await load('./opticians'))).toEqual(['core', 'opticians']);
    const inside = path.join(directory, 'opticians');
    expect(namesIn(await loadPlugins({ names: ['.'], box, core, directory: inside }))).toEqual(['core', 'opticians']);
  });

  it('is the file that was asked for, not its like in TypeScript beside it', async () => {
    write('package.json', '{"type":"module"}');
    for (const file of ['a.js', 'a.ts', 'b.mjs', 'b.mts']) write(file, moduleOf(file.replace('.', '-')));
    expect(namesIn(await load('./a.js', './b.mjs'))).toEqual(['core', 'a-js', 'b-mjs']);
  });

  it('needs nothing of ours when the server runs it', { timeout: 30_000 }, () => {
    write('package.json', '{"type":"module"}');
    write('a.mjs', moduleOf('a'));
    write('b.js', moduleOf('b'));
    write('c.ts', `type Name = string;\nconst name: Name = 'c';\n${moduleOf('x').replace('"x"', 'name')}`);
    write('plain/d.ts', moduleOf('d'));
    write('plain/e.js', moduleOf('e'));
    write('b.ts', moduleOf('b-in-typescript'));
    write('node_modules/f/package.json', '{"exports":{"import":"./f.mjs"}}');
    write('node_modules/f/f.mjs', moduleOf('f'));
    write('plain/package.json', '{}');
    const start = `
      import { loadPlugins } from ${JSON.stringify(path.resolve('plugins/kit/loading.ts'))};
      const names = ['a.mjs', 'b.js', 'c.ts', 'plain/d.ts', 'plain/e.js', 'f'];
      const { all } = await loadPlugins({ names, box: {}, core: ${JSON.stringify(core)}, directory: ${JSON.stringify(directory)} });
      console.log(all.map(({ definition }) => definition.name).join(' '));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', start]);
    expect(output.toString()).toBe('core a b c d e f\n');
  });
});

describe('what refuses the start', () => {
  it.each<[code: string, reference: string, content?: string]>([
    ['PLUGIN_CORE_NAMED', 'core'],
    ['PLUGIN_REFERENCE_INVALID', ''],
    ['PLUGIN_REFERENCE_INVALID', 'two words'],
    ['PLUGIN_NOT_FOUND', 'optician'],
    ['PLUGIN_NOT_FOUND', 'constructor'],
    ['PLUGIN_FILE_NOT_FOUND', './nowhere.mjs'],
    ['PLUGIN_FILE_KIND_UNKNOWN', './plugin.yaml', 'name: a'],
    ['PLUGIN_JSON_INVALID', 'bad.json', '{"name": "a",}'],
    ['PLUGIN_NOT_AN_OBJECT', 'list.json', '[]'],
    ['PLUGIN_IMPORT_FAILED', 'throws.mjs', 'throw new Error("no lens");'],
    ['PLUGIN_IMPORT_FAILED', 'throws-null.mjs', 'throw null;'],
    ['PLUGIN_IMPORT_FAILED', 'broken.mjs', 'export default {'],
    ['PLUGIN_DEFAULT_MISSING', 'named.mjs', 'export const plugin = {};'],
    ['PLUGIN_NOT_PLAIN', 'made.mjs', 'export default () => ({});'],
    ['PLUGIN_NAME_RESERVED', 'core.mjs', moduleOf('core')],
  ])('%s: %s', async (code, reference, content) => {
    if (content !== undefined) write(reference, content);
    expect(await codesOf(reference)).toEqual([code]);
  });

  it.each([
    ['an await that never ends', 'await new Promise(() => {});', 'a wait without end', 20_000],
    ['a loop that never ends', 'for (;;);', 'no end after 0.5 s', 500],
    ['a clock that never stops', 'await new Promise(() => setInterval(() => {}, 9));', 'no end after 0.5 s', 500],
  ])('is %s', async (_, content, found, deadline) => {
    write('endless.mjs', content);
    const outcome = await loadPlugins({ names: ['endless.mjs'], box, core, directory, deadline }).catch((e) => e);
    expect(outcome.faults).toMatchObject([{ code: 'PLUGIN_IMPORT_ENDLESS', found: { en: found } }]);
  });

  it.each([
    ['prints', 'console.log("ready\\nsteady"); export default {};', 'PLUGIN_PRINTS', '"ready"'],
    ['ends the process', 'process.exit(3);', 'PLUGIN_IMPORT_FAILED', '"process.exit(3)"'],
    [
      'throws later on',
      'setTimeout(() => { throw new Error("late") }); await new Promise(() => {});',
      'PLUGIN_IMPORT_FAILED',
      '"late"',
    ],
  ])('is a module that %s, and nothing of it reaches the server', async (_, content, code, found) => {
    write('loud.mjs', content);
    expect(await faultsOf('loud.mjs')).toMatchObject([{ code, found: { en: found, zhHans: found } }]);
  });

  it('tells the author of an ES module that Node takes for CommonJS what to put beside it', async () => {
    write('package.json', '{"type":"commonjs"}');
    write('plugin.js', moduleOf('opticians'));
    expect(await faultsOf('plugin.js')).toMatchObject([
      {
        code: 'PLUGIN_IMPORT_FAILED',
        remedy: { en: 'Put a package.json with "type": "module" beside it, or rename it to .mjs.' },
      },
    ]);
  });

  it('tells whoever loads a plugin that imports the kit where there is none', async () => {
    write('plugin.mjs', "import 'tierwise/kit';");
    expect((await faultsOf('plugin.mjs'))[0]?.remedy.en).toMatch(/^Install the kit there too/);
  });

  it('says why a module did not load', async () => {
    write('throws.mjs', 'throw new Error("no lens\\nsecond line");');
    expect((await faultsOf('throws.mjs'))[0]).toMatchObject({ plugin: 'throws.mjs', found: { en: '"no lens"' } });
  });

  it('names the plugin in the box that was meant', async () => {
    expect((await faultsOf('applainces'))[0]?.remedy.en).toBe('Did you mean appliances?');
  });

  it('tells a package without an entry from one with a broken manifest', async () => {
    write('node_modules/empty/package.json', '{"exports":{"require":"./a.cjs"}}');
    write('node_modules/gone/package.json', '{}');
    write('node_modules/broken/package.json', '{');
    expect(await codesOf('empty', 'gone', 'broken')).toEqual([
      'PLUGIN_FILE_NOT_FOUND',
      'PLUGIN_FILE_NOT_FOUND',
      'PLUGIN_FILE_UNREADABLE',
    ]);
  });

  it('is a core with a mistake', async () => {
    const outcome = await loadPlugins({ names: [], box, core: plugin('kern'), directory }).catch((error) => error);
    expect(outcome.faults).toMatchObject([{ code: 'PLUGIN_NAME_INVALID', plugin: 'kern', path: 'name' }]);
  });

  it('is told for every plugin at once, a line in each language', async () => {
    write('a.json', JSON.stringify({ ...plugin('a'), host: '^2.0.0', version: 'one' }));
    const outcome = await load('./nowhere.mjs', 'a.json', 'lottery').catch((error: unknown) => error);
    expect(
      String(outcome)
        .split('\n')
        .map((line) => /PLUGIN_\w+|^插件 \S+?(?=[（；])/.exec(line)?.[0]),
    ).toEqual([
      ...['PLUGIN_FILE_NOT_FOUND', '插件 ./nowhere.mjs'],
      ...['PLUGIN_VERSION_INVALID', '插件 a'],
      ...['PLUGIN_HOST_MISMATCH', '插件 a'],
    ]);
  });
});

describe('plugins that clash', () => {
  it('are both named when they share a name', async () => {
    write('mine.mjs', moduleOf('lottery'));
    expect(await faultsOf('lottery', 'mine.mjs')).toMatchObject([
      {
        code: 'PLUGIN_NAME_TAKEN',
        path: 'name',
        found: {
          en: '"lottery" in lottery (box) and in lottery (mine.mjs)',
          zhHans: '"lottery" 同时见于 lottery（box）和 lottery（mine.mjs）',
        },
      },
    ]);
  });

  it('are both named when they share an industry', async () => {
    write('mine.mjs', moduleOf('mine', { industry: { key: 'lottery', label: text } }));
    expect(await faultsOf('lottery', 'mine.mjs')).toMatchObject([
      {
        code: 'PLUGIN_INDUSTRY_TAKEN',
        path: 'industry.key',
        found: {
          en: '"lottery" in lottery (box) and in mine (mine.mjs)',
          zhHans: '"lottery" 同时见于 lottery（box）和 mine（mine.mjs）',
        },
      },
    ]);
  });

  it('are one plugin listed twice', async () => {
    expect(await codesOf('lottery', 'appliances', 'lottery')).toEqual(['PLUGIN_NAME_TAKEN']);
  });

  it('are told beside the faults of each', async () => {
    write('mine.mjs', moduleOf('lottery', { host: '^2.0.0' }));
    expect(await codesOf('lottery', 'mine.mjs')).toEqual(['PLUGIN_HOST_MISMATCH', 'PLUGIN_NAME_TAKEN']);
  });
});

describe('a key written twice in the source', () => {
  const item = {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 1,
    label: text,
    measure: { kind: 'yesNo', question: text },
  };
  const industry = { key: 'opticians', label: text };
  const twice = JSON.stringify({ ...plugin('opticians', { industry }), items: { 'eye-test': item } }).replace(
    '"items":{',
    `"items":{\n"eye-test":${JSON.stringify(item)},\n`,
  );
  const expected = {
    code: 'PLUGIN_KEY_DUPLICATE',
    plugin: 'opticians',
    path: 'items.eye-test',
    remedy: {
      en: 'Rename or remove the one on line 3: the first would be lost in silence.',
      zhHans: '请将第 3 行的键改名或删除，否则前一个会被悄然丢弃。',
    },
  };
  const foundIn = (file: string) => ({
    en: `"eye-test" on line 2 and again on line 3 of ${file}`,
    zhHans: `"eye-test" 在 ${file} 第 2 行出现，又在第 3 行出现`,
  });

  it.each(['p.json', 'p.mjs', 'p.js', 'p.ts'])('is found in %s', async (file) => {
    write(file, file.endsWith('.json') ? twice : `export default ${twice}`);
    expect(await faultsOf(file)).toMatchObject([{ ...expected, source: file, found: foundIn(file) }]);
  });

  it('is found in a package, and in a file that the entry imports', async () => {
    write('node_modules/opticians/package.json', '{"type":"module","main":"index.js"}');
    write('node_modules/opticians/index.js', "import lines from './lines.js';\nexport default lines;");
    write('node_modules/opticians/lines.js', `export default ${twice}`);
    expect(await faultsOf('opticians')).toMatchObject([{ ...expected, found: foundIn('lines.js') }]);
  });

  it('is told beside the other faults', async () => {
    write('p.json', twice.replace('^1.0.0', '^2.0.0'));
    expect(await codesOf('p.json')).toEqual(['PLUGIN_KEY_DUPLICATE', 'PLUGIN_HOST_MISMATCH']);
  });

  it('does no harm in code that is no part of the definition', async () => {
    write('p.mjs', `export const lens = { zoom: 1, zoom: 2 };\n${moduleOf('opticians')}`);
    expect(namesIn(await load('p.mjs'))).toEqual(['core', 'opticians']);
  });
});
