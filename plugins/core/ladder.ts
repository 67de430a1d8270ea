import type { Ladder } from '../kit/index.ts';

/** The tiers that every rubric shares; no plugin can change them. */
export const ladder: Ladder = {
  tiers: [
    { code: 'GOOD', label: { en: 'Good service', zhHans: '良好的服务' }, threshold: 70, mix: '0.5' },
    { code: 'EXCELLENT', label: { en: 'Excellent service', zhHans: '优秀的服务' }, threshold: 70, mix: '0.3' },
    { code: 'OUTSTANDING', label: { en: 'Outstanding service', zhHans: '卓越的服务' }, threshold: 75, mix: '0.2' },
  ],
  coreFloor: 10,
  maxNotApplicable: 20,
  evidenceCap: 50,
  mark: 75,
};
