import { type Answer, earned } from '../../plugins/kit/grading/earned.ts';
import type { Rubric } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { EvidenceRef } from '../shared/evidence.ts';
import { itemOf, RubricItemRef } from './item.graph.ts';

/** An answer within the rubric that knows what it earns. */
interface ItemAnswer {
  readonly rubric: Rubric;
  readonly key: string;
  readonly answer: Answer;
}

export const ItemAnswerRef = builder.objectRef<ItemAnswer>('ItemAnswer').implement({
  access: everyone,
  fields: (t) => ({
    item: t.field({ type: RubricItemRef, resolve: ({ rubric, key }) => itemOf(rubric, key) }),
    rating: t.int({ nullable: true, resolve: ({ answer }) => answer.rating ?? null }),
    yes: t.boolean({ nullable: true, resolve: ({ answer }) => answer.yes ?? null }),
    metric: t.field({ type: 'Decimal', nullable: true, resolve: ({ answer }) => answer.metric ?? null }),
    notApplicable: t.boolean({ resolve: ({ answer }) => answer.notApplicable !== undefined }),
    reason: t.string({ nullable: true, resolve: ({ answer }) => answer.notApplicable ?? null }),
    note: t.string({ nullable: true, resolve: ({ answer }) => answer.note ?? null }),
    evidence: t.field({ type: [EvidenceRef], resolve: ({ answer }) => [...(answer.evidence ?? [])] }),
    earned: t.float({ nullable: true, resolve: ({ rubric, key, answer }) => earned(rubric, key, answer) }),
  }),
});
