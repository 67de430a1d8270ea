import type { Note } from '../../plugins/kit/grading/earned.ts';
import type { RubricItemContent } from '../../plugins/kit/grading/rubric.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import type { Text } from '../shared/locale.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import { ItemAnswerRef } from './answer.graph.ts';
import { loadRubric } from './grading.loaders.ts';
import { itemOf, RubricItemRef, type RubricItemView } from './item.graph.ts';
import { noteText } from './notes.rules.ts';
import { GradeOutcome } from './outcome.graph.ts';
import { ScoreParameterUnion } from './parameter.graph.ts';

const Message = builder.objectRef<{ readonly id: string; readonly text: Text }>('ScoreMessage').implement({
  access: everyone,
  fields: (t) => ({
    id: t.exposeString('id'),
    text: t.string({ args: localeArgument, resolve: ({ text }, args, context) => localized(text, args, context) }),
  }),
});

interface ScoreView extends NonNullable<RubricItemContent['score']> {
  readonly parameters: NonNullable<RubricItemContent['parameters']>;
}

const Score = builder.objectRef<ScoreView>('ItemScore').implement({
  access: everyone,
  fields: (t) => ({
    version: t.exposeString('version'),
    messages: t.field({
      type: [Message],
      resolve: ({ messages }) => Object.entries(messages).map(([id, text]) => ({ id, text })),
    }),
    parameters: t.field({
      type: [ScoreParameterUnion],
      resolve: ({ parameters }) => Object.entries(parameters).map(([name, parameter]) => ({ name, ...parameter })),
    }),
  }),
});

interface NoteView {
  readonly view: RubricItemView;
  readonly note: Note;
}

const ScoreNote = builder.objectRef<NoteView>('ScoreNote').implement({
  access: everyone,
  fields: (t) => ({
    item: t.field({ type: RubricItemRef, resolve: ({ view }) => view }),
    message: t.string({ resolve: ({ note }) => note.message }),
    text: t.string({
      args: localeArgument,
      resolve: ({ view, note }, args, context) => localized(noteText(view.item.content, note), args, context),
    }),
  }),
});

builder.objectField(RubricItemRef, 'score', (t) =>
  t.field({
    type: Score,
    nullable: true,
    resolve: ({ item: { content } }) =>
      content.score ? { ...content.score, parameters: content.parameters ?? {} } : null,
  }),
);

builder.objectField(ItemAnswerRef, 'scoreNotes', (t) =>
  t.field({
    type: [ScoreNote],
    resolve: ({ rubric, key, answer }) =>
      (answer.scored?.notes ?? []).map((note) => ({ view: itemOf(rubric, key), note })),
  }),
);

builder.objectField(GradeOutcome, 'scoreNotes', (t) =>
  t.field({
    type: [ScoreNote],
    resolve: async ({ editionId, outcome }, _, context) => {
      const [{ notes = [] }, rubric] = await Promise.all([outcome(), loadRubric(context, editionId)]);
      return notes.map((note) => ({ view: itemOf(rubric, note.item), note }));
    },
  }),
);
