import { definePlugin } from '../kit/index.ts';
import { conflictStrategies, conflictTags } from './conflicts.ts';
import { excellentItems } from './excellent-items.ts';
import { goodItems } from './good-items.ts';
import { goodSafetyItems } from './good-safety-items.ts';
import { outstandingItems } from './outstanding-items.ts';
import { playbook } from './playbook.ts';
import { segments } from './segments.ts';

export default definePlugin({
  name: 'fmcg',
  version: '1.0.0',
  host: '^1.0.0',
  label: { en: 'Consumer goods', zhHans: '快消' },
  description: {
    en: 'Availability, display, price, freshness and distribution of fast-moving consumer goods.',
    zhHans: '快消品的有货、陈列、价格、新鲜度与分销标准。',
  },
  industry: { key: 'fmcg', label: { en: 'Consumer goods', zhHans: '快消' }, direction: 'DEALER_PROVIDES' },
  items: { ...goodItems, ...goodSafetyItems, ...excellentItems, ...outstandingItems },
  segments,
  playbook,
  conflictTags,
  conflictStrategies,
});
