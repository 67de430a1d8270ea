import type { ParameterContent } from '../../plugins/kit/grading/parameters.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import type { Text } from '../shared/locale.ts';
import { localeArgument, localized } from '../shared/texts.ts';

type ParameterView<Kind extends ParameterContent['kind'] = ParameterContent['kind']> = Extract<
  ParameterContent,
  { kind: Kind }
> & { readonly name: string };

const NumberParameter = builder.objectRef<ParameterView<'number'>>('NumberParameter').implement({
  access: everyone,
  fields: (t) => ({
    name: t.exposeString('name'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
    number: t.expose('value', { type: 'Decimal' }),
    defaultNumber: t.expose('default', { type: 'Decimal' }),
    min: t.expose('min', { type: 'Decimal' }),
    max: t.expose('max', { type: 'Decimal' }),
  }),
});

const YesNoParameter = builder.objectRef<ParameterView<'yesNo'>>('YesNoParameter').implement({
  access: everyone,
  fields: (t) => ({
    name: t.exposeString('name'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
    yes: t.exposeBoolean('value'),
    defaultYes: t.exposeBoolean('default'),
  }),
});

const Option = builder.objectRef<{ readonly key: string; readonly label: Text }>('ParameterOption').implement({
  access: everyone,
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
  }),
});

const ChoiceParameter = builder.objectRef<ParameterView<'choice'>>('ChoiceParameter').implement({
  access: everyone,
  fields: (t) => ({
    name: t.exposeString('name'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
    choice: t.exposeString('value'),
    defaultChoice: t.exposeString('default'),
    options: t.field({
      type: [Option],
      resolve: ({ options }) => Object.entries(options).map(([key, label]) => ({ key, label })),
    }),
  }),
});

const types = { number: 'NumberParameter', yesNo: 'YesNoParameter', choice: 'ChoiceParameter' } as const;

export const ScoreParameterUnion = builder.unionType('ScoreParameter', {
  types: [NumberParameter, YesNoParameter, ChoiceParameter],
  resolveType: ({ kind }) => types[kind],
});
