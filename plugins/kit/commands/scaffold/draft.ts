import type { PluginDefinition } from '../../definition.ts';

const spoken = (name: string): string => {
  const words = name.replaceAll('-', ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** A plugin to begin from: a measure of each kind, a red line, and evidence. */
export function draft(name: string, kitVersion: string): PluginDefinition {
  const label = { en: spoken(name), zhHans: `${name} 行业` };
  return {
    name,
    version: '1.0.0',
    host: `^${kitVersion}`,
    label,
    description: {
      en: `What good service is in the industry of ${name.replaceAll('-', ' ')}.`,
      zhHans: `${name} 行业的服务标准。`,
    },
    industry: { key: name.replaceAll(/-+/g, '-').replace(/-$/, ''), label, direction: 'DEALER_PROVIDES' },
    items: {
      'done-on-time': {
        tier: 'GOOD',
        dimension: 'QUALITY',
        weight: 2,
        label: { en: 'Work done by the day promised', zhHans: '按约定日期完成率' },
        guidance: {
          en: 'Jobs done by the day promised, of all jobs of the period.',
          zhHans: '本期按约定日期完成的工单占全部工单的比例。',
        },
        measure: {
          kind: 'metric',
          unit: '%',
          better: 'HIGHER',
          bands: [
            [95, 100],
            [90, 80],
            [80, 50],
          ],
        },
        evidence: 'required',
      },
      'licensed-staff': {
        tier: 'GOOD',
        dimension: 'COMPLIANCE',
        weight: 2,
        label: { en: 'Staff with the licence that the law asks for', zhHans: '人员持证上岗' },
        measure: {
          kind: 'yesNo',
          question: { en: 'Does everyone at work hold the licence?', zhHans: '在岗人员是否全部持证?' },
        },
        redLine: { below: 100, capsAt: null },
      },
      'clear-advice': {
        tier: 'EXCELLENT',
        dimension: 'CONTENT',
        weight: 1,
        label: { en: 'Clear advice', zhHans: '清晰的建议' },
        measure: {
          kind: 'rating',
          anchors: [
            { en: 'None', zhHans: '没有' },
            { en: 'When asked', zhHans: '询问时提供' },
            { en: 'Always, in writing', zhHans: '每次提供书面建议' },
          ],
        },
      },
    },
  };
}
