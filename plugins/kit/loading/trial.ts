import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Text } from '../definition.ts';
import type { Finding } from '../validation/check.ts';
import { alike, firstLine, shown } from '../validation/wording.ts';

/** How a module is imported: `by` is the address of a module that knows how. */
export type Import = { readonly by: string; readonly href: string };

type Told = { readonly imported: true } | { readonly failed: string } | { readonly printed: string };

/** The first thing that the module does is told: nothing may come before its end, and nothing but its end is right. */
const inWorker = `
const { parentPort, workerData: { by, href } } = require('node:worker_threads');
const tell = (told) => parentPort.postMessage(told);
process.stdout.write = (chunk) => { tell({ printed: String(chunk) }); return true; };
process.exit = (code) => { tell({ failed: 'process.exit(' + (code ?? '') + ')' }); for (;;); };
import(by)
  .then((module) => (module.tsImport ?? module.default)(href, href))
  .then(() => tell({ imported: true }), (error) => tell({ failed: String(error instanceof Error ? error.message : error) }));
`;

/**
 * Imports a module apart from the server until a deadline, in milliseconds, so that what throws, prints or never ends does
 * so there; nothing where it can be imported.
 */
export async function trialImport(file: string, workerData: Import, deadline: number): Promise<Finding | undefined> {
  const worker = new Worker(inWorker, { eval: true, workerData, execArgv: [], stdout: true, stderr: true });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Finding | undefined>((resolve) => {
      const after = { en: `no end after ${deadline / 1000} s`, zhHans: `${deadline / 1000} 秒后仍未结束` };
      late = setTimeout(() => resolve(endless(after)), deadline);
      worker.once('message', (told: Told) => resolve(findingIn(told, file)));
      worker.once('error', (error) => resolve(importFailed(error, file)));
      worker.once('exit', () => resolve(endless({ en: 'a wait without end', zhHans: '没有尽头的等待' })));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

function findingIn(told: Told, file: string): Finding | undefined {
  if ('failed' in told) return importFailed(told.failed, file);
  if ('printed' in told) return prints(told.printed);
  return undefined;
}

const endless = (found: Finding['found']): Finding => ({
  code: 'PLUGIN_IMPORT_ENDLESS',
  path: '',
  found,
  expected: { en: 'a module that finishes loading', zhHans: '能够加载完毕的模块' },
  remedy: {
    en: 'Remove the loop or the await that the module begins with: a plugin is data.',
    zhHans: '请去掉模块加载时的循环或 await：插件只含数据。',
  },
});

const prints = (printed: string): Finding => ({
  code: 'PLUGIN_PRINTS',
  path: '',
  found: alike(shown(firstLine(printed))),
  expected: { en: 'nothing printed while the module loads', zhHans: '加载模块时不输出任何内容' },
  remedy: { en: 'Remove the line that prints it.', zhHans: '请删除输出它的语句。' },
});

/** What mends a module that cannot be imported, where its error tells. */
function remedyFor(message: string, file: string): Text {
  if (/Cannot find package 'tierwise'/.test(message))
    return {
      en: 'Install the kit there too, or write the plugin as a plain object.',
      zhHans: '请在该处也安装套件，或将插件写成普通对象。',
    };
  // Written as an ES module, and taken for CommonJS.
  if (
    path.extname(file) === '.js' &&
    /Unexpected token 'export'|Cannot use import statement|import\.meta/.test(message)
  )
    return {
      en: 'Put a package.json with "type": "module" beside it, or rename it to .mjs.',
      zhHans: '请在其旁放置含 "type": "module" 的 package.json，或将其改名为 .mjs。',
    };
  return {
    en: 'Run the file by itself with node to see where, and correct it.',
    zhHans: '请用 node 单独运行该文件，找到出错之处并更正。',
  };
}

export function importFailed(error: unknown, file: string): Finding {
  const message = firstLine(error);
  return {
    code: 'PLUGIN_IMPORT_FAILED',
    path: '',
    found: alike(shown(message)),
    expected: { en: 'a module that can be imported', zhHans: '可导入的模块' },
    remedy: remedyFor(message, file),
  };
}
