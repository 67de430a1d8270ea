import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columns } from '../../api/commands/trial/rows.rules.ts';
import { built } from '../kit/built.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierwise-trial-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function command(args: readonly string[], environment: Record<string, string> = {}) {
  const { NODE_OPTIONS: _, DATABASE_URL: __, DATA_DIR: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [await built('api/commands/trial-lottery.ts'), ...args], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...environment },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number, out, err };
}

test('prints its figures, and finds on its second run what the first has made', { timeout: 180_000 }, async () => {
  const row = (code: string, latitude: string) => `${code},SHOP,1 MAIN ST,TROY,NY,12180,,${latitude},-73.6,`;
  const path = join(folder, 'outlets.csv');
  await writeFile(path, [columns.join(','), row('1', '42.7'), row('2', 'x')].join('\n'));
  const args = [path, '--data-dir', join(folder, 'data')];
  const first = await command(args);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^Line 3 refused: Latitude: 'x' is no number of degrees\. · 第 3 行未录入：/);
  expect(first.out).toMatch(/^Graded +本次评级\u3000 +1$/m);
  const second = await command(args);
  expect(second.out).toMatch(/^Graded +本次评级\u3000 +0$/m);
  expect(second.out).toMatch(/^There already +原已在册\u3000 +1$/m);
});

test('says in one sentence why it does nothing', { timeout: 180_000 }, async () => {
  const nowhere = join(folder, 'nowhere.csv');
  const [missing, both] = await Promise.all([
    command([nowhere]),
    command([nowhere, '--data-dir', folder], { DATABASE_URL: 'postgres://localhost/x' }),
  ]);
  expect(missing).toEqual({
    ...{ code: 1, out: '' },
    err: `${nowhere} cannot be read: there is no such file.\n无法读取 ${nowhere}：文件不存在。\n`,
  });
  expect(both).toMatchObject({ code: 1, out: '' });
  expect(both.err).toMatch(/^--data-dir names an embedded database while DATABASE_URL names a PostgreSQL; [^\n]+\n/);
});
