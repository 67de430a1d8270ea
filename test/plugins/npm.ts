import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a command as an author would, in a shell that knows nothing of the tests around it; gives what it prints. */
export async function shell(folder: string, command: string, ...args: string[]): Promise<string> {
  const { VITEST: _, NODE_OPTIONS: __, NODE_ENV: ___, ...inherited } = process.env;
  const env = { ...inherited, npm_config_update_notifier: 'false' };
  const { stdout } = await run(command, args, { cwd: folder, env });
  return stdout.trim();
}

/** Packs a folder as npm does; gives the tarball. */
export async function packed(folder: string, into: string): Promise<string> {
  const output = await shell(folder, 'npm', 'pack', '--silent', '--pack-destination', into);
  return path.join(into, output.split('\n').at(-1) ?? '');
}

/** An empty project, as `npm init` leaves it. */
export function emptyProject(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return folder;
}

/** Unpacks the kit where npm puts it, its libraries being those that are here already. */
export async function installKit(tarball: string, project: string, libraries: readonly string[]): Promise<void> {
  const modules = path.join(project, 'node_modules');
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  mkdirSync(path.join(modules, 'tierwise'));
  await shell(path.join(modules, 'tierwise'), 'tar', '-xzf', tarball, '--strip-components=1');
  for (const name of libraries) symlinkSync(path.resolve('node_modules', name), path.join(modules, name));
  symlinkSync('../tierwise/.package/kit/commands/tierwise.js', path.join(modules, '.bin', 'tierwise'));
  await shell(modules, 'chmod', '+x', '.bin/tierwise');
}
