import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '../../db/lock.ts';
import { startOf } from '../../db/processes.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierwise-lock-'));
  path = join(folder, 'database.lock');
});
afterEach(() => rm(folder, { recursive: true }));

async function heldBy(holder: { pid: number; start: string; host?: string }): Promise<void> {
  await writeFile(path, JSON.stringify({ host: hostname(), token: 'earlier', ...holder }));
}

function pidOfTheDead(): number {
  return Number(execFileSync(process.execPath, ['-p', 'process.pid']));
}

async function own(): Promise<string> {
  return (await startOf(process.pid)) ?? '';
}

test('is free again after its release, and leaves no file', async () => {
  await (await takeLock(path))();
  expect(await readdir(folder)).toEqual([]);
  await (await takeLock(path))();
});

test('is refused while a process that lives has it, naming that process', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    const pid = other.pid ?? 0;
    await heldBy({ pid, start: (await startOf(pid)) ?? '' });
    await expect(takeLock(path)).rejects.toMatchObject({
      name: 'StartRefused',
      code: 'DATA_DIR_IN_USE',
      message: `The embedded database beside ${path} is in use: process ${pid} has it; end that process, or set DATA_DIR to another folder.
${path} 旁的内嵌数据库正在使用：由进程 ${pid} 占用；请结束该进程，或将 DATA_DIR 设为其他文件夹。`,
    });
    expect(JSON.parse(await readFile(path, 'utf8')).pid).toBe(pid);
  } finally {
    other.kill('SIGKILL');
    await once(other, 'exit');
  }
});

test('is refused to the process that has it already', async () => {
  const release = await takeLock(path);
  await expect(takeLock(path)).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
  await release();
});

test('is refused while another machine has it, for nobody can ask there', async () => {
  await heldBy({ pid: 1, start: 'then', host: 'elsewhere.example' });
  await expect(takeLock(path)).rejects.toMatchObject({
    text: {
      en: `The embedded database beside ${path} is in use: process 1 on elsewhere.example has it; if that machine no longer runs it, delete ${path}.`,
      zhHans: `${path} 旁的内嵌数据库正在使用：由 elsewhere.example 上的进程 1 占用；若该机器已不再运行它，请删除 ${path}。`,
    },
  });
});

describe('is taken over', () => {
  test.for([
    ['from a process that is gone', async () => heldBy({ pid: pidOfTheDead(), start: 'then' })],
    ['from a process whose pid another one has now', async () => heldBy({ pid: process.pid, start: 'then' })],
    ['where a crash of the machine left it unreadable', async () => writeFile(path, '{"pid":')],
    ['where it holds something else', async () => writeFile(path, '{"pid":"1; rm","token":"../../x"}')],
  ] as const)('%s', async ([, leave]) => {
    await leave();
    const release = await takeLock(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid, start: await own() });
    expect(await readdir(folder)).toEqual(['database.lock']);
    await release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('also where the one before died while taking it over', async () => {
    const dead = { pid: pidOfTheDead(), start: 'then', host: hostname() };
    await writeFile(path, JSON.stringify({ ...dead, token: 'first' }));
    await writeFile(`${path}.first`, JSON.stringify({ ...dead, token: 'second' }));
    await writeFile(`${path}.first.second`, JSON.stringify({ ...dead, token: 'third' }));
    const release = await takeLock(path);
    expect(await readdir(folder)).toEqual(['database.lock']);
    await release();
  });

  test('by one of many that try at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      await heldBy({ pid: process.pid, start: 'then' });
      const tries = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(path)));
      const won = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
      const refused = tries.flatMap((tried) => (tried.status === 'rejected' ? [tried.reason.code] : []));
      expect(won).toHaveLength(1);
      expect(refused).toEqual(Array(11).fill('DATA_DIR_IN_USE'));
      await won[0]?.();
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a release does not give away what another has taken since', async () => {
  const release = await takeLock(path);
  await heldBy({ pid: process.pid, start: await own() });
  await release();
  expect(JSON.parse(await readFile(path, 'utf8')).token).toBe('earlier');
});
