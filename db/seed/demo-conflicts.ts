import type { ConflictSeed } from './shape.ts';

/** Store against online shop, settled and closed: what others like it look back to. */
const onlinePrices: ConflictSeed = {
  day: '2026-07-06',
  title: '线上旗舰店低价冲击苏州门店 (online prices undercut the Suzhou stores)',
  description:
    '6·18期间线上旗舰店同款冰箱到手价比门店低12%，顾客到店体验后转线上下单。 (During the June sale the same refrigerator sold online for 12 % less; customers tried it in the store and bought online.)',
  subject: 'PRICE',
  causes: ['GOAL_MISALIGNMENT', 'COMPETITION'],
  tags: ['appliances/online-price-gap'],
  impacts: { SATISFACTION: 2, BRAND_IMAGE: 3, COOPERATION: 3, CHANNEL_EFFICIENCY: 2 },
  parties: [
    ['AP-102', 'CLAIMANT'],
    ['AP-107', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-07-06', to: 'TRIAGED', note: '价格差属实，受理。 (The gap is real; taken on.)' },
    {
      day: '2026-07-07',
      by: 'AP-102',
      evidence: [
        [
          'https://files.example.com/yunze/2026-06-18-price.png',
          '6月18日同款价格截图 (prices of the same model on 18 June)',
        ],
      ],
    },
    { day: '2026-07-08', to: 'CONSULTATION' },
    { day: '2026-07-13', to: 'NEGOTIATION', note: '协商未果，双方对补贴口径有分歧。 (They differ on the subsidy.)' },
    {
      day: '2026-07-15',
      terms:
        '大促同款同价；门店体验、线上下单的订单按3%结算体验服务费。 (Same model, same price in sales; 3 % to the store for orders that it led online.)',
    },
    { day: '2026-07-16', by: 'AP-102', answer: 'ACCEPT', party: 'AP-102' },
    { day: '2026-07-17', answer: 'ACCEPT', party: 'AP-107', note: '自8月起执行。 (From August on.)' },
    {
      day: '2026-07-20',
      strategies: ['BENEFIT_DISTRIBUTION', 'ROLE_POSITIONING'],
      outcome:
        '同款同价，线上订单按体验归属向门店分成3%；补偿6·18期间差价。 (One price; 3 % of online orders to the store that led them; the June gap made good.)',
      orders: [{ kind: 'RESTITUTION', party: 'AP-107', beneficiary: 'AP-102', amount: '18600.00', due: '2026-08-15' }],
    },
    { day: '2026-08-12', order: 1, fate: 'FULFILLED', note: '差价补偿到账。 (Paid.)' },
    { day: '2026-08-17', to: 'CLOSED' },
  ],
};

/** Much like the one before, and still open. */
const onlinePricesAgain: ConflictSeed = {
  day: '2026-11-03',
  title: '双11预售价低于无锡门店进价 (presale prices below the Wuxi dealer’s cost)',
  description:
    '旗舰店双11预售的洗烘套装价格低于门店进价，门店要求同价或补差。 (The presale price of a washer-dryer set lies below what the store pays; it asks for one price or the difference.)',
  subject: 'PRICE',
  causes: ['GOAL_MISALIGNMENT', 'COMPETITION', 'POOR_COMMUNICATION'],
  tags: ['appliances/online-price-gap'],
  impacts: { SATISFACTION: 1, BRAND_IMAGE: 3, COOPERATION: 4, CHANNEL_EFFICIENCY: 2, MANAGEMENT_COST: 1 },
  parties: [
    ['AP-105', 'CLAIMANT'],
    ['AP-107', 'RESPONDENT'],
    ['AP-102', 'AFFECTED'],
  ],
  steps: [
    { day: '2026-11-04', to: 'TRIAGED' },
    { day: '2026-11-05', to: 'CONSULTATION' },
    { day: '2026-11-12', to: 'NEGOTIATION' },
    {
      day: '2026-11-16',
      terms: '按7月苏州一案的办法同价并分成3%。 (As in the Suzhou case of July: one price and 3 %.)',
    },
    {
      day: '2026-11-17',
      answer: 'REFUSE',
      party: 'AP-107',
      note: '预售已成交部分无法改价。 (What is sold stays sold.)',
    },
    {
      day: '2026-11-18',
      terms:
        '未成交部分同价；已成交部分由品牌与旗舰店各补一半差价。 (One price from now on; half the gap each for what is sold.)',
    },
    { day: '2026-11-19', answer: 'ACCEPT', party: 'AP-105' },
  ],
};

const spareParts: ConflictSeed = {
  day: '2026-10-19',
  by: 'AP-102',
  title: '配件不由总经销及时供应 (spare parts do not come in time from the distributor)',
  description:
    '压缩机等常用配件平均等待9天，维修承诺无法兑现；双方都认为备货是对方责任。 (Compressors take nine days on average; each takes stocking for the other’s duty.)',
  subject: 'SERVICE',
  causes: ['ROLE_AMBIGUITY', 'POOR_COMMUNICATION'],
  impacts: { SATISFACTION: 3, CUSTOMER_INTEREST: 2, COOPERATION: 2 },
  parties: [
    ['AP-102', 'CLAIMANT'],
    ['AP-101', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-10-20', to: 'TRIAGED' },
    {
      day: '2026-10-20',
      by: 'AP-102',
      evidence: [['urn:tierwise:demo:parts-log-2026-q3', '第三季度配件到货台账 (parts log of the third quarter)']],
    },
    {
      day: '2026-10-21',
      to: 'CONSULTATION',
      note: '总经销正在调整仓储，先不要求罚则。 (The distributor is moving its store; no penalty for now.)',
      confidential: true,
    },
  ],
};

const repairQuality: ConflictSeed = {
  day: '2026-09-01',
  title: '两家维修站互推返修单 (two service shops push rework to each other)',
  description:
    '昆山与常熟交界小区的返修单互相推诿，客户等待超过15天。 (Rework at the border of Kunshan and Changshu is pushed to and fro; customers waited over 15 days.)',
  subject: 'SERVICE',
  causes: ['ROLE_AMBIGUITY'],
  impacts: { SATISFACTION: 3, CUSTOMER_INTEREST: 3, BRAND_IMAGE: 1 },
  parties: [
    ['AP-103', 'CLAIMANT'],
    ['AP-104', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-09-01', to: 'TRIAGED' },
    { day: '2026-09-03', to: 'CONSULTATION' },
    {
      day: '2026-09-10',
      strategies: ['ROLE_POSITIONING'],
      outcome: '按街道划分首接责任，谁接单谁负责到底。 (Streets decide who takes a job, and who takes it ends it.)',
    },
    { day: '2026-10-26', to: 'CLOSED' },
    {
      day: '2026-11-12',
      to: 'TRIAGED',
      note: '新交付小区未划入任一街道，争议再起。 (A new estate lies in no street of either.)',
    },
  ],
};

/** Sales outside the own territory, ruled upon and paid: the precedent of the next one. */
const diversion: ConflictSeed = {
  day: '2026-07-13',
  title: '上海货流入南京市场 (Shanghai goods in the Nanjing market)',
  description:
    '溯源码显示整托盘饮料由上海流入南京批发市场，价格低于当地到岸价8%。 (Codes show pallets from Shanghai in Nanjing, 8 % below the local price.)',
  subject: 'TERRITORY',
  causes: ['COMPETITION', 'GOAL_MISALIGNMENT'],
  tags: ['fmcg/diversion'],
  impacts: { COOPERATION: 4, CHANNEL_EFFICIENCY: 3, BRAND_IMAGE: 2, MANAGEMENT_COST: 2 },
  parties: [
    ['FM-201', 'CLAIMANT'],
    ['FM-205', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-07-13', to: 'TRIAGED' },
    {
      day: '2026-07-14',
      evidence: [['urn:tierwise:demo:scan-report-0713', '扫码溯源报告，142箱 (scan report, 142 cases)']],
    },
    { day: '2026-07-15', to: 'CONSULTATION' },
    { day: '2026-07-20', to: 'NEGOTIATION' },
    { day: '2026-07-21', terms: '退回窜货并承担运费。 (Take the goods back at own cost.)' },
    { day: '2026-07-22', answer: 'REFUSE', party: 'FM-205' },
    { day: '2026-07-27', to: 'MEDIATION' },
    { day: '2026-08-05', to: 'ARBITRATION' },
    {
      day: '2026-08-14',
      strategies: ['POWER_BALANCE', 'ROLE_POSITIONING'],
      outcome:
        '认定窜货142箱：赔偿受损方，罚款并暂停促销配额一个季度。 (142 cases diverted: restitution, a penalty, no promotion quota for a quarter.)',
      orders: [
        { kind: 'RESTITUTION', party: 'FM-205', beneficiary: 'FM-201', amount: '21300.00', due: '2026-08-31' },
        { kind: 'PENALTY', party: 'FM-205', amount: '10000.00', due: '2026-08-31' },
      ],
    },
    { day: '2026-08-28', order: 1, fate: 'FULFILLED' },
    { day: '2026-09-02', order: 2, fate: 'BREACHED', note: '逾期未缴。 (Not paid in time.)' },
    { day: '2026-09-08', order: 2, fate: 'FULFILLED', note: '从返利中扣缴。 (Taken from the rebate.)' },
    { day: '2026-09-09', to: 'CLOSED' },
  ],
};

const diversionAgain: ConflictSeed = {
  day: '2026-10-26',
  title: '宁波货低价进入上海社区店 (Ningbo goods in Shanghai’s corner shops)',
  description:
    '甬江商贸的货号出现在浦江辖区社区店，店主称由业务员送货上门。 (Batches of Yongjiang turn up in Pujiang’s shops; shopkeepers name its salesmen.)',
  subject: 'TERRITORY',
  causes: ['COMPETITION', 'RESOURCE_SCARCITY'],
  tags: ['fmcg/diversion'],
  impacts: { COOPERATION: 3, CHANNEL_EFFICIENCY: 2, MANAGEMENT_COST: 2 },
  parties: [
    ['FM-205', 'CLAIMANT'],
    ['FM-204', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-10-26', to: 'TRIAGED' },
    {
      day: '2026-10-28',
      evidence: [['urn:tierwise:demo:batch-photos', '六家店的批号照片 (batch photos of six shops)']],
      note: '线人为店主，勿公开。 (The informant is a shopkeeper; not to be shown.)',
      confidential: true,
    },
    { day: '2026-10-29', to: 'CONSULTATION' },
    { day: '2026-11-03', to: 'NEGOTIATION' },
    { day: '2026-11-05', terms: '限期回收并缴纳溯源保证金。 (Take the goods back and pay a deposit.)' },
    { day: '2026-11-06', answer: 'REFUSE', party: 'FM-204' },
    { day: '2026-11-09', to: 'MEDIATION' },
  ],
};

const groupBuying: ConflictSeed = {
  day: '2026-09-14',
  title: '社区团购价击穿商超促销价 (group-buying prices under the stores’ promotion)',
  description:
    '团购团长以低于商超促销价的价格预售同款礼盒，商超要求下架。 (Group leaders sold the same gift box below the stores’ promotion price.)',
  subject: 'PRICE',
  causes: ['COMPETITION', 'POWER_IMBALANCE'],
  impacts: { BRAND_IMAGE: 3, COOPERATION: 3, SATISFACTION: 1 },
  parties: [
    ['FM-207', 'CLAIMANT'],
    ['FM-206', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-09-14', to: 'TRIAGED' },
    { day: '2026-09-15', to: 'CONSULTATION' },
    { day: '2026-09-18', terms: '团购改推专供规格。 (Group buying gets a pack size of its own.)' },
    { day: '2026-09-21', to: 'NEGOTIATION' },
    { day: '2026-09-28', to: 'MEDIATION' },
    {
      day: '2026-10-12',
      strategies: ['ROLE_POSITIONING', 'MARKET_WATCH', 'POWER_BALANCE'],
      outcome: '团购只售专供装，违反底价一次罚款。 (Group buying sells its own packs only; a penalty for each breach.)',
      orders: [{ kind: 'PENALTY', party: 'FM-206', amount: '8000.00', due: '2026-11-09' }],
    },
    { day: '2026-11-11', order: 1, fate: 'BREACHED', note: '到期未付。 (Not paid when due.)' },
  ],
};

const promotionFunds: ConflictSeed = {
  day: '2026-10-12',
  title: '西南促销费用分摊争议 (who bears the promotion in the south-west)',
  description:
    '联合促销结束后双方对陈列费与堆头费分摊各执一词，合同未写明。 (After a joint promotion both read the contract’s silence on display fees their own way.)',
  subject: 'RESOURCE',
  causes: ['RESOURCE_SCARCITY', 'ROLE_AMBIGUITY'],
  impacts: { COOPERATION: 2, MANAGEMENT_COST: 3 },
  parties: [
    ['FM-210', 'CLAIMANT'],
    ['FM-208', 'RESPONDENT'],
  ],
  steps: [
    { day: '2026-10-12', to: 'TRIAGED' },
    { day: '2026-10-13', to: 'CONSULTATION' },
    { day: '2026-10-16', terms: '按销量占比分摊。 (By share of sales.)' },
    { day: '2026-10-19', answer: 'REFUSE', party: 'FM-208' },
    { day: '2026-10-20', to: 'NEGOTIATION' },
    { day: '2026-10-29', to: 'MEDIATION' },
    { day: '2026-11-17', to: 'ARBITRATION' },
  ],
};

const shortage: ConflictSeed = {
  day: '2026-11-20',
  title: '门店缺货而批发商压货 (shops run dry while the wholesaler sits on stock)',
  description:
    '镇淮仓内积压两月用量，浦口门店连续三周缺货，互称对方不报计划。 (Two months of stock in Zhenhuai, three weeks of empty shelves in Pukou.)',
  subject: 'INVENTORY',
  causes: ['POOR_COMMUNICATION', 'GOAL_MISALIGNMENT'],
  impacts: { SATISFACTION: 2, CHANNEL_EFFICIENCY: 3 },
  parties: [
    ['FM-203', 'CLAIMANT'],
    ['FM-202', 'RESPONDENT'],
  ],
  steps: [],
};

const outletSpacing: ConflictSeed = {
  day: '2026-11-16',
  title: '新网点距老网点不足150米 (a new outlet within 150 metres of an old one)',
  description:
    '山塘街新设网点与古镇老店同街，老店主担心客源被分走。 (A new outlet opened in the street of the old town’s shop, whose keeper fears for its customers.)',
  subject: 'RESOURCE',
  causes: ['COMPETITION', 'ROLE_AMBIGUITY'],
  tags: ['lottery/outlet-spacing'],
  impacts: { COOPERATION: 2, CHANNEL_EFFICIENCY: 1 },
  parties: [
    ['LT-303', 'CLAIMANT'],
    ['LT-301', 'RESPONDENT'],
  ],
  steps: [{ day: '2026-11-17', to: 'TRIAGED' }],
};

const hearsay: ConflictSeed = {
  day: '2026-10-05',
  title: '称对方散布不实消息 (the other is said to spread rumours)',
  description: '仅有口头转述，双方辖区不相邻。 (Hearsay only; the two are not even neighbours.)',
  subject: 'OTHER',
  causes: ['OTHER'],
  impacts: {},
  parties: [
    ['LT-309', 'CLAIMANT'],
    ['LT-306', 'RESPONDENT'],
  ],
  steps: [{ day: '2026-10-06', to: 'DISMISSED', note: '无证据，不予受理。 (No evidence.)' }],
};

export const demoConflicts: readonly ConflictSeed[] = [
  onlinePrices,
  diversion,
  repairQuality,
  groupBuying,
  hearsay,
  promotionFunds,
  spareParts,
  diversionAgain,
  onlinePricesAgain,
  outletSpacing,
  shortage,
];
