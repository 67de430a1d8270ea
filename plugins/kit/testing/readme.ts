import { readFileSync } from 'node:fs';
import type { Measure, PluginDefinition } from '../definition.ts';
import type { Miss } from './miss.ts';

function measureCell(measure: Measure): string {
  if (measure.kind === 'rating') return `0–${measure.anchors.length - 1}`;
  if (measure.kind === 'yesNo') return 'yes/no';
  const bands = measure.bands.map(([from, earns]) => `${from}→${earns}`).join(', ');
  return `${measure.unit} ${measure.better === 'HIGHER' ? '≥' : '≤'} ${bands}`;
}

/** The rows that a README's table of items must have. */
export const itemRows = ({ items }: PluginDefinition): string[] =>
  Object.entries(items).map(([key, { label, tier, weight, measure, redLine, evidence }]) => {
    const line = redLine === undefined ? '–' : `below ${redLine.below}: ${redLine.capsAt ?? 'no tier'}`;
    const cells = [`\`${key}\``, label.en, label.zhHans, tier, weight, measureCell(measure), line, evidence ?? '–'];
    return `| ${cells.join(' | ')} |`;
  });

export const itemTable = (plugin: PluginDefinition): string =>
  [
    '| Key | Item | 项目 | Tier | Weight | Measure | Red line | Evidence |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...itemRows(plugin),
  ].join('\n');

/** The rows of items that a README has, however its columns are padded. */
const rowsIn = ({ href }: { readonly href: string }): string[] =>
  readFileSync(new URL(href), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/ +/g, ' '));

/** Rows that are missing from the README or stand in it for nothing, each told with what to write. */
export function readmeMisses(plugin: PluginDefinition, readme: { readonly href: string }): Miss[] {
  const [written, wanted] = [rowsIn(readme), itemRows(plugin)];
  if (written.join('\n') === wanted.join('\n')) return [];
  return [
    {
      path: 'README.md',
      found: { en: 'another table of items', zhHans: '项目表不一致' },
      expected: { en: 'the items as they are', zhHans: '与项目一致的表格' },
      remedy: { en: `Write these rows:\n${wanted.join('\n')}`, zhHans: '请按上面各行填写。' },
    },
  ];
}
