import type { ConflictStrategy, ConflictTag } from '../kit/index.ts';

export const conflictTags: Readonly<Record<string, ConflictTag>> = {
  'online-price-gap': {
    cause: 'COMPETITION',
    label: { en: 'Price gap between online and store', zhHans: '线上线下价差' },
  },
  'installation-fee-split': {
    cause: 'GOAL_MISALIGNMENT',
    label: { en: 'Split of installation fees', zhHans: '安装费分成' },
  },
  'demo-unit-allocation': { cause: 'RESOURCE_SCARCITY', label: { en: 'Allocation of demo units', zhHans: '样机分配' } },
  'trade-in-advance': {
    cause: 'RESOURCE_SCARCITY',
    label: { en: 'Quota and advance payment of trade-in subsidies', zhHans: '以旧换新补贴名额与垫资' },
  },
  'warranty-duty': {
    cause: 'ROLE_AMBIGUITY',
    label: { en: 'Who answers for a repair under warranty', zhHans: '保修责任推诿' },
  },
};

export const conflictStrategies: Readonly<Record<string, ConflictStrategy>> = {
  'model-separation': {
    label: { en: 'Separate models and keep one price', zhHans: '分型分价、同型同价' },
    measures: [
      {
        en: 'Give the online shop and the stores models of their own; a model that both sell has one price, promotions included.',
        zhHans: '线上专供与门店型号分开；两边都卖的型号到手价一致，促销同步。',
      },
      {
        en: 'Pay the store for delivering, installing and showing what was ordered online.',
        zhHans: '门店为线上订单送货、安装、展示的，按单支付服务费。',
      },
      {
        en: 'Watch prices daily; an offer below the agreed floor comes down within 24 hours.',
        zhHans: '每日监测价格，低于约定底价的报价24小时内下架。',
      },
    ],
    answers: [],
    answersTags: ['appliances/online-price-gap'],
  },
  'fee-schedule': {
    label: { en: 'Settle service fees by schedule', zhHans: '服务费单列结算' },
    measures: [
      {
        en: 'List the fees of installation, repair and parts apart from the price of goods, and set none off against the other.',
        zhHans: '安装、维修、配件费用单列价目，不与货款相互冲抵。',
      },
      {
        en: 'Settle monthly by finished jobs with their serial numbers, with seven days to object.',
        zhHans: '按回传序列号的完工单每月结算，留七天异议期。',
      },
      {
        en: 'Agree on a table of faults that says who answers for each: brand, seller or installer. Repair first, divide afterwards.',
        zhHans: '议定故障责任对照表，写明厂家、销售方、安装方各担什么；先修好，再分责。',
      },
    ],
    answers: [],
    answersTags: ['appliances/installation-fee-split', 'appliances/warranty-duty'],
  },
  'open-quota': {
    label: { en: 'Allocate quotas in the open', zhHans: '配额公开分配' },
    measures: [
      {
        en: 'Give demo units and subsidy quotas by points for floor space, footfall and sell-out, and publish the list.',
        zhHans: '样机和补贴名额按面积、客流、动销计分分配，名单公示。',
      },
      {
        en: 'Take back what has not been shown for two months and pass it to the next on the list.',
        zhHans: '两个月未出样的收回，转给候补门店。',
      },
      {
        en: 'Cap what a dealer advances for subsidies and promise a day by which it is paid back.',
        zhHans: '补贴垫资设上限，并约定回款日期。',
      },
    ],
    answers: [],
    answersTags: ['appliances/demo-unit-allocation', 'appliances/trade-in-advance'],
  },
};
