import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData, expectPayload } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { expectRefusal } from '../network/refusals.ts';
import { OpenConflictCase, ResolveConflictCase } from './documents.ts';
import { expectUnwritten, sceneOf } from './scene.ts';
import { barter, trade } from './trade.ts';

const ListTags = graphql(`
  query ListTags($locale: Locale) {
    conflictTags { key cause label(locale: $locale) }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: [trade, barter] });
});

const tags = async (client: Client, locale: 'EN' | 'ZH_HANS' = 'EN') =>
  expectData(await client.run(ListTags, { locale })).conflictTags;
const off = 'mutation { setPluginEnabled(input: { name: "trade", enabled: false }) { __typename } }';

describe('conflictTags', () => {
  test('are the plugins’ by their names, in both languages, for every role', async () => {
    const organization = await api.seed.organization({ industry: 'trade' });
    const { client } = await organization.dealer();
    const { admin, manager, assessor, auditor } = organization;
    for (const caller of [admin, manager, assessor, auditor, client]) {
      expect(await tags(caller)).toEqual([
        { key: 'barter/worth', cause: 'GOAL_MISALIGNMENT', label: 'Worth' },
        { key: 'trade/undercut', cause: 'COMPETITION', label: 'Undercutting' },
        { key: 'trade/diversion', cause: 'COMPETITION', label: 'Diversion' },
        { key: 'trade/late-briefing', cause: 'POOR_COMMUNICATION', label: 'Late briefing' },
      ]);
    }
    const chinese = await tags(auditor, 'ZH_HANS');
    expect(chinese.map(({ label }) => label)).toEqual(['估值不一', '低价倾销', '窜货', '通知过晚']);
    const spoken = expectData(await auditor.run(ListTags, {}, { 'accept-language': 'zh' }));
    expect(spoken.conflictTags).toEqual(chinese);
  });

  test('and strategies of a plugin that is turned off are none, for what is opened and settled from then on', async () => {
    const { organization, claimant, respondent } = await sceneOf(api, { industry: 'trade' });
    const { id, version } = await organization
      .conflictCase([claimant, respondent], { tags: ['trade/diversion'] })
      .reach('CONSULTATION');
    expectData(await organization.admin.send(off));
    expect((await tags(organization.auditor)).map(({ key }) => key)).toEqual(['barter/worth']);
    await expectUnwritten(api, organization, async () => {
      const parties = [claimant, respondent].map((dealer) => ({ dealer: dealer.id, role: 'CLAIMANT' as const }));
      const input = { title: 'T', description: 'D', subject: 'PRICE' as const, causes: ['OTHER' as const], parties };
      expectRefusal(
        await organization.manager.run(OpenConflictCase, {
          input: { ...input, tags: ['barter/worth', 'trade/diversion'] },
        }),
        'ValidationError',
        'CONFLICT_TAG_UNKNOWN tags 1',
      );
      const settled = { id, expectedVersion: version, strategies: ['trade/price-floor'], outcome: 'Agreed.' };
      expectRefusal(
        await organization.manager.run(ResolveConflictCase, { input: settled }),
        'ValidationError',
        'CONFLICT_STRATEGY_UNKNOWN strategies 0',
      );
    });
    const settled = { id, expectedVersion: version, strategies: ['barter/appraisal'], outcome: 'Agreed.' };
    expectPayload(await organization.manager.run(ResolveConflictCase, { input: settled }));
  });

  test('ask the database once, for the plugins that are off', async () => {
    const { auditor } = await api.seed.organization({ industry: 'trade' });
    expect((await auditor.run(ListTags)).statements).toHaveLength(2);
  });
});
