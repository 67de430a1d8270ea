import { directions } from '../../plugins/kit/definition.ts';
import { everyone } from '../access/access.ts';
import { industryOf } from '../plugins/plugins.loaders.ts';
import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuseIf } from '../shared/errors.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { IndustryRef } from '../shared/refs.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import {
  asEdition,
  asRubric,
  type Edition,
  loadEdition,
  loadEditionsOf,
  loadRubric,
  loadRubricById,
  loadRubricByKey,
  loadRubrics,
  type RubricNode,
} from './grading.loaders.ts';
import { RubricItemRef, ServiceTierRef } from './item.graph.ts';
import { requirementsIn, TierRequirementRef } from './requirement.graph.ts';
import type { EditionRow } from './rubric.queries.ts';

export const RubricRef = builder.objectRef<RubricNode>('Rubric');
export const RubricVersionRef = builder.objectRef<Edition>('RubricVersion');

/** The edition in force today. */
export async function currentEdition(context: Context, rubricId: string): Promise<Edition> {
  const published = (await loadEditionsOf(context, rubricId)).find(({ status }) => status === 'PUBLISHED');
  if (!published) throw new Error(`The rubric ${rubricId} has no published edition.`);
  return asEdition(published);
}

RubricRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
    industry: t.field({ type: IndustryRef, resolve: ({ key }, _, context) => industryOf(context, key) }),
    direction: t.expose('direction', { type: builder.enumType('RubricDirection', { values: directions }) }),
    current: t.field({ type: RubricVersionRef, resolve: ({ id }, _, context) => currentEdition(context, id) }),
    versions: t.field({
      type: [RubricVersionRef],
      resolve: async ({ id }, _, context) => (await loadEditionsOf(context, id)).map(asEdition),
    }),
  }),
});

const Source = builder.objectRef<EditionRow['composition'][number]>('RubricSource').implement({
  access: everyone,
  fields: (t) => ({
    source: t.exposeString('source'),
    version: t.exposeString('version'),
    items: t.exposeInt('items'),
  }),
});

RubricVersionRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    rubric: t.field({
      type: RubricRef,
      resolve: async ({ rubricId }, _, context) => {
        const row = await loadRubricById(context, rubricId);
        if (!row) throw new Error(`The rubric ${rubricId} of an edition is missing.`);
        return asRubric(row);
      },
    }),
    number: t.exposeInt('number'),
    status: t.expose('status', {
      type: builder.enumType('RubricVersionStatus', { values: ['DRAFT', 'PUBLISHED', 'RETIRED'] as const }),
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', nullable: true }),
    tiers: t.field({
      type: [ServiceTierRef],
      resolve: async (edition, _, context) => [...(await loadRubric(context, edition.id)).tiers],
    }),
    items: t.field({
      type: [RubricItemRef],
      args: { tier: t.arg.string(), source: t.arg.string() },
      resolve: async (edition, { tier, source }, context) => {
        const rubric = await loadRubric(context, edition.id);
        refuseIf([
          ...(tier == null || rubric.tiers.some(({ content }) => content.code === tier)
            ? []
            : [issue('NOT_FOUND', ['tier'])]),
          ...(source == null || edition.composition.some((part) => part.source === source)
            ? []
            : [issue('NOT_FOUND', ['source'])]),
        ]);
        return rubric.items
          .filter(({ content }) => tier == null || content.tier === tier)
          .filter(({ content }) => source == null || content.source === source)
          .map((item) => ({ rubric, item }));
      },
    }),
    requirements: t.field({
      type: [TierRequirementRef],
      resolve: async (edition, _, context) => {
        const rubric = await loadRubric(context, edition.id);
        return requirementsIn(rubric, rubric.content.requirements);
      },
    }),
    composition: t.expose('composition', { type: [Source] }),
    contentHash: t.exposeString('contentHash'),
  }),
});

builder.objectField(IndustryRef, 'rubric', (t) =>
  t.field({
    type: RubricRef,
    resolve: async ({ key }, _, context) => {
      const row = await loadRubricByKey(context, key);
      if (!row) throw new Error(`The industry ${key} has no rubric.`);
      return asRubric(row);
    },
  }),
);

builder.queryFields((t) => ({
  rubrics: t.field({
    access: everyone,
    type: [RubricRef],
    resolve: async (_, __, context) => (await loadRubrics(context)).map(asRubric),
  }),
  rubric: t.field({
    access: everyone,
    type: RubricRef,
    nullable: true,
    args: { key: t.arg.string({ required: true }) },
    resolve: async (_, { key }, context) => {
      const row = await loadRubricByKey(context, key);
      return row ? asRubric(row) : null;
    },
  }),
}));

findNodesOf('Rubric', async (context, id) => {
  const row = await loadRubricById(context, id);
  return row ? asRubric(row) : null;
});
findNodesOf('RubricVersion', async (context, id) => {
  const row = await loadEdition(context, id);
  return row && asEdition(row);
});
