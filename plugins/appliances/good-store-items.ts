import { type ItemDefinition, metric, rating, yesNo } from '../kit/index.ts';

export const goodStoreItems: Record<string, ItemDefinition> = {
  'fee-notice': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 4,
    label: { en: 'Fees on show, none unlisted', zhHans: '收费标准公示' },
    guidance: {
      en: 'The fee table hangs where customers see it, and no charge of the period stands outside it, judged by fee disputes. Attach a photo of the table.',
      zhHans: '收费标准张贴在顾客可见处，评估期内没有目录以外的收费，以收费争议工单核对；须附公示照片。',
    },
    measure: yesNo({
      en: 'Is the fee table on show, and was every charge of the period listed in it?',
      zhHans: '收费标准是否已公示，且评估期内没有目录外收费？',
    }),
    redLine: { below: 100, capsAt: 'EXCELLENT' },
    evidence: 'required',
  },
  'visual-std': {
    tier: 'GOOD',
    dimension: 'CONTENT',
    weight: 5,
    label: { en: 'Store appearance to standard', zhHans: '终端形象VI达标' },
    guidance: {
      en: 'One point each for signage, lighting, price cards, promotional material and staff dress that meet the brand’s standard on the day of the visit, 0 to 5; attach the photo checklist.',
      zhHans: '巡店当日，招牌、灯光、价签、宣传物料、员工着装各占1分，符合品牌标准即得分，共0至5分；须附照片检查表。',
    },
    measure: rating([
      {
        en: 'Signage, lighting, price cards, promotional material and staff dress all miss the standard.',
        zhHans: '招牌、灯光、价签、宣传物料、员工着装均不达标。',
      },
      {
        en: 'One of the five meets the standard; the rest are missing, damaged or out of date.',
        zhHans: '五项中仅一项达标，其余缺失、破损或已过期。',
      },
      {
        en: 'Two of the five meet the standard; the store is hardly recognised as the brand’s.',
        zhHans: '五项中两项达标，门店的品牌辨识度低。',
      },
      {
        en: 'Three of the five meet the standard; the other two have visible faults.',
        zhHans: '五项中三项达标，另两项有明显缺陷。',
      },
      {
        en: 'Four of the five meet the standard; one fault remains to be mended.',
        zhHans: '五项中四项达标，仅剩一项待整改。',
      },
      {
        en: 'Signage, lighting, price cards, promotional material and staff dress all meet the standard.',
        zhHans: '招牌、灯光、价签、宣传物料、员工着装五项全部达标。',
      },
    ]),
    evidence: 'required',
  },
  'energy-label': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 5,
    label: { en: 'Energy label on every listed unit', zhHans: '能效标识合规' },
    guidance: {
      en: 'Units on sale that bear the energy label they must bear, as a percentage of all such units counted on the day of the visit; attach the photo count. Selling one without its label is forbidden by law.',
      zhHans:
        '巡店当日清点，应贴能效标识的在售产品中已贴标识的百分比；须附清点照片。法律禁止销售应标而未标能效标识的产品。',
    },
    measure: metric({ unit: '%', better: 'HIGHER', bands: [[100, 100]] }),
    redLine: { below: 100, capsAt: 'GOOD' },
    evidence: 'required',
  },
  'data-sn': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 2,
    label: { en: 'Serial numbers returned', zhHans: '序列号回传率' },
    guidance: {
      en: 'Units sold in the period whose serial number was uploaded, as a percentage of all units sold; warranty and cross-territory checks rest on it.',
      zhHans: '评估期内售出产品中已上传序列号的百分比；保修和窜货核查均以此为依据。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [98, 100],
        [90, 60],
      ],
    }),
  },
};
