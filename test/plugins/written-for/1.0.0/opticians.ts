import { definePlugin, metric, rating, yesNo } from '../../../../plugins/kit/index.ts';

const text = { en: 'Eye test', zhHans: '验光' };

export default definePlugin({
  name: 'opticians',
  version: '1.0.0',
  host: '^1.0.0',
  label: text,
  description: text,
  industry: { key: 'opticians', label: text, direction: 'BRAND_PROVIDES' },
  items: {
    'ready-on-time': {
      tier: 'GOOD',
      dimension: 'QUALITY',
      weight: 10,
      label: text,
      guidance: text,
      measure: metric({
        unit: '%',
        better: 'HIGHER',
        bands: [
          ['98.5', 100],
          [95, 80],
          [90, 50],
        ],
      }),
      evidence: 'required',
    },
    licensed: {
      tier: 'GOOD',
      dimension: 'COMPLIANCE',
      weight: '2.5',
      label: text,
      measure: yesNo(text),
      redLine: { below: 100, capsAt: null },
    },
    advice: {
      tier: 'EXCELLENT',
      dimension: 'FEEDBACK',
      weight: 3,
      label: text,
      measure: rating([text, text, text]),
      redLine: { below: 50 },
      stepCost: 3,
    },
  },
  tierRequirements: { A: { tier: 'EXCELLENT', duties: [text] }, C: { tier: 'GOOD', duties: [] } },
  segments: { SENIOR: [{ text, needs: ['FUNCTIONAL'], channels: ['PHONE', 'PHYSICAL'] }] },
  playbook: { 'senior-close': { segment: 'SENIOR', stage: 'SERVICE_CLOSE', detail: 'SCRIPT', text } },
  conflictTags: { 'online-frames': { cause: 'COMPETITION', label: text } },
  conflictStrategies: {
    'fitting-fee': { label: text, measures: [text], answers: ['OTHER'], answersTags: ['opticians/online-frames'] },
  },
});
