import { type ItemDefinition, metric } from '../kit/index.ts';

export const outstandingItems: Record<string, ItemDefinition> = {
  'new-sku': {
    tier: 'OUTSTANDING',
    dimension: 'FEEDBACK',
    weight: 3,
    label: { en: 'New products into outlets', zhHans: '新品铺货速度' },
    guidance: {
      en: 'Target outlets that sell the new product four weeks after launch, as a percentage of all target outlets (mean over the launches of the period), from scans.',
      zhHans: '评估期内各新品上市第4周末，已有动销的目标门店占全部目标门店的百分比，取各新品平均，以扫码数据为准。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [90, 100],
        [70, 70],
        [50, 40],
      ],
    }),
  },
};
