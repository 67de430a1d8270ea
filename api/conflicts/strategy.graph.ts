import { conflictCauses, type FrozenStrategy, type FrozenTag } from '../../db/tables/conflicts.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import type { Suggestion } from './catalogue.rules.ts';
import { loadCatalogue } from './conflicts.loaders.ts';

export const ConflictCauseEnum = builder.enumType('ConflictCause', { values: conflictCauses });

export const ConflictTagRef = builder.objectRef<FrozenTag>('ConflictTag').implement({
  access: everyone,
  fields: (t) => ({
    key: t.exposeString('key'),
    cause: t.expose('cause', { type: ConflictCauseEnum }),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
  }),
});

export const ConflictStrategyRef = builder.objectRef<FrozenStrategy>('ConflictStrategy').implement({
  access: everyone,
  fields: (t) => ({
    code: t.exposeString('code'),
    source: t.exposeString('source'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
    measures: t.stringList({
      args: localeArgument,
      resolve: ({ measures }, args, context) => measures.map((measure) => localized(measure, args, context)),
    }),
    answers: t.expose('answers', { type: [ConflictCauseEnum] }),
    answersTags: t.exposeStringList('answersTags'),
  }),
});

export const SuggestedStrategy = builder.objectRef<Suggestion>('SuggestedStrategy').implement({
  access: everyone,
  fields: (t) => ({
    strategy: t.expose('strategy', { type: ConflictStrategyRef }),
    answers: t.expose('answers', { type: [ConflictCauseEnum] }),
    answersTags: t.stringList({ resolve: ({ answersTags }) => [...answersTags] }),
  }),
});

builder.queryFields((t) => ({
  conflictStrategies: t.field({
    access: everyone,
    type: [ConflictStrategyRef],
    resolve: async (_, __, context) => [...(await loadCatalogue(context)).strategies],
  }),
  conflictTags: t.field({
    access: everyone,
    type: [ConflictTagRef],
    resolve: async (_, __, context) => [...(await loadCatalogue(context)).tags],
  }),
}));
