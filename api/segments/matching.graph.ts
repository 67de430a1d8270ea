import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { ChannelTypeEnum } from '../shared/scalars.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import { matchChannels } from './matchChannels.ts';
import type { ChannelMatch, MatchReason } from './matching.rules.ts';
import { NeedTypeEnum } from './segment.graph.ts';

const Reason = builder.objectRef<MatchReason>('ChannelMatchReason').implement({
  access: everyone,
  fields: (t) => ({
    need: t.expose('need', { type: NeedTypeEnum, nullable: true }),
    weight: t.exposeFloat('weight'),
    text: t.string({ args: localeArgument, resolve: ({ text }, args, context) => localized(text, args, context) }),
  }),
});

const Match = builder.objectRef<ChannelMatch>('ChannelMatch').implement({
  access: everyone,
  fields: (t) => ({
    channel: t.expose('channel', { type: ChannelTypeEnum }),
    fit: t.exposeFloat('fit'),
    reasons: t.field({ type: [Reason], resolve: ({ reasons }) => [...reasons] }),
  }),
});

builder.queryField('matchChannels', (t) =>
  t.field({
    access: everyone,
    type: [Match],
    args: { segment: t.arg.string({ required: true }), needs: t.arg({ type: [NeedTypeEnum] }) },
    resolve: (_, args, context) => matchChannels(context, args),
  }),
);
