import type { Run } from './driver.ts';
import { StartRefused } from './errors.ts';

/** The role every unit runs as: it owns nothing, so row-level security binds it. Made where it is missing. */
export async function ensureRole(run: Run): Promise<void> {
  const [found] = await run(`select quote_ident(current_user) as login,
    exists (select from pg_roles where rolname = 'tierwise_app') as made`);
  const grant = `GRANT tierwise_app TO ${found?.login};`;
  // Another database of the same server may make it in the same moment, which our lock does not cover.
  const make = `do $$ begin create role tierwise_app nologin;
    exception when duplicate_object or unique_violation then null; end $$`;
  if (found?.made !== true) await orAsk(run, make, `CREATE ROLE tierwise_app NOLOGIN; ${grant}`);
  if (!(await mayBecome(run))) await orAsk(run, 'grant tierwise_app to current_user', grant);
}

/** Since PostgreSQL 16 being a member is not enough: the membership must also allow SET ROLE. */
async function mayBecome(run: Run): Promise<boolean> {
  const [server] = await run(`select current_setting('server_version_num')::int as version`);
  const right = Number(server?.version) >= 160_000 ? 'SET' : 'MEMBER';
  const [membership] = await run(`select pg_has_role('tierwise_app', $1) as granted`, [right]);
  return membership?.granted === true;
}

async function orAsk(run: Run, sql: string, statements: string): Promise<void> {
  try {
    await run(sql);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '42501') throw error;
    throw new StartRefused('ROLE_NEEDED', {
      en: `The login of DATABASE_URL may not set up the role tierwise_app; an administrator must run once: ${statements}`,
      zhHans: `DATABASE_URL 的登录用户无权设置角色 tierwise_app；请管理员执行一次：${statements}`,
    });
  }
}

/** Names what the role could see beyond its organization, and refuses to serve like that. */
export async function assertRoleIsBound(run: Run): Promise<void> {
  await run('begin; set local role tierwise_app');
  try {
    const open = await run(`
      select c.relname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not row_security_active(c.oid)
      union all
      select 'organizations' where not row_security_active('public.organizations')
      order by 1`);
    if (open.length === 0) return;
    const tables = open.map(({ name }) => name).join(', ');
    throw new StartRefused('ROLE_UNSAFE', {
      en: `Row-level security does not bind the role tierwise_app on ${tables}; it must not be SUPERUSER, BYPASSRLS or owner.`,
      zhHans: `行级安全在 ${tables} 上对角色 tierwise_app 不起作用；该角色不得为 SUPERUSER、BYPASSRLS 或表的所有者。`,
    });
  } finally {
    await run('rollback');
  }
}
