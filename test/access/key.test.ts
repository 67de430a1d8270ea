import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { authenticate } from '../../api/access/keys.ts';
import { allRubrics } from '../../api/grading/rubric.queries.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { built } from '../kit/built.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const place = inject('place');
const code = `key-${randomUUID()}`;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tierwise-key-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

/** Runs the command as `npm run key` does, on the server of the project, or on a data folder of this suite's own. */
async function key(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { NODE_OPTIONS: _, DATABASE_URL: __, ...environment } = process.env;
  const where = 'url' in place ? { DATABASE_URL: place.url } : { DATA_DIR: dataDir };
  const child = spawn(process.execPath, [await built('api/commands/key.ts'), ...args], {
    cwd: root,
    env: { ...environment, NODE_ENV: 'production', ...where },
  });
  const [out, err, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: exit as number, out, err };
}

async function inDatabase<T>(look: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase('url' in place ? { url: place.url } : { dataDir });
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

test('the first key makes its organization with all rubrics, opens it, and is taken back once', async () => {
  const given = await key(
    '--organization',
    code,
    '--name',
    'Acme',
    '--role',
    'ADMIN',
    '--label',
    'Ms Li',
    '--trusted-only',
  );
  const [printed] = /^tw_[\w-]{43}$/m.exec(given.out) ?? [];
  const [id] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(given.out.replaceAll(code, '')) ?? [];
  expect(given).toMatchObject({ code: 0, err: '' });
  expect(given.out).toContain(`Organization ${code} (Acme) is new.`);
  expect(given.out).toContain('It runs trusted documents only. · 仅可执行可信文档。');

  await inDatabase(async (database) => {
    const viewer = await authenticate(database)(printed ?? '');
    expect(viewer).toMatchObject({ keyId: id, name: 'Ms Li', role: 'ADMIN', dealerId: null, trustedOnly: true });
    const scope = { organizationId: viewer?.organizationId ?? '', mode: 'read' } as const;
    const rubrics = await database.unit(scope, (tx) => allRubrics(tx));
    expect(rubrics.map((rubric) => rubric.key)).toEqual(['appliances', 'fmcg', 'lottery']);
  });

  const revoked = await key('--revoke', id ?? '');
  expect(revoked).toMatchObject({ code: 0, err: '' });
  expect(revoked.out).toContain(`Key ${id}, ADMIN of ${code}, of Ms Li is revoked: it opens nothing any more.`);
  expect(await inDatabase((database) => authenticate(database)(printed ?? ''))).toBeNull();
}, 120_000);

test('a wrong argument ends it with exit code 1 and its sentence in both languages', async () => {
  expect(await key('--organization', code, '--role', 'BOSS')).toEqual({
    code: 1,
    out: '',
    err: `--role is 'BOSS'; expected one of ADMIN, CHANNEL_MANAGER, ASSESSOR, DEALER, AUDITOR.
--role 的值为“BOSS”；应为以下之一：ADMIN、CHANNEL_MANAGER、ASSESSOR、DEALER、AUDITOR。
`,
  });
}, 60_000);

test.runIf('snapshot' in place)(
  'the folder that a server has open is left alone',
  async () => {
    const refused = await inDatabase(() => key('--organization', `${code}-2`, '--name', 'Acme', '--role', 'ADMIN'));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err.split('\n')).toEqual([
      expect.stringMatching(`^The embedded database beside \\S+ is in use: process ${process.pid} has it; `),
      expect.stringMatching(`^\\S+ 旁的内嵌数据库正在使用：由进程 ${process.pid} 占用；`),
      '',
    ]);
  },
  60_000,
);

test.runIf('url' in place)(
  'beside a running server it works',
  async () => {
    const given = await inDatabase(() => key('--organization', `${code}-2`, '--name', 'Acme', '--role', 'ADMIN'));
    expect(given).toMatchObject({ code: 0, err: '' });
  },
  60_000,
);
