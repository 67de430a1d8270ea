import { type ItemDefinition, metric } from '../kit/index.ts';

export const excellentItems: Record<string, ItemDefinition> = {
  sos: {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 7,
    label: { en: 'Share of shelf', zhHans: '排面占比指数' },
    guidance: {
      en: 'The brand’s share of the category’s facings divided by its share of the category’s sales in the period (1 is a fair share); attach the facing counts.',
      zhHans: '评估期内品牌排面占品类排面的份额，除以品牌销售占品类销售的份额（1为份额相当）；须附排面清点表。',
    },
    measure: metric({
      unit: 'ratio',
      better: 'HIGHER',
      bands: [
        ['1.2', 100],
        ['1.0', 80],
        ['0.8', 50],
      ],
    }),
    evidence: 'required',
  },
  facings: {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 5,
    label: { en: 'Facings to standard', zhHans: '排面数达标率' },
    guidance: {
      en: 'Facings found, as a percentage of the facings that the outlet’s standard asks for, on the day of the audit; attach the count.',
      zhHans: '稽核当日实际排面数占该店标准排面数的百分比；须附排面清点表。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [100, 100],
        [90, 75],
        [75, 45],
      ],
    }),
    evidence: 'required',
  },
  planogram: {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 8,
    label: { en: 'Planogram followed', zhHans: '陈列图符合率' },
    guidance: {
      en: 'Six checks per product on the day of the audit (listed, bay, shelf, position, facings, price): checks passed as a percentage of all; attach the shelf photos.',
      zhHans:
        '稽核当日逐个SKU核对六项（有货、货架段、层位、位置、排面数、价格），合格项占全部检查项的百分比；须附货架照片。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [85, 70],
        [70, 40],
      ],
    }),
    evidence: 'required',
  },
  posm: {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 4,
    label: { en: 'Promotional material in place', zhHans: '物料执行率' },
    guidance: {
      en: 'Promotional material present, in date and in its place, as a percentage of what the campaigns of the period ask for; attach photos.',
      zhHans: '评估期内各项活动要求的物料中，到位、在有效期内且摆放正确的百分比；须附照片。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [90, 100],
        [75, 65],
      ],
    }),
    evidence: 'required',
  },
  'sellout-data': {
    tier: 'EXCELLENT',
    dimension: 'FEEDBACK',
    weight: 3,
    label: { en: 'Sell-out data returned', zhHans: '终端数据回传率' },
    guidance: {
      en: 'Sell-out reports uploaded complete and on time, as a percentage of all reports due in the period.',
      zhHans: '评估期内应回传的终端销售数据中，按时完整上传的百分比。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [98, 100],
        [90, 65],
      ],
    }),
  },
};
