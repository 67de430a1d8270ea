import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import type { StartRefused } from '../../db/errors.ts';
import { territories } from '../../db/tables/network.ts';
import { organizations } from '../../db/tables/organizations.ts';
import { type PostgresServer, startPostgres } from '../kit/postgres.ts';

describe.runIf('url' in inject('place'))('the role of all units', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  /** Roles belong to the whole server, so each test leaves it without ours. */
  async function asAdministrator(...texts: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    for (const text of texts) await client.query(text);
    await client.end();
  }

  async function login(name: string, rights: string): Promise<string> {
    await asAdministrator(`create role ${name} login password 'x' ${rights}`, `create database ${name} owner ${name}`);
    const url = new URL(server.url);
    [url.username, url.password, url.pathname] = [name, 'x', name];
    return url.href;
  }

  test('is asked of an administrator where the login may not make it, and asked for again until it may use it', async () => {
    const url = await login('plain', 'nosuperuser nocreaterole');
    await expect(openDatabase({ url })).rejects.toMatchObject({
      name: 'StartRefused',
      code: 'ROLE_NEEDED',
      text: {
        en: 'The login of DATABASE_URL may not set up the role tierwise_app; an administrator must run once: CREATE ROLE tierwise_app NOLOGIN; GRANT tierwise_app TO plain;',
        zhHans:
          'DATABASE_URL 的登录用户无权设置角色 tierwise_app；请管理员执行一次：CREATE ROLE tierwise_app NOLOGIN; GRANT tierwise_app TO plain;',
      },
    });
    await asAdministrator('CREATE ROLE tierwise_app NOLOGIN');
    await expect(openDatabase({ url })).rejects.toMatchObject({
      message: expect.stringContaining('run once: GRANT tierwise_app TO plain;'),
    });
    await asAdministrator('GRANT tierwise_app TO plain');
    await (await openDatabase({ url })).close();
    await asAdministrator('drop database plain', 'drop role tierwise_app');
  });

  test('is made by a login that may make roles, which then serves as any other', async () => {
    const url = await login('maker', 'nosuperuser createrole');
    const database = await openDatabase({ url });
    const ids = [uuid(), uuid()];
    for (const organizationId of ids) {
      const brand = { id: organizationId, code: organizationId, name: '', defaultLocale: 'en' as const };
      const north = { organizationId, id: uuid(), code: 'N', name: 'North', createdAt: new Date() };
      await database.asOwner((tx) =>
        tx.run((db) => db.insert(organizations).values({ ...brand, createdAt: new Date() })),
      );
      await database.unit({ organizationId, mode: 'write' }, (tx) =>
        tx.run((db) => db.insert(territories).values(north)),
      );
    }
    for (const organizationId of ids) {
      const seen = await database.unit({ organizationId, mode: 'read' }, (tx) =>
        tx.run((db) => db.select({ organizationId: territories.organizationId }).from(territories)),
      );
      expect(seen).toEqual([{ organizationId }]);
    }
    expect(await database.findKey('nobody')).toBeNull();
    await database.close();
    await (await openDatabase({ url })).close();
    await asAdministrator('drop database maker', 'drop role tierwise_app');
  });

  test.for([
    ['row-level security does not bind it', 'alter role tierwise_app bypassrls', /^access_keys, assessments, /],
    ['a table is open to it', 'alter table dealers disable row level security', /^dealers$/],
  ] as const)('is refused where %s', async ([, loosen, tables]) => {
    await (await openDatabase({ url: server.url })).close();
    await asAdministrator(loosen);
    const refusal: StartRefused = await openDatabase({ url: server.url }).catch((error) => error);
    expect(refusal.code).toBe('ROLE_UNSAFE');
    const [, open = ''] = / on (.*); it must not be SUPERUSER, BYPASSRLS or owner\.$/.exec(refusal.text.en) ?? [];
    expect(open).toMatch(tables);
    expect(refusal.text.zhHans).toBe(
      `行级安全在 ${open} 上对角色 tierwise_app 不起作用；该角色不得为 SUPERUSER、BYPASSRLS 或表的所有者。`,
    );
    await asAdministrator('alter role tierwise_app nobypassrls', 'alter table dealers enable row level security');
  });
});
