import { type ItemDefinition, metric, rating } from '../kit/index.ts';

export const goodItems: Record<string, ItemDefinition> = {
  osa: {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 12,
    label: { en: 'On-shelf availability', zhHans: '货架有货率' },
    guidance: {
      en: 'Must-stock products found on the shelf at the peak hour, as a percentage of all must-stock products audited in the period; attach the photos or count sheets.',
      zhHans: '评估期内客流高峰时段稽核，必备品中货架有货的百分比；须附稽核照片或清点表。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [98, 100],
        [95, 80],
        [92, 60],
      ],
    }),
    evidence: 'required',
  },
  'must-stock': {
    tier: 'GOOD',
    dimension: 'CONTENT',
    weight: 8,
    label: { en: 'Must-stock list kept', zhHans: '必分销SKU达成率' },
    guidance: {
      en: 'Products of the must-stock list that the outlets carry, as a percentage of the list (mean over the outlets audited in the period); attach the audit sheets.',
      zhHans: '评估期内受检门店实际经营的必分销SKU占清单的百分比，取各店平均；须附稽核表。',
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
  price: {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 7,
    label: { en: 'Prices in line', zhHans: '价格符合率' },
    guidance: {
      en: 'Price tags that are lawful and within ±2% of the guide price, as a percentage of all tags recorded in the period; attach the price photos.',
      zhHans: '评估期内采集的价签中，标价合法且与指导价偏差在±2%以内的百分比；须附价签照片。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [98, 100],
        [95, 75],
        [90, 45],
      ],
    }),
    evidence: 'required',
  },
  fifo: {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 4,
    label: { en: 'First in, first out', zhHans: '先进先出执行' },
    guidance: {
      en: 'Pull five products at random on the day of the audit; one point for each whose oldest stock stands in front, 0 to 5. Attach the audit sheet.',
      zhHans: '稽核当日随机抽查5个SKU，日期最早的货品排在最前即得1分，共0至5分；须附稽核表。',
    },
    measure: rating([
      { en: 'All five products have newer stock in front of older.', zhHans: '抽查的5个SKU全部新货压旧货。' },
      {
        en: 'One of the five stands in date order; stock is simply filled up from the front.',
        zhHans: '5个SKU中1个按日期陈列，补货基本从前面直接加。',
      },
      {
        en: 'Two of the five stand in date order; rotation depends on who fills the shelf.',
        zhHans: '5个SKU中2个按日期陈列，是否轮换因理货人而异。',
      },
      {
        en: 'Three of the five stand in date order; slow products are not rotated.',
        zhHans: '5个SKU中3个按日期陈列，慢销品没有轮换。',
      },
      {
        en: 'Four of the five stand in date order; a single product slipped through.',
        zhHans: '5个SKU中4个按日期陈列，仅1个疏漏。',
      },
      { en: 'All five stand in date order, the oldest in front.', zhHans: '5个SKU全部按日期陈列，先到期的在前。' },
    ]),
    evidence: 'required',
  },
  'order-fill': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 7,
    label: { en: 'Orders filled', zhHans: '订单满足率' },
    guidance: {
      en: 'Cases delivered on time, as a percentage of the cases ordered by outlets in the period, from orders.',
      zhHans: '评估期内门店订购箱数中按时交付箱数的百分比，以订单为准。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [97, 100],
        [94, 75],
        [90, 45],
      ],
    }),
  },
  visit: {
    tier: 'GOOD',
    dimension: 'CONTENT',
    weight: 3,
    label: { en: 'Visit plan carried out', zhHans: '拜访计划完成率' },
    guidance: {
      en: 'Planned outlet visits carried out with a check-in at the outlet, as a percentage of all visits planned for the period.',
      zhHans: '评估期内计划拜访中，已到店定位签到完成的百分比。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [85, 70],
      ],
    }),
  },
};
