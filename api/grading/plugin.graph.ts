import { builder } from '../shared/builder.ts';
import type { Context } from '../shared/context.ts';
import { PluginRef } from '../shared/refs.ts';
import { loadedRubric } from './editions.loaders.ts';
import { asEdition, loadEditionsOf, loadRubrics } from './grading.loaders.ts';
import { RubricItemRef } from './item.graph.ts';
import { requirementsIn, TierRequirementRef } from './requirement.graph.ts';
import { RubricVersionRef } from './rubric.graph.ts';

/** The rubric that a plugin makes with the core as they are loaded now; the core's alone for the core. */
function rubricWith({ plugins }: Context, name: string) {
  const plugin = plugins.byName(name);
  return loadedRubric(plugins, plugin === plugins.core ? null : (plugin ?? null)).rubric;
}

async function editionsWith(context: Context, name: string) {
  const rubrics = await loadRubrics(context);
  const editions = await Promise.all(rubrics.map(({ id }) => loadEditionsOf(context, id)));
  return editions
    .flatMap((ofRubric) => ofRubric.toReversed())
    .filter(({ composition }) => composition.some(({ source }) => source === name))
    .map(asEdition);
}

builder.objectFields(PluginRef, (t) => ({
  items: t.field({
    type: [RubricItemRef],
    resolve: ({ definition: { name } }, _, context) => {
      const rubric = rubricWith(context, name);
      return rubric.items.filter(({ content }) => content.source === name).map((item) => ({ rubric, item }));
    },
  }),
  requirements: t.field({
    type: [TierRequirementRef],
    resolve: ({ definition: { name, tierRequirements = {} } }, _, context) =>
      requirementsIn(rubricWith(context, name), tierRequirements),
  }),
  editions: t.field({
    type: [RubricVersionRef],
    resolve: ({ definition: { name } }, _, context) => editionsWith(context, name),
  }),
}));
