import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused, type Text } from './errors.ts';
import { startOf } from './processes.ts';

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly host: string;
  /** Told apart from every other taking of the lock, also by the same process. */
  readonly token: string;
}

/** Takes the lock at `path`, also from a process that is gone; never from one that lives. Returns its release. */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const start = (await startOf(process.pid)) ?? 'unknown';
  const own: Holder = { pid: process.pid, start, host: hostname(), token: randomUUID() };
  for (;;) {
    if (await placed(path, own)) return () => giveBack(path, own);
    const holder = await holderOf(path);
    if (!holder) continue;
    if (await lives(holder)) throw inUse(path, holder);
    if (await superseded(path, holder, own)) return () => giveBack(path, own);
    await pause(20);
  }
}

/**
 * Puts ourselves in a dead holder's place. The claim on that one holder's token is what only one process can have, and
 * while it is ours nobody else may change the lock: so what we read then is still true when we rename over it.
 */
async function superseded(path: string, dead: Holder, own: Holder): Promise<boolean> {
  const claim = `${path}.${dead.token}`;
  if (!(await placed(claim, own))) {
    const claimant = await holderOf(claim);
    if (!claimant || (await lives(claimant)) || !(await superseded(claim, claimant, own))) return false;
  }
  try {
    if ((await holderOf(path))?.token !== dead.token) return false;
    await rename(await written(path, own), path);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

/** Appears with its content or not at all, and only where nothing was. */
async function placed(path: string, own: Holder): Promise<boolean> {
  const draft = await written(path, own);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function written(path: string, own: Holder): Promise<string> {
  const draft = `${path}.${own.token}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  return draft;
}

/** A lock that cannot be read was damaged with its machine, so its holder is gone too. */
async function holderOf(path: string): Promise<Holder | null> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { pid, start, host, token } = JSON.parse(content);
    if (Number.isInteger(pid) && [start, host, token].every((part) => typeof part === 'string')) {
      return { pid, start, host, token: token.replace(/[^\w-]/g, '') };
    }
  } catch {}
  return { pid: 0, start: '', host: hostname(), token: createHash('sha256').update(content).digest('hex') };
}

/** On another machine nobody can be asked, so the holder counts as alive. */
async function lives(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  return holder.pid > 0 && (await startOf(holder.pid)) === holder.start;
}

async function giveBack(path: string, own: Holder): Promise<void> {
  if ((await holderOf(path))?.token === own.token) await rm(path, { force: true });
}

function inUse(path: string, { pid, host }: Holder): StartRefused {
  const here: Text = {
    en: `process ${pid} has it; end that process, or set DATA_DIR to another folder`,
    zhHans: `由进程 ${pid} 占用；请结束该进程，或将 DATA_DIR 设为其他文件夹`,
  };
  const elsewhere: Text = {
    en: `process ${pid} on ${host} has it; if that machine no longer runs it, delete ${path}`,
    zhHans: `由 ${host} 上的进程 ${pid} 占用；若该机器已不再运行它，请删除 ${path}`,
  };
  const { en, zhHans } = host === hostname() ? here : elsewhere;
  return new StartRefused('DATA_DIR_IN_USE', {
    en: `The embedded database beside ${path} is in use: ${en}.`,
    zhHans: `${path} 旁的内嵌数据库正在使用：${zhHans}。`,
  });
}
