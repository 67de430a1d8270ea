import { type ItemDefinition, metric } from '../kit/index.ts';

export const outstandingItems: Record<string, ItemDefinition> = {
  recycle: {
    tier: 'OUTSTANDING',
    dimension: 'COMPLIANCE',
    weight: 3,
    label: { en: 'Old appliances properly recycled', zhHans: '废旧家电规范回收率' },
    guidance: {
      en: 'Old appliances handed to a licensed recycler, as a percentage of all taken back in the period; attach the waybills.',
      zhHans: '评估期内收回的旧家电中，移交有资质回收拆解企业的百分比；须附交接单。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [80, 60],
      ],
    }),
    evidence: 'required',
  },
  'extended-sale': {
    tier: 'OUTSTANDING',
    dimension: 'FEEDBACK',
    weight: 4,
    label: { en: 'Sales that service brought', zhHans: '服务带动推荐率' },
    guidance: {
      en: 'Service visits of the period that led to a sale, as a percentage of all service visits, from orders marked as coming from service.',
      zhHans: '评估期内上门服务后带来成交的比例（%），以标记为服务来源的订单为准。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [10, 100],
        [6, 70],
        [3, 40],
      ],
    }),
  },
};
