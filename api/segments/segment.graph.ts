import { needs } from '../../plugins/kit/definition.ts';
import { everyone } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { findNodesOf, Node } from '../shared/nodes.ts';
import { ChannelTypeEnum } from '../shared/scalars.ts';
import { localeArgument, localized } from '../shared/texts.ts';
import { type Segment, type SourcedStrategy, strategiesOf } from './segment.rules.ts';
import { loadSegment, loadSegmentByCode, loadSegments, loadSources } from './segments.loaders.ts';

export const SegmentRef = builder.objectRef<Segment>('CustomerSegment');
export const NeedTypeEnum = builder.enumType('NeedType', { values: needs });

const Strategy = builder.objectRef<SourcedStrategy>('SegmentStrategy').implement({
  access: everyone,
  fields: (t) => ({
    source: t.exposeString('source'),
    text: t.string({ args: localeArgument, resolve: ({ text }, args, context) => localized(text, args, context) }),
    needs: t.field({ type: [NeedTypeEnum], resolve: (strategy) => [...strategy.needs] }),
    channels: t.field({ type: [ChannelTypeEnum], resolve: ({ channels }) => [...channels] }),
  }),
});

SegmentRef.implement({
  access: everyone,
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code'),
    source: t.exposeString('source'),
    label: t.string({ args: localeArgument, resolve: ({ label }, args, context) => localized(label, args, context) }),
    description: t.string({
      args: localeArgument,
      resolve: ({ description }, args, context) => localized(description, args, context),
    }),
    strategies: t.field({
      type: [Strategy],
      args: { industry: t.arg.string() },
      resolve: async (segment, { industry }, context) => strategiesOf(segment, await loadSources(context, industry)),
    }),
    hidden: t.exposeBoolean('hidden'),
    version: t.exposeInt('version', { nullable: true }),
  }),
});

builder.queryFields((t) => ({
  segments: t.field({
    access: everyone,
    type: [SegmentRef],
    resolve: async (_, __, context) => (await loadSegments(context)).filter(({ hidden }) => !hidden),
  }),
  segment: t.field({
    access: everyone,
    type: SegmentRef,
    nullable: true,
    args: { code: t.arg.string({ required: true }) },
    resolve: (_, { code }, context) => loadSegmentByCode(context, code),
  }),
}));

findNodesOf('CustomerSegment', loadSegment);
