import { beforeAll, describe, expect, test } from 'vitest';
import { coreData } from '../../plugins/index.ts';
import type { Channel, Need, Text } from '../../plugins/kit/index.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData, expectError } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';
import { expectQueryRefusal } from '../network/refusals.ts';
import { plain } from './documents.ts';
import { addSegment, setPlugin } from './steps.ts';
import { trades } from './trades.ts';

const MatchChannels = graphql(`
  query MatchChannels($segment: String!, $needs: [NeedType!], $locale: Locale) {
    matchChannels(segment: $segment, needs: $needs) {
      channel
      fit
      reasons { need weight text(locale: $locale) }
    }
  }
`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ plugins: trades });
});
const brand = () => api.seed.organization({ industry: 'tea' });
const { fits, strategy } = coreData.matching;
const byStrategy = { need: null, weight: 1, text: strategy.reason.en };

/** Why the core says that a channel meets a need. */
function reasonFor(need: Need, channel: Channel): Text {
  const fit = fits.find((each) => each.need === need && each.channel === channel);
  if (!fit) throw new Error(`Nothing says that ${channel} meets ${need}.`);
  return fit.reason;
}

describe('matchChannels', () => {
  test('ranks all channels by the needs of the segment’s first strategy, with what speaks for each', async () => {
    const { auditor } = await brand();
    const { matchChannels } = expectData(await auditor.run(MatchChannels, { segment: 'STUDENT' }));
    // SOCIAL, PERSONAL and the strategy are asked for: three parts of which two, one, one and none are met.
    expect(matchChannels).toEqual([
      {
        channel: 'SOCIAL',
        fit: 66.67,
        reasons: [{ need: 'SOCIAL', weight: 1, text: reasonFor('SOCIAL', 'SOCIAL').en }, byStrategy],
      },
      {
        channel: 'PHYSICAL',
        fit: 33.33,
        reasons: [{ need: 'PERSONAL', weight: 1, text: reasonFor('PERSONAL', 'PHYSICAL').en }],
      },
      { channel: 'ECOMMERCE', fit: 33.33, reasons: [byStrategy] },
      { channel: 'PHONE', fit: 0, reasons: [] },
    ]);
  });

  test('ranks them by the needs asked, in the order asked', async () => {
    const { auditor } = await brand();
    const { matchChannels } = expectData(
      await auditor.run(MatchChannels, { segment: 'SENIOR', needs: ['EMOTIONAL', 'CONVENIENCE'] }),
    );
    expect(matchChannels.map(({ channel, fit, reasons }) => [channel, fit, reasons.map(({ need }) => need)])).toEqual([
      ['PHONE', 100, ['EMOTIONAL', 'CONVENIENCE', null]],
      ['PHYSICAL', 66.67, ['EMOTIONAL', null]],
      ['ECOMMERCE', 33.33, ['CONVENIENCE']],
      ['SOCIAL', 33.33, ['EMOTIONAL']],
    ]);
    const turned = expectData(
      await auditor.run(MatchChannels, { segment: 'SENIOR', needs: ['CONVENIENCE', 'EMOTIONAL'] }),
    ).matchChannels;
    expect(turned[0]?.reasons.map(({ need }) => need)).toEqual(['CONVENIENCE', 'EMOTIONAL', null]);
  });

  test('takes needs that are null as absent', async () => {
    const { auditor } = await brand();
    const absent = expectData(await auditor.run(MatchChannels, { segment: 'RIDER' }));
    expect(expectData(await auditor.run(MatchChannels, { segment: 'RIDER', needs: null }))).toEqual(absent);
  });

  test('is open to every role', async () => {
    const organization = await brand();
    const { client } = await organization.dealer();
    const { admin, manager, assessor, auditor } = organization;
    for (const caller of [admin, manager, assessor, auditor, client]) {
      expect(expectData(await caller.run(MatchChannels, { segment: 'MOTHER' })).matchChannels).toHaveLength(4);
    }
  });

  test('gives its reasons in both languages, by Accept-Language and by locale', async () => {
    const { auditor } = await brand();
    const reasonsIn = async (header: string, locale?: 'EN' | 'ZH_HANS') => {
      const variables = { segment: 'GROUP_BUYER', needs: ['FUNCTIONAL' as const], locale };
      const answer = await auditor.run(MatchChannels, variables, { 'accept-language': header });
      return expectData(answer).matchChannels[0]?.reasons.map(({ text }) => text);
    };
    const reasons = [reasonFor('FUNCTIONAL', 'PHYSICAL'), strategy.reason];
    const [english, chinese] = [reasons.map(({ en }) => en), reasons.map(({ zhHans }) => zhHans)];
    expect([await reasonsIn('en'), await reasonsIn('zh-CN')]).toEqual([english, chinese]);
    expect([await reasonsIn('zh-CN', 'EN'), await reasonsIn('en', 'ZH_HANS')]).toEqual([english, chinese]);
  });

  test('goes by the first strategy of a segment of the organization’s own, or by a plugin’s where it has none', async () => {
    const { admin, manager, auditor } = await brand();
    const text = { en: 'Late.', zhHans: '夜间。' };
    const strategies = [{ text, needs: ['CONVENIENCE' as const], channels: ['ECOMMERCE' as const] }];
    await addSegment(manager, { strategies });
    await addSegment(manager, { code: 'NIGHT_OWL' });
    const best = async (segment: string) => {
      const { channel, fit } = expectData(await auditor.run(MatchChannels, { segment })).matchChannels[0] ?? {};
      return [channel, fit];
    };
    expect(await best(plain.code)).toEqual(['ECOMMERCE', 100]);
    expect(await best('NIGHT_OWL')).toEqual(['PHONE', 100]);
    await setPlugin(admin, 'teahouses', false);
    expectQueryRefusal(await auditor.run(MatchChannels, { segment: 'NIGHT_OWL' }), 'LIST_EMPTY needs');
    const { matchChannels } = expectData(
      await auditor.run(MatchChannels, { segment: 'NIGHT_OWL', needs: ['PERSONAL'] }),
    );
    expect(matchChannels[0]).toMatchObject({ channel: 'PHYSICAL', fit: 50 });
  });

  test('refuses an unknown segment, and needs that are no set, all at once', async () => {
    const { auditor } = await brand();
    await addSegment((await brand()).manager, { code: 'THEIRS' });
    for (const segment of ['', 'student', 'THEIRS', 'a\0']) {
      expectQueryRefusal(await auditor.run(MatchChannels, { segment }), 'NOT_FOUND segment');
      expectQueryRefusal(await auditor.run(MatchChannels, { segment, needs: ['SOCIAL'] }), 'NOT_FOUND segment');
    }
    expectQueryRefusal(await auditor.run(MatchChannels, { segment: 'STUDENT', needs: [] }), 'LIST_EMPTY needs');
    const repeated = ['SOCIAL', 'PERSONAL', 'SOCIAL', 'SOCIAL'] as const;
    expectQueryRefusal(
      await auditor.run(MatchChannels, { segment: 'STUDENT', needs: [...repeated] }),
      'LIST_REPEATED needs 2',
      'LIST_REPEATED needs 3',
    );
    const both = await auditor.run(MatchChannels, { segment: 'NOBODY', needs: [] });
    const { extensions } = expectError(both, 'VALIDATION_FAILED');
    expect(extensions?.issues).toMatchObject([
      { code: 'NOT_FOUND', path: ['segment'] },
      { code: 'LIST_EMPTY', path: ['needs'] },
    ]);
    const unknown = await auditor.send('{ matchChannels(segment: "STUDENT", needs: [MONEY]) { fit } }');
    expectError(unknown, 'GRAPHQL_VALIDATION_FAILED');
  });

  test('takes three statements', async () => {
    const { auditor } = await brand();
    // The key; the organization's segments, the plugins that are off.
    expect((await auditor.run(MatchChannels, { segment: 'STUDENT' })).statements).toHaveLength(3);
  });
});

test('the core’s weights fit a scale of 100: none counts more than the need that it meets', () => {
  expect([...fits, strategy].filter(({ weight }) => !(weight > 0 && weight <= 1))).toEqual([]);
  expect(new Set(fits.map(({ need, channel }) => `${need} ${channel}`)).size).toBe(fits.length);
});
