import core from '../../../plugins/core/index.ts';
import { ladder } from '../../../plugins/core/ladder.ts';
import type { Answer, Answers } from '../../../plugins/kit/grading/earned.ts';
import { compileRubric, type Rubric, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import type { ItemDefinition, PluginDefinition, Text } from '../../../plugins/kit/index.ts';
import { metric, rating, yesNo } from '../../../plugins/kit/index.ts';

export { core, ladder };

export const text = (word: string): Text => ({ en: word, zhHans: word });

export const scale = (steps: number) => rating(Array.from({ length: steps + 1 }, (_, anchor) => text(`${anchor}`)));

/** An item of a test's own plugin: a rating 0 to 4 of weight 1 in the lowest tier, unless told otherwise. */
export const item = (given: Partial<ItemDefinition> = {}): ItemDefinition => ({
  tier: 'GOOD',
  dimension: 'QUALITY',
  weight: 1,
  label: text('item'),
  measure: scale(4),
  ...given,
});

export const plugin = (items: Record<string, ItemDefinition>, name = 'own'): PluginDefinition => ({
  name,
  version: '1.0.0',
  host: '^1.0.0',
  label: text(name),
  description: text(name),
  items,
});

export const rubricWith = (items: Record<string, ItemDefinition>): Rubric =>
  compileRubric(rubricContent(core, ladder, plugin(items)));

export const coreKeys = Object.keys(core.items).map((name) => `core/${name}`);

/** The nine core ratings as the worked examples write them, `444 | 333 | 222`, and a plugin's own answers. */
export function answersOf(ratings: string, own: Record<string, Answer | number> = {}): Answers {
  const digits = ratings.replace(/\D/g, '');
  return Object.fromEntries([
    ...coreKeys.map((key, index) => [key, { rating: Number(digits[index]) }] as const),
    ...Object.entries(own).map(
      ([name, answer]) => [`own/${name}`, typeof answer === 'number' ? { rating: answer } : answer] as const,
    ),
  ]);
}

export const install24h = item({
  weight: 5,
  measure: metric({
    unit: '%',
    better: 'HIGHER',
    bands: [
      [95, 100],
      [90, 85],
      [80, 60],
      [60, 30],
    ],
  }),
});

export const energyLabel = item({
  weight: 5,
  measure: yesNo(text('Does every listed unit bear its label?')),
  redLine: { below: 100, capsAt: 'GOOD' },
});

/** The plugins of the worked examples. */
export const examples = {
  appliances: {
    'install-on-time': item(),
    'engineer-certified': item({ redLine: { below: 50 } }),
    'price-parity': item({ tier: 'EXCELLENT', redLine: { below: 50 } }),
    'brand-promotion': item({ tier: 'OUTSTANDING', weight: 2, redLine: { below: 50 } }),
  },
  fmcg: {
    'on-shelf': item({ redLine: { below: 50 } }),
    freshness: item(),
    planogram: item({ tier: 'EXCELLENT' }),
    'promo-return': item({ tier: 'OUTSTANDING' }),
  },
  lottery: {
    'repair-image': item(),
    'repair-action': item(),
    'repair-script': item(),
    'age-check': item({ weight: 2, redLine: { below: 50 } }),
    'service-led-referral': item({ tier: 'EXCELLENT' }),
  },
  metric: { 'install-24h': install24h, 'energy-label': energyLabel },
} satisfies Record<string, Record<string, ItemDefinition>>;
