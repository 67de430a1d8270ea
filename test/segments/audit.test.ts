import { beforeAll, describe, expect, test } from 'vitest';
import { parseGlobalId } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import { expectData } from '../kit/expect.ts';
import { plain, plainText } from './documents.ts';
import { addSegment } from './steps.ts';
import { trades } from './trades.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: trades });
});

/** Every mutation of segments as it succeeds, one after the other, and as it is refused. */
async function mutations() {
  const organization = await api.seed.organization({ industry: 'tea' });
  const { manager } = organization;
  const { id } = await addSegment(manager);
  const text = { en: 'B', zhHans: '乙' };
  const ofCore = { segment: 'STUDENT', key: 'teahouses/apron' };
  const ofOwn = { segment: plain.code, key: 'organization/1' };
  const own = parseGlobalId(id)?.id;
  const good = [
    ['createSegment', { ...plain, code: 'NEW', strategies: [] }, undefined],
    ['updateSegment', { id, expectedVersion: 1, hidden: true }, own],
    ['addPlaybookText', plainText, null],
    ['addPlaybookText', { ...plainText, segment: plain.code }, own],
    ['overridePlaybookText', { ...ofCore, expectedVersion: 0, text }, null],
    ['overridePlaybookText', { ...ofOwn, expectedVersion: 1, text }, own],
    ['removePlaybookText', { ...ofCore, expectedVersion: 1 }, null],
    ['removePlaybookText', { ...ofOwn, expectedVersion: 2 }, own],
  ] as const;
  const bad = [
    ['createSegment', { ...plain, strategies: [] }],
    ['updateSegment', { id, expectedVersion: 9 }],
    ['addPlaybookText', { ...plainText, text: { en: '', zhHans: '' } }],
    ['overridePlaybookText', { ...ofCore, expectedVersion: 9, text }],
    ['removePlaybookText', { ...ofCore, expectedVersion: 0 }],
  ] as const;
  const send = async (name: string, input: object) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const segment = name.endsWith('Segment') ? `... on ${type}Payload { customerSegment { id } }` : '__typename';
    const document = `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${segment} ... on UserError { code } } }`;
    return expectData(await manager.send(document, { input }))[name] as {
      code?: string;
      customerSegment?: { id: string };
    };
  };
  return { organization, good, bad, send };
}

describe('a change of segments', () => {
  test('is written down once, with who made it, what was sent, and the segment where it is the organization’s own', async () => {
    const { organization, good, send } = await mutations();
    for (const [action, input, objectId] of good) {
      let created: string | undefined;
      const entries = await audited(api.database, organization.id, async () => {
        const { code, customerSegment } = await send(action, input);
        expect([action, code]).toEqual([action, undefined]);
        created = parseGlobalId(customerSegment?.id ?? '')?.id;
      });
      const changed = objectId === undefined ? created : objectId;
      expect(entries).toEqual([{ action, actor: 'channel_manager 1', objectId: changed, input }]);
    }
  });

  test('that is refused is not', async () => {
    const { organization, bad, send } = await mutations();
    const entries = await audited(api.database, organization.id, async () => {
      for (const [action, input] of bad) expect((await send(action, input)).code).toEqual(expect.any(String));
    });
    expect(entries).toEqual([]);
  });
});
