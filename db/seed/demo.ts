import { applianceDealers } from './demo-appliances.ts';
import { demoConflicts } from './demo-conflicts.ts';
import { fmcgDealers } from './demo-fmcg.ts';
import { lotteryDealers } from './demo-lottery.ts';
import { demoRounds } from './demo-rounds.ts';
import type { BrandSeed } from './shape.ts';
import { territories } from './territories.ts';

/** A brand group with a channel in every industry of the box. */
export const demo: BrandSeed = {
  code: 'demo',
  name: '云泽实业 (Yunze Industries)',
  defaultLocale: 'en',
  people: {
    ADMIN: '周岚 (Zhou Lan), 信息部 (IT)',
    CHANNEL_MANAGER: '李敏 (Li Min), 渠道部 (Channel)',
    ASSESSOR: '王磊 (Wang Lei), 服务督导 (Service Inspection)',
    DEALER: '陈国强 (Chen Guoqiang), 经销商 (Dealer)',
    AUDITOR: '孙悦 (Sun Yue), 审计部 (Audit)',
  },
  speaksFor: ['AP-102', 'FM-205', 'LT-304'],
  territories,
  dealers: [...applianceDealers, ...fmcgDealers, ...lotteryDealers],
  rounds: demoRounds,
  conflicts: demoConflicts,
};
