import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedFolder } from '../../db/embedded-folder.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tierwise-data-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const make = (folder: string) => writeFile(join(folder, 'PG_VERSION'), '18');
const neverMake = () => Promise.reject(new Error('made a second time'));

test('a database is made once, under its name only when it is complete', async () => {
  const folder = await openEmbeddedFolder(dataDir, async (unfinished) => {
    expect(unfinished).toBe(join(dataDir, 'database.new'));
    await make(unfinished);
    expect(await readdir(dataDir)).toEqual(['database.lock', 'database.new']);
  });
  expect(folder).toMatchObject({ root: dataDir, database: join(dataDir, 'database') });
  expect(await readdir(dataDir)).toEqual(['database', 'database.lock']);
  await folder.release();
  await (await openEmbeddedFolder(dataDir, neverMake)).release();
});

test('what a killed start left half made is made anew', async () => {
  await mkdir(join(dataDir, 'database.new'));
  await writeFile(join(dataDir, 'database.new/leftover'), '');
  const folder = await openEmbeddedFolder(dataDir, make);
  expect(await readdir(folder.database)).toEqual(['PG_VERSION']);
  expect(await readdir(dataDir)).toEqual(['database', 'database.lock']);
  await folder.release();
});

test('a making that fails leaves no database and no lock', async () => {
  await expect(openEmbeddedFolder(dataDir, () => Promise.reject(new Error('disk full')))).rejects.toMatchObject({
    code: 'DATA_DIR_UNUSABLE',
    message: `The data folder ${dataDir} cannot be used: disk full.
数据文件夹 ${dataDir} 无法使用：disk full。`,
  });
  expect(await readdir(dataDir)).toEqual(['database.new']);
});

test('files that are no database are left alone', async () => {
  await mkdir(join(dataDir, 'database'));
  await writeFile(join(dataDir, 'database/diary.txt'), 'mine');
  const folder = join(dataDir, 'database');
  await expect(openEmbeddedFolder(dataDir, neverMake)).rejects.toMatchObject({
    code: 'DATA_DIR_UNUSABLE',
    text: {
      en: `${folder} holds files but no database; move them away, or set DATA_DIR.`,
      zhHans: `${folder} 中有文件但没有数据库；请移走这些文件，或另设 DATA_DIR。`,
    },
  });
  expect(await readdir(folder)).toEqual(['diary.txt']);
  expect(await readdir(dataDir)).toEqual(['database']);
});

test('a path that cannot be a folder is refused with its name', async () => {
  const file = join(dataDir, 'file');
  await writeFile(file, '');
  await expect(openEmbeddedFolder(join(file, 'inside'), make)).rejects.toMatchObject({
    code: 'DATA_DIR_UNUSABLE',
    message: expect.stringContaining(join(file, 'inside')),
  });
});
