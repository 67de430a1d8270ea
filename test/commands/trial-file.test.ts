import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outletRows, type Row } from '../../api/commands/trial/outlet-file.ts';
import { columns } from '../../api/commands/trial/rows.rules.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierwise-trial-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = columns.join(',');
const row = (code: string, name = `SHOP ${code}`) => `${code},${name},1 MAIN ST,TROY,NY,12180,,42.7,-73.6,`;

async function written(content: string | Buffer): Promise<string> {
  const path = join(folder, 'outlets.csv');
  await writeFile(path, content);
  return path;
}

/** Each row that was read: its line, and its name or why it stays out. */
async function read(content: string | Buffer): Promise<[number, string][]> {
  const rows: Row[] = [];
  for await (const each of await outletRows(await written(content))) rows.push(each);
  return rows.map((each) => [each.line, 'entry' in each ? each.entry.name : each.reason.en]);
}

const badQuotes = 'A quotation mark is not closed, or stands within a text; write "" for one within a quoted text.';

describe('rows are read', () => {
  test.each([
    ['line breaks of Windows', `${header}\r\n${row('1')}\r\n${row('2')}\r\n`],
    ['line breaks of old', `${header}\r${row('1')}\r${row('2')}`],
    ['a byte order mark', `\ufeff${header}\n${row('1')}\n${row('2')}\n`],
    ['semicolons', `${header}\n${row('1')}\n${row('2')}\n`.replaceAll(',', ';')],
    ['quoted columns', `"${columns.join('","')}"\n${row('1', '"SHOP 1"')}\n${row('2')}`],
  ])('with %s', async (_, content) => {
    expect(await read(content)).toEqual([
      [2, 'SHOP 1'],
      [3, 'SHOP 2'],
    ]);
  });

  test('with separators, quotation marks and line breaks within quotation marks, and blank lines passed over', async () => {
    const content = [header, row('1', '"A, ""B"";"'), '', row('2', '"C\nD"'), '   ', row('3')].join('\n');
    expect(await read(content)).toEqual([
      [2, 'A, "B";'],
      [4, 'Name: The text holds a character that cannot be stored or shown. Remove control characters.'],
      [7, 'SHOP 3'],
    ]);
  });

  test('none from a first line alone', async () => {
    expect(await read(header)).toEqual([]);
  });

  test('and only the line is lost in which a quotation mark is not closed', async () => {
    const many = Array.from({ length: 40 }, (_, at) => row(`${10 + at}`));
    const rows = await read([header, row('1', '"OPEN'), row('2'), row('3', '6" PIPE'), ...many].join('\n'));
    expect(rows.slice(0, 4)).toEqual([
      [2, badQuotes],
      [3, 'SHOP 2'],
      [4, badQuotes],
      [5, 'SHOP 10'],
    ]);
    expect(rows).toHaveLength(43);
    expect(rows.at(-1)).toEqual([44, 'SHOP 49']);
  });

  test('and a code that repeats stays out, naming the line that has it, unless that stayed out too', async () => {
    const content = [header, row('1'), row('2', ''), row('1', 'AGAIN'), row('2'), row('2')].join('\n');
    expect(await read(content)).toEqual([
      [2, 'SHOP 1'],
      [3, 'Name: A text is wanted here, at least one character.'],
      [4, 'Retailer: 1 stands in line 2 already.'],
      [5, 'SHOP 2'],
      [6, 'Retailer: 2 stands in line 5 already.'],
    ]);
  });

  test('and a row in another encoding stays out', async () => {
    const gbk = Buffer.concat([
      Buffer.from(`${header}\n1,`),
      Buffer.from([0xcc, 0xe5]),
      Buffer.from(row('', '').slice(1)),
    ]);
    expect(await read(gbk)).toEqual([[2, 'The row holds characters that are not UTF-8; save the file in UTF-8.']]);
  });
});

describe('a file is refused in one sentence', () => {
  const wants = `The first line must name the columns ${columns.join(', ')};`;
  const all = columns.map((name) => `"${name}"`).join(', ');

  test.each([
    ['empty', '', `${wants} missing: ${all}.`],
    ['without a column', header.replace(',City', ''), `${wants} missing: "City".`],
    ['with a column too many', `${header},Phone`, `${wants} unknown or repeated: "Phone".`],
    ['of another kind', '{"a": 1}', `${wants} missing: ${all}; unknown or repeated: "{\\"a\\": 1}".`],
    ['with an open quotation mark', '"Retailer', `${wants} missing: ${all}; unknown or repeated: "\\"Retailer".`],
    ['of bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'It is not a text in UTF-8.'],
  ])('%s', async (_, content, why) => {
    const path = await written(content);
    await expect(outletRows(path)).rejects.toMatchObject({
      name: 'TrialRefused',
      text: {
        en: `${path} is no CSV of outlets. ${why}`,
        zhHans: expect.stringContaining(`${path} 不是网点 CSV 文件。`),
      },
    });
  });

  test('that is not there, or is a folder', async () => {
    const nowhere = join(folder, 'nowhere.csv');
    await expect(outletRows(nowhere)).rejects.toThrow(`${nowhere} cannot be read: there is no such file.`);
    await expect(outletRows(folder)).rejects.toThrow(`${folder} cannot be read: it is a folder.`);
  });
});
