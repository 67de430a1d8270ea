const scale = [
  ['Absent', '没有'],
  ['Occasional', '偶尔'],
  ['Partial', '部分达到'],
  ['Meets', '达标'],
  ['Exceeds', '超出'],
];
const measure = { kind: 'rating', anchors: scale.map(([en, zhHans]) => ({ en, zhHans })) };
const common = { dimension: 'CONTENT', weight: 1, measure };

export default {
  name: 'fmcg',
  version: '0.9.0',
  host: '>=1.0.0 <2.0.0',
  label: { en: 'Consumer goods, in short', zhHans: '快消简版' },
  description: { en: 'The second worked example.', zhHans: '算例二。' },
  industry: { key: 'fmcg', label: { en: 'Consumer goods', zhHans: '快消' } },
  items: {
    'on-shelf': { ...common, tier: 'GOOD', label: { en: 'On the shelf', zhHans: '货架有货' }, redLine: { below: 50 } },
    freshness: { ...common, tier: 'GOOD', label: { en: 'Fresh', zhHans: '新鲜度' } },
    planogram: { ...common, tier: 'EXCELLENT', label: { en: 'Shelf as planned', zhHans: '陈列达标' } },
    'promo-return': { ...common, tier: 'OUTSTANDING', label: { en: 'Promotions pay', zhHans: '促销回报' } },
  },
};
