#!/usr/bin/env node
import type { Answer } from './answer.ts';
import { misused } from './answer.ts';
import { checkPlugins, usage as checkUsage } from './check-plugin.ts';
import { newPlugin, usage as newUsage } from './new-plugin.ts';

type Command = (args: readonly string[], directory: string) => Promise<Answer>;

const commands: Readonly<Record<string, Command>> = { 'new-plugin': newPlugin, 'check-plugin': checkPlugins };
const usage = `${newUsage}\n${checkUsage}`;

async function answer([name = '', ...args]: readonly string[]): Promise<Answer> {
  if (name === '--help') return { said: usage, code: 0 };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command(args, process.cwd());
  return misused(usage, { en: `'${name}' is no command.`, zhHans: `没有“${name}”这一命令。` });
}

const { said, code } = await answer(process.argv.slice(2));
process.exitCode = code;
process.stdout.write(`${said}\n`);
