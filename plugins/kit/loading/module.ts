import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Finding, isRecord } from '../validation/check.ts';
import { type Import, importFailed, trialImport } from './trial.ts';

export type Module = Readonly<Record<string, unknown>>;

/** Imports from no file, since tsx takes `x.ts` for the `x.js` that a file in TypeScript asks for. */
const byNodeAlone = 'data:text/javascript,export default (href) => import(href)';

const howTo = (file: string): Import => ({
  by: path.extname(file) === '.ts' ? import.meta.resolve('tsx/esm/api') : byNodeAlone,
  href: pathToFileURL(file).href,
});

async function imported({ by, href }: Import): Promise<Module> {
  const { tsImport, default: byNode } = await import(by);
  return (tsImport ?? byNode)(href, href);
}

/** A file in TypeScript beside no `"type": "module"` comes as CommonJS, wrapped once more. */
const unwrapped = (module: Module): Module =>
  isRecord(module.default) && module.default.__esModule === true ? module.default : module;

/** What a file exports, imported on trial first. */
export async function moduleAt(file: string, deadline: number): Promise<{ readonly module: Module } | Finding> {
  const how = howTo(file);
  const finding = await trialImport(file, how, deadline);
  if (finding !== undefined) return finding;
  try {
    return { module: unwrapped(await imported(how)) };
  } catch (error) {
    return importFailed(error, file);
  }
}
