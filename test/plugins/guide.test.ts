import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const kit = fileURLToPath(new URL('../../plugins/kit/', import.meta.url));
const pages = ['README.md', ...readdirSync(`${kit}reference`).map((page) => `reference/${page}`)];

/** The plugin on a page, of the kit's type as its editor would be told. */
function typed(page: string): string {
  const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync(kit + page, 'utf8')) ?? [];
  const type = `/** @type {import('${kit}index.ts').PluginDefinition} */`;
  return example.replace('export default {', `${type}\nconst plugin = {`);
}

test('every example of the guide is of the kit’s types', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierwise-guide-'));
  const files = pages.map((page) => path.join(folder, `${path.basename(page, '.md')}.mjs`));
  for (const [at, file] of files.entries()) writeFileSync(file, typed(pages[at] ?? ''));
  const program = ts.createProgram(files, {
    ...{
      allowJs: true,
      checkJs: true,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
    },
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const faults = files.flatMap((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
  rmSync(folder, { recursive: true });
  expect(files).toHaveLength(6);
  expect(faults).toEqual([]);
});
