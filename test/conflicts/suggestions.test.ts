import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalogue, catalogueOf, suggested } from '../../api/conflicts/catalogue.rules.ts';
import { box, core, coreData } from '../../plugins/index.ts';
import { type ConflictCause, conflictCauses } from '../../plugins/kit/index.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';
import { barter, trade } from './trade.ts';

const plugins = { ...box, trade, barter };
const loaded = await loadPlugins({ names: ['trade', 'barter'], box: plugins, core, directory: process.cwd() });
const all = catalogueOf(
  coreData,
  loaded.all.map(({ definition }) => definition),
);
const ofCore = catalogueOf(coreData, [loaded.core.definition]);

const codes = (catalogue: Catalogue, causes: ConflictCause[], ...keys: string[]): string =>
  suggested({ causes, tags: all.tags.filter(({ key }) => keys.includes(key)) }, catalogue)
    .map(({ strategy }) => strategy.code)
    .join(' ');

describe('suggested strategies', () => {
  test.each<[ConflictCause[], string]>([
    [['GOAL_MISALIGNMENT'], 'BENEFIT_DISTRIBUTION ALLIANCE RESOLUTION_MECHANISM'],
    [['ROLE_AMBIGUITY'], 'ROLE_POSITIONING RESOLUTION_MECHANISM'],
    [['POOR_COMMUNICATION'], 'COMMUNICATION TRAINING RESOLUTION_MECHANISM'],
    [['RESOURCE_SCARCITY'], 'RESOURCE_INTEGRATION BENEFIT_DISTRIBUTION RESOLUTION_MECHANISM'],
    [['POWER_IMBALANCE'], 'POWER_BALANCE RESOLUTION_MECHANISM'],
    [['COMPETITION'], 'ROLE_POSITIONING ALLIANCE MARKET_WATCH RESOLUTION_MECHANISM'],
    [['OTHER'], 'RESOLUTION_MECHANISM'],
    // Each counts 1, the primary 2; equal ones in the catalogue's order.
    [
      ['GOAL_MISALIGNMENT', 'RESOURCE_SCARCITY'],
      'BENEFIT_DISTRIBUTION ALLIANCE RESOURCE_INTEGRATION RESOLUTION_MECHANISM',
    ],
    [
      ['RESOURCE_SCARCITY', 'GOAL_MISALIGNMENT'],
      'BENEFIT_DISTRIBUTION RESOURCE_INTEGRATION ALLIANCE RESOLUTION_MECHANISM',
    ],
    [
      ['ROLE_AMBIGUITY', 'COMPETITION', 'GOAL_MISALIGNMENT'],
      'ROLE_POSITIONING ALLIANCE BENEFIT_DISTRIBUTION MARKET_WATCH RESOLUTION_MECHANISM',
    ],
    [
      ['POWER_IMBALANCE', 'COMPETITION', 'ROLE_AMBIGUITY'],
      'ROLE_POSITIONING POWER_BALANCE ALLIANCE MARKET_WATCH RESOLUTION_MECHANISM',
    ],
    [
      [...conflictCauses],
      'BENEFIT_DISTRIBUTION ALLIANCE ROLE_POSITIONING RESOURCE_INTEGRATION COMMUNICATION POWER_BALANCE TRAINING MARKET_WATCH RESOLUTION_MECHANISM',
    ],
  ])('of the core for %j are %s', (causes, expected) => {
    expect(codes(ofCore, causes)).toBe(expected);
  });

  test('of plugins count with the tags that they answer', () => {
    const [competition, communication] = ['COMPETITION', 'POOR_COMMUNICATION'] as const;
    expect(codes(all, [competition])).toBe(
      'ROLE_POSITIONING ALLIANCE MARKET_WATCH barter/appraisal trade/price-floor RESOLUTION_MECHANISM',
    );
    expect(codes(all, [competition, communication], 'trade/diversion')).toBe(
      [
        ...['trade/price-floor', 'ROLE_POSITIONING', 'ALLIANCE', 'MARKET_WATCH', 'barter/appraisal'],
        ...['COMMUNICATION', 'TRAINING', 'trade/sealed-codes', 'RESOLUTION_MECHANISM'],
      ].join(' '),
    );
    expect(codes(all, [communication], 'trade/undercut', 'trade/diversion')).toBe(
      ['COMMUNICATION', 'TRAINING', 'trade/price-floor', 'trade/sealed-codes', 'RESOLUTION_MECHANISM'].join(' '),
    );
    expect(codes(all, ['OTHER'], 'trade/late-briefing', 'barter/worth')).toBe('RESOLUTION_MECHANISM');
  });

  test('say which causes and tags of the case they answer, the primary cause first', () => {
    const causes: ConflictCause[] = ['COMPETITION', 'OTHER', 'ROLE_AMBIGUITY'];
    const tags = all.tags.filter(({ key }) => key === 'trade/diversion' || key === 'trade/late-briefing');
    const found = suggested({ causes, tags }, all);
    const by = (code: string) => found.find(({ strategy }) => strategy.code === code);
    expect(by('ROLE_POSITIONING')).toMatchObject({ answers: ['COMPETITION', 'ROLE_AMBIGUITY'], answersTags: [] });
    expect(by('trade/price-floor')).toMatchObject({ answers: ['COMPETITION'], answersTags: ['trade/diversion'] });
    expect(by('trade/sealed-codes')).toMatchObject({ answers: [], answersTags: ['trade/diversion'] });
    expect(found.at(-1)).toMatchObject({ strategy: { code: 'RESOLUTION_MECHANISM' }, answers: causes });
  });

  const strategy = fc.record({
    answers: fc.uniqueArray(fc.constantFrom(...conflictCauses), { maxLength: 4 }),
    answersTags: fc.uniqueArray(fc.constantFrom('t/a', 't/b', 't/c'), { maxLength: 3 }),
  });
  const tag = (key: string) => ({ key, cause: 'OTHER' as const, label: { en: key, zhHans: key } });

  test('stand by what they count, then by the catalogue, the last resort behind them all', () => {
    const counts = (given: readonly string[], answered: readonly string[]) =>
      given.filter((each) => answered.includes(each)).length;
    fc.assert(
      fc.property(
        fc.array(strategy, { maxLength: 12 }),
        fc.nat({ max: 12 }),
        fc.uniqueArray(fc.constantFrom(...conflictCauses), { minLength: 1 }),
        fc.uniqueArray(fc.constantFrom('t/a', 't/b', 't/c')),
        (strategies, lastAt, causes, keys) => {
          const text = { en: 'S', zhHans: '策' };
          const catalogue: Catalogue = {
            tags: [],
            strategies: strategies.map((given, at) => ({
              ...{ code: `S${at}`, source: 'core', label: text, measures: [text], ...given },
              lastResort: at === lastAt,
            })),
          };
          const worth = ({ answers, answersTags }: (typeof strategies)[number]) =>
            counts(causes, answers) + (causes[0] && answers.includes(causes[0]) ? 1 : 0) + counts(keys, answersTags);
          const expected: string[] = [];
          for (let points = causes.length + 1 + keys.length; points > 0; points -= 1) {
            strategies.forEach((given, at) => {
              if (at !== lastAt && worth(given) === points) expected.push(`S${at}`);
            });
          }
          const last = strategies[lastAt];
          if (last && worth(last) > 0) expected.push(`S${lastAt}`);
          const found = suggested({ causes, tags: keys.map(tag) }, catalogue);
          expect(found.map(({ strategy: { code } }) => code)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
