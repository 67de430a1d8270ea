import type { Viewer } from '../access/viewer.ts';
import { maxStatement, nameFaults, setFaults, textFaults } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';
import type { CaseRow } from './case.queries.ts';
import type { Catalogue } from './catalogue.rules.ts';
import type { PartyRow } from './party.queries.ts';

export interface PartyInput {
  readonly dealer: string;
  readonly role: PartyRow['role'];
}

export interface OpenConflictCase extends Pick<CaseRow, 'title' | 'description' | 'subject'> {
  readonly causes: CaseRow['causes'];
  readonly tags: readonly string[];
  readonly impacts: CaseRow['impacts'];
  readonly parties: readonly PartyInput[];
}

const fewestParties = 2;
const mostParties = 20;
const mostTags = 20;
const worstRating = 4;

const repeated = <Entry>(entries: readonly Entry[], at: number, same: (a: Entry, b: Entry) => boolean): boolean =>
  entries.slice(0, at).some((earlier) => same(earlier, entries[at] as Entry));

function impactFaults(impacts: OpenConflictCase['impacts']): Issue[] {
  return impacts.flatMap(({ impact, rating }, at) => [
    ...(repeated(impacts, at, (a, b) => a.impact === b.impact)
      ? [issue('LIST_REPEATED', ['impacts', at, 'impact'], { value: impact })]
      : []),
    ...(rating < 0 || rating > worstRating
      ? [issue('CONFLICT_IMPACT_OUT_OF_RANGE', ['impacts', at, 'rating'], { max: worstRating, found: rating })]
      : []),
  ]);
}

const tagFaults = (tags: readonly string[], catalogue: Catalogue): Issue[] => [
  ...(tags.length === 0 ? [] : setFaults(tags, ['tags'], mostTags)),
  ...tags.flatMap((value, at) =>
    catalogue.tags.some(({ key }) => key === value)
      ? []
      : [issue('CONFLICT_TAG_UNKNOWN', ['tags', at], { value: value.slice(0, 200) })],
  ),
];

/** `dealerIds` are the parties' own ids, undefined where the caller sees no such dealer. */
function partyFaults(
  parties: readonly PartyInput[],
  dealerIds: readonly (string | undefined)[],
  viewer: Viewer,
): Issue[] {
  const { length } = parties;
  if (length > mostParties) return [issue('LIST_TOO_LONG', ['parties'], { length, max: mostParties })];
  const claimants = dealerIds.filter((_, at) => parties[at]?.role === 'CLAIMANT');
  const isClaimant = viewer.dealerId === null || claimants.includes(viewer.dealerId);
  const each = dealerIds.flatMap((id, at) => {
    if (id === undefined) return [issue('NOT_FOUND', ['parties', at, 'dealer'])];
    return dealerIds.indexOf(id) < at ? [issue('CONFLICT_PARTY_REPEATED', ['parties', at, 'dealer'])] : [];
  });
  return [
    ...each,
    ...(length < fewestParties ? [issue('CONFLICT_PARTIES_TOO_FEW', ['parties'], { min: fewestParties })] : []),
    ...(claimants.length === 0 ? [issue('CONFLICT_CLAIMANT_MISSING', ['parties'])] : []),
    ...(claimants.length === 0 || isClaimant ? [] : [issue('CONFLICT_CLAIMANT_NOT_SELF', ['parties'])]),
  ];
}

/** Everything that is wrong with a report at once. */
export const openingFaults = (
  input: OpenConflictCase,
  {
    dealerIds,
    catalogue,
    viewer,
  }: {
    readonly dealerIds: readonly (string | undefined)[];
    readonly catalogue: Catalogue;
    readonly viewer: Viewer;
  },
): Issue[] => [
  ...nameFaults(input.title, ['title']),
  ...textFaults(input.description, ['description'], maxStatement),
  ...setFaults(input.causes, ['causes'], 7),
  ...tagFaults(input.tags, catalogue),
  ...impactFaults(input.impacts),
  ...partyFaults(input.parties, dealerIds, viewer),
];
