import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rubricContent } from '../../plugins/kit/grading/rubric.ts';
import { core, ladder } from '../../plugins/kit/ground.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';
import { testPlugin } from '../../plugins/kit/testing.ts';

const pages = ['README.md', ...readdirSync('plugins/kit/reference').map((page) => `reference/${page}`)];

const blocksOf = (page: string): string[] =>
  [...readFileSync(`plugins/kit/${page}`, 'utf8').matchAll(/```js\n(.*?)```/gs)].map(([, block = '']) => block);

async function loaded(source = ''): Promise<PluginDefinition> {
  const directory = mkdtempSync(path.join(tmpdir(), 'tierwise-page-'));
  writeFileSync(path.join(directory, 'plugin.mjs'), source);
  const { all } = await loadPlugins({ names: ['./plugin.mjs'], box: {}, core, directory });
  rmSync(directory, { recursive: true });
  return all[1]?.definition ?? core;
}

/** Runs a block of a page that tests the plugin above it. */
function runCases(block: string, plugin: PluginDefinition): void {
  const body = block.replaceAll(/^import .*$/gm, '');
  new Function('testPlugin', plugin.name, body)(testPlugin, plugin);
}

const read = await Promise.all(
  pages.map(async (page) => ({ page, blocks: blocksOf(page), plugin: await loaded(blocksOf(page)[0]) })),
);
const pluginOn = (page: string) => read.find((each) => each.page === page)?.plugin ?? core;

for (const { blocks, plugin } of read) runCases(blocks[1] ?? '', plugin);

test('the guide and each page have a plugin and its cases', () => {
  expect(read.map(({ page, blocks, plugin }) => [page, blocks.length, plugin.name])).toEqual([
    ['README.md', 2, 'opticians'],
    ['reference/conflicts.md', 2, 'florists'],
    ['reference/items.md', 2, 'opticians'],
    ['reference/requirements.md', 2, 'teahouses'],
    ['reference/scores.md', 2, 'couriers'],
    ['reference/segments.md', 2, 'bakeries'],
  ]);
});

test('the page on items shows all three measures', () => {
  expect(Object.values(pluginOn('reference/items.md').items).map(({ measure }) => measure.kind)).toEqual([
    ...['metric', 'yesNo', 'rating'],
  ]);
});

test('the page on requirements asks of a class what it says, and leaves the others to the core', () => {
  const { requirements } = rubricContent(core, ladder, pluginOn('reference/requirements.md'));
  expect(Object.entries(requirements).map(([of, { tier, duties }]) => [of, tier, duties.length])).toEqual([
    ['A', 'OUTSTANDING', 1],
    ['B', 'EXCELLENT', 1],
    ['C', 'EXCELLENT', 0],
  ]);
});

test('the pages on segments and conflicts bring what they are about', () => {
  const { segments, playbook } = pluginOn('reference/segments.md');
  expect([Object.keys(segments ?? {}), Object.keys(playbook ?? {})]).toEqual([
    ['SENIOR', 'NIGHT_SHIFT'],
    ['senior-close-script'],
  ]);
  const { conflictTags, conflictStrategies } = pluginOn('reference/conflicts.md');
  expect([Object.keys(conflictTags ?? {}), Object.keys(conflictStrategies ?? {})]).toEqual([
    ['same-day-orders'],
    ['order-by-distance'],
  ]);
});

test('the guide names the tarball that is packed, and its version of the kit', () => {
  const { version } = JSON.parse(readFileSync('plugins/kit/package.json', 'utf8'));
  expect(readFileSync('plugins/kit/README.md', 'utf8')).toContain(`tierwise-${version}.tgz`);
});
