export type {
  Channel,
  ChannelFit,
  ChannelMatching,
  ConflictCause,
  ConflictStrategy,
  ConflictTag,
  ConflictTerms,
  CoreData,
  Decimal,
  Dimension,
  Direction,
  ItemDefinition,
  Ladder,
  Measure,
  MetricMeasure,
  Need,
  NoteMessage,
  ParameterValue,
  PlaybookDetail,
  PlaybookText,
  PluginDefinition,
  RatingMeasure,
  RedLine,
  Score,
  ScoreFacts,
  ScoreParameter,
  SegmentCode,
  SegmentDefinition,
  SegmentStrategy,
  StoreServiceStage,
  Text,
  TierCode,
  TierRequirement,
  YesNoMeasure,
} from './definition.ts';
export { conflictCauses } from './definition.ts';
export { metric, rating, yesNo } from './measures.ts';

import type { PluginDefinition } from './definition.ts';

/** What a plugin's `host` is held against. */
export const kitVersion = '1.0.0';

/** Gives the definition back as it is: its worth is that a mistake is marked while it is typed. */
export const definePlugin = (definition: PluginDefinition): PluginDefinition => definition;
