import type { Viewer } from './viewer.ts';

/** The brand's own people see the whole network; a DEALER key sees its own dealer and meets others as cards only. */
export const seesDealer = (viewer: Viewer, dealerId: string): boolean =>
  viewer.dealerId === null || viewer.dealerId === dealerId;

/** Of MANAGER assessments a dealer sees those that a published grade rests on; its own SELF assessments always. */
export const seesAssessment = (
  viewer: Viewer,
  assessment: { dealerId: string; kind: 'SELF' | 'MANAGER'; gradeId: string | null },
): boolean =>
  viewer.dealerId === null ||
  (viewer.dealerId === assessment.dealerId && (assessment.kind === 'SELF' || assessment.gradeId !== null));
