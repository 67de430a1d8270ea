import type { ConflictStrategy, ConflictTag } from '../kit/index.ts';

export const conflictTags: Readonly<Record<string, ConflictTag>> = {
  diversion: { cause: 'COMPETITION', label: { en: 'Diversion of goods into another area', zhHans: '窜货' } },
  'community-price': {
    cause: 'COMPETITION',
    label: { en: 'Community group buying below the stores’ price', zhHans: '社区团购低价冲击' },
  },
  'key-account-overlap': {
    cause: 'ROLE_AMBIGUITY',
    label: { en: 'Chains supplied both directly and by the distributor', zhHans: '连锁客户直供与经销重叠' },
  },
  'expired-returns': {
    cause: 'GOAL_MISALIGNMENT',
    label: { en: 'Returns of expired and ageing stock', zhHans: '临期与过期退货' },
  },
  'promotion-fund': {
    cause: 'RESOURCE_SCARCITY',
    label: { en: 'Promotion funds and their settlement', zhHans: '促销费用分配与核销' },
  },
};

export const conflictStrategies: Readonly<Record<string, ConflictStrategy>> = {
  'area-control': {
    label: { en: 'Trace goods and keep to areas', zhHans: '控区追货' },
    measures: [
      {
        en: 'Bind the code on every case to distributor and area when it leaves the warehouse.',
        zhHans: '一箱一码，出库时绑定经销商和区域。',
      },
      {
        en: 'Check a report of diversion within 48 hours by code and test purchase.',
        zhHans: '接到窜货举报，48小时内查码并购样取证。',
      },
      {
        en: 'Draw on the deposit as the contract says, buy the goods back, and compensate the area that was harmed.',
        zhHans: '按合同扣减保证金，回购窜货，补偿受损区域。',
      },
      {
        en: 'Pay rebates for sell-out within the area instead of for volume taken in.',
        zhHans: '返利由按进货量改为按区域内动销计算。',
      },
    ],
    answers: [],
    answersTags: ['fmcg/diversion', 'fmcg/community-price'],
  },
  'return-rules': {
    label: { en: 'Agree on who bears ageing stock', zhHans: '临期退换分担' },
    measures: [
      {
        en: 'Write into the contract what happens at a third, a sixth and the end of shelf life: exchange, markdown, disposal, and who pays which share.',
        zhHans: '合同写明剩余保质期三分之一、六分之一和到期时分别如何换货、折价、销毁，各方承担比例。',
      },
      {
        en: 'Count ageing stock together every month and warn sixty days ahead.',
        zhHans: '每月共同盘点临期库存，提前六十天预警。',
      },
      {
        en: 'Destroy expired goods with both sides present and keep pictures.',
        zhHans: '过期商品双方到场销毁，留存影像。',
      },
    ],
    answers: [],
    answersTags: ['fmcg/expired-returns'],
  },
  'fund-settlement': {
    label: { en: 'Grant and settle promotion funds in the open', zhHans: '促销费用公开核销' },
    measures: [
      {
        en: 'Divide the fund by area and sell-out, and show every distributor the table.',
        zhHans: '费用按区域和动销分配，分配表向全体经销商公开。',
      },
      {
        en: 'Approve before the promotion, settle by photos and sell-out data, pay within thirty days.',
        zhHans: '先批后做，凭执行照片和动销数据核销，三十天内付款。',
      },
      {
        en: 'List which chains are supplied directly and what the distributor earns for serving their outlets.',
        zhHans: '列明直供连锁名单，以及经销商为其门店服务所得的费用。',
      },
    ],
    answers: [],
    answersTags: ['fmcg/promotion-fund', 'fmcg/key-account-overlap'],
  },
};
