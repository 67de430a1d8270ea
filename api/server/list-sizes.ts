/** How many elements are reckoned with for lists that are no connections and are often longer than others, by their coordinates. */
export const listSizes: Readonly<Record<string, number>> = {
  'Assessment.answers': 25,
  'ConflictCase.parties': 5,
  'ConflictCase.proposals': 10,
  'ConflictCase.suggestedStrategies': 10,
  'ConflictProposal.answers': 5,
  'ConflictProposal.unanswered': 5,
  'ConflictResolution.orders': 5,
  'CustomerSegment.playbook': 4,
  'CustomerSegment.strategies': 5,
  'GradeOutcome.shortfalls': 10,
  'PlaybookStage.texts': 25,
  'Plugin.items': 25,
  'Query.conflictStrategies': 20,
  'Query.conflictTags': 10,
  'Query.matchChannels': 4,
  'Query.segments': 20,
  'Query.territories': 100,
  'RubricVersion.items': 25,
};

const anyOther = 3;

export const listSize = (type: string, field: string): number => listSizes[`${type}.${field}`] ?? anyOther;
