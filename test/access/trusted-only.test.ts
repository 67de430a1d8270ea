import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { giveKey } from '../../api/access/keys.ts';
import { schema } from '../../api/schema.ts';
import { readTrustedDocuments } from '../../api/trusted-documents.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';

const trusted = readTrustedDocuments(new URL('../kit/gen/trusted/persisted-documents.json', import.meta.url).pathname);
const code = `trusted-${randomUUID()}`;
let api: TestApi;
let keys: { any: string; bound: string };

beforeAll(async () => {
  api = await createTestApi({ trusted });
  const give = async (trustedOnly: boolean) => {
    const request = { organization: code, name: 'Trusted', locale: 'en', dealer: undefined, label: 'A site' } as const;
    const { key, organization } = await giveKey(api.database, { ...request, role: 'ADMIN', trustedOnly }, new Date());
    await api.prepare(organization.id);
    return key;
  };
  keys = { any: await give(false), bound: await give(true) };
});

async function post(key: string, body: object) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await api.fetch('http://tierwise.test/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return response.text();
}

test('a bound key is answered by id what any key is answered by text', async () => {
  for (const [id, query] of trusted) {
    if (query.startsWith('mutation')) continue;
    const answer = await post(keys.any, { query });
    expect(answer).not.toContain('errors');
    expect(await post(keys.bound, { documentId: `sha256:${id}` })).toBe(answer);
    expect(await post(keys.any, { documentId: id })).toBe(answer);
  }
});

test('a bound key runs no text, whatever it asks for', async () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  for (const query of [
    ...trusted.values(),
    '{ __schema { queryType { name } } }',
    ...fields.map((name) => `{ ${name} }`),
  ]) {
    expect(JSON.parse(await post(keys.bound, { query })).errors[0].extensions).toEqual({
      code: 'DOCUMENT_NOT_TRUSTED',
    });
  }
});
