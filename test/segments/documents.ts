import type { AddPlaybookTextInput, CreateSegmentInput } from '../kit/gen/graphql.ts';
import { graphql } from '../kit/gen/index.ts';

/** All that a segment shows of itself but its playbook, to compare before and after. */
export const SegmentState = graphql(`
  fragment SegmentState on CustomerSegment {
    id
    code
    source
    hidden
    version
    en: label(locale: EN)
    zhHans: label(locale: ZH_HANS)
    whoEn: description(locale: EN)
    whoZhHans: description(locale: ZH_HANS)
    strategies { source en: text(locale: EN) zhHans: text(locale: ZH_HANS) needs channels }
  }
`);

export const PlaybookTextState = graphql(`
  fragment PlaybookTextState on PlaybookText {
    key
    source
    stage
    detail
    en: text(locale: EN)
    zhHans: text(locale: ZH_HANS)
    overridden
    originalEn: original(locale: EN)
    originalZhHans: original(locale: ZH_HANS)
    version
  }
`);

export const ListSegments = graphql(`
  query ListSegments {
    segments { ...SegmentState }
  }
`);

export const ReadSegment = graphql(`
  query ReadSegment($code: String!) {
    segment(code: $code) { ...SegmentState }
  }
`);

export const ReadPlaybook = graphql(`
  query ReadPlaybook($code: String!, $industry: String, $detail: PlaybookDetail) {
    segment(code: $code) {
      playbook(industry: $industry) { stage texts(detail: $detail) { ...PlaybookTextState } }
    }
  }
`);

export const CreateSegment = graphql(`
  mutation CreatedSegment($input: CreateSegmentInput!) {
    createSegment(input: $input) {
      ... on CreateSegmentPayload { customerSegment { ...SegmentState } }
      ...Refusal
    }
  }
`);

export const UpdateSegment = graphql(`
  mutation UpdatedSegment($input: UpdateSegmentInput!) {
    updateSegment(input: $input) {
      ... on UpdateSegmentPayload { customerSegment { ...SegmentState } }
      ...Refusal
    }
  }
`);

export const AddPlaybookText = graphql(`
  mutation AddedPlaybookText($input: AddPlaybookTextInput!) {
    addPlaybookText(input: $input) {
      ... on AddPlaybookTextPayload { playbookText { ...PlaybookTextState } }
      ...Refusal
    }
  }
`);

export const OverridePlaybookText = graphql(`
  mutation OverriddenPlaybookText($input: OverridePlaybookTextInput!) {
    overridePlaybookText(input: $input) {
      ... on OverridePlaybookTextPayload { playbookText { ...PlaybookTextState } }
      ...Refusal
    }
  }
`);

export const RemovePlaybookText = graphql(`
  mutation RemovedPlaybookText($input: RemovePlaybookTextInput!) {
    removePlaybookText(input: $input) {
      ... on RemovePlaybookTextPayload {
        customerSegment { ...SegmentState playbook { stage texts { ...PlaybookTextState } } }
      }
      ...Refusal
    }
  }
`);

export const plain: CreateSegmentInput = {
  code: 'NEW_SETTLER',
  label: { en: 'New settlers', zhHans: '新住户' },
  description: { en: 'Those who moved in this year.', zhHans: '今年入住的人群。' },
};

export const plainText: AddPlaybookTextInput = {
  segment: 'STUDENT',
  stage: 'ON_SITE_REPAIR',
  detail: 'ACTION',
  text: { en: 'Show the student card.', zhHans: '出示学生证。' },
};
