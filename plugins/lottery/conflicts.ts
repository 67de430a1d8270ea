import type { ConflictStrategy, ConflictTag } from '../kit/index.ts';

export const conflictTags: Readonly<Record<string, ConflictTag>> = {
  'outlet-spacing': { cause: 'COMPETITION', label: { en: 'Distance between outlets', zhHans: '网点间距' } },
  soliciting: { cause: 'COMPETITION', label: { en: 'Soliciting another outlet’s customers', zhHans: '跨网点拉客' } },
  'machine-allocation': { cause: 'RESOURCE_SCARCITY', label: { en: 'Allocation of terminals', zhHans: '终端机配置' } },
  'terminal-downtime': {
    cause: 'ROLE_AMBIGUITY',
    label: { en: 'Who answers for a terminal that stands still', zhHans: '设备停机责任' },
  },
  commission: { cause: 'GOAL_MISALIGNMENT', label: { en: 'Commission and deductions', zhHans: '代销费与扣款' } },
};

export const conflictStrategies: Readonly<Record<string, ConflictStrategy>> = {
  'siting-review': {
    label: { en: 'Review the site', zhHans: '选址复核' },
    measures: [
      {
        en: 'Measure the walking distance on the spot and have both sides sign the record.',
        zhHans: '现场实测步行距离，双方在记录上签字。',
      },
      {
        en: 'Announce a new or moved outlet seven days ahead and hear its neighbours.',
        zhHans: '新设或迁址提前七天公示，听取邻近网点意见。',
      },
      {
        en: 'Refuse what is below the local distance; whoever solicits at another’s door or online is warned, then suspended.',
        zhHans: '间距低于当地规定的不予批准；到他人门前或网上拉客的，先警告、再停机整改。',
      },
    ],
    answers: [],
    answersTags: ['lottery/outlet-spacing', 'lottery/soliciting'],
  },
  'machine-rotation': {
    label: { en: 'Allocate terminals by service', zhHans: '按服务配机' },
    measures: [
      {
        en: 'Give terminals by customers served, waiting time and compliance record, not by sales alone, and publish list and reasons every quarter.',
        zhHans: '按服务人次、等候时长和合规记录配机，不只看销量；每季度公布名单和理由。',
      },
      {
        en: 'Keep spare terminals in common and lend one when a repair takes longer than four hours.',
        zhHans: '备用机统一管理，维修超过四小时先借用。',
      },
      {
        en: 'Write down who answers for which fault: outlet, repairer or network.',
        zhHans: '写明网点、维修方、网络方各自负责哪类故障。',
      },
      { en: 'Take back at once a terminal that was lent or leased to others.', zhHans: '转借、出租的终端立即收回。' },
    ],
    answers: [],
    answersTags: ['lottery/machine-allocation', 'lottery/terminal-downtime'],
  },
  'commission-statement': {
    label: { en: 'Account for commission in the open', zhHans: '代销费公开对账' },
    measures: [
      {
        en: 'Send every month a statement of sales, rate and each deduction with its ground, and leave seven days to object.',
        zhHans: '每月出具对账单，列明销售额、比例和每笔扣款的依据，留七天异议期。',
      },
      {
        en: 'Pay the rate of the contract; set no sales targets and run no contests that reward selling more to the same customers.',
        zhHans: '代销费按合同比例支付，不压销量指标，不搞鼓励多卖的竞赛。',
      },
      {
        en: 'Offer an appeal against deductions, decided by somebody who did not make them.',
        zhHans: '扣款可以申诉，由未参与扣款的人员复核。',
      },
    ],
    answers: [],
    answersTags: ['lottery/commission'],
  },
};
