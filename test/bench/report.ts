import type { Mark } from './marks.ts';

/** One scenario with what came of it. */
export interface Section {
  readonly letter: string;
  readonly title: string;
  readonly note: string;
  readonly tables: readonly string[];
  readonly marks: readonly Mark[];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const verdict = ({ reached }: Mark): string => (reached ? 'reached' : 'not reached');

export function sectionText({ letter, title, note, tables, marks }: Section): string {
  const told = marks.map((mark) => `- ${mark.wanted}. Found ${mark.found}: ${verdict(mark)}.`).join('\n');
  return [`## (${letter}) ${title}`, note, ...tables, ...(told ? [told] : [])].join('\n\n');
}

const marksTable = (sections: readonly Section[]): string =>
  table(
    ['', 'Mark', 'Found', ''],
    sections.flatMap(({ letter, marks }) =>
      marks.map((mark) => [`(${letter})`, mark.wanted, mark.found, verdict(mark)]),
    ),
  );

const summary = `\`npm run bench\` makes this page: it installs the contestants, starts one PostgreSQL, fills it, and puts the same questions to all of them.
Every figure is the median of the rounds, every ratio the median of the rounds' ratios; in each round all contestants come one after another, in another order each time.

\`npm run bench\` 生成本页：安装各对比对象，启动同一个 PostgreSQL 并灌入相同数据，向它们提出相同的问题。数值为各轮的中位数，比值为各轮比值的中位数；每一轮中各对比对象轮流测量，次序逐轮变换。`;

/** The whole page. */
export const page = (machine: string, method: string, sections: readonly Section[]): string =>
  [
    '# What the benchmarks gave',
    summary,
    '## Marks · 目标',
    marksTable(sections),
    '## Machine · 环境',
    machine,
    '## Method · 方法',
    method,
    ...sections.map(sectionText),
  ]
    .join('\n\n')
    .concat('\n');
