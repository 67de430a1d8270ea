import { channelManagers } from '../access/access.ts';
import { builder } from '../shared/builder.ts';
import { operation } from '../shared/operation.ts';
import { ChannelTypeEnum } from '../shared/scalars.ts';
import { addPlaybookText } from './addPlaybookText.ts';
import { createSegment } from './createSegment.ts';
import { overridePlaybookText } from './overridePlaybookText.ts';
import { DetailEnum, PlaybookTextRef, StageEnum } from './playbook.graph.ts';
import { removePlaybookText } from './removePlaybookText.ts';
import { NeedTypeEnum, SegmentRef } from './segment.graph.ts';
import { updateSegment } from './updateSegment.ts';

const LocalizedTextInput = builder.inputType('LocalizedTextInput', {
  fields: (t) => ({ en: t.string({ required: true }), zhHans: t.string({ required: true }) }),
});

const SegmentStrategyInput = builder.inputType('SegmentStrategyInput', {
  fields: (t) => ({
    text: t.field({ type: LocalizedTextInput, required: true }),
    needs: t.field({ type: [NeedTypeEnum], required: true }),
    channels: t.field({ type: [ChannelTypeEnum], required: true }),
  }),
});

operation('createSegment', {
  access: channelManagers,
  input: builder.inputType('CreateSegmentInput', {
    fields: (t) => ({
      code: t.string({ required: true }),
      label: t.field({ type: LocalizedTextInput, required: true }),
      description: t.field({ type: LocalizedTextInput, required: true }),
      strategies: t.field({ type: [SegmentStrategyInput], required: true, defaultValue: [] }),
    }),
  }),
  payload: { customerSegment: SegmentRef },
  refusals: ['ValidationError'],
  run: createSegment,
});

operation('updateSegment', {
  access: channelManagers,
  input: builder.inputType('UpdateSegmentInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true }),
      label: t.field({ type: LocalizedTextInput }),
      description: t.field({ type: LocalizedTextInput }),
      strategies: t.field({ type: [SegmentStrategyInput] }),
      hidden: t.boolean(),
    }),
  }),
  payload: { customerSegment: SegmentRef },
  refusals: ['ValidationError', 'NotFoundError', 'StaleVersionError', 'InvalidStateError'],
  run: updateSegment,
});

operation('addPlaybookText', {
  access: channelManagers,
  input: builder.inputType('AddPlaybookTextInput', {
    fields: (t) => ({
      segment: t.string({ required: true }),
      stage: t.field({ type: StageEnum, required: true }),
      detail: t.field({ type: DetailEnum, required: true }),
      text: t.field({ type: LocalizedTextInput, required: true }),
    }),
  }),
  payload: { playbookText: PlaybookTextRef },
  refusals: ['ValidationError', 'NotFoundError'],
  run: addPlaybookText,
});

operation('overridePlaybookText', {
  access: channelManagers,
  input: builder.inputType('OverridePlaybookTextInput', {
    fields: (t) => ({
      segment: t.string({ required: true }),
      key: t.string({ required: true }),
      expectedVersion: t.int({ required: true }),
      text: t.field({ type: LocalizedTextInput, required: true }),
    }),
  }),
  payload: { playbookText: PlaybookTextRef },
  refusals: ['ValidationError', 'NotFoundError', 'StaleVersionError'],
  run: overridePlaybookText,
});

operation('removePlaybookText', {
  access: channelManagers,
  input: builder.inputType('RemovePlaybookTextInput', {
    fields: (t) => ({
      segment: t.string({ required: true }),
      key: t.string({ required: true }),
      expectedVersion: t.int({ required: true }),
    }),
  }),
  payload: { customerSegment: SegmentRef },
  refusals: ['NotFoundError', 'StaleVersionError', 'InvalidStateError'],
  run: removePlaybookText,
});
