import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesOf } from '../../api/segments/matching.rules.ts';
import { type Channel, type ChannelMatching, channels, type Need, needs } from '../../plugins/kit/definition.ts';

const reason = { en: 'Why', zhHans: '理由' };

/** `FUNCTIONAL PHONE 0.5`: how much a need counts for a channel. */
function matching(strategy: number, ...fits: string[]): ChannelMatching {
  return {
    fits: fits.map((fit) => {
      const [need, channel, weight] = fit.split(' ');
      return { need: need as Need, channel: channel as Channel, weight: Number(weight), reason };
    }),
    strategy: { weight: strategy, reason },
  };
}

describe('channels are ranked', () => {
  test.each<[string, ChannelMatching, Need[], Channel[], string[]]>([
    [
      'in their own order where nothing speaks for any',
      matching(1),
      ['SOCIAL'],
      [],
      ['PHYSICAL 0', 'ECOMMERCE 0', 'PHONE 0', 'SOCIAL 0'],
    ],
    [
      'by the needs met',
      matching(1, 'SOCIAL SOCIAL 1', 'SOCIAL PHONE 0.5', 'EMOTIONAL PHONE 1'),
      ['SOCIAL', 'EMOTIONAL'],
      [],
      ['PHONE 50 SOCIAL EMOTIONAL', 'SOCIAL 33.33 SOCIAL', 'PHYSICAL 0', 'ECOMMERCE 0'],
    ],
    [
      'by the strategy too',
      matching(0.5, 'SOCIAL PHYSICAL 1'),
      ['SOCIAL'],
      ['PHONE', 'PHYSICAL'],
      ['PHYSICAL 100 SOCIAL strategy', 'PHONE 33.33 strategy', 'ECOMMERCE 0', 'SOCIAL 0'],
    ],
    [
      'in their own order where they are equal',
      matching(1, 'SOCIAL SOCIAL 1', 'PERSONAL PHYSICAL 1'),
      ['SOCIAL', 'PERSONAL'],
      ['PHONE', 'ECOMMERCE'],
      ['PHYSICAL 33.33 PERSONAL', 'ECOMMERCE 33.33 strategy', 'PHONE 33.33 strategy', 'SOCIAL 33.33 SOCIAL'],
    ],
    [
      'exactly, and rounded half up: 0.1 and 0.2 are 0.3, and 0.005 is shown as 0.01',
      matching(1, 'SOCIAL PHYSICAL 0.1', 'PERSONAL PHYSICAL 0.2', 'SOCIAL PHONE 0.3', 'SOCIAL ECOMMERCE 0.00015'),
      ['SOCIAL', 'PERSONAL'],
      [],
      ['PHYSICAL 10 SOCIAL PERSONAL', 'PHONE 10 SOCIAL', 'ECOMMERCE 0.01 SOCIAL', 'SOCIAL 0'],
    ],
    [
      'by needs alone where the strategy counts nothing',
      matching(0, 'SOCIAL SOCIAL 1'),
      ['SOCIAL'],
      [],
      ['SOCIAL 100 SOCIAL', 'PHYSICAL 0', 'ECOMMERCE 0', 'PHONE 0'],
    ],
  ])('%s', (_, given, asked, used, expected) => {
    const told = matchesOf(given, asked, used).map(({ channel, fit, reasons }) =>
      [channel, fit, ...reasons.map(({ need }) => need ?? 'strategy')].join(' '),
    );
    expect(told).toEqual(expected);
  });
});

describe('whatever the weights, the needs and the strategy', () => {
  const weight = fc.integer({ min: 1, max: 1_000 }).map((thousandths) => thousandths / 1_000);
  const pairs = needs.flatMap((need) => channels.map((channel) => ({ need, channel })));
  const fits = fc
    .subarray(pairs)
    .chain((some) => fc.tuple(...some.map((pair) => weight.map((each) => ({ ...pair, weight: each, reason })))));
  const anyMatching = fc.record({ fits, strategy: weight.map((each) => ({ weight: each, reason })) });
  const anyNeeds = fc.shuffledSubarray([...needs], { minLength: 1 });
  const anyChannels = fc.shuffledSubarray([...channels]);

  test('every channel is ranked once, the better before the worse, equal ones in their order', () => {
    fc.assert(
      fc.property(anyMatching, anyNeeds, anyChannels, (given, asked, used) => {
        const matches = matchesOf(given, asked, used);
        expect(matches.map(({ channel }) => channel).sort()).toEqual([...channels].sort());
        const met = matches.map(({ reasons }) =>
          Math.round(reasons.reduce((sum, each) => sum + each.weight * 1000, 0)),
        );
        matches.slice(1).forEach(({ channel, fit }, at) => {
          const before = matches[at];
          expect(before?.fit).toBeGreaterThanOrEqual(fit);
          expect(met[at]).toBeGreaterThanOrEqual(met[at + 1] ?? 0);
          if (met[at] === met[at + 1]) {
            expect(channels.indexOf(before?.channel ?? 'SOCIAL')).toBeLessThan(channels.indexOf(channel));
          }
        });
      }),
    );
  });

  test('a fit is what the reasons weigh of all that is asked, from 0 to 100 with two decimals', () => {
    fc.assert(
      fc.property(anyMatching, anyNeeds, anyChannels, (given, asked, used) => {
        for (const { fit, reasons } of matchesOf(given, asked, used)) {
          const parts = Math.round((asked.length + given.strategy.weight) * 1000);
          const met = Math.round(reasons.reduce((sum, each) => sum + each.weight * 1000, 0));
          expect(fit).toBe(Math.floor((met * 20_000 + parts) / (2 * parts)) / 100);
          expect(fit).toBeGreaterThanOrEqual(0);
          expect(fit).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('reasons are the needs in the order asked, then the strategy, each with its own weight', () => {
    fc.assert(
      fc.property(anyMatching, anyNeeds, anyChannels, (given, asked, used) => {
        for (const { channel, reasons } of matchesOf(given, asked, used)) {
          const weightOf = (need: Need) =>
            given.fits.find((fit) => fit.need === need && fit.channel === channel)?.weight;
          const expected = [
            ...asked.flatMap((need) => (weightOf(need) ? [[need, weightOf(need)]] : [])),
            ...(used.includes(channel) ? [[null, given.strategy.weight]] : []),
          ];
          expect(reasons.map((each) => [each.need, each.weight])).toEqual(expected);
        }
      }),
    );
  });

  test('the order in which needs are asked changes no fit and no rank', () => {
    fc.assert(
      fc.property(anyMatching, anyNeeds, anyChannels, (given, asked, used) => {
        const shown = (order: readonly Need[]) =>
          matchesOf(given, order, used).map(({ channel, fit }) => [channel, fit]);
        expect(shown(asked.toReversed())).toEqual(shown(asked));
      }),
    );
  });
});
