import { type ItemDefinition, rating } from '../kit/index.ts';

export const goodItems: Record<string, ItemDefinition> = {
  'parts-delivery': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 2,
    label: { en: 'Parts delivered on time', zhHans: '配件及时交付' },
    guidance: {
      en: 'Order lines for parts delivered by the promised date, as a share of all lines of the last 90 days; judge from at least 20 lines. Yardstick: 98% exceeds, 95% meets, 90% is partial.',
      zhHans:
        '近90天配件订单行中，按承诺日期交付的比例；样本不少于20行。参考标准：98%为超出，95%为达标，90%为部分达标。',
    },
    measure: rating([
      {
        en: 'Parts are not supplied, or no delivery date is ever promised.',
        zhHans: '配件无人供应，或从不承诺交付日期。',
      },
      {
        en: 'Parts arrive on time now and then; most orders are late or have to be chased.',
        zhHans: '配件偶尔按时送达，多数订单延误或需要客户催单。',
      },
      {
        en: 'About 90% of lines arrive by the promised date; common parts still run out.',
        zhHans: '约90%按承诺日期送达，但常用件仍时有断货。',
      },
      {
        en: 'At least 95% of lines arrive by the promised date, and a delay is announced beforehand.',
        zhHans: '95%以上按承诺日期送达，如有延误会提前告知。',
      },
      {
        en: 'At least 98% arrive by the promised date, common parts are stocked nearby, and urgent ones come by the next day.',
        zhHans: '98%以上按承诺日期送达，常用件就近备货，急用件最迟次日送到。',
      },
    ]),
    redLine: { below: 50, capsAt: null },
  },
  'issue-resolution': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 2,
    label: { en: 'Problems solved quickly', zhHans: '问题快速解决' },
    guidance: {
      en: 'Problems solved within the agreed time, as a share of all that were reported in the last 90 days, from the ticket log. Yardstick: 95% exceeds, 90% meets, 80% is partial.',
      zhHans:
        '近90天上报的问题中，在约定时限内解决的比例，以问题台账为准。参考标准：95%为超出，90%为达标，80%为部分达标。',
    },
    measure: rating([
      {
        en: 'Reported problems are not recorded, and nobody takes them up.',
        zhHans: '上报的问题没有登记，也无人受理。',
      },
      {
        en: 'Problems are solved only after repeated reminders, most of them too late.',
        zhHans: '反复催促才处理，多数问题超过时限。',
      },
      {
        en: 'Problems are recorded and about 80% are solved in time; difficult ones go unanswered for long.',
        zhHans: '问题有登记，约80%按时解决，疑难问题长时间没有答复。',
      },
      {
        en: 'At least 90% are solved in time; each has an owner, and the customer is told the result.',
        zhHans: '90%以上按时解决，每个问题有专人负责，处理结果告知客户。',
      },
      {
        en: 'At least 95% are solved in time, first answers come within two hours, and recurring causes are removed.',
        zhHans: '95%以上按时解决，2小时内首次响应，反复出现的问题从根源上消除。',
      },
    ]),
  },
  'policy-support': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 2,
    label: { en: 'Policy support', zhHans: '政策支持' },
    guidance: {
      en: 'How the brand’s policies of the period are passed on, explained and settled: read receipts against the day of publication, settlements against the day of the claim.',
      zhHans: '本期品牌政策的传达、讲解与兑现情况：签收记录对照发布日期，结算记录对照申请日期。',
    },
    measure: rating([
      { en: 'Policies are not passed on.', zhHans: '政策没有传达。' },
      {
        en: 'Policies reach some customers by word of mouth, often late.',
        zhHans: '只向部分客户口头传达，而且常常滞后。',
      },
      {
        en: 'Every policy is passed on, but neither explained nor confirmed as read.',
        zhHans: '各项政策均已传达，但没有讲解，也没有签收确认。',
      },
      {
        en: 'Every policy is passed on, explained and confirmed as read within three working days.',
        zhHans: '各项政策均已传达并讲解，3个工作日内完成签收确认。',
      },
      {
        en: 'Policies are confirmed within three working days, and claims under them are settled within 15 days and confirmed.',
        zhHans: '3个工作日内完成签收确认，政策兑现在15天内结清并经客户确认。',
      },
    ]),
  },
};
