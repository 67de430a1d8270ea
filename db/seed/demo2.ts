import type { BrandSeed } from './shape.ts';

const base = { channel: 'PHYSICAL', since: '2025-03-01' } as const;

/** Another brand, which uses some of the first one's dealer codes: for dealers of its own, of which neither brand knows. */
export const demo2: BrandSeed = {
  code: 'demo2',
  name: '海棠优选 (Haitang Select)',
  defaultLocale: 'zhHans',
  people: {
    ADMIN: '何静 (He Jing)',
    CHANNEL_MANAGER: '郑凯 (Zheng Kai)',
    ASSESSOR: '吴彤 (Wu Tong)',
    DEALER: '林志远 (Lin Zhiyuan)',
    AUDITOR: '许诺 (Xu Nuo)',
  },
  speaksFor: ['AP-102', 'FM-201', 'LT-301'],
  territories: [
    ['120000', '天津市 (Tianjin)'],
    ['120100', '天津市区 (Tianjin City)', '120000'],
    ['370000', '山东省 (Shandong)'],
    ['370200', '青岛市 (Qingdao)', '370000'],
  ],
  dealers: [
    {
      ...base,
      code: 'AP-101',
      name: '青岛海滨家电 (Qingdao Seaside Appliances)',
      roles: ['DISTRIBUTOR'],
      industries: ['appliances'],
      territory: '370200',
      class: 'B',
      outlets: [['SN', '市南店 (Shinan Store)', 'STORE', '青岛市市南区香港中路38号', 36.0651, 120.3812]],
    },
    {
      ...base,
      code: 'AP-102',
      name: '崂山家电服务部 (Laoshan Appliance Service)',
      roles: ['DEALER', 'SERVICE_PROVIDER'],
      industries: ['appliances'],
      territory: '370200',
      class: 'C',
      upstream: 'AP-101',
      outlets: [
        ['LS', '崂山服务点 (Laoshan Service Point)', 'SERVICE_POINT', '青岛市崂山区海尔路29号', 36.1074, 120.4681],
      ],
    },
    {
      ...base,
      code: 'FM-201',
      name: '津门食品批发 (Jinmen Food Wholesale)',
      roles: ['WHOLESALER'],
      industries: ['fmcg'],
      territory: '120100',
      class: 'B',
      outlets: [['HP', '和平超市 (Heping Supermarket)', 'SUPERMARKET', '天津市和平区滨江道211号', 39.1187, 117.1956]],
    },
    {
      ...base,
      code: 'LT-301',
      name: '河西体彩代销 (Hexi Lottery Agency)',
      roles: ['AGENT'],
      industries: ['lottery'],
      territory: '120100',
      class: 'C',
      outlets: [
        ['1201-0033', '友谊路网点 (Youyi Road Outlet)', 'LOTTERY_OUTLET', '天津市河西区友谊路50号', 39.0897, 117.2135],
      ],
    },
    {
      ...base,
      code: 'HT-501',
      name: '海棠优选网上商城 (Haitang Select Online)',
      roles: ['MERCHANT'],
      channel: 'ECOMMERCE',
      industries: ['fmcg', 'appliances'],
      territory: '370200',
    },
  ],
  rounds: [
    {
      period: '2026-Q4',
      from: '2026-11-03',
      assessments: [
        { of: 'AP-101', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
        { of: 'AP-102', kind: 'SELF', standing: 'good', state: 'SUBMITTED' },
        { of: 'AP-102', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
        { of: 'AP-102/LS', kind: 'MANAGER', standing: 'excellent', state: 'SUBMITTED' },
        { of: 'FM-201', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
        { of: 'LT-301', kind: 'MANAGER', standing: 'poor', state: 'DRAFT', answered: 0.3 },
      ],
    },
  ],
  conflicts: [
    {
      day: '2026-11-10',
      title: '青岛两家经销商争抢崂山楼盘团购 (two dealers after one block of flats)',
      description:
        '海滨与崂山服务部同时向崂山新城楼盘报团购价，互压价格。 (Both offered set prices to the same new block in Laoshan and undercut each other.)',
      subject: 'RESOURCE',
      causes: ['RESOURCE_SCARCITY', 'POOR_COMMUNICATION'],
      impacts: { COOPERATION: 2, MANAGEMENT_COST: 1 },
      parties: [
        ['AP-102', 'CLAIMANT'],
        ['AP-101', 'RESPONDENT'],
      ],
      steps: [{ day: '2026-11-10', to: 'TRIAGED' }],
    },
  ],
};
