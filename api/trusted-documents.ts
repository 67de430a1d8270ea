import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationFaults } from './configuration.ts';
import { schema } from './schema.ts';
import { createJudge } from './server/operation.ts';
import { edgeMessage } from './server/refusals.ts';
import type { Text } from './shared/locale.ts';

/** What code generators write: documents by their ids. */
const file = z.record(z.string(), z.string());
const sha256 = /^[0-9a-f]{64}$/;
const customId = /^[\w.~-]{1,200}$/;

/**
 * The documents of a file, or of every JSON file of a folder, by their ids without `sha256:`. Each is held to its id, the
 * contract and the limits, so that none is found unfit when a client asks for it.
 */
export function readTrustedDocuments(path: string | undefined): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  const faults: Text[] = [];
  const { judge } = createJudge(schema);
  for (const name of path === undefined ? [] : filesAt(path)) {
    for (const [id, text] of Object.entries(contentOf(name))) {
      const key = id.replace(/^sha256:/, '');
      const [refusal] = judge(text).refusals;
      if (!isIdOf(id, key, text)) faults.push(wrongId(name, id));
      else if ((documents.get(key) ?? text) !== text) faults.push(twice(name, id));
      else if (refusal) faults.push(unfit(name, id, (locale) => edgeMessage(refusal.code, locale, refusal.params)));
      documents.set(key, text);
    }
  }
  if (faults.length > 0) throw new ConfigurationFaults(faults);
  return documents;
}

/** An id that is a SHA-256 is that of its text; any other is its maker's own. */
function isIdOf(id: string, key: string, text: string): boolean {
  if (!sha256.test(key)) return key === id && customId.test(id);
  return key === createHash('sha256').update(text).digest('hex');
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function contentOf(name: string): Record<string, string> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(name, 'utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? new ConfigurationFaults([noDocuments(name)]) : unreadable(name, error);
  }
  const read = file.safeParse(content);
  if (!read.success) throw new ConfigurationFaults([noDocuments(name)]);
  return read.data;
}

function unreadable(path: string, error: unknown): ConfigurationFaults {
  const reason = (error as NodeJS.ErrnoException).code;
  return new ConfigurationFaults([
    {
      en: `TRUSTED_DOCUMENTS: ${path} cannot be read (${reason}).`,
      zhHans: `TRUSTED_DOCUMENTS：无法读取 ${path}（${reason}）。`,
    },
  ]);
}

const noDocuments = (name: string): Text => ({
  en: `TRUSTED_DOCUMENTS: ${name} is not a JSON object with documents by their ids.`,
  zhHans: `TRUSTED_DOCUMENTS：${name} 不是以标识为键、文档为值的 JSON 对象。`,
});

const wrongId = (name: string, id: string): Text => ({
  en: `TRUSTED_DOCUMENTS: ${name}: ${JSON.stringify(id)} is not the id of its document; expected: sha256: and the SHA-256 of the text, or letters, digits and . _ ~ -.`,
  zhHans: `TRUSTED_DOCUMENTS：${name}：${JSON.stringify(id)} 不是该文档的标识；应为 sha256: 加文本的 SHA-256，或由字母、数字及 . _ ~ - 组成。`,
});

const twice = (name: string, id: string): Text => ({
  en: `TRUSTED_DOCUMENTS: ${name}: another file has another document by the id ${id}.`,
  zhHans: `TRUSTED_DOCUMENTS：${name}：另一文件以标识 ${id} 存放了不同的文档。`,
});

const unfit = (name: string, id: string, why: (locale: keyof Text) => string): Text => ({
  en: `TRUSTED_DOCUMENTS: ${name}: the document ${id} would be refused: ${why('en')}`,
  zhHans: `TRUSTED_DOCUMENTS：${name}：文档 ${id} 将被拒绝：${why('zhHans')}`,
});
