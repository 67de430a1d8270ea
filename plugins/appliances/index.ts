import { definePlugin } from '../kit/index.ts';
import { conflictStrategies, conflictTags } from './conflicts.ts';
import { excellentItems } from './excellent-items.ts';
import { goodStoreItems } from './good-store-items.ts';
import { goodWorkItems } from './good-work-items.ts';
import { outstandingItems } from './outstanding-items.ts';
import { playbook } from './playbook.ts';
import { segments } from './segments.ts';

export default definePlugin({
  name: 'appliances',
  version: '1.0.0',
  host: '^1.0.0',
  label: { en: 'Home appliances', zhHans: '家电' },
  description: {
    en: 'Delivery, installation, repair and store standards of home-appliance dealers.',
    zhHans: '家电经销商的送装、维修、配件与门店标准。',
  },
  industry: { key: 'appliances', label: { en: 'Home appliances', zhHans: '家电' }, direction: 'DEALER_PROVIDES' },
  items: { ...goodWorkItems, ...goodStoreItems, ...excellentItems, ...outstandingItems },
  segments,
  playbook,
  conflictTags,
  conflictStrategies,
});
