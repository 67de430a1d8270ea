import { metric, rating, yesNo } from '../../plugins/kit/index.ts';
import { validatePlugin } from '../../plugins/kit/validation.ts';

export const text = { en: 'Eye test', zhHans: '验光' };

export const eyeTest = {
  tier: 'GOOD',
  dimension: 'QUALITY',
  weight: 10,
  label: text,
  guidance: text,
  measure: metric({
    unit: '%',
    better: 'HIGHER',
    bands: [
      [95, 100],
      [90, '85.5'],
      [80, 60],
    ],
  }),
  redLine: { below: 60, capsAt: null },
  evidence: 'required',
  stepCost: 3,
};

/** A plugin with every part that a plugin may have, and no mistake. */
export const opticians = {
  name: 'opticians',
  version: '2.1.0-beta.1',
  host: '^1.0.0',
  label: text,
  description: text,
  industry: { key: 'opticians', label: text, direction: 'BRAND_PROVIDES' },
  items: {
    'eye-test': eyeTest,
    'waiting-time': {
      ...eyeTest,
      measure: metric({
        unit: 'min',
        better: 'LOWER',
        bands: [
          [5, 100],
          [15, 100],
        ],
      }),
    },
    'frames-cleaned': { ...eyeTest, measure: yesNo(text) },
    'shop-image': { ...eyeTest, tier: 'OUTSTANDING', measure: rating([text, text]) },
  },
  tierRequirements: { A: { tier: 'OUTSTANDING', duties: [text] }, C: { tier: 'GOOD', duties: [] } },
  segments: {
    STUDENT: [{ text, needs: ['SOCIAL'], channels: ['SOCIAL', 'PHONE'] }],
    NIGHT_SHIFT: [{ text, needs: ['CONVENIENCE'], channels: ['ECOMMERCE'] }],
  },
  playbook: {
    'student-close': { segment: 'STUDENT', stage: 'SERVICE_CLOSE', detail: 'SCRIPT', text },
    'night-shift-place': { segment: 'NIGHT_SHIFT', stage: 'ON_SITE_REPAIR', detail: 'IMAGE', text },
  },
  conflictTags: {
    'online-frames': { cause: 'COMPETITION', label: text },
    'lens-quota': { cause: 'RESOURCE_SCARCITY', label: text },
  },
  conflictStrategies: {
    'frame-ranges': { label: text, measures: [text], answers: ['COMPETITION', 'OTHER'] },
    'lens-allocation': {
      label: text,
      measures: [text, text],
      answers: [],
      answersTags: ['opticians/lens-quota', 'dentists/quota'],
    },
  },
};

/** The opticians with one place changed; undefined takes the place away. */
export function changed(path: string, value: unknown): unknown {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(opticians));
  const steps = path.split('.');
  const last = String(steps.pop());
  const owner = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

export const faultsOf = (value: unknown): readonly (readonly [string, string])[] =>
  validatePlugin(value, 'box').map(({ code, path }) => [code, path]);
