// Written as an outsider would: a plain object that needs nothing from Tierwise.
const anchors = [
  { en: 'Absent', zhHans: '没有' },
  { en: 'Occasional', zhHans: '偶尔' },
  { en: 'Partial', zhHans: '部分达到' },
  { en: 'Meets', zhHans: '达标' },
  { en: 'Exceeds', zhHans: '超出' },
];

const rated = (label, more = {}) => ({
  tier: 'GOOD',
  dimension: 'QUALITY',
  weight: 1,
  label,
  measure: { kind: 'rating', anchors },
  ...more,
});

export default {
  name: 'appliances',
  version: '1.0.0',
  host: '^1.0.0',
  label: { en: 'Appliances, in short', zhHans: '家电简版' },
  description: { en: 'The first worked example.', zhHans: '算例一。' },
  industry: { key: 'appliances', label: { en: 'Appliances', zhHans: '家电' } },
  items: {
    'install-on-time': rated({ en: 'Installed on time', zhHans: '按时安装' }),
    'engineer-certified': rated({ en: 'Engineers certified', zhHans: '工程师持证' }, { redLine: { below: 50 } }),
    'price-parity': rated(
      { en: 'Same price online and in the shop', zhHans: '线上线下同价' },
      { tier: 'EXCELLENT', redLine: { below: 50 } },
    ),
    'brand-promotion': rated(
      { en: 'Joins the brand’s promotion', zhHans: '参与品牌推广' },
      { tier: 'OUTSTANDING', weight: 2, redLine: { below: 50 } },
    ),
  },
};
