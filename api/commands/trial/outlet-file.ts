import { type FileHandle, open } from 'node:fs/promises';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Text } from '../../shared/locale.ts';
import { TrialRefused } from './refused.ts';
import {
  badQuotes,
  headerFault,
  type OutletEntry,
  type Reading,
  readRow,
  repeatedCode,
  separatorOf,
} from './rows.rules.ts';

export type Row = { readonly line: number } & ({ readonly entry: OutletEntry } | { readonly reason: Text });

const longestHeader = 64 * 1024;
/** A quoted text may go over lines; one that is not closed within so many is taken for a slip of the pen. */
const mostLines = 20;

/** The rows of a CSV of outlets whose first line is as it must be, a few lines in memory at a time. */
export async function outletRows(path: string): Promise<AsyncIterable<Row>> {
  const file = await open(path).catch(unreadable(path));
  const first = await firstLine(file, path).finally(() => file.close());
  const separator = separatorOf(first);
  const names = fieldsOf(first, separator);
  const header = Array.isArray(names) ? names : [first];
  const fault = headerFault(header);
  if (fault) throw new TrialRefused(noOutlets(path, fault));
  return rowsOf(path, header, separator);
}

async function firstLine(file: FileHandle, path: string): Promise<string> {
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(longestHeader), 0, longestHeader, 0)
    .catch(unreadable(path));
  const text = buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '');
  if (text.includes('\0')) throw new TrialRefused(noOutlets(path, noText));
  return text.split(/\r\n|\n|\r/, 1)[0] ?? '';
}

async function* rowsOf(path: string, header: readonly string[], separator: string): AsyncGenerator<Row> {
  const file = await open(path).catch(unreadable(path));
  const lineOf = new Map<string, number>();
  try {
    for await (const { line, fields } of recordsOf(file, header.length, separator)) {
      if (line > 1 && fields?.length !== 0)
        yield rowOf(line, fields ? readRow(header, fields) : { reason: badQuotes }, lineOf);
    }
  } finally {
    await file.close();
  }
}

/** The first row of a code goes in, whatever its later ones hold. */
function rowOf(line: number, reading: Reading, lineOf: Map<string, number>): Row {
  if ('reason' in reading) return { line, ...reading };
  const { code } = reading.entry;
  const earlier = lineOf.get(code);
  if (earlier !== undefined) return { line, reason: repeatedCode(code, earlier) };
  lineOf.set(code, line);
  return { line, ...reading };
}

interface CsvRecord {
  readonly line: number;
  /** Null where its quotation marks are wrong: then it is one line, so that the next is read for itself. */
  readonly fields: string[] | null;
}

async function* recordsOf(file: FileHandle, width: number, separator: string): AsyncGenerator<CsvRecord> {
  const lines = file.readLines({ start: 0, encoding: 'utf8' })[Symbol.asyncIterator]();
  const ahead: string[] = [];
  const hasMore = async (than: number): Promise<boolean> => {
    if (ahead.length > than) return true;
    const next = await lines.next();
    if (!next.done) ahead.push(next.value);
    return !next.done;
  };

  for (let line = 1, taken = 1; await hasMore(0); line += taken) {
    taken = 1;
    let fields = fieldsOf(ahead[0] ?? '', separator);
    while (fields === 'OPEN' && taken < mostLines && (await hasMore(taken))) {
      taken += 1;
      fields = fieldsOf(ahead.slice(0, taken).join('\n'), separator);
    }
    const isWhole = Array.isArray(fields) && (taken === 1 || fields.length === width);
    if (!isWhole) taken = 1;
    ahead.splice(0, taken);
    yield { line, fields: isWhole ? (fields as string[]) : null };
  }
}

/** None of a blank line; OPEN where a quoted text goes on beyond the end. */
function fieldsOf(text: string, delimiter: string): string[] | 'OPEN' | 'WRONG' {
  try {
    const [fields = []] = parse(text, { delimiter, bom: true, trim: true, relax_column_count: true });
    return fields;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'OPEN' : 'WRONG';
  }
}

const unreadable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const known: Record<string, Text> = {
      ENOENT: { en: 'there is no such file', zhHans: '文件不存在' },
      EISDIR: { en: 'it is a folder', zhHans: '这是一个文件夹' },
      EACCES: { en: 'it may not be read by this account', zhHans: '当前账号无权读取' },
    };
    const reason = known[error.code ?? ''] ?? { en: error.message, zhHans: error.message };
    throw new TrialRefused({
      en: `${path} cannot be read: ${reason.en}.`,
      zhHans: `无法读取 ${path}：${reason.zhHans}。`,
    });
  };

const noText: Text = { en: 'It is not a text in UTF-8.', zhHans: '它不是 UTF-8 文本文件。' };

const noOutlets = (path: string, why: Text): Text => ({
  en: `${path} is no CSV of outlets. ${why.en}`,
  zhHans: `${path} 不是网点 CSV 文件。${why.zhHans}`,
});
