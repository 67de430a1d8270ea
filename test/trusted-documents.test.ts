import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../api/examples.ts';
import { readTrustedDocuments } from '../api/trusted-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierwise-trusted-'));
const emitted = new URL('kit/gen/trusted/persisted-documents.json', import.meta.url).pathname;
const idOf = (text: string) => createHash('sha256').update(text).digest('hex');
const viewer = '{ viewer { name } }';

beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: unknown, name = 'documents.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What refuses a start, in English; the Chinese line is there too. */
function faults(path: string): string[] {
  try {
    readTrustedDocuments(path);
    return [];
  } catch (error) {
    const lines = (error as Error).message.split('\n');
    expect(lines.filter((line) => /\p{Script=Han}/u.test(line))).toHaveLength(lines.length / 2);
    return lines.filter((_, at) => at % 2 === 0).map((line) => line.replaceAll(folder, '…'));
  }
}

describe('trusted documents', () => {
  it('are none where none are named', () => {
    expect(readTrustedDocuments(undefined).size).toBe(0);
  });

  it('are read as a code generator writes them', () => {
    const documents = readTrustedDocuments(emitted);
    expect(documents.size).toBe(examples.length);
    for (const [id, text] of documents) expect(id).toBe(idOf(text));
  });

  it('may have their hash without a prefix, or ids of their own', () => {
    const path = write({ [idOf(viewer)]: viewer, 'viewer.v1': viewer });
    expect([...readTrustedDocuments(path)]).toEqual([
      [idOf(viewer), viewer],
      ['viewer.v1', viewer],
    ]);
  });

  it('are read from every file of a folder, the same one as often as one likes', () => {
    write({ a: viewer }, 'one.json');
    write({ a: viewer, b: '{ __typename }' }, 'two.json');
    write('not JSON', 'README.md');
    expect([...readTrustedDocuments(folder).keys()]).toEqual(['a', 'b']);
  });

  it('that cannot be read are told in one sentence', () => {
    expect(faults(join(folder, 'none.json'))).toEqual(['TRUSTED_DOCUMENTS: …/none.json cannot be read (ENOENT).']);
    const noObject = 'TRUSTED_DOCUMENTS: …/documents.json is not a JSON object with documents by their ids.';
    for (const content of ['{', '[]', 'null', '"x"', { a: 1 }, { a: { b: viewer } }]) {
      expect(faults(write(content))).toEqual([noObject]);
    }
  });

  it('are refused with every id that is not theirs', () => {
    const other = idOf('{ other }');
    const ids = [other, `sha256:${other}`, `sha256:${idOf(viewer).slice(1)}`, 'md5:abc', '', 'a b', '__proto__ '];
    const found = faults(write(Object.fromEntries(ids.map((id) => [id, viewer]))));
    expect(found).toEqual(
      ids.map((id) => expect.stringContaining(`${JSON.stringify(id)} is not the id of its document`)),
    );
  });

  it('are refused where two differ under one id', () => {
    write({ a: viewer }, 'one.json');
    write({ a: '{ __typename }' }, 'two.json');
    expect(faults(folder)).toEqual(['TRUSTED_DOCUMENTS: …/two.json: another file has another document by the id a.']);
  });

  it('are refused where the server would refuse them', () => {
    const path = write({
      parsed: '{ viewer ',
      valid: '{ nothing }',
      long: `{ viewer { name } }${' '.repeat(15_000)}`,
      deep: `{ ${'territories { parent { '.repeat(1)}${'parent { '.repeat(11)} name ${'}'.repeat(14)}`,
    });
    const start = 'TRUSTED_DOCUMENTS: …/documents.json: the document';
    expect(faults(path)).toEqual([
      `${start} parsed would be refused: Syntax Error: Expected Name, found <EOF>.`,
      `${start} valid would be refused: Cannot query field "nothing" on type "Query".`,
      `${start} long would be refused: The document has 15019 characters; at most 15000 are read.`,
      `${start} deep would be refused: The operation goes 14 levels deep; at most 12 are served.`,
    ]);
  });
});
