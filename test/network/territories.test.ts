import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { ReadTerritories } from './documents.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

describe('territories', () => {
  test('are none in a new organization', async () => {
    const { auditor } = await api.seed.organization();
    expect(expectData(await auditor.run(ReadTerritories))).toEqual({ territories: [] });
  });

  test('are given in full to every role, by code, each with what is above and below it', async () => {
    const organization = await api.seed.organization();
    const { client } = await organization.dealer();
    const top = await organization.territory({ code: 'b' });
    const second = await organization.territory({ code: 'a-2', parent: top.id });
    const first = await organization.territory({ code: 'a-1', parent: top.id });
    const lone = await organization.territory({ code: 'B' });
    const { admin, manager, assessor, auditor } = organization;
    for (const caller of [admin, manager, assessor, auditor, client]) {
      const { territories } = expectData(await caller.run(ReadTerritories));
      expect(territories).toEqual([
        { id: lone.id, code: 'B', name: 'Territory B', parent: null, children: [] },
        { id: first.id, code: 'a-1', name: 'Territory a-1', parent: { id: top.id }, children: [] },
        { id: second.id, code: 'a-2', name: 'Territory a-2', parent: { id: top.id }, children: [] },
        { id: top.id, code: 'b', name: 'Territory b', parent: null, children: [{ id: first.id }, { id: second.id }] },
      ]);
    }
  });

  test('of another organization are not among them', async () => {
    const organization = await api.seed.organization();
    await (await api.seed.organization()).territory({ code: 'THEIRS' });
    await organization.territory({ code: 'OURS' });
    const { territories } = expectData(await organization.auditor.run(ReadTerritories));
    expect(territories.map(({ code }) => code)).toEqual(['OURS']);
  });

  test('cost as many statements with one as with many', async () => {
    const text = '{ territories { code parent { parent { code } } children { code children { code } } } }';
    const counts = [];
    for (const width of [1, 8]) {
      const organization = await api.seed.organization();
      for (let at = 0; at < width; at += 1) {
        const top = await organization.territory();
        const middle = await organization.territory({ parent: top.id });
        await organization.territory({ parent: middle.id });
      }
      const result = await organization.auditor.send(text);
      expect(expectData(result).territories).toHaveLength(3 * width);
      counts.push(result.statements.length);
    }
    // The key; all of them; those above, those below.
    expect(counts).toEqual([4, 4]);
  });
});
