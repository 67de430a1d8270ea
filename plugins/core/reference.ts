import type { CoreData } from '../kit/index.ts';
import { channelLabels, channelMatching } from './channel-matching.ts';
import { conflictStrategies, conflictTerms } from './conflicts.ts';
import { customerSegments } from './customer-segments.ts';
import { ladder } from './ladder.ts';
import { closingSteps, stages } from './store-stages.ts';

/** All that the core brings beside its plugin. */
export const coreData: CoreData = {
  ladder,
  segments: customerSegments,
  stages,
  closingSteps,
  channels: channelLabels,
  matching: channelMatching,
  conflictStrategies,
  conflictTerms,
};
