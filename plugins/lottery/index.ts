import { definePlugin } from '../kit/index.ts';
import { conflictStrategies, conflictTags } from './conflicts.ts';
import { dutyItems } from './duty-items.ts';
import { serviceItems } from './good-service-items.ts';
import { higherItems } from './higher-items.ts';
import { playbook } from './playbook.ts';
import { segments } from './segments.ts';

export default definePlugin({
  name: 'lottery',
  version: '1.0.0',
  host: '^1.0.0',
  label: { en: 'Lottery outlets', zhHans: '体彩网点' },
  description: {
    en: 'Lottery outlets that serve adults: legal duties first, then payout, shop, equipment and responsible play.',
    zhHans: '面向成年人的体彩网点：合规为先，兼顾兑奖、形象、设备与责任彩票。',
  },
  industry: { key: 'lottery', label: { en: 'Lottery outlets', zhHans: '体彩网点' }, direction: 'DEALER_PROVIDES' },
  items: { ...dutyItems, ...serviceItems, ...higherItems },
  segments,
  playbook,
  conflictTags,
  conflictStrategies,
});
