import { type ItemDefinition, metric, yesNo } from '../kit/index.ts';

export const goodSafetyItems: Record<string, ItemDefinition> = {
  freshness: {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 8,
    label: { en: 'Ageing stock', zhHans: '新鲜度/临期占比' },
    guidance: {
      en: 'Stock that has passed two thirds of its shelf life, as a percentage of the stock counted on the day of the audit; attach photos of the batch dates.',
      zhHans: '稽核当日清点的库存中，已超过保质期三分之二的货品百分比；须附生产日期照片。',
    },
    measure: metric({
      unit: '%',
      better: 'LOWER',
      bands: [
        [2, 100],
        [5, 70],
        [10, 30],
      ],
    }),
    evidence: 'required',
  },
  'no-expired-stock': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 1,
    label: { en: 'Nothing expired on the shelf', zhHans: '货架无过期商品' },
    guidance: {
      en: 'One expired product on the shelf on the day of the audit breaks the line; the Food Safety Law forbids its sale.',
      zhHans: '稽核当日货架上只要有一件过期商品即触碰红线，《食品安全法》禁止销售过期食品。',
    },
    measure: yesNo({
      en: 'Was every product on the shelf within its shelf life?',
      zhHans: '货架上的商品是否全部在保质期内？',
    }),
    redLine: { below: 100, capsAt: 'GOOD' },
  },
  'cold-chain': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 6,
    label: { en: 'Cold chain in range', zhHans: '冷链温度达标率' },
    guidance: {
      en: 'Temperature readings within the product’s range, as a percentage of all readings of the period; attach the logger’s record. Not applicable where only ambient products are sold.',
      zhHans: '评估期内温度记录中处于规定范围的百分比；须附温度记录仪数据。仅经营常温产品的按不适用处理。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [99, 100],
        [97, 70],
        [95, 40],
      ],
    }),
    evidence: 'required',
  },
  'cold-chain-minimum': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 1,
    label: { en: 'Cold chain never below the minimum', zhHans: '冷链达标底线' },
    guidance: {
      en: 'Fewer than 90% of the period’s temperature readings in range breaks the line. Not applicable where only ambient products are sold.',
      zhHans: '评估期内温度达标的记录不足90%即触碰红线。仅经营常温产品的按不适用处理。',
    },
    measure: yesNo({
      en: 'Were at least 90% of the temperature readings in range?',
      zhHans: '温度记录是否至少有90%处于规定范围？',
    }),
    redLine: { below: 100, capsAt: 'GOOD' },
  },
};
