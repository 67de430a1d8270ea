import { type PluginDefinition, playbookDetails, storeServiceStages } from '../../plugins/kit/definition.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import type { PlaybookText } from './playbook.rules.ts';
import { SegmentRef } from './segment.graph.ts';
import { loadPlaybook, loadSources } from './segments.loaders.ts';

export const PlaybookTextRef = builder.objectRef<PlaybookText>('PlaybookText');
export const StageEnum = builder.enumType('StoreServiceStage', { values: storeServiceStages });
export const DetailEnum = builder.enumType('PlaybookDetail', { values: playbookDetails });

PlaybookTextRef.implement({
  access: everyone,
  fields: (t) => ({
    key: t.exposeString('key'),
    source: t.exposeString('source'),
    stage: t.expose('stage', { type: StageEnum }),
    detail: t.expose('detail', { type: DetailEnum }),
    text: t.string({ args: localeArgument, resolve: ({ text }, args, context) => localized(text, args, context) }),
    overridden: t.boolean({ resolve: ({ original }) => original !== null }),
    original: t.string({
      nullable: true,
      args: localeArgument,
      resolve: ({ original }, args, context) => original && localized(original, args, context),
    }),
    version: t.exposeInt('version'),
  }),
});

/** A stage as one segment is served in it, with those who tell how. */
interface Stage {
  readonly stage: (typeof storeServiceStages)[number];
  readonly code: string;
  readonly sources: readonly PluginDefinition[];
}

const StageRef = builder.objectRef<Stage>('PlaybookStage').implement({
  access: everyone,
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum }),
    label: t.string({
      args: localeArgument,
      resolve: ({ stage }, args, context) => localized(context.plugins.stages[stage], args, context),
    }),
    closingSteps: t.stringList({
      args: localeArgument,
      resolve: ({ stage }, args, context) =>
        stage === 'PRODUCT_RECOMMENDATION'
          ? context.plugins.closingSteps.map((step) => localized(step, args, context))
          : [],
    }),
    texts: t.field({
      type: [PlaybookTextRef],
      args: { detail: t.arg({ type: DetailEnum }) },
      resolve: async ({ stage, code, sources }, { detail }, context) =>
        (await loadPlaybook(context, code, sources)).filter(
          (text) => text.stage === stage && (detail == null || text.detail === detail),
        ),
    }),
  }),
});

builder.objectField(SegmentRef, 'playbook', (t) =>
  t.field({
    type: [StageRef],
    args: { industry: t.arg.string() },
    resolve: async ({ code }, { industry }, context) => {
      const sources = await loadSources(context, industry);
      return storeServiceStages.map((stage) => ({ stage, code, sources }));
    },
  }),
);
