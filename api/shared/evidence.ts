import { everyone } from '../access/access.ts';
import { builder } from './builder.ts';

/** Something that an answer or a case rests on, kept elsewhere and pointed at. */
export interface Evidence {
  readonly uri: string;
  readonly note?: string | undefined;
}

export const EvidenceRef = builder.objectRef<Evidence>('Evidence').implement({
  access: everyone,
  fields: (t) => ({
    uri: t.exposeString('uri'),
    note: t.string({ nullable: true, resolve: ({ note }) => note ?? null }),
  }),
});

export const EvidenceInput = builder.inputType('EvidenceInput', {
  fields: (t) => ({ uri: t.string({ required: true }), note: t.string() }),
});
