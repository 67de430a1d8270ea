import type { MetricMeasure, RatingMeasure, Text, YesNoMeasure } from './definition.ts';

/** A measured value against bands, best first. */
export const metric = (measure: Omit<MetricMeasure, 'kind'>): MetricMeasure => ({ kind: 'metric', ...measure });

/** A grade on a scale of described anchors, from 0 upwards. */
export const rating = (anchors: readonly Text[]): RatingMeasure => ({ kind: 'rating', anchors });

export const yesNo = (question: Text): YesNoMeasure => ({ kind: 'yesNo', question });
