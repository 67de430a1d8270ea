import { type ItemDefinition, metric, rating } from '../kit/index.ts';

export const serviceItems: Record<string, ItemDefinition> = {
  notice: {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 6,
    label: { en: 'Certificate and warnings on show', zhHans: '证照与警示公示' },
    guidance: {
      en: 'How many of four are on show on the day of the visit: agent certificate, call to play in moderation, notice that only adults are served, complaint line; attach photos.',
      zhHans: '巡店当日，代销证、“理性购彩”提示、“禁止向未成年人售彩兑奖”警示、投诉电话四项中已公示的项数；须附照片。',
    },
    measure: metric({
      unit: 'count',
      better: 'HIGHER',
      bands: [
        [4, 100],
        [3, 60],
      ],
    }),
    evidence: 'required',
  },
  payout: {
    tier: 'GOOD',
    dimension: 'FEEDBACK',
    weight: 6,
    label: { en: 'Payout service', zhHans: '兑奖服务' },
    guidance: {
      en: 'Upheld complaints per 10,000 payouts of the period, from the complaint log: small prizes are paid at once and in full, and winners are told that prizes lapse after 60 days.',
      zhHans: '评估期内每万笔兑奖的有效投诉数，以投诉台账为准：小奖当场足额兑付，并告知60个自然日的兑奖期限。',
    },
    measure: metric({
      unit: '1/10000',
      better: 'LOWER',
      bands: [
        [0, 100],
        [1, 70],
        [3, 30],
      ],
    }),
  },
  image: {
    tier: 'GOOD',
    dimension: 'CONTENT',
    weight: 8,
    label: { en: 'Shop to standard', zhHans: '形象建设标准化' },
    guidance: {
      en: 'One point each for shopfront, floor area, trend charts, light box or screen, and cleanliness that meet the local standard on the day of the visit, 0 to 5; attach the photo checklist.',
      zhHans: '巡店当日，门头、面积、走势图、灯箱或电子屏、卫生各占1分，符合当地标准即得分，共0至5分；须附照片检查表。',
    },
    measure: rating([
      {
        en: 'Shopfront, floor area, trend charts, light box or screen, and cleanliness all miss the standard.',
        zhHans: '门头、面积、走势图、灯箱或电子屏、卫生均不达标。',
      },
      {
        en: 'One of the five meets the standard; the outlet is hardly recognisable from the street.',
        zhHans: '五项中仅一项达标，从街上难以辨认为彩票网点。',
      },
      {
        en: 'Two of the five meet the standard; charts or displays are missing or out of date.',
        zhHans: '五项中两项达标，走势图或展示缺失、过期。',
      },
      {
        en: 'Three of the five meet the standard; the outlet works, with visible faults.',
        zhHans: '五项中三项达标，可正常营业但缺陷明显。',
      },
      {
        en: 'Four of the five meet the standard; one remains to be mended.',
        zhHans: '五项中四项达标，仅剩一项待整改。',
      },
      {
        en: 'Shopfront, floor area, trend charts, light box or screen, and cleanliness all meet the standard.',
        zhHans: '门头、面积、走势图、灯箱或电子屏、卫生五项全部达标。',
      },
    ]),
    evidence: 'required',
  },
  'location-rule': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 4,
    label: { en: 'Distance to the next outlet', zhHans: '选址间距合规' },
    guidance: {
      en: 'Distance in metres to the nearest other outlet on the day of the assessment; the asked 150 m differ by city.',
      zhHans: '评估当日到最近其他彩票网点的距离（米）；150米的间距要求因城市而异。',
    },
    measure: metric({ unit: 'm', better: 'HIGHER', bands: [[150, 100]] }),
  },
  equipment: {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 5,
    label: { en: 'Terminal availability', zhHans: '设备完好率' },
    guidance: {
      en: 'Opening hours of the period during which the terminal was available, as a percentage of all opening hours, from its online record.',
      zhHans: '评估期内营业时间中终端机正常可用的百分比，以设备在线记录为准。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        ['99.5', 100],
        [99, 80],
        [97, 40],
      ],
    }),
  },
  'draw-info': {
    tier: 'GOOD',
    dimension: 'CONTENT',
    weight: 3,
    label: { en: 'Draw results posted the same day', zhHans: '开奖信息公示及时' },
    guidance: {
      en: 'Draw days of the period on which the results were posted the same day, as a percentage of all draw days; attach dated photos.',
      zhHans: '评估期内的开奖日中，当日公示开奖结果的百分比；须附带时间的照片。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [98, 100],
        [90, 60],
      ],
    }),
    evidence: 'required',
  },
  safety: {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 2,
    label: { en: 'Fire, electrical and network safety', zhHans: '消防用电网络安全' },
    guidance: {
      en: 'Number of defects in fire, electrical or network safety that stayed open for more than 7 days in the period; attach the inspection report.',
      zhHans: '评估期内超过7天未整改的消防、用电、网络安全隐患数；须附检查记录。',
    },
    measure: metric({
      unit: 'count',
      better: 'LOWER',
      bands: [
        [0, 100],
        [1, 50],
      ],
    }),
    evidence: 'required',
  },
};
