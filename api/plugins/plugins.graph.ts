import { administrators, everyone } from '../access/access.ts';
import { loadRubricByKey } from '../grading/grading.loaders.ts';
import { builder } from '../shared/builder.ts';
import { operation } from '../shared/operation.ts';
import { Assessable, IndustryRef, PluginRef } from '../shared/refs.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import { industryOf, loadIndustries, viewPlugin, viewPlugins } from './plugins.loaders.ts';
import { setPluginEnabled } from './setPluginEnabled.ts';

PluginRef.implement({
  access: everyone,
  fields: (t) => ({
    name: t.string({ resolve: ({ definition }) => definition.name }),
    version: t.string({ resolve: ({ definition }) => definition.version }),
    host: t.string({ resolve: ({ definition }) => definition.host }),
    label: t.string({
      args: localeArgument,
      resolve: ({ definition }, args, context) => localized(definition.label, args, context),
    }),
    description: t.string({
      args: localeArgument,
      resolve: ({ definition }, args, context) => localized(definition.description, args, context),
    }),
    industry: t.field({
      type: IndustryRef,
      nullable: true,
      resolve: ({ definition: { industry } }, _, context) => (industry ? industryOf(context, industry.key) : null),
    }),
    enabled: t.exposeBoolean('enabled'),
  }),
});

IndustryRef.implement({
  access: everyone,
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.string({
      args: localeArgument,
      resolve: async ({ key, plugin }, args, context) => {
        const label = plugin?.definition.industry?.label ?? (await loadRubricByKey(context, key))?.label;
        return label ? localized(label, args, context) : key;
      },
    }),
    plugin: t.field({
      type: PluginRef,
      nullable: true,
      resolve: ({ plugin }, _, context) => (plugin ? viewPlugin(context, plugin) : null),
    }),
  }),
});

builder.interfaceField(Assessable, 'industries', (t) =>
  t.field({
    type: [IndustryRef],
    resolve: ({ industries }, _, context) => industries.map((key) => industryOf(context, key)),
  }),
);

builder.queryFields((t) => ({
  plugins: t.field({ access: everyone, type: [PluginRef], resolve: (_, __, context) => viewPlugins(context) }),
  industries: t.field({ access: everyone, type: [IndustryRef], resolve: (_, __, context) => loadIndustries(context) }),
  industry: t.field({
    access: everyone,
    type: IndustryRef,
    nullable: true,
    args: { key: t.arg.string({ required: true }) },
    resolve: async (_, { key }, context) => {
      const rubric = await loadRubricByKey(context, key);
      return rubric ? industryOf(context, rubric.key) : null;
    },
  }),
}));

operation('setPluginEnabled', {
  access: administrators,
  input: builder.inputType('SetPluginEnabledInput', {
    fields: (t) => ({ name: t.string({ required: true }), enabled: t.boolean({ required: true }) }),
  }),
  payload: { plugin: PluginRef },
  refusals: ['NotFoundError', 'InvalidStateError'],
  run: setPluginEnabled,
});
