import { type ItemDefinition, metric, rating } from '../kit/index.ts';

export const higherItems: Record<string, ItemDefinition> = {
  responsible: {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 8,
    label: { en: 'Responsible play in practice', zhHans: '责任彩票践行' },
    guidance: {
      en: 'How the outlet looks after its adult players over the period: training, displays, refusals, referral to help; attach the mystery-visit reports and training records.',
      zhHans: '评估期内网点对成年购彩者的责任彩票做法：培训、提示、劝阻与转介；须附暗访报告和培训记录。',
    },
    measure: rating([
      {
        en: 'No reminder to play in moderation is shown or spoken; any amount is sold.',
        zhHans: '既无理性购彩提示也无提醒，多少都卖。',
      },
      {
        en: 'A reminder is given now and then; nothing is on display and nobody is trained.',
        zhHans: '偶尔口头提醒，没有张贴提示，人员未经培训。',
      },
      {
        en: 'Reminders are on display, but staff are not trained and do not act when somebody overspends.',
        zhHans: '张贴了提示，但人员未经培训，遇到过度购彩不劝阻。',
      },
      {
        en: 'Staff are trained, reminders are on display, and players who are drunk or overspend are refused.',
        zhHans: '人员经过培训，提示到位，对醉酒或过度购彩者拒绝出售。',
      },
      {
        en: 'Refusals are recorded, players are offered spending limits, and those at risk are referred to help.',
        zhHans: '拒售有记录，主动建议购彩限额，对有沉迷迹象者转介求助渠道。',
      },
      {
        en: 'All of this holds, and the outlet passed the mystery visits of two periods running.',
        zhHans: '以上均做到，且连续两期暗访合格。',
      },
    ]),
    evidence: 'required',
  },
  training: {
    tier: 'EXCELLENT',
    dimension: 'QUALITY',
    weight: 5,
    label: { en: 'Staff trained and tested', zhHans: '持证培训' },
    guidance: {
      en: 'Sales staff who were trained and passed the test within the last year, as a percentage of all sales staff; attach the test records.',
      zhHans: '近一年内参加培训并通过考核的销售人员占全部销售人员的百分比；须附考核记录。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [100, 100],
        [90, 70],
      ],
    }),
    evidence: 'required',
  },
  publicity: {
    tier: 'OUTSTANDING',
    dimension: 'CONTENT',
    weight: 3,
    label: { en: 'Public-welfare publicity', zhHans: '公益宣传活动' },
    guidance: {
      en: 'Number of events in the quarter that showed adults what the lottery’s public-welfare fund pays for; attach photos.',
      zhHans: '本季度面向成年人开展的彩票公益金用途宣传活动次数；须附照片。',
    },
    measure: metric({
      unit: 'count',
      better: 'HIGHER',
      bands: [
        [3, 100],
        [2, 75],
        [1, 50],
      ],
    }),
    evidence: 'required',
  },
};
