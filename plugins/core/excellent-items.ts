import { type ItemDefinition, rating } from '../kit/index.ts';

export const excellentItems: Record<string, ItemDefinition> = {
  'service-training': {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 2,
    label: { en: 'Service training', zhHans: '服务培训赋能' },
    guidance: {
      en: 'Active staff trained and tested in service, as a share of all active staff in the last 180 days, from course and test records. Yardstick: 90% exceeds, 70% meets, 50% is partial.',
      zhHans:
        '近180天接受服务培训并通过考核的在岗人员占全部在岗人员的比例，以课程和考核记录为准。参考标准：90%为超出，70%为达标，50%为部分达标。',
    },
    measure: rating([
      { en: 'No service training takes place.', zhHans: '没有开展服务培训。' },
      {
        en: 'A session is held only after something went wrong; fewer than half of the staff attend.',
        zhHans: '出了问题才临时培训，参训人员不足半数。',
      },
      {
        en: 'At least half of the active staff were trained in the last 180 days, without a test.',
        zhHans: '近180天在岗人员参训达50%以上，但没有考核。',
      },
      {
        en: 'Training follows a plan; at least 70% of the active staff were trained and passed a test.',
        zhHans: '按计划开展培训，70%以上的在岗人员参训并通过考核。',
      },
      {
        en: 'At least 90% of the active staff passed the test, and what they learnt is checked at work.',
        zhHans: '90%以上的在岗人员通过考核，并在工作现场检验培训效果。',
      },
    ]),
  },
  'sales-strategy': {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 2,
    label: { en: 'Help with the sales strategy', zhHans: '帮助制定销售策略' },
    guidance: {
      en: 'The sales plan drawn up with the customer for the quarter: the document, the minutes of its review, and the share of its target that was reached.',
      zhHans: '与客户共同制定的季度销售方案：查看方案文本、复盘纪要和目标达成率。',
    },
    measure: rating([
      { en: 'Customers are left to plan their sales alone.', zhHans: '不协助客户制定销售策略。' },
      { en: 'Advice is given in passing; nothing is written down.', zhHans: '只有零星的口头建议，没有书面内容。' },
      {
        en: 'A plan is drafted together, but lacks figures, dates or owners.',
        zhHans: '共同拟定了方案，但缺少目标数字、时间节点或责任人。',
      },
      {
        en: 'A written plan with figures is agreed with the customer every quarter.',
        zhHans: '每季度与客户确认一份目标量化的书面方案。',
      },
      {
        en: 'The quarterly plan is reviewed with the customer, and at least 90% of its target is reached.',
        zhHans: '季度方案与客户共同复盘，目标达成率在90%以上。',
      },
    ]),
  },
  'stock-revisit': {
    tier: 'EXCELLENT',
    dimension: 'FEEDBACK',
    weight: 2,
    label: { en: 'Full stock revisit', zhHans: '完全库存回访' },
    guidance: {
      en: 'Active products counted at the customer’s, as a share of all active products in 30 days, from count sheets. Yardstick: 100% exceeds, 90% meets, 70% is partial.',
      zhHans:
        '30天内在客户处盘点的在售产品占全部在售产品的比例，以盘点表为准。参考标准：100%为超出，90%为达标，70%为部分达标。',
    },
    measure: rating([
      { en: 'The customer’s stock is never revisited.', zhHans: '从不回访客户库存。' },
      { en: 'Stock is glanced at during a visit, without a count sheet.', zhHans: '拜访时顺便看看库存，没有盘点表。' },
      {
        en: 'At least 70% of active products are counted in 30 days, but differences are not followed up.',
        zhHans: '30天内盘点70%以上的在售产品，但差异没有跟进。',
      },
      {
        en: 'At least 90% of active products are counted in 30 days, and differences are cleared up.',
        zhHans: '30天内盘点90%以上的在售产品，差异逐项核实处理。',
      },
      {
        en: 'All active products are counted in 30 days; replenishment and slow stock are settled during the visit.',
        zhHans: '30天内盘点全部在售产品，补货和滞销品处理在回访时当场落实。',
      },
    ]),
  },
};
