import { namingFaults, placeFaults } from '../../network/network.rules.ts';
import { shown } from '../../shared/checks.ts';
import { type Issue, issueMessage } from '../../shared/errors.ts';
import type { Text } from '../../shared/locale.ts';

/** What the first line of a file of outlets names, in any order. */
export const columns = [
  'Retailer',
  'Name',
  'Street',
  'City',
  'State',
  'Zip',
  'Quick Draw',
  'Latitude',
  'Longitude',
  'Georeference',
] as const;

/** One row as it goes into the network. */
export interface OutletEntry {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type Reading = { readonly entry: OutletEntry } | { readonly reason: Text };

/** No column's name holds a comma or a semicolon, so the more frequent of the two in the first line parts the columns. */
export const separatorOf = (header: string): ',' | ';' =>
  header.split(';').length > header.split(',').length ? ';' : ',';

/** What is wrong with the first line; null where it names each column once and no other. */
export function headerFault(names: readonly string[]): Text | null {
  const known = new Set<string>(columns);
  const missing = columns.filter((name) => !names.includes(name));
  const unknown = names.filter((name, at) => !known.has(name) || names.indexOf(name) < at);
  if (missing.length === 0 && unknown.length === 0) return null;
  const listed = (some: readonly string[]) => some.map((name) => JSON.stringify(name.slice(0, 40))).slice(0, 10);
  const parts = [
    ...(missing.length > 0 ? [{ en: 'missing', zhHans: '缺少', names: listed(missing) }] : []),
    ...(unknown.length > 0 ? [{ en: 'unknown or repeated', zhHans: '未知或重复', names: listed(unknown) }] : []),
  ];
  return {
    en: `The first line must name the columns ${columns.join(', ')}; ${parts.map((part) => `${part.en}: ${part.names.join(', ')}`).join('; ')}.`,
    zhHans: `首行须列出 ${columns.join('、')} 各列；${parts.map((part) => `${part.zhHans}：${part.names.join('、')}`).join('；')}。`,
  };
}

/** An outlet, or everything that keeps its row out. */
export function readRow(header: readonly string[], fields: readonly string[]): Reading {
  if (fields.length !== header.length) return { reason: miscounted(fields.length, header.length) };
  if (fields.some((field) => field.includes('\ufffd'))) return { reason: notUtf8 };
  const field = (column: (typeof columns)[number]): string => fields[header.indexOf(column)]?.trim() ?? '';

  const entry = {
    code: field('Retailer'),
    name: field('Name'),
    city: field('City').replace(/\s+/g, ' '),
    address: addressOf(field('Street'), field('City'), `${field('State')} ${field('Zip')}`.trim()),
    latitude: degrees(field('Latitude')),
    longitude: degrees(field('Longitude')),
  };
  const noDegrees = [field('Latitude'), field('Longitude')].flatMap(unreadable);
  const reasons = [
    ...namingFaults(entry).map(explained),
    ...namingFaults({ name: entry.city }).map((fault) => explained({ ...fault, path: ['city'] })),
    ...noDegrees,
    ...placeFaults(noDegrees.length > 0 ? { address: entry.address } : entry).map(explained),
  ];
  return reasons.length === 0 ? { entry } : { reason: joined(reasons) };
}

export const repeatedCode = (code: string, line: number): Text => ({
  en: `Retailer: ${code} stands in line ${line} already.`,
  zhHans: `Retailer：${code} 已在第 ${line} 行出现。`,
});

export const badQuotes: Text = {
  en: 'A quotation mark is not closed, or stands within a text; write "" for one within a quoted text.',
  zhHans: '引号未闭合，或出现在文本中间；带引号文本中的引号应写作 ""。',
};

const notUtf8: Text = {
  en: 'The row holds characters that are not UTF-8; save the file in UTF-8.',
  zhHans: '该行含有非 UTF-8 字符；请将文件另存为 UTF-8 编码。',
};

const miscounted = (found: number, wanted: number): Text => ({
  en: `The row has ${found} column(s) where the first line has ${wanted}.`,
  zhHans: `该行有 ${found} 列，而首行有 ${wanted} 列。`,
});

const decimal = /^[+-]?\d{1,3}([.,]\d{1,20})?$/;

/** Null where nothing is given, and where what is given is no number, which is said apart. */
const degrees = (text: string): number | null => (decimal.test(text) ? Number(text.replace(',', '.')) : null);

const unreadable = (text: string, at: number): Text[] => {
  if (text === '' || decimal.test(text)) return [];
  const [column, found] = [at === 0 ? 'Latitude' : 'Longitude', shown(text, 40)];
  return [{ en: `${column}: '${found}' is no number of degrees.`, zhHans: `${column}：“${found}”不是度数。` }];
};

const addressOf = (...parts: readonly string[]): string | null =>
  parts.filter((part) => part !== '').join(', ') || null;

const columnOf: Readonly<Record<string, string>> = {
  code: 'Retailer',
  name: 'Name',
  city: 'City',
  address: 'Street, City, State, Zip',
  latitude: 'Latitude',
  longitude: 'Longitude',
};

const explained = (fault: Issue): Text => {
  const column = columnOf[fault.path[0] ?? ''] ?? '';
  return { en: `${column}: ${issueMessage(fault, 'en')}`, zhHans: `${column}：${issueMessage(fault, 'zhHans')}` };
};

const joined = (reasons: readonly Text[]): Text => ({
  en: reasons.map(({ en }) => en).join(' '),
  zhHans: reasons.map(({ zhHans }) => zhHans).join(''),
});
