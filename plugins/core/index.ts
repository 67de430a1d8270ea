import { definePlugin } from '../kit/index.ts';
import { excellentItems } from './excellent-items.ts';
import { goodItems } from './good-items.ts';
import { outstandingItems } from './outstanding-items.ts';
import { playbook } from './playbook.ts';
import { segments } from './segments.ts';

export default definePlugin({
  name: 'core',
  version: '1.0.0',
  host: '^1.0.0',
  label: { en: 'Professional service', zhHans: '专业服务' },
  description: {
    en: 'The nine items of professional service that every industry is graded by.',
    zhHans: '各行业通用的专业服务分级标准，共九项。',
  },
  items: { ...goodItems, ...excellentItems, ...outstandingItems },
  tierRequirements: {
    A: {
      tier: 'OUTSTANDING',
      duties: [{ en: 'Joins the brand’s market promotion.', zhHans: '参与品牌的市场推广活动。' }],
    },
    B: {
      tier: 'EXCELLENT',
      duties: [{ en: 'Takes part in regular training.', zhHans: '参与定期的培训。' }],
    },
    C: { tier: 'GOOD', duties: [] },
  },
  segments,
  playbook,
});
